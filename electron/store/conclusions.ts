import * as z from 'zod';
import type { Conclusion } from '../../core/conclusions/conclusion.ts';
import { activityStates, decisionKinds } from '../../core/conclusions/conclusion.ts';
import type { ReadConnection } from './connection.ts';
import { itemColumn, jsonColumn, unitIdColumn } from './row-shapes.ts';

/** What a conclusion rests on, as it is stored. */
export const basisShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), item: itemColumn }),
  z.object({ kind: z.literal('gate-share') }),
  z.object({ kind: z.literal('response-rate') }),
]);

const activityShape = z.object({
  text: z.string(),
  responsible: z.string().nullable(),
  due: z.string().nullable(),
  state: z.enum(activityStates),
});
const decisionShape = z.object({
  year: z.int(),
  kind: z.enum(decisionKinds),
  text: z.string().nullable(),
});
const paragraphShape = z.object({ year: z.int(), text: z.string(), draft: z.string() });

const headShape = z.object({
  id: z.int(),
  year: z.int(),
  unit: unitIdColumn.nullable(),
  number: z.int(),
  heading: z.string(),
  text: z.string(),
});

const conclusionRow = headShape.extend({
  basis: jsonColumn(z.array(basisShape)),
  activities: jsonColumn(z.array(activityShape)),
  decisions: jsonColumn(z.array(decisionShape)),
  paragraphs: jsonColumn(z.array(paragraphShape)),
});

/** Whether conclusions that were removed are meant, or those that stand. */
export type ConclusionPresence = 'standing' | 'removed';

const selectConclusions = `
  SELECT id, year, unit, number, heading, text, basis,
    (SELECT json_group_array(
        json_object('text', text, 'responsible', responsible, 'due', due, 'state', state) ORDER BY position)
      FROM activity WHERE activity.conclusion = conclusion.id) AS activities,
    (SELECT json_group_array(json_object('year', year, 'kind', kind, 'text', text) ORDER BY year)
      FROM conclusion_decision AS decision WHERE decision.conclusion = conclusion.id) AS decisions,
    (SELECT json_group_array(json_object('year', year, 'text', text, 'draft', draft) ORDER BY year)
      FROM conclusion_paragraph AS paragraph WHERE paragraph.conclusion = conclusion.id) AS paragraphs
  FROM conclusion`;

/** Conclusions by year, unit (the whole first) and number. */
export function listConclusions(
  connection: ReadConnection,
  presence: ConclusionPresence = 'standing',
): Conclusion[] {
  return connection.all(
    conclusionRow,
    `${selectConclusions} WHERE (removed_at IS NULL) = @standing
     ORDER BY year, coalesce(unit, 0), number, id`,
    { standing: presence === 'standing' ? 1 : 0 },
  );
}

/** The conclusion with that number in the file, removed or not; null when there is none. */
export function findConclusion(
  connection: ReadConnection,
  id: number,
): { readonly conclusion: Conclusion; readonly removed: boolean } | null {
  const conclusion = connection.get(conclusionRow, `${selectConclusions} WHERE id = @id`, { id });
  if (conclusion === null) return null;
  const removed = connection.get(
    z.object({ removed: z.int() }),
    'SELECT removed_at IS NOT NULL AS removed FROM conclusion WHERE id = @id',
    { id },
  );
  return { conclusion, removed: removed?.removed === 1 };
}

export const conclusionChanges = [
  'added',
  'edited',
  'decided',
  'followed-up',
  'removed',
  'restored',
] as const;
export type ConclusionChange = (typeof conclusionChanges)[number];

/** A conclusion as it was after one change. */
export interface ConclusionVersion {
  /** ISO time. */
  readonly at: string;
  readonly change: ConclusionChange;
  readonly conclusion: Conclusion;
}

const versionRow = z.object({
  at: z.string(),
  change: z.enum(conclusionChanges),
  conclusion: jsonColumn(
    headShape.extend({
      basis: z.array(basisShape),
      activities: z.array(activityShape),
      decisions: z.array(decisionShape),
      paragraphs: z.array(paragraphShape),
    }),
  ),
});

/** Everything that a conclusion has been, oldest first; it is empty where there is no such conclusion. */
export function conclusionHistory(connection: ReadConnection, id: number): ConclusionVersion[] {
  return connection.all(
    versionRow,
    'SELECT at, change, snapshot AS conclusion FROM conclusion_history WHERE conclusion = @id ORDER BY id',
    { id },
  );
}
