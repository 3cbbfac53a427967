import * as z from 'zod';
import type { FigureSpec } from '../figures/figure.ts';
import { figureKinds, sortings } from '../figures/figure.ts';
import { themeNames } from '../figures/theme.ts';
import {
  categoryCode,
  itemCode,
  language,
  resultsInput,
  targetId,
  unitOrWhole,
  workspaceId,
  writtenText,
} from './values.ts';

export const figureFormats = ['svg', 'png', 'pdf', 'docx', 'pptx', 'xlsx', 'csv'] as const;
export type FigureFormat = (typeof figureFormats)[number];

/** What a figure shows beside the choice; each kind reads what concerns it, and what is left out is as usual. */
export const figureOptions = z
  .strictObject({
    sort: z.enum(sortings),
    category: categoryCode.nullable(),
    item: itemCode.nullable(),
    intervals: z.boolean(),
    trail: z.boolean(),
    /** Of a matrix: what its columns are, and whether it shows results or changes. */
    across: z.enum(['units', 'years']),
    show: z.enum(['result', 'change']),
    /** Of a quadrant: the units that are drawn strong. */
    highlight: z.array(unitOrWhole).max(200),
    /** Of the employee figures: one link; null for all. */
    link: z.strictObject({ employeeItem: z.string().max(1000), item: itemCode }).nullable(),
    language,
  })
  .partial();
export type FigureOptions = z.infer<typeof figureOptions>;

const figureInput = resultsInput.extend({ kind: z.enum(figureKinds), options: figureOptions });

/** The machine makes specs and nobody else: their kind is checked, and their contents are the figure's own matter. */
function isFigureSpec(candidate: unknown): boolean {
  if (candidate === null || typeof candidate !== 'object' || !('kind' in candidate)) return false;
  return figureKinds.some((kind) => kind === candidate.kind);
}

/** A figure's specification, for `drawFigure` and its fellows in `core/figures/`. */
const figureSpec = z.custom<FigureSpec>(isFigureSpec, { error: 'okänd figur' });

/** A reason to release what an earlier release advises against (rule P10); null the first time. */
export const releaseReason = writtenText.nullable();

const exported = z.strictObject({ targetId, shownPath: z.string(), sizeBytes: z.int() });

export const figureCalls = {
  'figure.get': { input: figureInput, output: figureSpec },
  'figure.export': {
    input: figureInput.extend({
      format: z.enum(figureFormats),
      /** Of a PNG, 1–4. */
      scale: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
      /** Of a picture; documents are always light, as paper is. */
      theme: z.enum(themeNames),
      /** Pixels; null for the usual width. */
      width: z.int().min(320).max(4000).nullable(),
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
