import { createHash } from 'node:crypto';
import type { Measurements } from '../../core/analysis/measurements.ts';
import type { FigureChoice, FigureKind } from '../../core/figures/figure.ts';
import type { GroupKey } from '../../core/privacy/groups.ts';
import { unitKey } from '../../core/privacy/groups.ts';
import type { PlannedGroup } from '../../core/privacy/plan.ts';
import { yearPlan } from '../../core/privacy/plan.ts';
import { familyPlaceIn, familyVerdict } from '../../core/privacy/release-families.ts';
import { releaseVerdict } from '../../core/privacy/release-log.ts';
import { Refusal } from '../../core/problem.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { counted } from '../../core/text.ts';
import type { Release } from '../store/releases.ts';
import type { WorkspaceReader, WorkspaceWriter } from '../store/workspace.ts';
import { measurementsOf } from './measurements.ts';

/** Figures of a group that a file shows: of a unit, of the whole, or of a role or gate class by its key. */
export interface ShownGroup {
  readonly year: number;
  readonly group: GroupKey;
}

/** A figure as it was asked for. */
export interface ReleasedFigure {
  readonly kind: FigureKind;
  readonly choice: FigureChoice;
}

/** Every group that a file shows when it has these units (null for the whole) in these years. */
export function unitsShown(years: readonly number[], units: readonly (UnitId | null)[]): ShownGroup[] {
  return years.flatMap((year) => units.map((unit) => ({ year, group: unitKey(unit) })));
}

/**
 * Rule P10 for every file that leaves the program. Call it with what the file shows before the file is written:
 * when it returns, the release is in the log, and when it throws nothing is. A group that is hidden, that nobody
 * answered in, or of a year without answers is not logged: nothing of it is shown that anyone answered.
 * @param reason why it is to be released although an earlier release stands in the way; null where none is given.
 * @param now ISO time.
 * @param figure what the file shows, where it is a single figure: so that `verify` knows it again.
 * @throws Refusal `release-few-others`, `release-other-minimum-group` or `release-other-tree`, unless there is a reason.
 */
export function release(
  writer: WorkspaceWriter,
  shown: readonly ShownGroup[],
  reason: string | null,
  now: string,
  figure: ReleasedFigure | null = null,
): Release[] {
  const given = reason?.trim() ?? '';
  return writer.together(() => {
    const earlier = writer.releases();
    const obstructed: Refusal['problem'][] = [];
    const measurements = measurementsOf(writer);
    const asked = releasesOf(writer, measurements, shown);
    const families = new Map(
      [...Map.groupBy(asked, ({ year }) => year)].map(([year, own]) => {
        const plan = yearPlan(measurements.plan, year);
        return [year, familyVerdict(earlier, own, (key) => familyPlaceIn(plan, key))] as const;
      }),
    );
    const releases = asked.map((next): Release => {
      const verdict = releaseVerdict(earlier, next) ?? families.get(next.year) ?? null;
      if (verdict !== null) obstructed.push(verdict.problem);
      return { ...next, reason: verdict === null ? null : given };
    });
    const [first, ...others] = obstructed;
    if (first !== undefined && given === '') {
      throw new Refusal({
        ...first,
        message:
          others.length === 0
            ? first.message
            : `${first.message} Detsamma gäller ${counted(others.length, 'grupp till', 'grupper till')}.`,
      });
    }
    writer.recordReleases(releases, now, figure === null ? null : JSON.stringify(figure));
    return releases;
  });
}

function releasesOf(
  reader: WorkspaceReader,
  measurements: Measurements,
  shown: readonly ShownGroup[],
): Omit<Release, 'reason'>[] {
  const years = new Map<number, { readonly treeKey: string; readonly answersKey: string }>();
  const distinct = new Map(shown.map((own) => [`${own.year} ${own.group}`, own]));
  return [...distinct.values()].flatMap(({ year, group: key }) => {
    if (!measurements.hasAnswers(year)) return [];
    const group = yearPlan(measurements.plan, year).byKey.get(key);
    if (group === undefined || group.hidden !== null || group.respondents === 0) return [];
    const keys = years.get(year) ?? {
      treeKey: treeKeyOf(measurements, year),
      answersKey: answersKeyOf(reader, year),
    };
    years.set(year, keys);
    return {
      year,
      group: key,
      name: nameOf(measurements, group),
      respondents: group.respondents,
      minimumGroup: measurements.minimumGroup.size,
      ...keys,
    };
  });
}

function nameOf(measurements: Measurements, { key, unit, cut }: PlannedGroup): string {
  return cut === null ? measurements.nameOf(unit) : `${measurements.nameOf(unit)} (${key})`;
}

/**
 * Stands for the units that have respondents in a year and what they lie under. Made of nothing but unit numbers:
 * a unit that is new another year, and a new name, leave it as it was.
 */
function treeKeyOf({ plan, tree }: Measurements, year: number): string {
  const edges = yearPlan(plan, year)
    .groups.flatMap(({ unit, cut, respondents }) =>
      unit === null || cut !== null || respondents === 0 ? [] : [`${unit}<${tree.parentOf(unit) ?? ''}`],
    )
    .sort();
  return createHash('sha256').update(edges.join(' ')).digest('hex').slice(0, 16);
}

/** Stands for the answers that count in a year: the numbers of their batches, which nobody's answer can be read from. */
function answersKeyOf(reader: WorkspaceReader, year: number): string {
  return reader
    .batches()
    .filter((batch) => batch.year === year && batch.kind === 'answers' && batch.undoneAt === null)
    .map(({ id }) => id)
    .join(',');
}
