import * as z from 'zod';
import { importKinds } from '../intake/draft.ts';
import { resultSources } from '../scoring/results.ts';
import {
  changed,
  fileId,
  hidingReason,
  itemCode,
  shortText,
  targetId,
  texts,
  unitId,
  unitOrWhole,
  workspaceId,
  year,
} from './values.ts';
import { instrumentShape } from './workspace.ts';
import { releaseReason } from './figures.ts';

const here = z.strictObject({ workspaceId });
const id = z.int().min(1);

export const finding = z.strictObject({
  sheet: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  cell: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});

const batch = z.strictObject({
  id,
  kind: z.enum(importKinds),
  mode: z.enum(['new', 'add', 'replace-year']),
  year,
  fileName: z.string(),
  sheet: z.string(),
  platform: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  importedAt: z.string(),
  programVersion: z.string(),
  /** ISO time; null while it counts. */
  undoneAt: z.string().nullable(),
  replacedBy: id.nullable(),
  respondents: z.int().nullable(),
  findings: z.int(),
});

const unit = z.strictObject({
  unit: unitId,
  name: z.string(),
  parent: unitOrWhole,
  level: z.int(),
  aliases: z.array(z.string()),
  /** Units that are counted as this one. */
  merged: z.array(z.strictObject({ unit: unitId, name: z.string() })),
  validFrom: year.nullable(),
  validTo: year.nullable(),
  successors: z.array(unitId),
  years: z.array(
    z.strictObject({
      year,
      respondents: z.int().nullable(),
      invited: z.int().nullable(),
      hidden: hidingReason.nullable(),
    }),
  ),
});

export const figureSorts = ['published', 'benchmark', 'target'] as const;
const figure = z.strictObject({
  id,
  kind: z.enum(figureSorts),
  year,
  percent: z.number(),
  source: z.string(),
});

const exchangeFile = z.strictObject({
  id,
  municipality: z.string(),
  year,
  respondents: z.int(),
  fileName: z.string(),
  addedAt: z.string(),
  removedAt: z.string().nullable(),
  /** One's own municipality's: kept, and left out of the comparison. */
  isOwn: z.boolean(),
  /** Why it does not add up with the instrument of its year; null where it does. */
  fault: z.string().nullable(),
});

