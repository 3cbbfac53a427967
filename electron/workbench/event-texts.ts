import type { Texts } from '../../core/api.ts';
import type { Language } from '../../core/figures/figure.ts';
import { swedishNumber } from '../../core/numbers.ts';
import type { EventKind, WorkspaceEvent } from '../store/events.ts';
import type { WorkspaceReader } from '../store/workspace.ts';

/** The audit trail in words. */

/** What a unit is called now; null where it is gone. The trail itself holds no names. */
export type UnitNames = (unit: number) => string | null;

/** The names of a workspace's units. */
export function unitNamesOf(reader: WorkspaceReader): UnitNames {
  const names = new Map<number, string>(reader.units().map(({ id, name }) => [id, name]));
  return (unit) => names.get(unit) ?? null;
}

const did: Readonly<Record<EventKind, Texts>> = {
  imported: { sv: 'Inläsning', en: 'Import' },
  undone: { sv: 'Ångrade inläsning', en: 'Undid import' },
  redone: { sv: 'Gjorde om inläsning', en: 'Redid import' },
  erased: { sv: 'Raderade för gott inläsning', en: 'Erased for good import' },
  'units-merged': { sv: 'Räknade två enheter som en', en: 'Counted two units as one' },
  'units-split': { sv: 'Tog isär två enheter', en: 'Took two units apart' },
  'unit-renamed': { sv: 'Bytte namn på en enhet', en: 'Renamed a unit' },
  'unit-spellings-set': { sv: 'Ändrade en enhets stavningar', en: 'Changed the spellings of a unit' },
  'unit-moved': { sv: 'Flyttade en enhet', en: 'Moved a unit' },
  'unit-years-set': { sv: 'Ändrade en enhets år', en: 'Changed the years of a unit' },
  'unit-successors-set': {
    sv: 'Ändrade vilka som tog över efter en enhet',
    en: 'Changed which units took over from one',
  },
  'invited-set': { sv: 'Ändrade antalet inbjudna', en: 'Changed the number of invited' },
  'value-set': { sv: 'Lade in', en: 'Entered' },
  'value-removed': { sv: 'Tog bort', en: 'Removed' },
  'exchange-taken-in': {
    sv: 'Tog in utbytesfiler från andra kommuner',
    en: 'Took in exchange files of other municipalities',
  },
  'exchange-removed': { sv: 'Tog bort en utbytesfil', en: 'Removed an exchange file' },
  'exchange-restored': { sv: 'Tog tillbaka en utbytesfil', en: 'Restored an exchange file' },
  'minimum-group-set': { sv: 'Ändrade minsta grupp', en: 'Changed the minimum group' },
  'analysis-changed': { sv: 'Ändrade gränser eller regler', en: 'Changed limits or rules' },
  released: { sv: 'Lämnade ut resultat', en: 'Released results' },
  'answers-written': {
    sv: 'Skrev enskilda svar till en fil (personuppgifter)',
    en: 'Wrote single answers to a file (personal data)',
  },
  'passphrase-set': { sv: 'Krypterade arbetsfilen', en: 'Encrypted the workspace' },
  'passphrase-changed': { sv: 'Bytte lösenfras', en: 'Changed the passphrase' },
  'passphrase-removed': { sv: 'Tog bort krypteringen', en: 'Removed the encryption' },
  restored: { sv: 'Återställde en säkerhetskopia', en: 'Restored a backup' },
  repaired: { sv: 'Räddade innehållet ur en skadad fil', en: 'Salvaged a damaged file' },
};

/** Codes that the trail holds, in words. */
const codes: Readonly<Record<string, Texts>> = {
  answers: { sv: 'enkätsvar', en: 'answers' },
  aggregated: { sv: 'sammanställning', en: 'summary' },
  responseRates: { sv: 'inbjudna per enhet', en: 'invited per unit' },
  employeeSurvey: { sv: 'medarbetarundersökning', en: 'employee survey' },
  items: { sv: 'mätpunkterna', en: 'items' },
  categories: { sv: 'kategorierna', en: 'categories' },
  none: { sv: 'ingen', en: 'none' },
  'benjamini-hochberg': { sv: 'Benjamini–Hochberg', en: 'Benjamini–Hochberg' },
  'half-up': { sv: 'halva uppåt', en: 'half up' },
  'half-down': { sv: 'halva nedåt', en: 'half down' },
  'half-even': { sv: 'halva till jämnt tal', en: 'half to even' },
  published: { sv: 'publicerat värde', en: 'published value' },
  benchmark: { sv: 'jämförelsevärde', en: 'benchmark' },
  target: { sv: 'mål', en: 'target' },
};

type Value = string | number;

