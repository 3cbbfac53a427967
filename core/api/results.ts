import * as z from 'zod';
import { agreements, directions } from '../employees/positions.ts';
import { linkStates } from '../employees/item-links.ts';
import { certainties } from '../insights/figures.ts';
import { insightLimitsSchema } from '../insights/limits.ts';
import type { ReasonKind } from '../insights/reasons.ts';
import { reasonGrounds } from '../insights/reasons.ts';
import {
  categoryCode,
  change,
  changed,
  choice,
  dimensionCode,
  estimate,
  hidingReason,
  itemCode,
  lead,
  mark,
  resultsInput,
  shownValue,
  shownWho,
  texts,
  unitId,
  unitOrWhole,
  workspaceId,
  year,
} from './values.ts';
import { gapShape } from './workspace.ts';

/** What one screen shows, sentences included. Everything has passed the small-group gate. */

/** The unit, or whole, and year that a screen is about. */
const subject = z.strictObject({ unit: unitOrWhole, name: z.string(), year, who: shownWho });

const overviewRow = z.strictObject({
  kind: z.enum(['result', 'year', 'target', 'benchmark', 'pool']),
  label: texts,
  year,
  value: estimate,
  /** The result less this row's value; null on the row of the result itself. */
  change: change.nullable(),
  /** "95 % osäkerhet 40,9–43,1", "Säkert lägre", "Målet nås inte". */
  verdict: texts,
  /** Where a given value is from; null for a result. */
  source: z.string().nullable(),
  /** Place of the row's note in `notes`, from 1; null where it has none. */
  note: z.int().nullable(),
});

const overview = z.strictObject({
  lead,
  subject,
  /** Percent, or null where the year has no result. */
  maturity: estimate,
  /** Since the year before. */
  change: change.nullable(),
  since: year.nullable(),
  respondents: z.int().nullable(),
  invited: z.int().nullable(),
  responseRatePercent: z.number().nullable(),
  /** Percent of those who take part in decisions, and the year before. */
  gate: z.strictObject({ now: shownValue, before: shownValue.nullable() }),
  rows: z.array(overviewRow),
  notes: z.array(texts),
  /** Dimensions, each with its categories after it. Percents, newest first. */
  model: z.array(
    z.strictObject({
      kind: z.enum(['dimension', 'category']),
      code: z.string(),
      name: texts,
      values: z.array(estimate.extend({ year })),
      change: change.nullable(),
    }),
  ),
  responseRates: z.array(
    z.strictObject({
      unit: unitOrWhole,
      name: z.string(),
      respondents: z.int().nullable(),
      invited: z.int().nullable(),
      percent: z.number().nullable(),
    }),
  ),
  priorities: z.strictObject({
    total: z.int(),
    top: z.array(
      z.strictObject({
        rank: z.int(),
        code: itemCode,
        name: texts,
        why: texts,
        from: z.number().nullable(),
        to: z.number().nullable(),
        mark: mark.nullable(),
      }),
    ),
  }),
  gaps: z.array(gapShape),
});
export type Overview = z.infer<typeof overview>;

const quadrantType = z.strictObject({
  code: z.string(),
  name: texts,
  x: z.enum(['low', 'high']),
  y: z.enum(['low', 'high']),
  risks: z.array(z.string()),
  advice: z.array(z.string()),
});

const quadrant = z.strictObject({
  lead,
  who: shownWho,
  /** Newest first. */
  years: z.array(year),
  limitPercent: z.number(),
  axes: z.strictObject({
    x: z.strictObject({ code: dimensionCode, name: texts }),
    y: z.strictObject({ code: dimensionCode, name: texts }),
  }),
  types: z.array(quadrantType),
  /** The chosen units in the newest year, the whole first; hidden ones too. */
  list: z.array(
    z.strictObject({
      unit: unitOrWhole,
      name: z.string(),
      level: z.int(),
      x: estimate,
      y: estimate,
      quadrant: z.string().nullable(),
      /** Earlier positions, newest first, and this one first of all. */
      trail: z.array(z.strictObject({ year, x: estimate, y: estimate })),
      hiddenText: texts.nullable(),
    }),
  ),
  /** Why some units are not shown, in one sentence; null where all are. */
  hiddenNote: texts.nullable(),
  /** Known as one number only: drawn as the line of all positions that give it. */
  lines: z.array(
    z.strictObject({ kind: z.enum(['target', 'benchmark', 'pool']), label: texts, percent: z.number() }),
  ),
  /** The chosen unit; null where none of the choice has a result. */
  focus: z
    .strictObject({
      unit: unitOrWhole,
      name: z.string(),
      respondents: z.int().nullable(),
      invited: z.int().nullable(),
      responseRatePercent: z.number().nullable(),
      since: year.nullable(),
      /** Dimensions, then the maturity. */
      rows: z.array(
        z.strictObject({
          kind: z.enum(['dimension', 'maturity']),
          name: texts,
          values: z.array(estimate.extend({ year })),
          change: change.nullable(),
        }),
      ),
      type: quadrantType.nullable(),
      /** Which limits the interval reaches over, and what that leaves open; null where none. */
      crossing: texts.nullable(),
      /** What the unit is set against: the rest of the whole. */
      deviationsFrom: texts,
      /** The three items that part it most from the rest, sure ones first. */
      deviations: z.array(
        z.strictObject({ code: itemCode, name: texts, mean: z.number().nullable(), change }),
      ),
      /** Why there are no deviations; null where there are. */
      deviationsMissing: texts.nullable(),
    })
    .nullable(),
});
export type Quadrant = z.infer<typeof quadrant>;

