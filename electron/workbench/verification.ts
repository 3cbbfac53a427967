import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod';
import type { Measurements } from '../../core/analysis/measurements.ts';
import { figureOptions } from '../../core/api/figures.ts';
import { unitOrWhole, who, year } from '../../core/api/values.ts';
import { buildFigure } from '../../core/figures/build.ts';
import type { Language } from '../../core/figures/figure.ts';
import { figureKinds, languages, measures, usualChoice } from '../../core/figures/figure.ts';
import type { FigureSource } from '../../core/figures/source.ts';
import { Refusal } from '../../core/problem.ts';
import { buildReport } from '../../core/report/build.ts';
import type { Section } from '../../core/report/report.ts';
import { proposedReportSettings } from '../../core/report/settings.ts';
import type { UnitId } from '../../core/survey/units.ts';
import type { WorkspaceReader } from '../store/workspace.ts';
import { usualUnits } from './figure-release.ts';
import { figureSourceOf } from './figure-source.ts';
import { reportGround } from './report-desk.ts';

/**
 * Whether a workspace still gives what a file shows. Every figure carries a fingerprint, keyed with the workspace's own
 * secret, of the answers, settings and choices that it was made of: where the workspace gives the same fingerprint
 * today, it gives the same figure.
 */

/** Fingerprints in a file, and which of them the workspace gives today. */
export interface Verification {
  readonly same: readonly string[];
  /** Made of other answers, settings or choices than the workspace has, or of another workspace. */
  readonly differing: readonly string[];
}

const written = /(kontrolltal|check) ([0-9a-f]{8})\b/g;

/** A figure's fingerprint as a file carries it; a figure in another language has another one. */
export interface WrittenFingerprint {
  readonly digits: string;
  readonly language: Language;
}

/** The fingerprints that stand in a file that this program wrote: text, PDF, or a packed format. */
export function fingerprintsIn(bytes: Uint8Array): WrittenFingerprint[] {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const texts = isPacked
    ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part))
    : [strFromU8(bytes)];
  // Word parts a text into runs wherever its style changes.
  const plain = texts.map((text) => text.replace(/<[^>]*>/g, ''));
  const found = [...plain, ...texts].flatMap((text) =>
    [...text.matchAll(written)].map(([, word, digits = '']): [string, WrittenFingerprint] => [
      digits,
      { digits, language: word === 'check' ? 'en' : 'sv' },
    ]),
  );
  return [...new Map(found).values()];
}

/**
 * Compares fingerprints with what the workspace gives: its usual figures, those that the audit trail tells to have been
 * saved with choices of their own, and its reports of every year and unit.
 */
export function verify(
  reader: WorkspaceReader,
  measurements: Measurements,
  fingerprints: readonly WrittenFingerprint[],
): Verification {
  const all = fingerprints.map(({ digits }) => digits);
  const left = new Set(all);
  const inUse = languages.filter((own) => fingerprints.some(({ language }) => language === own));
  for (const given of fingerprintsOf(reader, measurements, inUse)) {
    for (const digits of given) left.delete(digits);
    if (left.size === 0) break;
  }
  return {
    same: all.filter((digits) => !left.has(digits)),
    differing: all.filter((digits) => left.has(digits)),
  };
}

/**
 * What the workspace gives, piece by piece: single figures, then the reports of the whole and of the units under it, the
 * newest year first.
 */
function* fingerprintsOf(
  reader: WorkspaceReader,
  measurements: Measurements,
  inUse: readonly Language[],
): Generator<string[]> {
  const source = figureSourceOf(reader, measurements);
  const newestFirst = [...measurements.years].reverse();
  for (const language of inUse) {
    for (const years of [newestFirst, ...newestFirst.map((year) => [year])])
      yield ofFigures(source, years, language);
  }
  for (const { detail } of reader.events().toReversed()) {
    if (typeof detail['figure'] === 'string') yield ofReleasedFigure(source, detail['figure']);
  }
  for (const language of inUse) {
    for (const unit of [null, ...measurements.tree.childrenOf(null).map(({ id }) => id)])
      for (const year of newestFirst) yield ofReport(reader, measurements, year, unit, language);
  }
}

function ofReport(
  reader: WorkspaceReader,
  measurements: Measurements,
  year: number,
  unit: UnitId | null,
  language: Language,
): string[] {
  return orNone(() => {
    const { input } = reportGround(reader, measurements, { year, unit }, language, `${year}-12-31`);
    // As it is settled, and with all that may have been left out since.
    return [reader.reportSettings(year, unit), proposedReportSettings].flatMap((settings) =>
      inSections(buildReport({ ...input, settings: { ...settings, language } }).report.sections),
    );
  });
}

function inSections(sections: readonly Section[]): string[] {
  return sections.flatMap(({ blocks, sections: under }) => [
    ...blocks.flatMap((block) => {
      const digits = block.kind === 'figure' ? block.spec.caption.fingerprint : null;
      return digits === null ? [] : [digits];
    }),
    ...inSections(under),
  ]);
}

/** Each kind of figure as it is when nothing is chosen but the measure. */
function ofFigures(source: FigureSource, years: readonly number[], language: Language): string[] {
  const { measurements } = source;
  return figureKinds.flatMap((kind) =>
    measures.flatMap((measure) =>
      orNone(() => {
        const units = usualUnits(kind, measurements);
        const spec = buildFigure(kind, source, { ...usualChoice, years, units, measure, language });
        return spec.caption.fingerprint === null ? [] : [spec.caption.fingerprint];
      }),
    ),
  );
}

/** How a figure was asked for, as the audit trail keeps it. */
const releasedFigure = z.object({
  kind: z.enum(figureKinds),
  choice: figureOptions.required().extend({
    years: z.array(year).min(1),
    units: z.array(unitOrWhole),
    measure: z.enum(measures),
    who,
    benchmarks: z.boolean(),
    targets: z.boolean(),
  }),
});

/**
 * The figure that was saved with these choices, made of what the workspace has now. None where another version of the
 * program wrote them in another form.
 */
function ofReleasedFigure(source: FigureSource, json: string): string[] {
  const read = releasedFigure.safeParse(parsedJson(json));
  if (!read.success) return [];
  const { kind, choice } = read.data;
  return orNone(() => {
    const { fingerprint } = buildFigure(kind, source, choice).caption;
    return fingerprint === null ? [] : [fingerprint];
  });
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A year may have no such report or figure. */
function orNone(make: () => string[]): string[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
