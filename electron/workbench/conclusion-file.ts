import path from 'node:path';
import * as z from 'zod';
import { sv } from 'zod/locales';
import type { Activity, Conclusion } from '../../core/conclusions/conclusion.ts';
import { activityStates, decisionKinds } from '../../core/conclusions/conclusion.ts';
import { Refusal } from '../../core/problem.ts';
import type { WorkspaceWriter } from '../store/workspace.ts';
import {
  addConclusion,
  basisFromWords,
  conclusionWith,
  editConclusion,
  unitOfConclusion,
  writeParagraph,
} from './conclusions.ts';
import { readTextFile } from './resources.ts';

const year = z.int().min(1900).max(2999);

const entryShape = z.strictObject({
  id: z.int().min(1).optional(),
  year: year.optional(),
  unit: z.string().nullable().optional(),
  number: z.int().optional(),
  heading: z.string().optional(),
  text: z.string().optional(),
  basis: z.array(z.string()).optional(),
  activities: z
    .array(
      z.strictObject({
        text: z.string(),
        responsible: z.string().nullable().default(null),
        due: z.string().nullable().default(null),
        state: z.enum(activityStates).default('planned'),
      }),
    )
    .optional(),
  decisions: z
    .array(z.strictObject({ year, kind: z.enum(decisionKinds), text: z.string().nullable().default(null) }))
    .optional(),
  /** The draft stands in what the list gives; it is made anew here. */
  paragraphs: z.array(z.strictObject({ year, text: z.string(), draft: z.string().optional() })).optional(),
});

const fileShape = z.strictObject({ conclusions: z.array(entryShape).min(1) });

/** A file of conclusions to add, or (with `id`) to change. */
export type ConclusionFile = z.infer<typeof fileShape>;

/**
 * Reads a file of conclusions.
 * @throws Refusal `file-unreadable`, or `conclusions-invalid`, which names the path of each fault
 */
export function readConclusionFile(filePath: string): ConclusionFile {
  const file = path.basename(filePath);
  const invalid = (faults: readonly string[]): Refusal =>
    new Refusal({
      code: 'conclusions-invalid',
      message: `Filen ${file} går inte att använda: ${faults.join('; ')}.`,
      file,
      nextStep: 'Rätta det som nämns. "dimios conclusions --in ARBETSFIL --json" visar hur filen ser ut.',
    });
  const text = readTextFile(filePath);
  let candidate: unknown;
  try {
    candidate = JSON.parse(text);
  } catch {
    throw invalid(['den är inte giltig JSON']);
  }
  const read = fileShape.safeParse(candidate, { error: sv().localeError });
  if (read.success) return read.data;
  throw invalid(
    read.error.issues.map(({ path: at, message }) =>
      at.length === 0 ? message : `${z.core.toDotPath(at)}: ${message}`,
    ),
  );
}

/**
 * Adds and changes what a file holds: all of it or nothing.
 * @throws Refusal as the single changes of conclusions.ts
 */
export function applyConclusionFile(
  writer: WorkspaceWriter,
  { conclusions }: ConclusionFile,
  now: string,
): Conclusion[] {
  return writer.together(() =>
    conclusions.map(({ id, unit, basis, decisions = [], paragraphs = [], ...rest }) => {
      const of = rest.year ?? (id === undefined ? undefined : conclusionWith(writer, id).year);
      const instrument = of === undefined ? writer.currentInstrument() : writer.instrument(of);
      const activities: readonly Activity[] | undefined = rest.activities;
      const draft = {
        ...rest,
        activities,
        unit: unit === undefined ? undefined : unitOfConclusion(writer, unit ?? ''),
        basis: basis === undefined ? undefined : basisFromWords(instrument, basis),
      };
      const written =
        id === undefined ? addConclusion(writer, draft, now) : editConclusion(writer, id, draft, now);
      for (const decision of decisions) {
        const before = written.decisions.find((own) => own.year === decision.year);
        if (before?.kind === decision.kind && before.text === decision.text) continue;
        writer.decideConclusion(written.id, decision.year, decision, now);
      }
      for (const { year: on, text } of paragraphs) {
        // One that says the same keeps the draft it was written beside.
        if (written.paragraphs.some((own) => own.year === on && own.text === text)) continue;
        writeParagraph(writer, written.id, on, text, now);
      }
      return conclusionWith(writer, written.id);
    }),
  );
}
