import type { FigureChoice } from '../figure.ts';
import { frameOf, whoText } from '../build-frame.ts';
import { namesText, yearsText } from '../frame-texts.ts';
import { lookAt } from '../item-values.ts';
import type { FigureSource, Subject } from '../source.ts';
import { specValue } from '../source.ts';
import { words as shared } from '../words.ts';
import { writtenBy } from '../written.ts';
import type { QuadrantAxis, QuadrantLine, QuadrantPlace, QuadrantSpec, UnplacedUnit } from './spec.ts';
import { words } from './words.ts';

/**
 * Where the chosen units stand.
 * @throws Refusal `year-missing`
 */
export function buildQuadrant(source: FigureSource, choice: FigureChoice): QuadrantSpec {
  const { measurements } = source;
  const { language, years } = choice;
  const newest = years[0] ?? 0;
  const instrument = measurements.instrumentOf(newest);
  const own = words[language];
  const axis = (of: 'x' | 'y', place: number): QuadrantAxis => {
    const dimension =
      instrument.dimensions.find((candidate) => candidate.axis === of) ?? instrument.dimensions[place];
    if (dimension === undefined) throw new RangeError('A quadrant needs two dimensions.');
    return { code: dimension.code, name: dimension.name[language] };
  };
  const x = axis('x', 0);
  const y = axis('y', 1);
  const corners = (instrument.quadrants?.types ?? []).map(({ code, x: across, y: up, name }) => ({
    code,
    x: across,
    y: up,
    name: name[language],
  }));
  const unplaced: UnplacedUnit[] = [];
  const units = choice.units.map((unit) => {
    const name = measurements.nameOf(unit);
    const places = years.flatMap((year): QuadrantPlace[] => {
      const { subject, absent } = lookAt(measurements, year, unit, choice.who);
      const place = subject === null ? null : placeOf(subject, year, x, y);
      if (place !== null && 'x' in place) {
        const code = subject?.gated.quadrant ?? null;
        return [{ ...place, corner: code === null ? null : own.corner(code) }];
      }
      const reason = place?.reason ?? absent;
      if (reason !== null || year === newest) unplaced.push({ unit, name, year, reason });
      return [];
    });
    return { unit, name, places };
  });
  const lines = linesOf(source, choice, newest);
  const frame = frameOf(source, choice, {
    kind: 'quadrant',
    of: '',
    title: own.title(x.name, y.name, yearsText(years)),
    base: [
      own.base(newest),
      choice.intervals ? own.withInterval(shared[language].interval(measurements.settings.level)) : '',
      choice.trail && years.length > 1 ? own.trail(yearsText(years.slice(1))) : '',
      whoText(choice.who, source, instrument, language),
    ],
    notes: unplacedNote(unplaced, newest, language),
  });
  const written = writtenBy(frame);
  return {
    ...frame,
    caption: {
      ...frame.caption,
      notes: [
        ...frame.caption.notes,
        ...lines
          .filter(({ kind }) => kind === 'benchmark')
          .map(({ name, percent }) => own.lineNote(name, written.percent(percent))),
      ],
    },
    x,
    y,
    limitPercent: instrument.quadrants?.limitPercent ?? null,
    corners,
    years,
    units,
    unplaced,
    lines,
    intervals: choice.intervals,
    trail: choice.trail,
    highlight: choice.highlight,
  };
}

/** A place, or why there is none. */
function placeOf(
  { gated, estimates }: Subject,
  year: number,
  x: QuadrantAxis,
  y: QuadrantAxis,
): Omit<QuadrantPlace, 'corner'> | Pick<UnplacedUnit, 'reason'> {
  const valueOf = ({ code }: QuadrantAxis) => {
    const dimension = gated.dimensions.find((candidate) => candidate.code === code);
    const estimate = estimates?.dimensions.find((candidate) => candidate.code === code);
    return specValue(dimension?.percent ?? null, estimate, dimension?.hidden.percent);
  };
  const across = valueOf(x);
  const up = valueOf(y);
  if (across.value === null || up.value === null) return { reason: across.hidden ?? up.hidden };
  return { year, x: { ...across, value: across.value }, y: { ...up, value: up.value } };
}

function linesOf({ given }: FigureSource, choice: FigureChoice, newest: number): QuadrantLine[] {
  return given.flatMap(({ kind, year, percent, source }): QuadrantLine[] => {
    if (year !== newest || kind === 'published') return [];
    const isWanted = kind === 'target' ? choice.targets : choice.benchmarks;
    return isWanted ? [{ kind, name: source, year, percent }] : [];
  });
}

function unplacedNote(
  unplaced: readonly UnplacedUnit[],
  newest: number,
  language: FigureChoice['language'],
): string[] {
  const names = unplaced.filter(({ year, reason }) => year === newest && reason !== null);
  if (names.length === 0) return [];
  return [
    shared[language].notShown(
      namesText(
        names.map(({ name }) => name),
        language,
      ),
      newest,
    ),
  ];
}
