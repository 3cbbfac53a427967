import { SegmentedControl, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Compare } from '../../core/api.ts';
import { useChoice, usePlace } from '../app/window.tsx';
import { useCall, useResultsInput } from '../machine/queries.ts';
import { FigureDialogButton } from '../shared/figure/FigureDialogButton.tsx';
import { FigurePanel } from '../shared/figure/FigurePanel.tsx';
import { Lead } from '../shared/Lead.tsx';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import type { Sorting } from '../shared/sorting.ts';
import { Answer, EmptyState } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import './compare.css';
import { CompareTable } from './CompareTable.tsx';
import type { Pointed } from './CompareTable.tsx';
import { mainPair, rowsShown } from './rows.ts';
import { SentenceBar } from './SentenceBar.tsx';

/** Every item over years or units: what differs, how sure that is, and the sentence that says so. */
export default function CompareScreen() {
  const t = useTexts();
  const { place, refine } = usePlace();
  const over = place.params['over'] === 'units' ? 'units' : 'years';
  const isPanels = place.params['view'] === 'panels';
  const [onlySure, setOnlySure] = useState(false);
  const query = useCall('compare.get', { ...useResultsInput(), over });
  const move = (params: Readonly<Record<string, string>>): void => {
    refine({ ...place.params, ...params });
  };
  return (
    <Answer query={query} height={640}>
      {(compare) => (
        <div className="compare">
          <ScreenHead
            title={t('app:screens.compare')}
            lead={<Lead lead={compare.lead} />}
            actions={
              <>
                <SegmentedControl
                  aria-label={t('compare:over')}
                  data={[
                    { value: 'years', label: t('compare:years') },
                    { value: 'units', label: t('compare:units') },
                  ]}
                  value={over}
                  onChange={(value) => {
                    move({ over: value });
                  }}
                />
                <SegmentedControl
                  aria-label={t('compare:view')}
                  data={[
                    { value: 'table', label: t('compare:table') },
                    { value: 'panels', label: t('compare:panels') },
                  ]}
                  value={isPanels ? 'panels' : 'table'}
                  onChange={(value) => {
                    move({ view: value });
                  }}
                />
                <Select
                  aria-label={t('compare:filter')}
                  className="compare-filter"
                  data={[
                    { value: 'all', label: t('compare:all', { count: itemsOf(compare) }) },
                    { value: 'sure', label: t('compare:onlySure') },
                  ]}
                  value={onlySure ? 'sure' : 'all'}
                  allowDeselect={false}
                  onChange={(value) => {
                    setOnlySure(value === 'sure');
                  }}
                />
              </>
            }
          />
          <Comparison
            compare={compare}
            isPanels={isPanels}
            onlySure={onlySure}
            onShowAll={() => {
              setOnlySure(false);
            }}
            opened={place.params['row'] ?? null}
          />
        </div>
      )}
    </Answer>
  );
}

function itemsOf({ rows }: Compare): number {
  return rows.filter(({ kind }) => kind === 'item').length;
}

function Comparison({
  compare,
  isPanels,
  onlySure,
  onShowAll,
  opened,
}: {
  readonly compare: Compare;
  readonly isPanels: boolean;
  readonly onlySure: boolean;
  readonly onShowAll: () => void;
  /** The row that the screen was opened for; null for none. */
  readonly opened: string | null;
}) {
  const t = useTexts();
  const say = useSaid();
  const [chosen, setChosen] = useState<Pointed | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const rows = rowsShown(compare, { onlySure, sorting, name: ({ name }) => say(name) });
  const main = mainPair(compare);
  // Years and units have pairs of their own: one that is gone gives way to the usual.
  const pairOf = (own: Pointed | null): number =>
    own !== null && compare.pairs[own.pair] !== undefined ? own.pair : main;
  const row =
    rows.find(({ code }) => code === (chosen?.code ?? opened)) ??
    rows.find(({ kind }) => kind === 'item') ??
    rows[0];
  // The pointer shows what there is to say; what is chosen stays when it moves on to the bar.
  const hovered = rows.find(({ code }) => code === pointed?.code);
  if (row === undefined)
    return (
      <EmptyState
        level={2}
        heading={t('compare:empty.heading')}
        text={t('compare:empty.text')}
        action={{ label: t('compare:empty.all'), run: onShowAll }}
      />
    );
  return (
    <>
      <TablePanel compare={compare}>
        <div className="compare-rows" tabIndex={-1}>
          <CompareTable
            compare={compare}
            rows={rows}
            isPanels={isPanels}
            chosen={{ code: row.code, pair: pairOf(chosen) }}
            onChoose={setChosen}
            onPoint={setPointed}
            sorting={sorting}
            onSort={setSorting}
          />
          <p className="compare-notes">{compare.notes.map(say).join(' ')}</p>
        </div>
      </TablePanel>
      <SentenceBar
        compare={compare}
        row={hovered ?? row}
        pair={pairOf(hovered === undefined ? chosen : pointed)}
      />
    </>
  );
}

/** The table as a figure: what it shows, its tools, and the way to the figure of the changes. */
function TablePanel({ compare, children }: { readonly compare: Compare; readonly children: ReactNode }) {
  const t = useTexts();
  const say = useSaid();
  const { choice } = useChoice();
  const isMean = choice.measure === 'mean';
  const { subject, over, columns } = compare;
  const first = columns[0]?.label ?? '';
  const last = columns.at(-1)?.label ?? '';
  const title =
    over === 'units'
      ? t('compare:titleUnits', { year: subject.year })
      : first === last
        ? t('compare:titleYear', { name: subject.name, year: first })
        : t('compare:titleYears', { name: subject.name, from: first, to: last });
  return (
    <FigurePanel
      className="compare-figure"
      title={title}
      base={
        <>
          {t(isMean ? 'compare:mean' : 'compare:percent')}
          {subject.who.notice === null ? '' : ` ${say(subject.who.notice)}`}
        </>
      }
      kind="matrix"
      options={{ across: over, show: 'result' }}
      beside={
        over === 'years' &&
        columns.length > 1 && (
          <span className="compare-other">
            {t('compare:changeFigure')}
            <FigureDialogButton
              name={t('compare:changeFigure')}
              kind="change"
              choice={{ units: [subject.unit] }}
            />
          </span>
        )
      }
    >
      {children}
    </FigurePanel>
  );
}
