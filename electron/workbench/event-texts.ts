import type { Texts } from '../../core/api.ts';
import type { EventKind, WorkspaceEvent } from '../store/events.ts';

/** The audit trail in words. */

const did: Readonly<Record<EventKind, Texts>> = {
  imported: { sv: 'Läste in', en: 'Imported' },
  undone: { sv: 'Ångrade inläsningen', en: 'Undid the import' },
  redone: { sv: 'Gjorde om inläsningen', en: 'Redid the import' },
  erased: { sv: 'Raderade inläsningen för gott', en: 'Erased the import for good' },
  'units-merged': { sv: 'Räknade två enheter som en', en: 'Counted two units as one' },
  'units-split': { sv: 'Tog isär två enheter', en: 'Took two units apart' },
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

type Told = readonly [name: string, tell: (value: string) => Texts];

function limit(name: string, sv: string, en: string): Told {
  return [name, (value) => ({ sv: `${sv} ${value.replace('.', ',')}`, en: `${en} ${value}` })];
}

/** Numbers and codes of an event that are worth telling, in this order. */
const numbers: readonly Told[] = [
  ['year', (value) => ({ sv: value, en: value })],
  ['years', (value) => ({ sv: value, en: value })],
  ['respondents', (value) => ({ sv: `${value} svarande`, en: `${value} respondents` })],
  ['size', (value) => ({ sv: `till ${value}`, en: `to ${value}` })],
  ['groups', (value) => ({ sv: `${value} grupper`, en: `${value} groups` })],
  limit('dimensionRule', 'dimension som medel av', 'dimension as the mean of'),
  limit('percentDecimals', 'decimaler i procent', 'decimals of percents'),
  limit('meanDecimals', 'decimaler i medelvärden', 'decimals of means'),
  limit('rounding', 'avrundning', 'rounding'),
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

/** What was done, in a line; persons and times stand beside it. */
export function eventTexts({ kind, batch, detail }: WorkspaceEvent): Texts {
  const parts = numbers.flatMap(([name, tell]) => {
    const value = detail[name];
    const told = Array.isArray(value) ? value.join(', ') : value;
    return typeof told === 'string' || typeof told === 'number' ? [tell(String(told))] : [];
  });
  const line = (language: 'sv' | 'en'): string =>
    [
      `${did[kind][language]}${batch === null ? '' : ` ${batch}`}`,
      ...parts.map((text) => text[language]),
    ].join(', ');
  return { sv: line('sv'), en: line('en') };
}
