import { ActionIcon, Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { useChange } from '../machine/queries.ts';
import { TextField } from '../shared/fields.tsx';
import { useTexts } from '../texts/texts.ts';
import { NullableNumberField } from './NullableNumberField.tsx';

type Unit = OutputOf<'data.units'>['units'][number];

/** All that can be changed of one unit. Give it the unit as key. */
export function UnitPanel({ unit, units }: { readonly unit: Unit; readonly units: readonly Unit[] }) {
  const t = useTexts();
  const { session, summary } = useWorkspace();
  const { workspaceId } = session;
  const rename = useChange('data.renameUnit');
  const move = useChange('data.moveUnit');
  const merge = useChange('data.mergeUnits');
  const split = useChange('data.splitUnit');
  const [into, setInto] = useState<string | null>(null);
  const target = units.find((other) => String(other.unit) === into);
  const others = units.filter((other) => other.unit !== unit.unit);
  return (
    <section className="data-panel" aria-labelledby="data-unit-heading">
      <h2 id="data-unit-heading" className="panel-title">
        {unit.name}
      </h2>
      <TextField
        label={t('data:units.rename')}
        description={t('data:units.renameHelp')}
        maxLength={200}
        value={unit.name}
        onCommit={(name) => {
          if (name !== '') rename.mutate({ workspaceId, unit: unit.unit, name });
        }}
      />
      <Select
        label={t('data:units.parent')}
        data={[
          { value: 'whole', label: summary.wholeName },
          ...others.map((other) => ({ value: String(other.unit), label: other.name })),
        ]}
        value={unit.parent === null ? 'whole' : String(unit.parent)}
        allowDeselect={false}
        searchable
        onChange={(value) => {
          const parent = others.find((other) => String(other.unit) === value)?.unit ?? null;
          if (parent !== unit.parent) move.mutate({ workspaceId, unit: unit.unit, parent });
        }}
      />
      <Aliases unit={unit} />
      {unit.merged.length > 0 && (
        <div>
          <h3 className="section-title">{t('data:units.merged')}</h3>
          <ul className="data-names">
            {unit.merged.map((own) => (
              <li key={own.unit}>
                <span>{own.name}</span>
                <button
                  type="button"
                  className="link"
                  aria-label={t('data:units.splitName', { name: own.name })}
                  onClick={() => {
                    split.mutate({ workspaceId, unit: own.unit });
                  }}
                >
                  {t('data:units.split')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="data-row">
        <Select
          label={t('data:units.mergeInto')}
          placeholder={t('data:units.choose')}
          data={others.map((other) => ({ value: String(other.unit), label: other.name }))}
          value={into}
          searchable
          onChange={setInto}
        />
        <Button
          variant="default"
          disabled={target === undefined}
          onClick={() => {
            if (target !== undefined) merge.mutate({ workspaceId, from: unit.unit, into: target.unit });
          }}
        >
          {t('data:units.merge')}
        </Button>
      </div>
      <Succession unit={unit} others={others} />
    </section>
  );
}

/** Other spellings that mean the unit. */
function Aliases({ unit }: { readonly unit: Unit }) {
  const t = useTexts();
  const { workspaceId } = useWorkspace().session;
  const add = useChange('data.addAlias');
  const remove = useChange('data.removeAlias');
  const [alias, setAlias] = useState('');
  return (
    <div>
      <h3 className="section-title">{t('data:units.aliases')}</h3>
      <ul className="data-names">
        {unit.aliases.map((own) => (
          <li key={own}>
            <span>{own}</span>
            <ActionIcon
              size={24}
              aria-label={t('data:units.removeAlias', { name: own })}
              onClick={() => {
                remove.mutate({ workspaceId, unit: unit.unit, alias: own });
              }}
            >
              <IconX size={14} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <form
        className="data-row"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(
            { workspaceId, unit: unit.unit, alias: alias.trim() },
            {
              onSuccess: () => {
                setAlias('');
              },
            },
          );
        }}
      >
        <TextInput
          aria-label={t('data:units.newAlias')}
          placeholder={t('data:units.newAlias')}
          maxLength={200}
          value={alias}
          onChange={(event) => {
            setAlias(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" disabled={alias.trim() === ''}>
          {t('data:add')}
        </Button>
      </form>
    </div>
  );
}

/** In which years the unit existed, and which took over. */
function Succession({ unit, others }: { readonly unit: Unit; readonly others: readonly Unit[] }) {
  const t = useTexts();
  const { workspaceId } = useWorkspace().session;
  const succession = useChange('data.succession');
  const change = (changes: Partial<Pick<Unit, 'validFrom' | 'validTo' | 'successors'>>) => {
    const { validFrom, validTo, successors } = { ...unit, ...changes };
    succession.mutate({ workspaceId, unit: unit.unit, validFrom, validTo, successors });
  };
  return (
    <div>
      <h3 className="section-title">{t('data:units.succession')}</h3>
      <div className="data-row">
        <NullableNumberField
          label={t('data:units.validFrom')}
          min={1900}
          max={2999}
          value={unit.validFrom}
          onCommit={(validFrom) => {
            change({ validFrom });
          }}
        />
        <NullableNumberField
          label={t('data:units.validTo')}
          min={1900}
          max={2999}
          value={unit.validTo}
          onCommit={(validTo) => {
            change({ validTo });
          }}
        />
      </div>
      <MultiSelect
        label={t('data:units.successors')}
        data={others.map((other) => ({ value: String(other.unit), label: other.name }))}
        value={unit.successors.map(String)}
        searchable
        onChange={(values) => {
          change({
            successors: others
              .filter((other) => values.includes(String(other.unit)))
              .map((other) => other.unit),
          });
        }}
      />
    </div>
  );
}
