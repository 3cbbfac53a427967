import { Button, Select } from '@mantine/core';
import { useEffect } from 'react';
import type { PriorityList } from '../../core/api.ts';
import { useChoice, usePlace, useWorkspace } from '../app/window.tsx';
import { useCall, useResultsInput } from '../machine/queries.ts';
import { Lead } from '../shared/Lead.tsx';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { Answer, EmptyState } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import { PriorityPanel } from './PriorityPanel.tsx';
import { PriorityTable } from './PriorityTable.tsx';
import './priorities.css';

/** What deserves attention, why, and how sure that is; one click makes a conclusion of it. */
export default function PrioritiesScreen() {
  const t = useTexts();
  const query = useCall('priorities.get', useResultsInput());
  return (
    <Answer query={query} height={640}>
      {(list) => (
        <>
          <ScreenHead
            title={t('app:screens.priorities')}
            lead={<Lead lead={list.lead} />}
            actions={<Actions />}
          />
          {list.rows.length === 0 ? (
            <EmptyState level={2} heading={t('priorities:empty.heading')} text={t('priorities:empty.text')} />
          ) : (
            <Priorities list={list} />
          )}
        </>
      )}
    </Answer>
  );
}

/** Whose list it is, and the way to the limits. */
function Actions() {
  const t = useTexts();
  const { go } = usePlace();
  const { summary } = useWorkspace();
  const { choice, choose } = useChoice();
  const whole = 'whole';
  const options = [
    { value: whole, label: summary.wholeName },
    ...summary.units.map(({ unit, name, level }) => ({
      value: String(unit),
      label: `${'\u2003'.repeat(Math.max(0, level - 1))}${name}`,
    })),
  ];
  const [first = null] = choice.units;
  return (
    <>
      <Select
        aria-label={t('priorities:listOf')}
        data={options}
        value={first === null ? whole : String(first)}
        allowDeselect={false}
        searchable
        w={260}
        onChange={(value) => {
          const unit = summary.units.find((candidate) => String(candidate.unit) === value)?.unit ?? null;
          const rest = choice.units.filter((other) => other !== unit);
          choose({ kind: 'units', units: [unit, ...rest] }, t('priorities:chooseUnit'));
        }}
      />
      <Button
        variant="default"
        onClick={() => {
          go('settings', { section: 'limits' });
        }}
      >
        {t('priorities:limits')}
      </Button>
    </>
  );
}

function Priorities({ list }: { readonly list: PriorityList }) {
  const t = useTexts();
  const say = useSaid();
  const { place, refine } = usePlace();
  const chosen = list.rows.find(({ code }) => code === place.params['item']) ?? list.rows[0];
  const chosenCode = chosen?.code;
  const isKnown = chosenCode === place.params['item'];
  useEffect(() => {
    if (!isKnown && chosenCode !== undefined) refine({ item: chosenCode });
  });
  return (
    <div className="priorities">
      <section aria-labelledby="priorities-heading" className="priorities-main">
        <h2 id="priorities-heading" className="panel-title">
          {t('priorities:heading', { year: list.subject.year })}
        </h2>
        <p className="priorities-base">{say(list.limitsText)}</p>
        <PriorityTable
          list={list}
          chosen={chosen?.code ?? null}
          onChoose={(item) => {
            refine({ item });
          }}
        />
        <p className="priorities-caption">{say(list.rankedBy)}</p>
        {list.notJudged.length > 0 && (
          <p className="priorities-caption">
            {t('priorities:notJudged', { items: list.notJudged.map(({ name }) => say(name)).join(', ') })}
          </p>
        )}
      </section>
      {chosen !== undefined && <PriorityPanel list={list} row={chosen} key={chosen.code} />}
    </div>
  );
}
