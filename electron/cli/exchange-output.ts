import type { ExchangeComparison, OthersTakingPart } from '../../core/analysis/exchange.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { swedishNumber, swedishPercent } from '../../core/numbers.ts';
import { counted } from '../../core/text.ts';
import type { ListedExchangeFile } from '../workbench/exchange.ts';
import { shownBy } from './shown.ts';
import { table } from './table.ts';
import { verdictText } from './verdict-text.ts';
import { wrapped } from './wrap.ts';

/** Said wherever an interval rests on a bound. */
const boundMark = '*';
const boundNote = `${boundMark} intervallet är minst så brett som det hade blivit av alla svar: en del av underlaget får inte delas.`;

/** An exchange file that was taken in, as JSON. */
export function exchangeFileJson({
  id,
  fileName,
  takenInAt,
  removedAt,
  isOwn,
  fault,
  file,
}: ListedExchangeFile) {
  const { municipality, year, respondents, invited, provenance } = file;
  return {
    id,
    municipality,
    year,
    fileName,
    takenInAt,
    removed: removedAt !== null,
    own: isOwn,
    fault,
    respondents,
    invited,
    minimumGroup: { size: provenance.minimumGroup, reason: provenance.reason },
  };
}

export function exchangeFilesText(files: readonly ListedExchangeFile[]): string {
  if (files.length === 0) return 'Inga utbytesfiler är inlästa.';
  const rows = files.map((listed) => [
    String(listed.id),
    String(listed.file.year),
    listed.file.municipality,
    String(listed.file.respondents),
    listed.file.invited === null ? '-' : String(listed.file.invited),
    stateOf(listed),
  ]);
  return table([['Nr', 'År', 'Kommun', 'Svarande', 'Inbjudna', ''], ...rows], [0, 3, 4]);
}

function stateOf({ removedAt, isOwn, fault, file }: ListedExchangeFile): string {
  if (removedAt !== null) return 'borttagen, eller ersatt av en nyare';
  if (isOwn) return 'den egna, räknas inte med bland de andra';
  if (fault !== null) return fault;
  const { minimumGroup, reason } = file.provenance;
  return reason === null ? '' : `minsta gruppstorlek ${minimumGroup}: ${reason}`;
}

/** The others of a year added up, as JSON. */
export function othersJson({ benchmark, estimates, statement }: OthersTakingPart) {
  const { year, respondents, invited, strata, partialItems, gateMissing, missingPairs } = benchmark;
  return {
    year,
    statement,
    municipalities: strata.map((stratum) => ({
      municipality: stratum.municipality,
      respondents: stratum.respondents,
      invited: stratum.invited,
      withheldItems: stratum.withheldItems,
      missingPairs: stratum.missingPairs.length,
    })),
    respondents,
    invited,
    ...estimates,
    partialItems,
    gateMissing,
    missingPairs,
  };
}

/** The others of a year: what they come to, item by item, and what is missing from whom. */
export function othersText({ benchmark, estimates, statement }: OthersTakingPart): string {
  const { instrument, year, respondents, invited, partialItems, gateMissing, missingPairs } = benchmark;
  const names = namesOf(instrument);
  const of = invited === null ? '' : ` av ${invited} inbjudna`;
  const composite = (
    name: string,
    { value, ciLow, ciHigh, bounded }: OthersTakingPart['estimates']['maturity'],
  ): string[] => [name, swedishPercent(value, 1), interval(ciLow, ciHigh, 1) + (bounded ? boundMark : '')];
  const { weighted } = estimates;
  return [
    `De andra som deltar, ${year}`,
    wrapped(`${statement} ${respondents} svarande${of}.`),
    table(
      [
        ['', 'Procent', '95 % säkerhet'],
        composite('Digital mognad', estimates.maturity),
        ...(weighted === null ? [] : [composite('  viktad efter kommunernas inbjudna', weighted.maturity)]),
        ...[...estimates.dimensions, ...estimates.categories].map(({ code, ...figure }) =>
          composite(names.get(code) ?? code, figure),
        ),
      ],
      [1],
    ),
    table(
      [
        ['Mätpunkt', 'n', 'Medel', '95 % säkerhet', 'Vet ej'],
        ...estimates.items.map(({ code, n, value, ciLow, ciHigh, dontKnow }) => [
          names.get(code) ?? code,
          String(n),
          swedishNumber(value, 2),
          interval(ciLow, ciHigh, 2),
          swedishPercent(dontKnow.percent, 0),
        ]),
      ],
      [1, 2, 4],
    ),
    [
      ...(missingPairs.length === 0 ? [] : [wrapped(boundNote)]),
      ...partialItems.map(({ code, missing }) =>
        wrapped(
          `${names.get(code) ?? code} saknas från ${counted(missing.length, 'kommun', 'kommuner')}: ${missing.join(', ')}.`,
        ),
      ),
      ...(gateMissing.length === 0
        ? []
        : [wrapped(`Svaren om beslut saknas från ${gateMissing.join(', ')}.`)]),
    ].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** One's own figures beside the others'. */
export function besideOthersText(compared: ExchangeComparison, instrument: Instrument): string {
  const shown = shownBy(instrument.display);
  const names = namesOf(instrument);
  const row = (name: string, figure: ExchangeComparison['maturity']): string[] => [
    name,
    shown.percent(figure.from) + (figure.bounded ? boundMark : ''),
    shown.percent(figure.to, figure.hidden.to),
    shown.difference(figure.difference, 1, figure.hidden.difference),
    verdictBeside(figure),
  ];
  const isBounded = compared.maturity.bounded;
  return [
    wrapped(compared.statement),
    table(
      [
        ['', 'De andra', 'Ni', 'Skillnad', ''],
        row('Digital mognad', compared.maturity),
        ...[...compared.dimensions, ...compared.categories].map((figure) =>
          row(names.get(figure.code) ?? figure.code, figure),
        ),
        ...compared.items.map((item) => [
          names.get(item.code) ?? item.code,
          shown.mean(item.from.mean),
          shown.mean(item.to.mean, item.to.mean === null ? item.hidden.difference : undefined),
          shown.difference(item.difference, 2, item.hidden.difference),
          verdictBeside(item),
        ]),
      ],
      [1, 2, 3],
    ),
    ...(isBounded ? [wrapped(boundNote)] : []),
  ].join('\n\n');
}

/** A verdict between two groups: nothing has risen or fallen. */
function verdictBeside(figure: Parameters<typeof verdictText>[0]): string {
  const side = figure.verdict === 'risen' ? 'högre' : figure.verdict === 'fallen' ? 'lägre' : null;
  if (side === null) return verdictText(figure);
  return figure.firm ? `säkert ${side}` : `${side} bland de då inbjudna`;
}

function namesOf({ dimensions, categories, items }: Instrument): ReadonlyMap<string, string> {
  return new Map([...dimensions, ...categories, ...items].map(({ code, name }) => [code, name.sv]));
}

function interval(low: number | null, high: number | null, decimals: number): string {
  if (low === null || high === null) return '-';
  return `${swedishNumber(low, decimals)}–${swedishNumber(high, decimals)}`;
}
