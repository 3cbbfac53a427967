import path from 'node:path';
import { proposedReportSettings } from '../../../core/report/settings.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import type { HandlersOf } from '../registry.ts';
import { release } from '../releases.ts';
import { reportOnDesk } from '../report-desk.ts';
import { everyUnitsReports, reportFile } from '../report-files.ts';
import { previewPage } from '../report-preview.ts';

/** Reports: what is settled of them, how they look, and the files that are made of them. */
export const reportHandlers: HandlersOf<
  'report.get' | 'report.saveSettings' | 'report.preview' | 'report.export' | 'report.exportAll'
> = {
  'report.get': ({ workspaceId, year, unit }, { desk, now }) => {
    const workspace = desk.workspace(workspaceId);
    const settings = workspace.reader.reportSettings(year, unit);
    const today = dateOf(now);
    const { outline, liveNumbers } = reportOnDesk(workspace, { year, unit }, settings, today);
    const asProposed = { ...proposedReportSettings, language: settings.language };
    const { front } = reportOnDesk(workspace, { year, unit }, asProposed, today).report;
    return {
      year,
      unit,
      settings,
      proposed: { title: front.title, administrator: front.administrator, date: front.date },
      outline: outline.map((entry) => ({
        ...entry,
        generated: [...entry.generated],
        figures: [...entry.figures],
      })),
      liveNumbers: [...liveNumbers],
    };
  },

  'report.saveSettings': ({ workspaceId, year, unit, settings }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    const before = workspace.reader.reportSettings(year, unit);
    // No result rests on it: what is computed stays.
    workspace.record((writer) => {
      writer.keepReportSettings(year, unit, settings);
    });
    desk.changed(workspaceId);
    return {
      inverse: {
        call: 'report.saveSettings',
        input: { workspaceId, year, unit, settings: before },
        label: { sv: 'Ångra ändringen i rapporten', en: 'Undo the change to the report' },
      },
    };
  },

  'report.preview': ({ workspaceId, year, unit, settings, at }, { desk, now }) =>
    previewPage(desk.workspace(workspaceId), { year, unit }, { settings, today: dateOf(now) }, at),

  'report.export': async (
    { workspaceId, year, unit, format, targetId, releaseReason },
    { desk, now, signal, progress },
  ) => {
    const workspace = desk.workspace(workspaceId);
    const target = desk.target(targetId);
    progress({ sv: 'Skriver rapporten', en: 'Writing the report' }, null);
    const settings = workspace.reader.reportSettings(year, unit);
    const report = reportOnDesk(workspace, { year, unit }, settings, dateOf(now));
    const template = workspace.reader.reportTemplate();
    const bytes = await reportFile({ ...report, template }, settings, format, now);
    signal.throwIfAborted();
    // All is ready to be written before it is said to have left.
    workspace.record((writer) => release(writer, report.groups, releaseReason, now));
    await writeFileWhole(target, bytes);
    return { targetId, shownPath: path.normalize(target), sizeBytes: bytes.length };
  },

  'report.exportAll': async (
    { workspaceId, year, formats, targetId, releaseReason },
    { desk, now, signal, progress },
  ) => {
    const workspace = desk.workspace(workspaceId);
    const target = desk.target(targetId);
    const packed = await everyUnitsReports(workspace, { year, formats, now, signal, progress });
    signal.throwIfAborted();
    workspace.record((writer) => release(writer, packed.groups, releaseReason, now));
    await writeFileWhole(target, packed.bytes);
    return {
      targetId,
      shownPath: path.normalize(target),
      reports: packed.reports,
      leftOut: [...packed.leftOut],
    };
  },
};

function dateOf(now: string): string {
  return now.slice(0, 10);
}
