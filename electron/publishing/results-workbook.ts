import type { Measurements } from '../../core/analysis/measurements.ts';
import { wholeOf } from '../../core/analysis/measurements.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { GatedUnitResult, GatedYearResult } from '../../core/privacy/gated.ts';
import type { GatedEstimates } from '../../core/privacy/gated-estimates.ts';
import { estimateGated } from '../../core/privacy/gated-estimates.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import type { ResultSource } from '../../core/scoring/results.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { writeWorkbook } from './xlsx/workbook.ts';

/** All results of all years and units as one workbook, past the small-group gate. */

const missingSign = '-';

/** A year and unit with its figures and their intervals. */
interface Line {
  readonly year: GatedYearResult;
  readonly own: GatedUnitResult;
  /** Null where there are no answers behind the figures. */
  readonly estimates: GatedEstimates | null;
}

/** The workbook's bytes; the same measurements at the same `now` (ISO time) give the same. */
export function resultsWorkbook(measurements: Measurements, now: string): Buffer {
  const lines = linesOf(measurements);
  const sheets = [
    maturitySheet(lines),
    compositeSheet('Dimensioner', 'Dimension', lines, ({ dimensions }) => dimensions, 'dimensions'),
    compositeSheet('Kategorier', 'Kategori', lines, ({ categories }) => categories, 'categories'),
    itemsSheet(lines),
    aboutSheet(measurements),
  ];
  return writeWorkbook(sheets, {
    title: `Digital mognad, ${measurements.wholeName}`,
    languageTag: 'sv-SE',
    creator: measurements.wholeName,
    now,
  });
}

/** Oldest year first, the whole first within a year, then units in tree order. */
function linesOf(measurements: Measurements): Line[] {
  return measurements.years.flatMap((year) => {
    const result = measurements.bestResult(year);
    return result.units.map((own): Line => {
      const group = result.source === 'answers' ? measurements.gatedGroupIn(year, own.unit) : null;
      return {
        year: result,
        own,
        estimates: group === null ? null : estimateGated(group, measurements.settings),
      };
    });
  });
}

const sourceNames: Readonly<Record<ResultSource, string>> = {
  answers: 'Svar',
  aggregated: 'Sammanställning',
  published: 'Publicerat',
};

/** The columns that say which group a row is of. */
const groupColumns = ['År', 'Enhet', 'Nivå', 'Underlag'];

function groupCells({ year: { year, source }, own: { name, level, whole } }: Line): SheetCell[] {
  return [number(year, 0), name, whole ? 'Helhet' : String(level), sourceNames[source]];
}

function maturitySheet(lines: readonly Line[]): Sheet {
  return {
    name: 'Mognad',
    columns: [
      ...groupColumns,
      'Svarande',
      'Inbjudna',
      'Svarsfrekvens',
      'Digital mognad',
      'Intervall från',
      'Intervall till',
      'Kvadrant',
      'Delaktiga i beslut',
    ],
    rows: lines.map((line) => {
      const { own, estimates, year } = line;
      const { hidden } = own;
      return [
        ...groupCells(line),
        counted(own.respondents),
        counted(own.invited),
        percent(own.responseRatePercent, false),
        ...withInterval(own.maturityPercent, hidden.maturityPercent !== undefined, estimates?.maturity),
        quadrantCell(own, year.instrument),
        percent(own.gateYesPercent, hidden.gateYesPercent !== undefined),
      ];
    }),
  };
}

function quadrantCell({ quadrant, hidden }: GatedUnitResult, { quadrants }: Instrument): SheetCell {
  if (hidden.quadrant !== undefined) return hiddenSign;
  return quadrants?.types.find(({ code }) => code === quadrant)?.name.sv ?? missingSign;
}

type Composite = GatedUnitResult['dimensions'][number] | GatedUnitResult['categories'][number];

function compositeSheet(
  name: string,
  heading: string,
  lines: readonly Line[],
  scoresOf: (own: GatedUnitResult) => readonly Composite[],
  kind: 'dimensions' | 'categories',
): Sheet {
  return {
    name,
    columns: [...groupColumns, heading, 'Procent', 'Intervall från', 'Intervall till'],
    rows: lines.flatMap((line) =>
      scoresOf(line.own).map(({ code, percent: value, hidden }) => {
        const estimates: readonly Interval[] = line.estimates?.[kind] ?? [];
        const estimate = estimates.find((figure) => figure.code === code);
        const part = line.year.instrument[kind].find((own) => own.code === code);
        return [
          ...groupCells(line),
          part?.name.sv ?? code,
          ...withInterval(value, hidden.percent !== undefined, estimate),
        ];
      }),
    ),
  };
}

