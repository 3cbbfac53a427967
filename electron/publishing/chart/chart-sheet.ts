import type {
  ChartNumbers,
  ChartPoint,
  ChartValue,
  NativeChart,
} from '../../../core/figures/native-chart.ts';
import type { Language } from '../../../core/figures/figure.ts';
import type { Sheet, SheetCell } from '../sheet.ts';
import { columnName } from '../xlsx/sheet-xml.ts';
import { formatCode } from '../xlsx/styles.ts';

/** Cells of a chart's workbook, and what stands in them: what the chart draws before anybody opens the workbook. */
export interface TextRange {
  /** "Tabell!$A$2:$A$9". */
  readonly cells: string;
  readonly texts: readonly string[];
}

export interface NumberRange {
  readonly cells: string;
  /** As the workbook keeps them: a percent is the part of one that it is. Null is an empty cell. */
  readonly values: readonly (number | null)[];
  readonly formatCode: string;
}

/** Where the intervals of a series stand: how far they reach from each value. */
export interface IntervalRange {
  readonly along: 'x' | 'y';
  readonly plus: NumberRange;
  readonly minus: NumberRange;
}

/** Where a series stands in the workbook. */
export interface SeriesCells {
  /** Null where no one cell holds it: then the chart does. */
  readonly name: TextRange | null;
  /** Names of categories, or the places of points along the level axis. */
  readonly along: TextRange | NumberRange;
  readonly values: NumberRange;
  readonly intervals: readonly IntervalRange[];
}

/** The workbook inside a chart: one sheet, and where each series stands in it. */
export interface ChartSheet {
  readonly sheet: Sheet;
  readonly series: readonly SeriesCells[];
}

const words = {
  sv: { name: 'Tabell', up: 'uppåt', down: 'nedåt', uncertainty: 'Osäkerhet', connection: 'Linje' },
  en: { name: 'Table', up: 'up', down: 'down', uncertainty: 'Uncertainty', connection: 'Line' },
} as const;

/** Lays a chart's data out as a sheet. */
export function chartSheet(chart: NativeChart, language: Language): ChartSheet {
  return chart.kind === 'points' ? pointSheet(chart, language) : categorySheet(chart, language);
}

/** A row for each category: its name, a column for each series, and after them how far the intervals reach. */
function categorySheet(chart: Exclude<NativeChart, { kind: 'points' }>, language: Language): ChartSheet {
  const { heading, categories, series, numbers } = chart;
  const intervals = chart.kind === 'lines' ? chart.intervals : 'uncertainty';
  const grid = new Grid(language, categories.length);
  const names = grid.texts(heading, categories);
  const columns = series.map((own) => ({
    own,
    ...grid.numbers(
      own.name,
      own.values.map(({ value }) => value),
      numbers,
    ),
  }));
  return {
    series: columns.map(({ own, range, headingRange }) => ({
      name: headingRange,
      along: names.range,
      values: range,
      intervals: grid.intervals(`${words[language][intervals]} ${own.name}`, 'y', own.values, numbers),
    })),
    sheet: grid.sheet(),
  };
}

/** A row for each point, series after series: its name, its two values, and how far its intervals reach. */
function pointSheet(
  { heading, x, y, series, numbers }: Extract<NativeChart, { kind: 'points' }>,
  language: Language,
): ChartSheet {
  const points = series.flatMap((own) => own.points);
  const grid = new Grid(language, points.length);
  const titles = { x: x.title ?? 'X', y: y.title ?? 'Y' };
  const valuesOf = (axis: 'x' | 'y'): readonly ChartValue[] => points.map((point) => point[axis]);
  const plain = (values: readonly ChartValue[]) => values.map(({ value }) => value);
  grid.texts(
    heading,
    points.map(({ name }) => name),
  );
  const across = grid.numbers(titles.x, plain(valuesOf('x')), numbers);
  const upwards = grid.numbers(titles.y, plain(valuesOf('y')), numbers);
  const intervals = (['x', 'y'] as const).flatMap((along) =>
    grid.intervals(`${words[language].uncertainty} ${titles[along]}`, along, valuesOf(along), numbers),
  );
  let from = 0;
  return {
    series: series.map((own) => {
      const [first, last] = [from, from + own.points.length];
      from = last;
      const part = (range: NumberRange) => grid.part(range, first, last);
      return {
        name: null,
        along: part(across.range),
        values: part(upwards.range),
        intervals: hasInterval(own.points)
          ? intervals.map(({ along, plus, minus }) => ({ along, plus: part(plus), minus: part(minus) }))
          : [],
      };
    }),
    sheet: grid.sheet(),
  };
}

