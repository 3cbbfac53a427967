import type { Comparison, ItemChange } from '../../../core/comparison/compare.ts';
import type { Instrument } from '../../../core/instrument/instrument.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../../../core/numbers.ts';
import type { YearComparison } from '../../workbench/results.ts';
import { compareBenchmark, compareUnits, compareYears } from '../../workbench/results.ts';
import { withReader } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { noPositionals, requiredYear, text, workspacePath } from '../options.ts';
import { table } from '../table.ts';
import { verdictText } from '../verdict-text.ts';

/** `compare`: differences between two years, two units of a year, or a year and its benchmarks and targets. */
export const compareCommand: Command = {
  name: 'compare',
  usage:
    '--in ARBETSFIL --from Y --to Y [--unit NAMN] [--json]\n' +
    '       dimios compare --in ARBETSFIL --year Y --unit NAMN --with NAMN [--json]\n' +
    '       dimios compare --in ARBETSFIL --year Y --benchmark [--unit NAMN] [--json]',
  summary: 'Jämför två år, två enheter eller ett år med riket och målet.',
  options: {
    in: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    year: { type: 'string' },
    unit: { type: 'string' },
    with: { type: 'string' },
    benchmark: { type: 'boolean' },
  },
  run(positionals, options) {
    noPositionals(positionals);
    const path = workspacePath(options);
    const unitName = text(options, 'unit');
    const otherName = text(options, 'with');
    return withReader(path, (reader) => {
      const unit = unitName === null ? null : reader.findUnit(unitName).id;
      if (options['benchmark'] === true) {
        const of = requiredYear(options, 'year');
        const compared = compareBenchmark(reader, of, unit);
        const rows = compared.figures.map(({ kind, source, from, difference }) => [
          kind === 'target' ? 'Mål' : 'Jämförelsevärde',
          source,
          swedishPercent(from, 1),
          swedishDifference(difference, 1),
        ]);
        return {
          json: { year: of, unit: compared.unitName, figures: compared.figures },
          text: table([['', 'Källa', 'Värde', 'Skillnad'], ...rows], [2, 3]),
        };
      }
      if (otherName !== null) {
        const of = requiredYear(options, 'year');
        const compared = compareUnits(reader, of, unit, reader.findUnit(otherName).id);
        const labels = { from: otherName, to: unitName ?? '', unit: unitName ?? '' };
        return {
          json: { ...labels, year: of, ...comparisonJson(compared) },
          text: comparisonText(compared, reader.instrument(of), {
            ...labels,
            title: `${labels.to} mot ${labels.from}, ${of}`,
          }),
        };
      }
      if (options['year'] !== undefined)
        throw new UsageError('Ange --from och --to, eller --with eller --benchmark.');
      const from = requiredYear(options, 'from');
      const to = requiredYear(options, 'to');
      const compared = compareYears(reader, from, to, unit);
      return {
        json: { from, to, unit: compared.unitName, ...withUncertainty(compared) },
        text: comparisonText(compared, reader.instrument(to), {
          from: String(from),
          to: String(to),
          title: `${compared.unitName}, ${from} till ${to}`,
        }),
      };
    });
  },
};

/** The differences with how sure each is beside them, where both years are computed from respondents. */
function withUncertainty(compared: YearComparison) {
  const plain = comparisonJson(compared);
  const { uncertainty } = compared;
  if (uncertainty === null) return plain;
  const byCode = <Entry extends { readonly code: string }>(entries: readonly Entry[]) =>
    new Map<string, Entry>(entries.map((entry) => [entry.code, entry]));
  const dimensions = byCode(uncertainty.dimensions);
  const categories = byCode(uncertainty.categories);
  const items = byCode(uncertainty.items);
  return {
    ...plain,
    maturity: { ...plain.maturity, ...uncertainty.maturity },
    dimensions: plain.dimensions.map((entry) => ({ ...entry, ...dimensions.get(entry.code) })),
    categories: plain.categories.map((entry) => ({ ...entry, ...categories.get(entry.code) })),
    items: plain.items.map((entry) => {
      const sure = items.get(entry.code);
      return { ...entry, ...sure, from: { ...entry.from, ...sure?.from }, to: { ...entry.to, ...sure?.to } };
    }),
    gateYesPercent: { ...plain.gateYesPercent, ...uncertainty.gateYesPercent },
    assumptions: uncertainty.assumptions,
  };
}

