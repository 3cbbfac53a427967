import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { fold } from '../../core/text.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { useTexts } from '../texts/texts.ts';
import { useChoice, useWorkspace } from './window.tsx';

/** Above this a field to search in stands over the tree. */
const searchableFrom = 12;

/** The chosen units, as boxes to tick in the tree of units. */
export function UnitsField() {
  const t = useTexts();
  const { summary } = useWorkspace();
  const { choice, choose } = useChoice();
  const [search, setSearch] = useState('');
  const chosen = new Set(choice.units);
  const set = (units: (UnitId | null)[]) => {
    choose({ kind: 'units', units }, t('app:undo.units'));
  };
  const toggle = (unit: UnitId | null) => {
    const order = [null, ...summary.units.map((each) => each.unit)];
    set(order.filter((each) => (each === unit ? !chosen.has(each) : chosen.has(each))));
  };
  const found = summary.units.filter(({ name }) => fold(name).includes(fold(search)));
  const topUnits = summary.units.filter(({ level }) => level === 1).map(({ unit }) => unit);

  return (
    <div className="field">
      <span className="field-label" id="units-label">
        {t('app:bar.units')}
      </span>
      <Popover position="bottom-start" trapFocus returnFocus width={340}>
        <Popover.Target>
          <Button
            variant="default"
            className="bar-button"
            rightSection={<IconChevronDown size={15} stroke={1.6} />}
            aria-describedby="units-label"
          >
            <UnitsText />
          </Button>
        </Popover.Target>
        <Popover.Dropdown className="units-dropdown" aria-label={t('app:bar.units')}>
          {summary.units.length > searchableFrom && (
            <TextInput
              aria-label={t('app:bar.searchUnits')}
              placeholder={t('app:bar.searchUnits')}
              value={search}
              onChange={(event) => {
                setSearch(event.currentTarget.value);
              }}
              mb={8}
            />
          )}
          <div className="units-list">
            <Checkbox
              size="xs"
              label={summary.wholeName}
              checked={chosen.has(null)}
              onChange={() => {
                toggle(null);
              }}
            />
            {found.map(({ unit, name, level }) => (
              <Checkbox
                key={unit}
                size="xs"
                label={name}
                style={{ paddingLeft: level * 16 }}
                checked={chosen.has(unit)}
                onChange={() => {
                  toggle(unit);
                }}
              />
            ))}
          </div>
          <div className="units-actions">
            <button
              type="button"
              className="link"
              onClick={() => {
                set([null, ...topUnits]);
              }}
            >
              {t('app:bar.allUnits')}
            </button>
            <button
              type="button"
              className="link"
              onClick={() => {
                set([null]);
              }}
            >
              {t('app:bar.onlyWhole')}
            </button>
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

/** "Hela kommunen + 8 enheter", "Kultur och fritid + 2 enheter". */
function UnitsText() {
  const t = useTexts();
  const { summary } = useWorkspace();
  const { choice } = useChoice();
  const [first, ...others] = choice.units;
  const name =
    first === null || first === undefined
      ? summary.wholeName
      : (summary.units.find(({ unit }) => unit === first)?.name ?? summary.wholeName);
  return (
    <span className="units-text">
      <span className="units-first">{name}</span>
      {others.length > 0 && (
        <span className="units-more"> + {t('app:bar.moreUnits', { count: others.length })}</span>
      )}
    </span>
  );
}
