import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { Employees } from '../../core/api.ts';
import { FigurePanel } from '../shared/figure/FigurePanel.tsx';
import { useNumbers } from '../shared/numbers.ts';
import { useSaid, useTexts } from '../texts/texts.ts';
import { BandDisc, PairOnBands } from './drawings.tsx';

type Pair = Employees['pairs'][number];

/** One row a link: both results on the bands, how far apart they are, and whether they place it alike. */
export function PairTable({
  survey,
  chosen,
  onChoose,
}: {
  readonly survey: Employees;
  readonly chosen: Pair | null;
  readonly onChoose: (pair: Pair) => void;
}) {
  const t = useTexts();
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = chosen === null ? -1 : survey.pairs.indexOf(chosen) + step;
    const next = survey.pairs[at];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next);
    body.current?.querySelectorAll<HTMLButtonElement>('.employees-name')[at]?.focus();
  };
  return (
    <FigurePanel
      className="employees-main"
      title={t('employees:pairs', { year: survey.year ?? '' })}
      base={t('employees:base', { name: survey.unitName })}
      kind="employee-pairs"
      beside={
        <div className="employees-key">
          <span>
            <svg width="12" height="12" aria-hidden>
              <rect x="1.5" y="1.5" width="9" height="9" className="employees-square" />
            </svg>
            {t('employees:employees')}
          </span>
          <span>
            <svg width="12" height="12" aria-hidden>
              <circle cx="6" cy="6" r="5" className="employees-dot" />
            </svg>
            {t('employees:survey')}
          </span>
        </div>
      }
    >
      <table className="plain-table employees-table">
        <thead>
          <tr>
            <th scope="col">{t('employees:question')}</th>
            <th scope="col">
              <span className="employees-bands" aria-hidden>
                {survey.bands.map(({ code, name, from }, at) => (
                  <span key={code} style={{ left: `${(from + (survey.bands[at - 1]?.from ?? 100)) / 2}%` }}>
                    {name}
                  </span>
                ))}
              </span>
              <span className="sr-only">{t('employees:onBands')}</span>
            </th>
            <th scope="col">{t('employees:band')}</th>
            <th scope="col" className="number">
              {t('employees:distance')}
            </th>
            <th scope="col" className="number">
              {t('employees:place')}
            </th>
            <th scope="col">{t('employees:agrees')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={move}>
          {survey.pairs.map((pair) => (
            <PairRow
              key={`${pair.employeeItem}|${pair.item}`}
              pair={pair}
              survey={survey}
              isChosen={pair === chosen}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </FigurePanel>
  );
}

function PairRow({
  pair,
  survey,
  isChosen,
  onChoose,
}: {
  readonly pair: Pair;
  readonly survey: Employees;
  readonly isChosen: boolean;
  readonly onChoose: (pair: Pair) => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const numbers = useNumbers();
  const { employees, survey: own, agrees } = pair;
  return (
    <tr
      data-chosen={isChosen}
      onClick={() => {
        onChoose(pair);
      }}
    >
      <th scope="row">
        <button type="button" className="employees-name" tabIndex={isChosen ? 0 : -1} aria-pressed={isChosen}>
          {pair.employeeItem}
        </button>
        <span className="employees-item">{say(pair.itemName)}</span>
      </th>
      <td>
        <PairOnBands pair={pair} bands={survey.bands} />
      </td>
      <td>
        <BandDisc band={employees.band} bands={survey.bands} />
      </td>
      <td className="number">{numbers.percentDifference(pair.difference)}</td>
      <td className="number">
        {employees.rank ?? '-'} / {own.rank ?? '-'}
      </td>
      <td title={say(pair.agreement)} data-agrees={agrees ?? ''} className="employees-agrees">
        {agrees === null ? '-' : t(`employees:agreement.${agrees}`)}
      </td>
    </tr>
  );
}
