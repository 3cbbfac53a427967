import type { FigureColumn, FigureTable } from '../figure.ts';
import { verdictWords } from '../frame-texts.ts';
import type { FigureModule } from '../module.ts';
import { numberCell, textCell, writtenBy } from '../written.ts';
import type { MatrixCell } from './data.ts';
import { cellText, draw, naturalHeight } from './draw.ts';
import type { MatrixSpec } from './spec.ts';
import { words } from './words.ts';

/** Items by units or years. */
export const matrix: FigureModule<MatrixSpec> = { draw, naturalHeight, table, altText, explanation };

function table(spec: MatrixSpec): FigureTable {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const isChange = spec.show === 'change';
  const kind: FigureColumn['kind'] = isChange ? 'difference' : spec.measure === 'mean' ? 'number' : 'percent';
  let category = '';
  return {
    columns: [
      { heading: own.category, kind: 'text' },
      { heading: own.item, kind: 'text' },
      ...spec.columns.flatMap(({ name }): FigureColumn[] => [
        { heading: name, kind },
        ...(isChange ? [{ heading: own.verdict(name), kind: 'text' } as const] : []),
      ]),
    ],
    rows: spec.rows.map(({ name, level, cells }) => {
      if (level === 'category') category = name;
      return [
        textCell(category),
        textCell(level === 'category' ? '' : name),
        ...cells.flatMap((cell) => [
          numberCell(cellText(cell, spec, written), cell.value),
          ...(isChange ? [textCell(verdictWords({ ...cell, difference: cell.value }, spec.language))] : []),
        ]),
      ];
    }),
  };
}

function altText(spec: MatrixSpec): string {
  const own = words[spec.language];
  const written = writtenBy(spec);
  const items = spec.rows.filter(({ level }) => level === 'item');
  const cells = items.flatMap(({ name, cells: line }) =>
    line.map((cell, at) => ({ item: name, column: spec.columns[at]?.name ?? '', cell })),
  );
  const shown = cells
    .filter(({ cell }) => cell.value !== null)
    .sort((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0));
  const highest = shown[0];
  const lowest = shown.at(-1);
  const hidden = cells.filter(({ cell }) => cell.hidden !== null).length;
  const count = (verdict: MatrixCell['verdict']): number =>
    cells.filter(({ cell }) => cell.verdict === verdict).length;
  return [
    `${spec.title}.`,
    own.altSize(items.length, spec.columns.length),
    ...(highest === undefined
      ? []
      : [own.altHighest(highest.item, highest.column, cellText(highest.cell, spec, written))]),
    ...(lowest === undefined || lowest === highest
      ? []
      : [own.altLowest(lowest.item, lowest.column, cellText(lowest.cell, spec, written))]),
    ...(spec.show === 'change' ? [own.altRisen(count('risen')), own.altFallen(count('fallen'))] : []),
    ...(hidden === 0 ? [] : [own.altHidden(hidden)]),
  ].join(' ');
}

function explanation({ language, show }: MatrixSpec): readonly string[] {
  const own = words[language];
  return [...(show === 'change' ? own.explainChange : own.explainResult), own.explainHidden];
}