export const dataCalls = {
  /** Newest first, undone ones too. */
  'data.batches': { input: here, output: z.strictObject({ batches: z.array(batch) }) },
  /** Takes batches out of all results, the newest first. */
  'data.undo': { input: here.extend({ batches: z.array(id).min(1).max(100) }), output: changed },
  'data.redo': { input: here.extend({ batches: z.array(id).min(1).max(100) }), output: changed },
  /** What was noticed while a batch was read. */
  'data.findings': {
    input: here.extend({ batch: id }),
    output: z.strictObject({ findings: z.array(finding) }),
  },
  'data.units': {
    input: here,
    output: z.strictObject({
      units: z.array(unit),
      /** Spellings that may be the same unit. */
      lookAlikes: z.array(z.strictObject({ a: unitId, b: unitId, reason: z.string() })),
    }),
  },
  'data.mergeUnits': { input: here.extend({ from: unitId, into: unitId }), output: changed },
  'data.splitUnit': { input: here.extend({ unit: unitId }), output: changed },
  'data.moveUnit': { input: here.extend({ unit: unitId, parent: unitOrWhole }), output: changed },
  'data.renameUnit': { input: here.extend({ unit: unitId, name: shortText }), output: changed },
  'data.addAlias': { input: here.extend({ unit: unitId, alias: shortText }), output: changed },
  'data.removeAlias': { input: here.extend({ unit: unitId, alias: shortText }), output: changed },
  /** In which years a unit existed, and which took over when it ended. */
  'data.succession': {
    input: here.extend({
      unit: unitId,
      validFrom: year.nullable(),
      validTo: year.nullable(),
      successors: z.array(unitId).max(100),
    }),
    output: changed,
  },
  /** Sets units as they were: what undoing any of the changes above needs. */
  'data.restoreUnits': {
    input: here.extend({
      units: z
        .array(
          z.strictObject({
            unit: unitId,
            name: shortText,
            parent: unitOrWhole,
            aliases: z.array(shortText).max(1000),
            mergedInto: unitId.nullable(),
            validFrom: year.nullable(),
            validTo: year.nullable(),
            successors: z.array(unitId).max(100),
          }),
        )
        .min(1)
        .max(1000),
    }),
    output: changed,
  },
  'data.invited': {
    input: here.extend({ year }),
    output: z.strictObject({
      year,
      lines: z.array(
        z.strictObject({
          unit: unitOrWhole,
          name: z.string(),
          level: z.int(),
          respondents: z.int().nullable(),
          invited: z.int().nullable(),
          percent: z.number().nullable(),
          /** True for a number that was set by hand. */
          byHand: z.boolean(),
        }),
      ),
    }),
  },
  /** Null takes a number set by hand away. */
  'data.setInvited': {
    input: here.extend({ year, unit: unitOrWhole, invited: z.int().min(0).max(10_000_000).nullable() }),
    output: changed,
  },
  /** Published values, benchmarks and targets. */
  'data.figures': {
    input: here,
    output: z.strictObject({
      figures: z.array(figure),
      /** Each year's own outcome beside them. */
      years: z.array(
        z.strictObject({
          year,
          sources: z.array(z.enum(resultSources)),
          maturityPercent: z.number().nullable(),
          sentence: z.string(),
        }),
      ),
    }),
  },
  'data.addFigure': {
    input: here.extend({
      kind: z.enum(figureSorts),
      year,
      percent: z.number(),
      source: shortText,
    }),
    output: changed.extend({ figure }),
  },
  'data.removeFigure': { input: here.extend({ id }), output: changed },
  /** Adds and removes figures together; what undoing one of the two above needs. */
  'data.restoreFigures': {
    input: here.extend({
      figures: z.array(figure.omit({ id: true })).max(100),
      remove: z.array(figure.omit({ id: true, percent: true })).max(100),
    }),
    output: changed,
  },
  /** Writes counts of the whole, as an exchange file for other municipalities or as data for other programs. */
  'data.exchangeWrite': {
    input: here.extend({ year, targetId, releaseReason, format: z.enum(['json', 'csv', 'parquet']) }),
    output: z.strictObject({
      targetId,
      shownPath: z.string(),
      respondents: z.int(),
      /** What was withheld, and why. */
      notes: z.array(z.string()),
    }),
  },
  'data.exchangeRead': { input: here.extend({ fileId }), output: changed.extend({ file: exchangeFile }) },
  'data.exchangeRemove': { input: here.extend({ id }), output: changed },
  'data.exchangeRestore': { input: here.extend({ id }), output: changed },
  'data.exchangeList': {
    input: here,
    output: z.strictObject({
      files: z.array(exchangeFile),
      /** The benchmark of each year that has files; `problem` where they do not add up. */
      years: z.array(
        z.strictObject({
          year,
          municipalities: z.int(),
          respondents: z.int().nullable(),
          maturityPercent: z.number().nullable(),
          statement: z.string().nullable(),
          problem: z.string().nullable(),
        }),
      ),
    }),
  },
  'data.instrument': {
    input: here,
    output: z.strictObject({
      instrument: instrumentShape,
      dimensionRule: z.enum(['categories', 'items']),
      /** Items asked negatively, by year. */
      reversed: z.array(z.strictObject({ year, items: z.array(itemCode) })),
    }),
  },
  /** Goes through the whole file, and what has left the program. */
  'data.audit': {
    input: here,
    output: z.strictObject({
      sound: z.boolean(),
      checks: z.array(z.strictObject({ text: texts, count: z.int() })),
      faults: z.array(z.string()),
      releases: z.array(
        z.strictObject({
          at: z.string(),
          year,
          name: z.string(),
          respondents: z.int(),
          minimumGroup: z.int(),
          /** Why it was released although an earlier release stood in the way; null where none did. */
          reason: z.string().nullable(),
        }),
      ),
      minimumGroups: z.array(
        z.strictObject({ at: z.string(), size: z.int(), reason: z.string().nullable() }),
      ),
    }),
  },
} as const;
