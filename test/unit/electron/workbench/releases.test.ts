import { describe, expect, it } from 'vitest';
import { unitTree } from '../../../../core/survey/units.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { release, unitsShown } from '../../../../electron/workbench/releases.ts';
import { withWriter } from '../../../../electron/workbench/workspace.ts';
import { Refusal } from '../../../../core/problem.ts';
import { samples } from '../cli/samples.ts';

const { workspace } = samples();
const now = '2022-09-01T10:00:00.000Z';

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return expect.fail('It was not refused.');
}

describe('a file that leaves the program', () => {
  it('P10: is logged with each group it shows, once, without those that are hidden', () => {
    withWriter(workspace, (writer) => {
      const units = [null, ...unitTree(writer.units()).units.map(({ id }) => id)];
      const shown = unitsShown([2022], units);
      const releases = release(writer, [...shown, ...shown], null, now);
      const open = measurementsOf(writer)
        .bestResult(2022)
        .units.filter(({ items }) => items.some(({ mean }) => mean !== null));
      expect(releases.map(({ name }) => name).toSorted()).toEqual(open.map(({ name }) => name).toSorted());
      expect(open.length).toBeLessThan(units.length);
      expect(writer.releases()).toEqual(releases.map((own) => ({ ...own, releasedAt: now })));
    });
  });

  it('P10: of which one group stands in the way is logged for none', () => {
    withWriter(workspace, (writer) => {
      const { id } = writer.findUnit('Leanlink');
      release(writer, unitsShown([2022], [null]), null, now);
      writer.setMinimumGroup(7, null, now);
      const shown = unitsShown([2022, 2021], [null, id]);
      const code = codeOf(() => release(writer, shown, ' ', now));
      expect(code).toBe('release-other-minimum-group');
      expect(writer.releases()).toHaveLength(1);

      release(writer, shown, 'Nämnden vill se det', now);
      const after = writer.releases().slice(1);
      expect(after.map(({ year, group, reason }) => [year, group, reason])).toEqual([
        [2022, 'whole', 'Nämnden vill se det'],
        [2022, `unit:${id}`, null],
        [2021, 'whole', null],
        [2021, `unit:${id}`, null],
      ]);
    });
  });

  it('P10: may leave again in the same shape once it has left with a reason', () => {
    withWriter(workspace, (writer) => {
      const shown = unitsShown([2022], [null]);
      release(writer, shown, null, now);
      writer.setMinimumGroup(7, null, now);
      release(writer, shown, 'Nämnden vill se det', now);
      expect(release(writer, shown, null, now)).toMatchObject([{ minimumGroup: 7, reason: null }]);
    });
  });

  it('P10: is not logged for years that nobody answered in', () => {
    withWriter(workspace, (writer) => {
      writer.addFigure({ kind: 'published', year: 2019, percent: 38, source: 'Rapport' });
      expect(release(writer, unitsShown([2019], [null]), null, now)).toEqual([]);
    });
  });
});
