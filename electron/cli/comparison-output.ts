import type { GatedComparison, GatedItemChange } from '../../core/privacy/derived.ts';
import type { GatedGroupComparison } from '../../core/privacy/gated-comparisons.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { swedishPercent } from '../../core/numbers.ts';
import type { Shown } from './shown.ts';
import { shownBy } from './shown.ts';
import { table } from './table.ts';
import { verdictText } from './verdict-text.ts';

/** A comparison with how sure each difference is; null where a side is not computed from respondents. */
export interface ComparedSides extends GatedComparison {
  readonly uncertainty: GatedGroupComparison | null;
}

/** The differences as JSON, with how sure each is beside them. */
export function comparisonJson(compared: ComparedSides) {
  const { maturity, dimensions, categories, items, notComparable, gateYesPercent, responseRatePercent } =
    compared;
  const plain = {
    maturity,
    dimensions,
    categories,
    items,
    gateYesPercent,
    responseRatePercent,
    notComparable,
  };
  const { uncertainty } = compared;
  if (uncertainty === null) return plain;
  const byCode = <Entry extends { readonly code: string }>(entries: readonly Entry[]) =>
    new Map<string, Entry>(entries.map((entry) => [entry.code, entry]));
  const sureDimensions = byCode(uncertainty.dimensions);
  const sureCategories = byCode(uncertainty.categories);
  const sureItems = byCode(uncertainty.items);
  return {
    ...plain,
    maturity: { ...maturity, ...uncertainty.maturity },
    dimensions: dimensions.map((entry) => ({ ...entry, ...sureDimensions.get(entry.code) })),
    categories: categories.map((entry) => ({ ...entry, ...sureCategories.get(entry.code) })),
    items: items.map((entry) => {
      const sure = sureItems.get(entry.code);
      return {
        ...entry,
        ...sure,
        from: { ...entry.from, ...sure?.from },
        to: { ...entry.to, ...sure?.to },
        hidden: { ...entry.hidden, ...sure?.hidden },
      };
    }),
    gateYesPercent: { ...gateYesPercent, ...uncertainty.gateYesPercent },
    assumptions: uncertainty.assumptions,
  };
}

const notComparableTexts: Readonly<Record<NonNullable<GatedComparison['notComparable']>, string>> = {
  'different-items':
    'Mognad, dimensioner och kategorier går inte att jämföra: de bygger på olika mätpunkter.',
  'reversed-differs':
    'Mognad, dimensioner och kategorier går inte att jämföra: skalan är vänd olika de båda åren.',
  reorganised: 'Enheten är omorganiserad mellan åren och går inte att jämföra med sig själv.',
  'no-result': 'Det finns inga resultat att jämföra på den ena sidan.',
};

/** The differences as tables, with a verdict in words for each. */
export function comparisonText(
  compared: ComparedSides,
  instrument: Instrument,
  labels: {
    readonly from: string;
    readonly to: string;
    readonly title: string;
    readonly sides: 'years' | 'groups';
  },
): string {
  const shown = shownBy(instrument.display);
  const { percentDecimals } = instrument.display;
  const nameOf = new Map<string, string>(
    [...instrument.dimensions, ...instrument.categories, ...instrument.items].map(({ code, name }) => [
      code,
      name.sv,
    ]),
  );
  const sure = compared.uncertainty;
  const sureItems = new Map<string, Omit<GatedGroupComparison['items'][number], 'code'>>(
    sure?.items.map(({ code, ...figure }) => [code, figure]),
  );
  const percentRow = (
    name: string,
    { from, to, difference, hidden }: GatedComparison['maturity'],
    figure: GatedGroupComparison['maturity'] | undefined,
  ): string[] => [
    name,
    shown.percent(from, hidden.from),
    shown.percent(to, hidden.to),
    shown.difference(difference, 1, hidden.difference),
    ...(figure === undefined ? [] : [intervalText(figure, 1, shown), verdictText(figure, labels.sides)]),
  ];
  const itemRow = ({ code, from, to, difference, dontKnowDifference, hidden }: GatedItemChange): string[] => {
    const figure = sureItems.get(code);
    const dontKnow = (share: number | null): string =>
      shown.percent(share, share === null ? hidden.dontKnowDifference : undefined);
    return [
      nameOf.get(code) ?? code,
      shown.mean(from.mean, from.mean === null ? hidden.difference : undefined),
      shown.mean(to.mean, to.mean === null ? hidden.difference : undefined),
      shown.difference(difference, 2, hidden.difference),
      ...(figure === undefined ? [] : [intervalText(figure, 2, shown)]),
      dontKnow(from.dontKnowPercent),
      dontKnow(to.dontKnowPercent),
      shown.difference(dontKnowDifference, percentDecimals, hidden.dontKnowDifference),
      ...(figure === undefined ? [] : [verdictText(figure, labels.sides)]),
    ];
  };
  const sureOf = new Map<string, GatedGroupComparison['maturity']>(
    [...(sure?.dimensions ?? []), ...(sure?.categories ?? [])].map((figure) => [figure.code, figure]),
  );
  const headings = [
    '',
    labels.from,
    labels.to,
    'Skillnad',
    ...(sure === null ? [] : [intervalHeading(sure)]),
  ];
  const itemHeadings = [
    'Mätpunkt',
    labels.from,
    labels.to,
    'Skillnad',
    ...(sure === null ? [] : [intervalHeading(sure)]),
    `Vet ej ${labels.from}`,
    `Vet ej ${labels.to}`,
    'Skillnad',
  ];
  return [
    labels.title,
    ...(compared.notComparable === null ? [] : [notComparableTexts[compared.notComparable]]),
    '',
    table(
      [
        headings,
        percentRow('Digital mognad', compared.maturity, sure?.maturity),
        ...[...compared.dimensions, ...compared.categories].map(({ code, ...change }) =>
          percentRow(nameOf.get(code) ?? code, change, sureOf.get(code)),
        ),
      ],
      [1, 2, 3],
    ),
    '',
    table(
      [itemHeadings, ...compared.items.map(itemRow)],
      sure === null ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 5, 6, 7],
    ),
  ].join('\n');
}

/** "95 % intervall". */
function intervalHeading({ assumptions }: GatedGroupComparison): string {
  return `${swedishPercent(assumptions.level * 100, 0)} intervall`;
}

/** "−4,1 till +0,1". */
function intervalText(
  { ciLow, ciHigh }: { readonly ciLow: number | null; readonly ciHigh: number | null },
  decimals: number,
  shown: Shown,
): string {
  return ciLow === null || ciHigh === null
    ? ''
    : `${shown.difference(ciLow, decimals)} till ${shown.difference(ciHigh, decimals)}`;
}
