import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useWorkspace } from '../app/window.tsx';
import { useCall, useChange } from '../machine/queries.ts';
import { useNumbers } from '../shared/numbers.ts';
import { Answer, EmptyState } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { NullableNumberField } from './NullableNumberField.tsx';

/** How many were invited, per unit and year; a number set by hand goes before what files say. */
export function InvitedSection() {
  const t = useTexts();
  const numbers = useNumbers();
  const { session, summary } = useWorkspace();
  const { workspaceId } = session;
  const years = summary.years.map(({ year }) => year);
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? years[0];
  const set = useChange('data.setInvited');
  const query = useCall('data.invited', { workspaceId, year: year ?? 2000 }, { enabled: year !== undefined });
  if (year === undefined)
    return <EmptyState level={2} heading={t('data:batches.empty')} text={t('data:batches.emptyText')} />;
  return (
    <>
      <SegmentedControl
        aria-label={t('data:year')}
        data={years.map(String)}
        value={String(year)}
        onChange={(value) => {
          setChosen(Number(value));
        }}
      />
      <p className="data-help">{t('data:invited.help')}</p>
      <Answer query={query}>
        {(answer) => (
          <table className="plain-table data-invited">
            <thead>
              <tr>
                <th scope="col">{t('data:units.name')}</th>
                <th scope="col" className="number">
                  {t('data:respondents')}
                </th>
                <th scope="col" className="number">
                  {t('data:invited.invited')}
                </th>
                <th scope="col" className="number">
                  {t('data:invited.rate')}
                </th>
                <th scope="col">{t('data:invited.source')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.lines.map(({ unit, name, level, respondents, invited, percent, byHand }) => (
                <tr key={unit ?? 'whole'}>
                  <th scope="row">
                    <span className="data-unit" data-level={level + 1}>
                      {name}
                    </span>
                  </th>
                  <td className="number">{respondents ?? '-'}</td>
                  <td className="number">
                    <NullableNumberField
                      aria-label={t('data:invited.of', { name })}
                      w={90}
                      size="xs"
                      max={10_000_000}
                      value={invited}
                      onCommit={(value) => {
                        set.mutate({ workspaceId, year: answer.year, unit, invited: value });
                      }}
                    />
                  </td>
                  <td className="number">{percent === null ? '-' : numbers.share(percent)}</td>
                  <td className="dimmed">
                    {byHand ? t('data:invited.byHand') : invited === null ? '' : t('data:invited.fromFile')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answer>
    </>
  );
}