/** A place in the model: null at the top. */
const node = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dimension'), code: dimensionCode }),
  z.strictObject({ kind: z.literal('category'), code: categoryCode }),
  z.strictObject({ kind: z.literal('item'), code: itemCode }),
]);
export type ModelNode = z.infer<typeof node>;

/** One bar: a unit in a year. */
const bar = z.strictObject({
  key: z.string(),
  label: z.string(),
  year,
  unit: unitOrWhole,
  /** On the scale. */
  mean: estimate,
  percent: estimate,
  dontKnowPercent: estimate,
  n: z.int().nullable(),
});

export const sortOrders = ['model', 'value', 'change', 'dont-know', 'name'] as const;

const categories = z.strictObject({
  lead,
  subject,
  since: year.nullable(),
  /** The whole model, each part before what it holds. */
  tree: z.array(
    z.strictObject({
      kind: z.enum(['dimension', 'category', 'item']),
      code: z.string(),
      parent: z.string().nullable(),
      name: texts,
      /** Percent for dimensions and categories, the chosen measure for items. */
      value: estimate,
    }),
  ),
  /** What is shown: the place asked for, or the first category. */
  node: node,
  name: texts,
  /** The node's own percent per bar; null values for an item. */
  own: z.array(z.strictObject({ key: z.string(), percent: estimate })),
  /** Items of the node (of an item: its category), in the order asked for. */
  rows: z.array(
    z.strictObject({
      code: itemCode,
      name: texts,
      category: categoryCode,
      bars: z.array(bar),
      /** Since the year before, of the first unit. */
      change: change.nullable(),
    }),
  ),
  item: z
    .strictObject({
      code: itemCode,
      name: texts,
      definition: z.string(),
      category: z.strictObject({ code: categoryCode, name: texts }),
      change: change.nullable(),
      dontKnowSentence: texts.nullable(),
      /** Of the first unit, newest year first. */
      distributions: z.array(
        z.strictObject({
          key: z.string(),
          label: z.string(),
          /** Percent of the answers on the scale, from its lowest value; null where hidden or missing. */
          percents: z.array(z.number()).nullable(),
          hidden: hidingReason.nullable(),
          n: z.int().nullable(),
          dontKnowPercent: shownValue,
        }),
      ),
      /** Units directly under the first unit. */
      units: z.array(
        z.strictObject({
          unit: unitId,
          name: z.string(),
          mean: estimate,
          percent: estimate,
          hiddenText: texts.nullable(),
          /** Against the rest of the unit above it. */
          change: change.nullable(),
        }),
      ),
    })
    .nullable(),
});
export type Categories = z.infer<typeof categories>;

const compare = z.strictObject({
  lead,
  subject,
  over: z.enum(['years', 'units']),
  /** Oldest year first; units in the order chosen. */
  columns: z.array(z.strictObject({ key: z.string(), label: z.string(), year, unit: unitOrWhole })),
  /** Which columns each change is between, by key; for units `from` is the rest of the whole. */
  pairs: z.array(
    z.strictObject({ key: z.string(), label: z.string(), from: z.string().nullable(), to: z.string() }),
  ),
  rows: z.array(
    z.strictObject({
      kind: z.enum(['maturity', 'dimension', 'category', 'item']),
      code: z.string(),
      parent: z.string().nullable(),
      name: texts,
      /** In the chosen measure. */
      values: z.array(estimate),
      changes: z.array(change.nullable()),
      dontKnow: z
        .strictObject({
          /** Newest year, or first unit. */
          percent: shownValue,
          difference: z.number().nullable(),
          /** True when the difference is larger than its uncertainty. */
          sure: z.boolean(),
        })
        .nullable(),
      /** What can be said of the last pair, ready to be copied. */
      sentence: texts,
    }),
  ),
  notes: z.array(texts),
});
export type Compare = z.infer<typeof compare>;

const employeeLink = z.strictObject({ employeeItem: z.string(), item: itemCode });

const band = z.strictObject({ code: z.string(), from: z.int(), name: z.string() });
const employeeValue = z.strictObject({
  percent: z.number().nullable(),
  hidden: z.boolean(),
  /** Place of the band in `bands`; null without a value. */
  band: z.int().nullable(),
  rank: z.number().nullable(),
});

