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
  'analysis-changed': { sv: 'Ändrade gränser för analysen', en: 'Changed limits of the analysis' },
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

/** Numbers of an event that are worth telling, in this order. */
const numbers: readonly (readonly [string, (value: string) => Texts])[] = [
  ['year', (value) => ({ sv: value, en: value })],
  ['years', (value) => ({ sv: value, en: value })],
  ['respondents', (value) => ({ sv: `${value} svarande`, en: `${value} respondents` })],
  ['size', (value) => ({ sv: `till ${value}`, en: `to ${value}` })],
  ['groups', (value) => ({ sv: `${value} grupper`, en: `${value} groups` })],
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
