import * as z from 'zod';
import { resultsInput, shortText, targetId, workspaceId, writtenText } from './values.ts';

/** The figures there are. */
export const figureKinds = [
  'quadrant',
  'category-bars',
  'distribution',
  'change',
  'breakdown',
  'matrix',
  'trend',
  'response-rates',
  'gate',
  'employee-pairs',
  'employee-scatter',
] as const;
export type FigureKind = (typeof figureKinds)[number];

export const figureFormats = ['svg', 'png', 'pdf', 'docx', 'xlsx', 'csv'] as const;
export type FigureFormat = (typeof figureFormats)[number];

/** What a figure shows beside the choice; each kind reads its own and passes over the rest. */
export const figureOptions = z.record(
  shortText,
  z.union([
    z.string().max(300),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(z.union([z.string().max(300), z.number()])).max(200),
  ]),
);

const figureInput = resultsInput.extend({ kind: z.enum(figureKinds), options: figureOptions });

/** A figure's specification, for `drawFigure` and its fellows in `core/figures/`. */
const figureSpec = z.looseObject({ kind: z.string() });

/** A reason to release what an earlier release advises against (rule P10); null the first time. */
export const releaseReason = writtenText.nullable();

const exported = z.strictObject({ targetId, shownPath: z.string(), sizeBytes: z.int() });

export const figureCalls = {
  'figure.get': { input: figureInput, output: figureSpec },
  'figure.export': {
    input: figureInput.extend({
      format: z.enum(figureFormats),
      /** Of a PNG, 1–4. */
      scale: z.int().min(1).max(4),
      targetId,
      releaseReason,
    }),
    output: exported,
  },
  /** All results of all years and units as one workbook. */
  'results.export': {
    input: z.strictObject({ workspaceId, targetId, releaseReason }),
    output: exported,
  },
} as const;