const employees = z.strictObject({
  lead,
  /** False where no employee survey has been imported. */
  present: z.boolean(),
  /** Totals that do not compare, and what is shown instead. */
  warnings: z.array(z.strictObject({ heading: texts, text: texts })),
  /** Years that both surveys have, newest first. */
  years: z.array(year),
  year: year.nullable(),
  unit: unitOrWhole,
  unitName: z.string(),
  bands: z.array(band),
  /** Confirmed links. */
  pairs: z.array(
    employeeLink.extend({
      itemName: texts,
      employees: employeeValue,
      survey: employeeValue,
      /** Employees less the measurement, in points. */
      difference: z.number().nullable(),
      rankDifference: z.number().nullable(),
      /** Whether the two place it alike, and in words. */
      agrees: z.enum(['yes', 'partly', 'no']).nullable(),
      agreement: texts,
      units: z.array(
        z.strictObject({
          unit: unitOrWhole,
          name: z.string(),
          employeeUnit: z.string(),
          employees: employeeValue,
          survey: employeeValue,
          difference: z.number().nullable(),
          notComparable: texts.nullable(),
        }),
      ),
      /** Over the units of the newest year; `missing` says why there is none. */
      correlation: z.strictObject({
        coefficient: z.number().nullable(),
        p: z.number().nullable(),
        points: z.int(),
        sentence: texts,
      }),
      changes: z.array(
        z.strictObject({
          from: year,
          to: year,
          unit: unitOrWhole,
          name: z.string(),
          survey: z.enum(directions).nullable(),
          employees: z.enum(directions).nullable(),
          agreement: z.enum(agreements).nullable(),
          sentence: texts,
        }),
      ),
    }),
  ),
  /** Everything about links, decided and proposed, for the editor. */
  links: z.strictObject({
    employeeItems: z.array(z.string()),
    employeeUnits: z.array(z.string()),
    items: z.array(
      employeeLink.extend({
        itemName: texts,
        state: z.enum([...linkStates, 'proposed']),
        reason: z.string().nullable(),
        /** True for a link that a published report has used. */
        known: z.boolean(),
      }),
    ),
    units: z.array(
      z.strictObject({
        employeeUnit: z.string(),
        unit: unitOrWhole,
        unitName: z.string(),
        state: z.enum([...linkStates, 'proposed']),
        reason: z.string().nullable(),
      }),
    ),
  }),
  /** Printed figures of the survey that do not follow from each other. */
  findings: z.array(z.string()),
});
export type Employees = z.infer<typeof employees>;

const reason = z.strictObject({
  held: z.boolean(),
  certainty: z.enum(certainties).nullable(),
  grounds: z.array(z.enum(reasonGrounds)),
  /** The reason in a sentence; also why it does not hold. */
  sentence: texts,
});

const priorities = z.strictObject({
  lead,
  subject,
  since: year.nullable(),
  limits: insightLimitsSchema,
  /** The limits in words. */
  limitsText: texts,
  rankedBy: texts,
  items: z.int(),
  rows: z.array(
    z.strictObject({
      rank: z.int(),
      code: itemCode,
      name: texts,
      category: z.strictObject({ code: categoryCode, name: texts }),
      definition: z.string(),
      certainty: z.enum(certainties),
      reasons: z.strictObject({
        low: reason,
        fallen: reason,
        'dont-know': reason,
      } satisfies Record<ReasonKind, typeof reason>),
      mean: estimate,
      percent: estimate,
      dontKnowPercent: estimate,
      change: change.nullable(),
      /** Oldest first. */
      years: z.array(z.strictObject({ year, mean: shownValue, percent: shownValue })),
      units: z.array(
        z.strictObject({
          unit: unitId,
          name: z.string(),
          mean: shownValue,
          percent: shownValue,
          change: change.nullable(),
        }),
      ),
      draft: z.string(),
      /** The conclusions of the year that rest on the item. */
      conclusions: z.array(z.strictObject({ id: z.int(), number: z.int(), heading: z.string() })),
    }),
  ),
  notJudged: z.array(z.strictObject({ code: itemCode, name: texts, hidden: z.boolean() })),
  improvements: z.array(z.strictObject({ code: itemCode, name: texts, change })),
});
export type PriorityList = z.infer<typeof priorities>;

const linkDecision = z.strictObject({
  link: z.discriminatedUnion('kind', [
    employeeLink.extend({ kind: z.literal('item') }),
    z.strictObject({ kind: z.literal('unit'), employeeUnit: z.string(), unit: unitOrWhole }),
  ]),
  state: z.enum(linkStates).nullable(),
});

export const resultCalls = {
  'overview.get': { input: resultsInput, output: overview },
  /** `focus` is the unit that the panel tells of. */
  'quadrant.get': { input: resultsInput.extend({ focus: unitOrWhole }), output: quadrant },
  'categories.get': {
    input: resultsInput.extend({
      node: node.nullable(),
      over: z.enum(['years', 'units']),
      order: z.enum(sortOrders),
    }),
    output: categories,
  },
  'compare.get': { input: resultsInput.extend({ over: z.enum(['years', 'units']) }), output: compare },
  'employees.get': { input: resultsInput, output: employees },
  /** Settles links, one or several at once. Null takes a decision back: the link is then proposed again. */
  'employees.decideLink': {
    input: z.strictObject({ workspaceId, decisions: z.array(linkDecision).min(1).max(500) }),
    output: changed,
  },
  'priorities.get': { input: z.strictObject({ workspaceId, choice }), output: priorities },
} as const;
