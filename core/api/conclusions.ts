import * as z from 'zod';
import { activityStates, decisionKinds } from '../conclusions/conclusion.ts';
import { figureDirections } from '../conclusions/follow-up.ts';
import {
  changed,
  itemCode,
  mark,
  shortText,
  texts,
  unitOrWhole,
  workspaceId,
  writtenText,
  year,
} from './values.ts';

const basis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('item'), item: itemCode }),
  z.strictObject({ kind: z.literal('gate-share') }),
  z.strictObject({ kind: z.literal('response-rate') }),
]);

const activity = z.strictObject({
  text: writtenText,
  responsible: shortText.nullable(),
  /** ISO date. */
  due: z.string().max(10).nullable(),
  state: z.enum(activityStates),
});

const content = z.strictObject({
  year,
  unit: unitOrWhole,
  number: z.int().min(1).max(9999),
  heading: shortText,
  text: writtenText,
  basis: z.array(basis).max(200),
  activities: z.array(activity).max(200),
});

const conclusion = content.extend({
  id: z.int(),
  decisions: z.array(z.strictObject({ year, kind: z.enum(decisionKinds), text: z.string().nullable() })),
  paragraphs: z.array(z.strictObject({ year, text: z.string(), draft: z.string() })),
});
export type ConclusionView = z.infer<typeof conclusion>;

const id = z.int().min(1);
const kept = changed.extend({ conclusion });

const followUp = z.strictObject({
  conclusion,
  /** How it read when the year was to be followed up. */
  text: z.string(),
  since: year.nullable(),
  direction: z.enum(figureDirections),
  /** What the figures that it rests on did. */
  changes: z.array(
    z.strictObject({
      kind: z.enum(['item', 'gate-share', 'response-rate']),
      item: itemCode.nullable(),
      name: texts,
      mark: mark.nullable(),
      sentence: z.string(),
    }),
  ),
  draft: z.string(),
  own: z.strictObject({ text: z.string(), draftHasChanged: z.boolean() }).nullable(),
  decision: z.strictObject({ kind: z.enum(decisionKinds), text: z.string().nullable() }).nullable(),
});

export const conclusionCalls = {
  'conclusions.list': {
    input: z.strictObject({ workspaceId, year: year.nullable(), unit: unitOrWhole, allUnits: z.boolean() }),
    output: z.strictObject({
      conclusions: z.array(conclusion.extend({ unitName: z.string() })),
      removed: z.array(conclusion.extend({ unitName: z.string() })),
      /** The first free number of the year and unit asked for; null without a year. */
      nextNumber: z.int().nullable(),
    }),
  },
  'conclusions.add': { input: z.strictObject({ workspaceId, content }), output: kept },
  'conclusions.edit': { input: z.strictObject({ workspaceId, id, content }), output: kept },
  'conclusions.remove': { input: z.strictObject({ workspaceId, id }), output: changed },
  'conclusions.restore': { input: z.strictObject({ workspaceId, id }), output: kept },
  /** Null takes the decision back. */
  'conclusions.decide': {
    input: z.strictObject({
      workspaceId,
      id,
      year,
      decision: z.strictObject({ kind: z.enum(decisionKinds), text: writtenText.nullable() }).nullable(),
    }),
    output: kept,
  },
  /** Keeps the analyst's own text beside the draft of the time; an empty text takes it away. */
  'conclusions.paragraph': {
    input: z.strictObject({ workspaceId, id, year, text: writtenText, draft: writtenText }),
    output: kept,
  },
  /** Earlier years' conclusions, as they are to be followed up in a year. */
  'conclusions.followUp': {
    input: z.strictObject({ workspaceId, year }),
    output: z.strictObject({ year, since: year.nullable(), lead: texts, items: z.array(followUp) }),
  },
} as const;