function itemsSheet(lines: readonly Line[]): Sheet {
  return {
    name: 'Mätpunkter',
    columns: [
      ...groupColumns,
      'Dimension',
      'Kategori',
      'Mätpunkt',
      'Antal svar',
      'Medelvärde',
      'Medelvärde från',
      'Medelvärde till',
      'Standardavvikelse',
      'Procent',
      'Vet ej, antal',
      'Vet ej, andel',
      'Obesvarade',
    ],
    rows: lines.flatMap((line) => line.own.items.map((item) => itemRow(line, item))),
  };
}

function itemRow(line: Line, item: GatedUnitResult['items'][number]): SheetCell[] {
  const { instrument } = line.year;
  const { hidden } = item;
  const part = instrument.items.find(({ code }) => code === item.code);
  const category = instrument.categories.find(({ code }) => code === part?.category);
  const dimension = instrument.dimensions.find(({ code }) => code === category?.dimension);
  const estimate = line.estimates?.items.find(({ code }) => code === item.code);
  const isHidden = hidden.mean !== undefined;
  return [
    ...groupCells(line),
    dimension?.name.sv ?? missingSign,
    category?.name.sv ?? missingSign,
    part?.name.sv ?? item.code,
    shown(item.n, hidden.n !== undefined, (n) => number(n, 0)),
    shown(item.mean, isHidden, (mean) => number(mean, 2)),
    shown(estimate?.ciLow ?? null, isHidden, (end) => number(end, 2)),
    shown(estimate?.ciHigh ?? null, isHidden, (end) => number(end, 2)),
    shown(item.sd, hidden.sd !== undefined, (sd) => number(sd, 2)),
    percent(item.percent, hidden.percent !== undefined),
    shown(item.dontKnow, hidden.dontKnow !== undefined, (count) => number(count, 0)),
    percent(item.dontKnowPercent, hidden.dontKnowPercent !== undefined),
    shown(item.blank, hidden.blank !== undefined, (count) => number(count, 0)),
  ];
}

function aboutSheet(measurements: Measurements): Sheet {
  const { minimumGroup, settings, wholeName, years } = measurements;
  const level = `${Math.round(settings.level * 100)} %`;
  const counts = years.map((year) => {
    const { respondents, invited } = wholeOf(measurements.bestResult(year));
    return [
      `Svarande ${year}`,
      `${respondents ?? missingSign}${invited === null ? '' : ` av ${invited} inbjudna`}`,
    ];
  });
  return {
    name: 'Om',
    columns: ['Uppgift', 'Innehåll'],
    rows: [
      ['Organisation', wholeName],
      ...counts,
      ['Procent', 'Medelvärdet som andel av vägen från skalans lägsta värde till dess högsta.'],
      ['Mognad', 'Medelvärdet av de två dimensionerna, som i sin tur är medelvärden.'],
      ['Intervall', `${level} osäkerhet. Saknas där det inte finns svar bakom värdet.`],
      ['Vet ej', 'Andel av dem som svarade på skalan eller vet ej. Obesvarade räknas för sig.'],
      ['Minsta grupp', `Värden för färre än ${minimumGroup.size} svarande visas inte.`],
      ...(minimumGroup.reason === null ? [] : [['Skäl för minsta grupp', minimumGroup.reason]]),
      [
        '..',
        'Värdet visas inte, för att skydda små grupper. Det går inte heller att räkna ut ur andra värden.',
      ],
      ['-', 'Värdet saknas.'],
    ],
  };
}

interface Interval {
  readonly code?: string;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/** A percent and the ends of its interval. */
function withInterval(
  value: number | null,
  isHidden: boolean,
  interval: Interval | undefined,
): [SheetCell, SheetCell, SheetCell] {
  return [
    percent(value, isHidden),
    percent(interval?.ciLow ?? null, isHidden),
    percent(interval?.ciHigh ?? null, isHidden),
  ];
}

function percent(value: number | null, isHidden: boolean): SheetCell {
  return shown(value, isHidden, (known) => ({ value: known, shownAs: 'percent', decimals: 1 }));
}

function counted(value: number | null): SheetCell {
  return shown(value, false, (known) => number(known, 0));
}

function number(value: number, decimals: number): SheetCell {
  return { value, shownAs: 'number', decimals };
}

function shown(value: number | null, isHidden: boolean, cell: (value: number) => SheetCell): SheetCell {
  if (isHidden) return hiddenSign;
  return value === null ? missingSign : cell(value);
}
