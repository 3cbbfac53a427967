import { Switch, Tabs } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ImportPreview } from '../../core/api.ts';
import { columnLetters } from '../../core/intake/sheet.ts';
import { useTexts } from '../texts/texts.ts';
import { ColumnHead } from './ColumnHead.tsx';
import type { ShownColumn } from './columns.ts';
import { lettersOf, placeOf, rangeOf, shownColumns } from './columns.ts';
import type { ImportAction } from './state.ts';

type Change = Extract<ImportAction, { kind: 'change' }>['change'];

/** The first rows as in Excel, with the meaning of each column on its head. */
export function SheetView({
  preview,
  target,
  onChange,
}: {
  readonly preview: ImportPreview;
  /** The cell to jump to, such as "K14"; a new object for each jump. */
  readonly target: { readonly cell: string } | null;
  readonly onChange: (change: Change) => void;
}) {
  const t = useTexts();
  const [isFolding, setIsFolding] = useState(true);
  const holder = useRef<HTMLDivElement>(null);
  const marked = markedColumns(preview);
  if (target !== null) marked.add(lettersOf(target.cell));
  const isAnswers = preview.kind === 'answers';
  const shown = shownColumns(isAnswers ? preview.columns : everyColumn(preview), marked, isFolding);
  useEffect(() => {
    if (target === null) return;
    holder.current
      ?.querySelector(`[data-cell="${CSS.escape(target.cell)}"]`)
      ?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [target]);
  return (
    <section className="import-sheet" aria-label={t('import:sheet.label', { name: preview.sheet })}>
      <div className="import-sheet-top">
        <Tabs
          value={preview.sheet}
          onChange={(sheet) => {
            if (sheet !== null && sheet !== preview.sheet) onChange({ kind: 'sheet', sheet });
          }}
        >
          <Tabs.List aria-label={t('import:sheet.sheets')}>
            {preview.sheets.map(({ name }) => (
              <Tabs.Tab value={name} key={name}>
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <span className="dimmed">
          {t('import:sheet.extent', { columns: preview.columns.length })}
          {preview.totalRows !== null && ` · ${t('import:sheet.rows', { count: preview.totalRows })}`}
        </span>
        {isAnswers && (
          <Switch
            label={t('import:sheet.fold')}
            checked={isFolding}
            onChange={(event) => {
              setIsFolding(event.currentTarget.checked);
            }}
          />
        )}
      </div>
      <div
        className="import-grid"
        ref={holder}
        tabIndex={0}
        role="group"
        aria-label={t('import:sheet.scroll')}
      >
        <table>
          <thead>
            <tr className="import-letters">
              <th scope="col">
                <span className="sr-only">{t('import:sheet.row')}</span>
              </th>
              {shown.map(({ key, columns }) => (
                <th key={key} scope="col">
                  {rangeOf(columns)}
                </th>
              ))}
            </tr>
            {isAnswers && (
              <tr className="import-meanings">
                <th scope="row">{t('import:sheet.means')}</th>
                {shown.map((column) => (
                  <td key={column.key}>
                    <Head
                      column={column}
                      onChange={onChange}
                      onUnfold={() => {
                        setIsFolding(false);
                      }}
                    />
                  </td>
                ))}
              </tr>
            )}
          </thead>
          <tbody>
            {preview.rows.map(({ row, header, cells }, place) => (
              <tr
                key={row}
                data-header={header}
                data-gap={row > (preview.rows[place - 1]?.row ?? row - 1) + 1}
              >
                <th scope="row">{row}</th>
                {shown.map((column) => (
                  <SheetCell
                    key={column.key}
                    row={row}
                    header={header}
                    cells={cells}
                    column={column}
                    target={target?.cell ?? null}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** All columns of a table of figures, those without a heading too: their meaning is in the rows. */
function everyColumn({ columns, rows }: ImportPreview): ShownColumn['columns'] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from(
    { length: width },
    (_, place) =>
      columns.find(({ letters }) => placeOf(letters) === place) ?? {
        letters: columnLetters(place + 1),
        header: '',
        role: 'other',
        item: null,
        itemName: null,
        level: null,
        confidence: 1,
        needsConfirmation: false,
        dropped: false,
        reversed: false,
        reason: '',
      },
  );
}

/** Columns with a cell that something was noticed in stand by themselves. */
function markedColumns({ findings, questions }: ImportPreview): Set<string> {
  const cells = [
    ...findings.flatMap(({ cell }) => cell ?? []),
    ...questions.flatMap((question) => question.cells),
  ];
  return new Set(cells.map(lettersOf));
}

function Head({
  column: { columns, kind },
  onChange,
  onUnfold,
}: {
  readonly column: ShownColumn;
  readonly onChange: (change: Change) => void;
  readonly onUnfold: () => void;
}) {
  const t = useTexts();
  const [only, ...others] = columns;
  if (only === undefined) return null;
  if (others.length > 0)
    return (
      <>
        <button type="button" className="import-folded" data-kind={kind} onClick={onUnfold}>
          {kind === 'dropped'
            ? t('import:head.foldedDropped', { count: columns.length })
            : t('import:head.foldedItems', { count: columns.length })}
        </button>
        <span className="import-sure">
          {kind === 'dropped' ? t('import:head.neverRead') : <Sure text={t('import:head.allSure')} />}
        </span>
      </>
    );
  return (
    <>
      <ColumnHead
        column={only}
        onChange={(column) => {
          onChange({ kind: 'column', column });
        }}
      />
      <span className="import-sure" data-asks={only.needsConfirmation} title={only.reason}>
        {only.needsConfirmation ? (
          t('import:head.asks')
        ) : kind === 'dropped' ? (
          t('import:head.neverRead')
        ) : (
          <Sure text={only.reversed ? t('import:head.reversed') : t('import:head.sure')} />
        )}
      </span>
    </>
  );
}

function Sure({ text }: { readonly text: string }) {
  return (
    <>
      <IconCheck size={12} stroke={1.8} aria-hidden /> {text}
    </>
  );
}

function SheetCell({
  row,
  header,
  cells,
  column: { places, columns, kind },
  target,
}: {
  readonly row: number;
  readonly header: boolean;
  readonly cells: ImportPreview['rows'][number]['cells'];
  readonly column: ShownColumn;
  readonly target: string | null;
}) {
  const t = useTexts();
  const [place = 0, ...others] = places;
  if (others.length > 0) {
    const text = header
      ? kind === 'dropped'
        ? columns.map((own) => own.header).join(', ')
        : t('import:head.statements', { count: places.length })
      : kind === 'dropped'
        ? '•••'
        : '…';
    return <td data-kind={kind}>{header ? <span className="import-heading">{text}</span> : text}</td>;
  }
  const cell = cells[place];
  const name = `${columns[0]?.letters ?? ''}${row}`;
  const text = cell?.text ?? '';
  return (
    <td
      data-cell={name}
      data-kind={kind}
      data-asks={columns[0]?.needsConfirmation}
      data-marked={cell?.marked}
      data-target={name === target}
      className={!header && /^-?\d+(?:,\d+)?$/.test(text) ? 'number' : undefined}
      title={text.length > 18 ? text : undefined}
    >
      {header ? <span className="import-heading">{text}</span> : text}
    </td>
  );
}