/** A detail of an event in words: what stands before it, how a value of it is written, and how none. */
interface Told {
  readonly name: string;
  readonly before?: Texts;
  readonly after?: Texts;
  readonly write?: (value: Value, names: UnitNames) => Texts;
  /** Where the event holds the detail without a value; nothing is said where this is left out. */
  readonly none?: Texts;
}

function limit(name: string, sv: string, en: string): Told {
  return { name, before: { sv: `${sv} `, en: `${en} ` } };
}

/** One that the instrument decides where the workspace does not. */
function ownRule(name: string, sv: string, en: string): Told {
  return {
    ...limit(name, sv, en),
    none: { sv: `${sv} som i instrumentet`, en: `${en} as in the instrument` },
  };
}

function written(value: Value): Texts {
  if (typeof value === 'string') return codes[value] ?? { sv: value, en: value };
  const decimals = (String(value).split('.')[1] ?? '').length;
  const sv = swedishNumber(value, decimals);
  return { sv, en: sv.replace(',', '.') };
}

function unitName(unit: Value, names: UnitNames): Texts {
  const name = names(Number(unit));
  return {
    sv: name ?? `en enhet som inte längre finns (${unit})`,
    en: name ?? `a unit that is gone (${unit})`,
  };
}

/** What of an event is worth telling, in this order. */
const details: readonly Told[] = [
  { name: 'content' },
  { name: 'value' },
  { name: 'year' },
  { name: 'years' },
  { name: 'percent', after: { sv: ' %', en: '%' } },
  { name: 'respondents', after: { sv: ' svarande', en: ' respondents' } },
  limit('size', 'till', 'to'),
  { name: 'groups', after: { sv: ' grupper', en: ' groups' } },
  { name: 'unit', write: unitName, none: { sv: 'hela kommunen', en: 'the whole municipality' } },
  { name: 'into', before: { sv: 'räknas som ', en: 'counted as ' }, write: unitName },
  {
    name: 'to',
    before: { sv: 'till ', en: 'to ' },
    write: unitName,
    none: { sv: 'direkt under kommunen', en: 'directly under the municipality' },
  },
  limit('from', 'från', 'from'),
  limit('until', 'till och med', 'until'),
  {
    name: 'successors',
    before: { sv: 'nu ', en: 'now ' },
    write: unitName,
    none: { sv: 'nu ingen', en: 'now none' },
  },
  { name: 'invited', before: { sv: 'till ', en: 'to ' }, none: { sv: 'inget eget', en: 'none of its own' } },
  limit('files', 'antal', 'number'),
  limit('dimensionRule', 'dimension som medel av', 'dimension as the mean of'),
  ownRule('percentDecimals', 'decimaler i procent', 'decimals of percents'),
  ownRule('meanDecimals', 'decimaler i medelvärden', 'decimals of means'),
  ownRule('rounding', 'avrundning', 'rounding'),
  limit('level', 'andel intervall som ska hålla', 'share of intervals that should hold'),
  limit('correction', 'justering av p-värden', 'adjustment of p-values'),
  limit('minimumAnswers', 'minsta antal svar för ett utslag', 'fewest answers for a verdict'),
  limit('retestReliability', 'återtestreliabilitet', 'retest reliability'),
  limit('lowPercent', 'låg under procent', 'low under percent'),
  limit('lowestCount', 'antal lägsta', 'number of lowest'),
  limit('changePoints', 'ändring från procentenheter', 'change from percentage points'),
  limit('dontKnowPercent', 'vet ej över procent', 'don’t know over percent'),
  limit('dontKnowRisePoints', 'vet ej ökat från procentenheter', 'don’t know risen from percentage points'),
  limit('employeeBands', 'index i band från', 'bands of indices from'),
  limit('indexChangeLimit', 'indexändring från', 'change of index from'),
];

/**
 * What was done, in a line; persons and times stand beside it. `without` names details to leave out, such as
 * "respondents".
 */
export function eventTexts(
  { kind, batch, detail }: WorkspaceEvent,
  names: UnitNames,
  without: readonly string[] = [],
): Texts {
  const line = (language: Language): string => {
    const begun = `${did[kind][language]}${batch === null ? '' : ` ${batch}`}`;
    const parts = details
      .filter(({ name }) => Object.hasOwn(detail, name) && !without.includes(name))
      .map((told) => part(told, detail[told.name], names, language))
      .filter((said) => said !== '');
    return parts.length === 0 ? begun : `${begun}: ${parts.join(', ')}`;
  };
  return { sv: line('sv'), en: line('en') };
}

function part(
  { before, after, write = written, none }: Told,
  value: unknown,
  names: UnitNames,
  language: Language,
): string {
  const several: unknown[] = Array.isArray(value) ? value : [value];
  const words = several
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map((one) => write(one, names)[language]);
  if (words.length === 0) return none?.[language] ?? '';
  return `${before?.[language] ?? ''}${words.join(', ')}${after?.[language] ?? ''}`;
}
