import type { RecordedRelease } from '../../store/releases.ts';
import { withReader } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { noPositionals, workspacePath, year } from '../options.ts';
import { table } from '../table.ts';

/** `releases`: which groups' figures have left the program, when, and under which limit (rule P10). */
export const releases: Command = {
  name: 'releases',
  usage: '--in ARBETSFIL [--year Y] [--json]',
  summary: 'Visar vilka gruppers resultat som har lämnat programmet, och när.',
  options: { in: { type: 'string' }, year: { type: 'string' } },
  run(positionals, options) {
    noPositionals(positionals);
    const recorded = withReader(workspacePath(options), (reader) => reader.releases(year(options)));
    return { json: recorded.map(releaseJson), text: releasesText(recorded) };
  },
};

function releaseJson({
  year: of,
  group,
  name,
  respondents,
  minimumGroup,
  reason,
  releasedAt,
}: RecordedRelease) {
  return { year: of, group, name, respondents, minimumGroup, reason, releasedAt };
}

function releasesText(recorded: readonly RecordedRelease[]): string {
  if (recorded.length === 0) return 'Inget har lämnat programmet ännu.';
  const rows = recorded.map(({ releasedAt, year: of, name, respondents, minimumGroup, reason }) => [
    releasedAt.slice(0, 10),
    String(of),
    name,
    String(respondents),
    String(minimumGroup),
    reason ?? '',
  ]);
  return table([['Datum', 'År', 'Grupp', 'Svarande', 'Minsta grupp', 'Skäl'], ...rows], [3, 4]);
}
