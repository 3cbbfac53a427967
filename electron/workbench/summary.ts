import type { WorkspaceSummary } from '../../core/api.ts';
import { attentionFor } from '../../core/views/attention-for.ts';
import { cutsOf } from '../../core/views/cuts.ts';
import { instrumentView } from '../../core/views/instrument.ts';
import { unitsView } from '../../core/views/units.ts';
import { gapsIn, givenOf, lookAlikesOf, openLinksOf } from './context.ts';
import type { OpenWorkspace } from './desk.ts';

/** All that the frame around the screens needs of a workspace. */
export function summaryOf(workspace: OpenWorkspace): WorkspaceSummary {
  return workspace.kept('summary', () => makeSummary(workspace));
}

function makeSummary(workspace: OpenWorkspace): WorkspaceSummary {
  const { reader, id } = workspace;
  const settings = reader.settings();
  const measurements = workspace.measurements();
  const given = givenOf(workspace);
  const newest = measurements.yearsWithAnswers.at(-1);
  const instrument = newest === undefined ? reader.currentInstrument() : measurements.instrumentOf(newest);
  const yearsOf = (kind: (typeof given)[number]['kind']): number[] => [
    ...new Set(given.filter((own) => own.kind === kind).map(({ year }) => year)),
  ];
  const { insightLimits } = reader.analysisChoices();
  return {
    workspaceId: id,
    name: settings.organisation ?? reader.fileName,
    fileName: reader.fileName,
    isSample: settings.isSample,
    organisation: settings.organisation,
    itDepartment: settings.itDepartment,
    wholeName: measurements.wholeName,
    years: [...reader.years()]
      .reverse()
      .filter(({ year, employeeSurvey }) => measurements.years.includes(year) || employeeSurvey)
      .map(({ year, employeeSurvey }) => {
        const isMeasured = measurements.years.includes(year);
        const whole = isMeasured ? measurements.wholeIn(year) : null;
        return {
          year,
          sources: isMeasured ? measurements.resultsOf(year).map(({ source }) => source) : [],
          respondents: whole?.respondents ?? null,
          invited: whole?.invited ?? null,
          employeeSurvey,
        };
      }),
    units: unitsView(measurements),
    instrument: instrumentView(instrument, settings.itDepartment),
    cuts: cutsOf(measurements),
    against: { nation: yearsOf('benchmark'), target: yearsOf('target'), pool: yearsOf('pool') },
    minimumGroup: { ...measurements.minimumGroup },
    gaps: gapsIn(workspace),
    counts: {
      priorities:
        newest === undefined
          ? 0
          : attentionFor(measurements, newest, null, { kind: 'all' }, insightLimits).priorities.items.length,
      conclusions: reader.conclusions().length,
      openQuestions: openLinksOf(workspace) + lookAlikesOf(workspace).length,
      batches: reader.batches().filter(({ undoneAt }) => undoneAt === null).length,
    },
  };
}
