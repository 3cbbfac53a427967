import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { useCall, useChange } from '../machine/queries.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { Answer, EmptyState, Hidden } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { UnitPanel } from './UnitPanel.tsx';

type UnitList = OutputOf<'data.units'>;

/** The tree of units: spellings that may be one, and all that can be changed of each. */
export function UnitSection() {
  const t = useTexts();
  const { session } = useWorkspace();
  const query = useCall('data.units', { workspaceId: session.workspaceId });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Answer query={query}>
      {(list) => {
        const unit = list.units.find((own) => String(own.unit) === chosen) ?? list.units[0];
        if (unit === undefined)
          return <EmptyState level={2} heading={t('data:units.empty')} text={t('data:units.emptyText')} />;
        return (
          <>
            <LookAlikes list={list} />
            <div className="data-split">
              <UnitTable list={list} chosen={String(unit.unit)} onChoose={setChosen} />
              <UnitPanel unit={unit} units={list.units} key={unit.unit} />
            </div>
          </>
        );
      }}
    </Answer>
  );
}

function UnitTable({
  list: { units },
  chosen,
  onChoose,
}: {
  readonly list: UnitList;
  readonly chosen: string;
  readonly onChoose: (unit: string) => void;
}) {
  const t = useTexts();
  const { summary } = useWorkspace();
  const years = summary.years.map(({ year }) => year).toSorted((a, b) => a - b);
  return (
    <DataTable
      label={t('data:sections.units')}
      columns={[
        {
          key: 'name',
          heading: t('data:units.name'),
          cell: ({ name, level, aliases, merged }) => (
            <span className="data-unit" data-level={Math.min(level, 4)}>
              {name}
              {merged.length + aliases.length > 0 && (
                <span className="dimmed">
                  {' '}
                  {t('data:units.spellings', { count: merged.length + aliases.length })}
                </span>
              )}
            </span>
          ),
        },
        ...years.map((year) => ({
          key: String(year),
          heading: String(year),
          kind: 'number' as const,
          cell: (unit: UnitList['units'][number]) => {
            const own = unit.years.find((entry) => entry.year === year);
            if (own === undefined) return '';
            return (
              <>
                {own.hidden !== null && (
                  <>
                    <Hidden reason={own.hidden} />{' '}
                  </>
                )}
                {own.respondents ?? '-'}
              </>
            );
          },
        })),
      ]}
      rows={units}
      rowKey={({ unit }) => String(unit)}
      chosen={chosen}
      onChoose={({ unit }) => {
        onChoose(String(unit));
      }}
    />
  );
}

/** Pairs that may be one unit, each with its reason. */
function LookAlikes({ list: { units, lookAlikes } }: { readonly list: UnitList }) {
  const t = useTexts();
  const { workspaceId } = useWorkspace().session;
  const merge = useChange('data.mergeUnits');
  const nameOf = (unit: UnitList['units'][number]['unit']): string =>
    units.find((own) => own.unit === unit)?.name ?? '';
  if (lookAlikes.length === 0) return null;
  return (
    <section className="data-alikes" aria-labelledby="data-alikes-heading">
      <h2 id="data-alikes-heading" className="section-title">
        {t('data:units.alike', { count: lookAlikes.length })}
      </h2>
      <ul>
        {lookAlikes.map(({ a, b, reason }) => (
          <li key={`${a} ${b}`}>
            <span>
              <strong>{nameOf(a)}</strong> {reason} <strong>{nameOf(b)}</strong>
            </span>
            {[
              { from: b, into: a },
              { from: a, into: b },
            ].map(({ from, into }) => (
              <Button
                key={from}
                variant="default"
                size="compact-sm"
                onClick={() => {
                  merge.mutate({ workspaceId, from, into });
                }}
              >
                {t('data:units.mergeTo', { name: nameOf(into) })}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