function hasInterval(points: readonly ChartPoint[]): boolean {
  return points.some(({ x, y }) => x.low !== null || y.low !== null);
}

/** A sheet as it is laid out, column by column. */
class Grid {
  readonly #language: Language;
  readonly #rows: number;
  readonly #headings: string[] = [];
  readonly #columns: (readonly SheetCell[])[] = [];

  constructor(language: Language, rows: number) {
    this.#language = language;
    this.#rows = rows;
  }

  texts(heading: string, texts: readonly string[]): { readonly range: TextRange } {
    const column = this.#add(heading, texts);
    return { range: { cells: this.#cells(column, 0, this.#rows), texts } };
  }

  numbers(
    heading: string,
    values: readonly (number | null)[],
    { shownAs, decimals }: ChartNumbers,
  ): { readonly range: NumberRange; readonly headingRange: TextRange } {
    const column = this.#add(
      heading,
      values.map((value) => (value === null ? null : { value, shownAs, decimals })),
    );
    return {
      range: {
        cells: this.#cells(column, 0, this.#rows),
        values: values.map((value) => inCell(value, shownAs)),
        formatCode: formatCode({ shownAs, decimals }),
      },
      headingRange: {
        cells: `${words[this.#language].name}!$${columnName(column)}$1`,
        texts: [this.#headings[column] ?? heading],
      },
    };
  }

  /** Two columns where any value has an interval. */
  intervals(
    heading: string,
    along: 'x' | 'y',
    values: readonly ChartValue[],
    numbers: ChartNumbers,
  ): IntervalRange[] {
    if (values.every(({ low, high }) => low === null || high === null)) return [];
    const { up, down } = words[this.#language];
    const apart = (of: ({ low, high }: ChartValue, value: number) => number | null) =>
      values.map((own) => (own.value === null ? null : of(own, own.value)));
    const finer = { ...numbers, decimals: numbers.decimals + 1 };
    return [
      {
        along,
        plus: this.numbers(
          `${heading} ${up}`,
          apart(({ high }, value) => (high === null ? null : high - value)),
          finer,
        ).range,
        minus: this.numbers(
          `${heading} ${down}`,
          apart(({ low }, value) => (low === null ? null : value - low)),
          finer,
        ).range,
      },
    ];
  }

  /** The rows from `first` up to `last` of a column. */
  part<Range extends TextRange | NumberRange>(range: Range, first: number, last: number): Range {
    const column = /\$([A-Z]+)\$/.exec(range.cells)?.[1] ?? 'A';
    const cells = this.#named(column, first, last);
    return 'texts' in range
      ? { ...range, cells, texts: range.texts.slice(first, last) }
      : { ...range, cells, values: range.values.slice(first, last) };
  }

  sheet(): Sheet {
    return {
      name: words[this.#language].name,
      columns: this.#headings,
      rows: Array.from({ length: this.#rows }, (_, row) =>
        this.#columns.map((column) => column[row] ?? null),
      ),
    };
  }

  /** Headings are all different, as a table of a workbook wants them. */
  #add(heading: string, cells: readonly SheetCell[]): number {
    const taken = new Set(this.#headings.map((own) => own.toLowerCase()));
    let own = heading;
    for (let copy = 2; taken.has(own.toLowerCase()); copy += 1) own = `${heading} ${copy}`;
    this.#headings.push(own);
    return this.#columns.push(cells) - 1;
  }

  #cells(column: number, first: number, last: number): string {
    return this.#named(columnName(column), first, last);
  }

  #named(column: string, first: number, last: number): string {
    const start = `${words[this.#language].name}!$${column}$${first + 2}`;
    return last - first === 1 ? start : `${start}:$${column}$${last + 1}`;
  }
}

/** A percent is kept as the part of one that it is, as in every workbook. */
export function inCell(value: number | null, shownAs: ChartNumbers['shownAs']): number | null {
  return value === null ? null : shownAs === 'percent' ? value / 100 : value;
}
