import * as z from 'zod';
import type { RoleCode } from '../instrument/instrument.ts';
import type { UnitId, UnitTree } from '../survey/units.ts';
import type { GroupKey } from './groups.ts';
import { cutKinds } from './groups.ts';
import type { PlannedGroup, YearPlan } from './plan.ts';
import type { HidingReason } from './reasons.ts';
import { hidingReasons } from './reasons.ts';

/**
 * A year's plan as text, so that it need not be worked out again each time a workspace is opened. Two signs for each
 * item, of its mean and of its vet ej; one for the group and one for its gate share.
 */

const shownSign = '-';

const groupShape = z.object({
  key: z.string().transform((key) => key as GroupKey),
  unit: z
    .int()
    .transform((unit) => unit as UnitId)
    .nullable(),
  cut: z.enum(cutKinds).nullable(),
  roles: z
    .array(
      z
        .string()
        .transform((role) => role as RoleCode)
        .nullable(),
    )
    .nullable(),
  gates: z.array(z.enum(['yes', 'no']).nullable()).nullable(),
  respondents: z.int().min(0),
  hidden: z.string(),
});
const planShape = z.array(groupShape);

/** What {@link yearPlanFromText} reads. */
export function yearPlanToText({ groups }: YearPlan): string {
  return JSON.stringify(
    groups.map(
      ({ key, unit, cut, roles, gates, respondents, hidden, gate, items }): z.input<typeof groupShape> => ({
        key,
        unit,
        cut,
        roles: roles === null ? null : [...roles],
        gates: gates === null ? null : [...gates],
        respondents,
        hidden: [hidden, gate, ...items.flatMap(({ mean, dontKnow }) => [mean, dontKnow])]
          .map(signOf)
          .join(''),
      }),
    ),
  );
}

/** The plan that was made into text; null where the text is no plan for so many items. */
export function yearPlanFromText(
  text: string,
  { year, tree, itemCount }: { readonly year: number; readonly tree: UnitTree; readonly itemCount: number },
): YearPlan | null {
  const read = planShape.safeParse(parsed(text));
  if (!read.success) return null;
  const groups: PlannedGroup[] = [];
  for (const { hidden: signs, ...group } of read.data) {
    const [hidden, gate, ...parts] = Array.from(signs, reasonOf);
    if (hidden === undefined || gate === undefined || parts.length !== 2 * itemCount) return null;
    const items = Array.from({ length: itemCount }, (_, item) => ({
      mean: parts[2 * item],
      dontKnow: parts[2 * item + 1],
    }));
    if (!items.every(isItemHiding)) return null;
    groups.push({ ...group, hidden, gate, items });
  }
  return { year, tree, groups, byKey: new Map(groups.map((group) => [group.key, group])) };
}

type Undecided<Part> = { readonly [Key in keyof Part]: Part[Key] | undefined };

function isItemHiding(item: Undecided<PlannedGroup['items'][number]>): item is PlannedGroup['items'][number] {
  return item.mean !== undefined && item.dontKnow !== undefined;
}

function signOf(reason: HidingReason | null): string {
  return reason === null ? shownSign : String(hidingReasons.indexOf(reason));
}

/** Undefined for what is no sign: nothing is shown for want of one. */
function reasonOf(sign: string): HidingReason | null | undefined {
  return sign === shownSign ? null : hidingReasons[Number(sign)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
