import path from 'node:path';
import type { Texts } from '../../../core/api.ts';
import { proposedReportSettings } from '../../../core/report/settings.ts';
import type { Refreshed } from '../../publishing/word/refresh.ts';
import { packParts } from '../../publishing/package-bytes.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import type { OpenWorkspace } from '../desk.ts';
import type { HandlersOf } from '../registry.ts';
import { release } from '../releases.ts';
import type { ReportOf, ReportOnDesk } from '../report-desk.ts';
import { reportOnDesk } from '../report-desk.ts';
import type { OldReport } from '../word-reports.ts';
import { readOldReport, readTemplate, unitOfOld } from '../word-reports.ts';

/** Reports: what is settled of them, how they look, and the files that are made of them. */
export const reportHandlers: HandlersOf<
  | 'report.get'
  | 'report.saveSettings'
  | 'report.setTemplate'
  | 'report.preview'
  | 'report.export'
  | 'report.previewRefresh'
  | 'report.refresh'
  | 'report.exportAll'
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
      template: workspace.reader.reportTemplateName(),
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

  // Taking a template back would need the one before, which the window never has: it is chosen again.
  'report.setTemplate': ({ workspaceId, fileId }, { desk }) => {
    const template = fileId === null ? null : readTemplate(desk.files.path(fileId));
    desk.workspace(workspaceId).record((writer) => {
      writer.keepReportTemplate(template);
    });
    desk.changed(workspaceId);
    return { inverse: null };
  },

  'report.preview': async ({ workspaceId, year, unit, settings, at }, { desk, now }) => {
    // What sets pages and writes files is large, and loaded when first needed: the window starts without it.
    const { previewPage } = await import('../report-preview.ts');
    return previewPage(desk.workspace(workspaceId), { year, unit }, { settings, today: dateOf(now) }, at);
  },

  'report.export': async (
    { workspaceId, year, unit, format, targetId, releaseReason },
    { desk, now, signal, progress },
  ) => {
    const workspace = desk.workspace(workspaceId);
    const target = desk.target(targetId);
    progress({ sv: 'Skriver rapporten', en: 'Writing the report' }, null);
    const settings = workspace.reader.reportSettings(year, unit);
    const report = reportOnDesk(workspace, { year, unit }, settings, dateOf(now));
    const { reportFile } = await import('../report-files.ts');
    const template = workspace.reader.reportTemplate();
    const bytes = await reportFile({ ...report, template }, settings, format, now);
    signal.throwIfAborted();
    // All is ready to be written before it is said to have left.
    workspace.record((writer) => release(writer, report.groups, releaseReason, now));
    await writeFileWhole(target, bytes);
    return { targetId, shownPath: path.normalize(target), sizeBytes: bytes.length };
  },

  'report.previewRefresh': async ({ workspaceId, year, unit, fileId }, { desk, now, signal, progress }) => {
    progress(readingOld, null);
    const old = readOldReport(desk.files.path(fileId));
    const { blocks } = await refreshedOnDesk(desk.workspace(workspaceId), { year, unit }, old, now);
    signal.throwIfAborted();
    return { fileName: old.fileName, from: old.origin?.year ?? null, blocks: [...blocks] };
  },

  'report.refresh': async (
    { workspaceId, year, unit, fileId, targetId, releaseReason },
    { desk, now, signal, progress },
  ) => {
    const workspace = desk.workspace(workspaceId);
    const target = desk.target(targetId);
    progress(readingOld, null);
    const old = readOldReport(desk.files.path(fileId));
    const { bytes, blocks, groups } = await refreshedOnDesk(workspace, { year, unit }, old, now);
    signal.throwIfAborted();
    workspace.record((writer) => release(writer, groups, releaseReason, now));
    await writeFileWhole(target, bytes);
    return { targetId, shownPath: path.normalize(target), blocks: [...blocks] };
  },

  'report.exportAll': async (
    { workspaceId, year, formats, targetId, releaseReason },
    { desk, now, signal, progress },
  ) => {
    const workspace = desk.workspace(workspaceId);
    const target = desk.target(targetId);
    const { readyReports, reportableUnits } = await import('../report-files.ts');
    const measurements = workspace.measurements();
    const template = workspace.reader.reportTemplate();
    const { units, leftOut } = reportableUnits(measurements, year);
    const { files, groups } = await readyReports({
      year,
      units,
      formats,
      nameOf: (unit) => measurements.nameOf(unit),
      settingsOf: (unit) => workspace.reader.reportSettings(year, unit),
      reportOf: (of, settings) => ({ ...reportOnDesk(workspace, of, settings, dateOf(now)), template }),
      now,
      signal,
      progress,
    });
    const packed = packParts(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
    workspace.record((writer) => release(writer, groups, releaseReason, now));
    await writeFileWhole(target, packed);
    return {
      targetId,
      shownPath: path.normalize(target),
      reports: units.length,
      leftOut: [...leftOut],
    };
  },
};

const readingOld: Texts = { sv: 'Sätter in nya figurer', en: 'Putting in new figures' };

/** An older report with the figures of this one, and the groups whose answers they tell of. */
async function refreshedOnDesk(
  workspace: OpenWorkspace,
  of: ReportOf,
  old: OldReport,
  now: string,
): Promise<Refreshed & Pick<ReportOnDesk, 'groups'>> {
  const { refreshedFile } = await import('../report-files.ts');
  unitOfOld(old, workspace.reader, of.unit);
  const settings = workspace.reader.reportSettings(of.year, of.unit);
  const made = reportOnDesk(workspace, of, settings, dateOf(now));
  return { ...(await refreshedFile(old, made, now)), groups: made.groups };
}

function dateOf(now: string): string {
  return now.slice(0, 10);
}