function comparisonJson(compared: Comparison) {
  const { maturity, dimensions, categories, items, notComparable, gateYesPercent, responseRatePercent } =
    compared;
  return { maturity, dimensions, categories, items, gateYesPercent, responseRatePercent, notComparable };
}

const notComparableTexts: Readonly<Record<NonNullable<Comparison['notComparable']>, string>> = {
  'different-items':
    'Mognad, dimensioner och kategorier går inte att jämföra: de bygger på olika mätpunkter.',
  'reversed-differs':
    'Mognad, dimensioner och kategorier går inte att jämföra: skalan är vänd olika de båda åren.',
  reorganised: 'Enheten är omorganiserad mellan åren och går inte att jämföra med sig själv.',
  'no-result': 'Det finns inga resultat att jämföra på den ena sidan.',
};

function comparisonText(
  compared: Comparison & Partial<Pick<YearComparison, 'uncertainty'>>,
  instrument: Instrument,
  labels: { readonly from: string; readonly to: string; readonly title: string },
): string {
  const { percentDecimals, meanDecimals, rounding } = instrument.display;
  const nameOf = new Map<string, string>(
    [...instrument.dimensions, ...instrument.categories, ...instrument.items].map(({ code, name }) => [
      code,
      name.sv,
    ]),
  );
  const sure = compared.uncertainty ?? null;
  const verdictOf = new Map<string, string>(
    sure === null
      ? []
      : [...sure.dimensions, ...sure.categories, ...sure.items].map(({ code, ...figure }) => [
          code,
          verdictText(figure),
        ]),
  );
  const percentRow = (name: string, change: Comparison['maturity'], verdict: string): string[] => [
    name,
    swedishPercent(change.from, percentDecimals, rounding),
    swedishPercent(change.to, percentDecimals, rounding),
    swedishDifference(change.difference, 1, rounding),
    verdict,
  ];
  const itemRow = ({ code, from, to, difference, dontKnowDifference }: ItemChange): string[] => [
    nameOf.get(code) ?? code,
    swedishNumber(from.mean, meanDecimals, rounding),
    swedishNumber(to.mean, meanDecimals, rounding),
    swedishDifference(difference, 2, rounding),
    swedishPercent(from.dontKnowPercent, percentDecimals, rounding),
    swedishPercent(to.dontKnowPercent, percentDecimals, rounding),
    swedishDifference(dontKnowDifference, percentDecimals, rounding),
    verdictOf.get(code) ?? '',
  ];
  return [
    labels.title,
    ...(compared.notComparable === null ? [] : [notComparableTexts[compared.notComparable]]),
    '',
    table(
      [
        ['', labels.from, labels.to, 'Skillnad'],
        percentRow('Digital mognad', compared.maturity, sure === null ? '' : verdictText(sure.maturity)),
        ...compared.dimensions.map(({ code, ...change }) =>
          percentRow(nameOf.get(code) ?? code, change, verdictOf.get(code) ?? ''),
        ),
        ...compared.categories.map(({ code, ...change }) =>
          percentRow(nameOf.get(code) ?? code, change, verdictOf.get(code) ?? ''),
        ),
      ],
      [1, 2, 3],
    ),
    '',
    table(
      [
        [
          'Mätpunkt',
          labels.from,
          labels.to,
          'Skillnad',
          `Vet ej ${labels.from}`,
          `Vet ej ${labels.to}`,
          'Skillnad',
        ],
        ...compared.items.map(itemRow),
      ],
      [1, 2, 3, 4, 5, 6],
    ),
  ].join('\n');
}
