import * as z from 'zod';
import { roundingRules } from '../instrument/schema.ts';
import { resultSources } from '../scoring/results.ts';
import { workspaceEntry } from './app.ts';
import { secret } from './safety.ts';
import {
  categoryCode,
  dimensionCode,
  fileId,
  hidingReason,
  itemCode,
  roleCode,
  shortText,
  targetId,
  texts,
  unitId,
  unitOrWhole,
  workspaceId,
  year,
} from './values.ts';

const half = z.enum(['low', 'high']);

/** What is asked, by the names to show. */
export const instrumentShape = z.strictObject({
  code: z.string(),
  version: z.string(),
  name: texts,
  scale: z.strictObject({ min: z.int(), max: z.int() }),
  gate: z.strictObject({ name: texts }).nullable(),
  roles: z.array(z.strictObject({ code: roleCode, name: texts })),
  dimensions: z.array(
    z.strictObject({
      code: dimensionCode,
      name: texts,
      axis: z.enum(['x', 'y']).nullable(),
      categories: z.array(
        z.strictObject({
          code: categoryCode,
          name: texts,
          items: z.array(
            z.strictObject({ code: itemCode, name: texts, definition: z.string(), reversed: z.boolean() }),
          ),
        }),
      ),
    }),
  ),
  quadrants: z
    .strictObject({
      limitPercent: z.number(),
      types: z.array(
        z.strictObject({
          code: z.string(),
          x: half,
          y: half,
          name: texts,
          risks: z.array(z.string()),
          advice: z.array(z.string()),
        }),
      ),
    })
    .nullable(),
  display: z.strictObject({
    percentDecimals: z.int(),
    meanDecimals: z.int(),
    rounding: z.enum(roundingRules),
  }),
});

/** Screens that a gap or a finding leads to. */
export const destinations = [
  'overview',
  'quadrant',
  'categories',
  'compare',
  'employees',
  'priorities',
  'conclusions',
  'report',
  'data',
  'import',
  'settings',
] as const;

/** Something that is missing, and where it is filled in. */
export const gapShape = z.strictObject({
  code: z.enum([
    'no-answers',
    'invited-missing',
    'hidden-units',
    'benchmark-missing',
    'target-missing',
    'links-to-decide',
    'look-alike-units',
    'organisation-missing',
    'minimum-group-low',
    'one-year',
  ]),
  text: texts,
  /** What it leads to. */
  consequence: texts,
  action: texts,
  screen: z.enum(destinations),
  /** Part of the screen; null for all of it. */
  section: z.string().nullable(),
});

const summary = z.strictObject({
  workspaceId,
  name: z.string(),
  fileName: z.string(),
  isSample: z.boolean(),
  organisation: z.string().nullable(),
  itDepartment: z.string().nullable(),
  /** What the whole is called. */
  wholeName: z.string(),
  /** Newest first. */
  years: z.array(
    z.strictObject({
      year,
      sources: z.array(z.enum(resultSources)),
      respondents: z.int().nullable(),
      invited: z.int().nullable(),
      employeeSurvey: z.boolean(),
    }),
  ),
  /** In tree order; the whole is not among them. */
  units: z.array(
    z.strictObject({
      unit: unitId,
      name: z.string(),
      parent: unitOrWhole,
      /** 1 directly under the whole. */
      level: z.int(),
      years: z.array(
        z.strictObject({
          year,
          respondents: z.int().nullable(),
          invited: z.int().nullable(),
          hidden: hidingReason.nullable(),
        }),
      ),
    }),
  ),
  instrument: instrumentShape,
  /** Who can be looked at apart, by year. */
  cuts: z.strictObject({
    gate: z.array(z.strictObject({ answer: z.enum(['yes', 'no']), name: texts, years: z.array(year) })),
    roles: z.array(z.strictObject({ role: roleCode, name: texts, years: z.array(year) })),
    /** Units that the whole can be shown without. */
    without: z.array(z.strictObject({ unit: unitId, name: texts, years: z.array(year) })),
  }),
  against: z.strictObject({
    nation: z.array(year),
    target: z.array(year),
    pool: z.array(year),
  }),
  minimumGroup: z.strictObject({ size: z.int(), reason: z.string().nullable() }),
  gaps: z.array(gapShape),
  counts: z.strictObject({
    /** Of the newest year. */
    priorities: z.int(),
    conclusions: z.int(),
    /** Proposed links and look-alikes that wait for a decision. */
    openQuestions: z.int(),
    batches: z.int(),
  }),
});
export type WorkspaceSummary = z.infer<typeof summary>;

const logo = z.strictObject({ fileId });

export const workspaceCalls = {
  /** Workspaces opened before, and those that lie in the user's own folder. */
  'workspace.list': {
    input: z.strictObject({}),
    output: z.strictObject({ workspaces: z.array(workspaceEntry) }),
  },
  'workspace.open': { input: z.strictObject({ workspaceId }), output: summary },
  /** Opens the workspace with the samples, made when it is not there, or afresh. */
  'workspace.openSamples': { input: z.strictObject({ afresh: z.boolean() }), output: summary },
  'workspace.create': {
    input: z.strictObject({
      targetId,
      organisation: shortText.trim().min(1),
      /** What the organisation calls its IT department. */
      itDepartment: shortText.nullable(),
      /** Handläggare. */
      administrator: shortText.nullable(),
      logo: logo.nullable(),
      /** Encrypts the file; null for a plain one. */
      passphrase: secret.nullable().default(null),
    }),
    output: summary,
  },
  'workspace.close': { input: z.strictObject({ workspaceId }), output: z.strictObject({}) },
  /** Takes a workspace off the list; the file stays. */
  'workspace.forget': { input: z.strictObject({ workspaceId }), output: z.strictObject({}) },
  /** All that the frame around the screens needs. */
  'workspace.summary': { input: z.strictObject({ workspaceId }), output: summary },
} as const;
