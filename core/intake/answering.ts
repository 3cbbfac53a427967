import type { ColumnMatch } from './columns.ts';
import type { Question } from './finding.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import type { ColumnRole } from './vocabulary.ts';
import { columnRoles } from './vocabulary.ts';

/** What the user has said of one column on its head. Null where they have said nothing of that. */
export interface ColumnAnswer {
  /** Letters. */
  readonly column: string;
  readonly role: ColumnRole;
  readonly item: string | null;
  readonly reversed: boolean | null;
  readonly level: 1 | 2 | null;
}

/** What the user has said about one file: answers by the questions' ids, and columns changed on their heads. */
export interface Said {
  readonly answers: Readonly<Record<string, string>>;
  readonly columns: readonly ColumnAnswer[];
}

/** Questions that the mapping does not hold: answered beside it. */
export const outsideMapping = { profile: 'profile', yearTaken: 'year-has-answers' } as const;

/** What must be known before columns are recognised: which sheet is read. */
export function withSheet(mapping: Mapping, { answers }: Said, sheet: string | null): Mapping {
  const chosen = sheet ?? answers['sheet'];
  return chosen === undefined ? mapping : { ...mapping, sheet: chosen };
}

/**
 * The mapping with everything that the user has said on top of it. `columns` are as recognised by `mapping`: an answer
 * on the direction of a statement names its item by them. An answer that says nothing usable is passed over, so that
 * its question stands open.
 */
export function withAnswers(mapping: Mapping, columns: readonly ColumnMatch[], said: Said): Mapping {
  const own = columnEntries(columns, said);
  const answered = Object.entries(said.answers);
  const after = (prefix: string): [string, string][] =>
    answered.flatMap(([id, answer]) => (id.startsWith(prefix) ? [[id.slice(prefix.length), answer]] : []));
  const { duplicates, scale, year } = said.answers;
  const points = said.answers['scale-points'];
  return {
    ...mapping,
    columns: [...own, ...mapping.columns],
    values: [
      ...after('value:').flatMap(([text, answer]) => {
        const meaning = meaningOf(answer);
        return meaning === null ? [] : [{ text, meaning }];
      }),
      ...mapping.values,
    ],
    units: [
      ...mapping.units,
      ...after('unit:').map(([name, sameAs]) => ({ name, sameAs: sameAs === '' ? null : sameAs })),
    ],
    ...((duplicates === 'first' || duplicates === 'all') && { duplicates }),
    ...((scale === 'straight' || scale === 'turned') && { scale }),
    ...(points !== undefined && /^\d{1,2}$/.test(points) && { points: Number(points) }),
    ...(year !== undefined && /^(?:19|20)\d\d$/.test(year) && { year: Number(year) }),
  };
}

/** Columns by their letters, what was said of the head before what was answered to a question. */
function columnEntries(columns: readonly ColumnMatch[], { answers, columns: heads }: Said): ColumnMapping[] {
  const entries = new Map<string, ColumnMapping>();
  for (const { letters } of columns) {
    const meaning = answers[`column:${letters}`];
    const entry = meaning === undefined ? null : entryOf(letters, meaning);
    if (entry !== null) entries.set(letters, entry);
  }
  for (const { column, role, item, reversed, level } of heads) {
    entries.set(column, {
      column,
      role,
      ...(item !== null && { item }),
      ...(reversed !== null && { reversed }),
      ...(level !== null && { level }),
    });
  }
  for (const { letters, item } of columns) {
    const direction = answers[`direction:${letters}`];
    if (direction === undefined) continue;
    const entry = entries.get(letters) ?? (item === null ? null : { column: letters, role: 'item', item });
    if (entry?.role === 'item') entries.set(letters, { reversed: direction === 'reverse', ...entry });
  }
  return [...entries.values(), ...givenUp(columns, entries)];
}

/** Columns that were taken to mean what the user says that another one means: one meaning never has two columns. */
function givenUp(
  columns: readonly ColumnMatch[],
  entries: ReadonlyMap<string, ColumnMapping>,
): ColumnMapping[] {
  const claims = [...entries.values()].flatMap((entry) => claimOf(entry.role, entry.item ?? null) ?? []);
  return columns
    .filter(({ letters, role, item }) => {
      const claim = claimOf(role, item);
      return !entries.has(letters) && claim !== null && claims.includes(claim);
    })
    .map(({ letters }) => ({ column: letters, role: 'other' }));
}

/** What only one column can be; null for a meaning that several may have. */
function claimOf(role: ColumnRole, item: string | null): string | null {
  if (role === 'item') return item === null ? null : `item:${item}`;
  return role === 'gate' || role === 'role' ? role : null;
}

/** A column question's answer, such as "item:skugg-it" or "unit". */
function entryOf(column: string, meaning: string): ColumnMapping | null {
  const [head = '', item] = meaning.split(':');
  const role = columnRoles.find((candidate) => candidate === head);
  if (role === undefined) return null;
  return { column, role, ...(item !== undefined && { item }) };
}

function meaningOf(answer: string): Mapping['values'][number]['meaning'] | null {
  if (answer === 'dontKnow' || answer === 'blank' || answer === 'refused') return answer;
  return /^\d{1,2}$/.test(answer) ? Number(answer) : null;
}

/**
 * Every question about a file, those that were answered too: `asked` are the questions before anything was said and
 * `open` those that stand now. The answer beside each; null while it stands open.
 */
export function withGivenAnswers(
  asked: readonly Question[],
  open: readonly Question[],
  answers: Said['answers'],
): (Question & { readonly answer: string | null })[] {
  const stands = new Set(open.map(({ id }) => id));
  return [
    ...asked.flatMap((question) => {
      const answer = answers[question.id];
      return stands.has(question.id) || answer === undefined ? [] : [{ ...question, answer }];
    }),
    ...open.map((question) => ({ ...question, answer: null })),
  ];
}
