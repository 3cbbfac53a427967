import type { ImportPreview, Texts } from '../../../core/api.ts';
import { columnView, importLead, questionCells, shownRows } from '../../../core/views/import.ts';
import { importScores } from '../../../core/views/import-scores.ts';
import { openWriter } from '../../store/workspace.ts';
import type { ReadForStoring } from '../import-files.ts';
import { importRequest, keepProfile } from '../import-files.ts';
import type { OrderReading } from '../import-orders.ts';
import { readOrders } from '../import-orders.ts';
import { nothingToImport, openQuestions } from '../import-refusals.ts';
import { measurementsOf } from '../measurements.ts';
import { keptProfiles } from '../profiles.ts';
import type { HandlersOf } from '../registry.ts';
import { programVersion } from '../resources.ts';
import { undoing } from './data.ts';

/** Files on their way in: what they hold, what becomes of it, and storing it. */
export const importHandlers: HandlersOf<
  'import.preview' | 'import.scores' | 'import.store' | 'import.profiles'
> = {
  'import.preview': async ({ workspaceId, order, earlier }, context) => {
    const workspace = context.desk.workspace(workspaceId);
    const reading = (await readOrders(workspace, [...earlier, order], context)).at(-1);
    if (reading === undefined) throw new Error('No file was read.');
    return previewOf(order.fileId, reading, workspace.reader.currentInstrument().items.length);
  },

  'import.scores': async ({ workspaceId, orders }, context) => {
    const workspace = context.desk.workspace(workspaceId);
    const readings = await readOrders(workspace, orders, context);
    context.progress({ sv: 'Räknar ut resultatet', en: 'Computing the results' }, null);
    const requests = readings.flatMap((reading) => {
      const own = readForStoring(reading);
      const mode = modeOf(reading);
      // What stands open is read as proposed; a year that is taken is added to until the user says otherwise.
      return own === null ? [] : [importRequest(own, mode === 'new' ? 'add' : mode)];
    });
    const writer = openWriter(workspace.path);
    let scores = importScores(workspace.measurements(), []);
    try {
      writer.together(() => {
        writer.importBatches(requests, { now: context.now, programVersion: programVersion() });
        scores = importScores(measurementsOf(writer), [...new Set(requests.map(({ draft }) => draft.year))]);
        throw new NotToBeKept();
      });
    } catch (error) {
      if (!(error instanceof NotToBeKept)) throw error;
    } finally {
      writer.close();
    }
    return scores;
  },

  'import.store': async ({ workspaceId, orders, profileName }, context) => {
    const { desk, now, signal, progress } = context;
    const readings = await readOrders(desk.workspace(workspaceId), orders, context);
    const requests = readings.map((reading) => importRequest(settled(reading), modeOf(reading)));
    signal.throwIfAborted();
    progress({ sv: 'Sparar', en: 'Storing' }, null);
    const stored = desk.write(workspaceId, (writer) =>
      writer.importBatches(requests, { now, programVersion: programVersion() }),
    );
    if (profileName !== null) {
      for (const { file } of readings) if (file.layout.kind === 'answers') keepProfile(file, profileName);
    }
    return {
      batches: stored.map(({ id, year, kind, fileName, respondents }) => ({
        id,
        year,
        kind,
        fileName,
        respondents,
      })),
      sentence: storedSentence(stored),
      inverse: undoing(
        workspaceId,
        stored.map(({ id }) => id),
      ),
    };
  },

  'import.profiles': () => ({ profiles: keptProfiles() }),
};

/** Ends a transaction whose changes were only to be looked at. */
class NotToBeKept extends Error {}

function previewOf(fileId: ImportPreview['fileId'], reading: OrderReading, ofItems: number): ImportPreview {
  const { file, questions, rows, sheets } = reading;
  const { layout, columns, reading: read } = file;
  const sheet = { layout, columns, findings: read.findings, questions, rows };
  const cells = questionCells(sheet);
  const itemsFound = new Set(columns.flatMap(({ item }) => item ?? [])).size;
  const open = questions.filter(({ answer }) => answer === null).length;
  const holdsSomething = read.draft !== null;
  return {
    fileId,
    fileName: file.fileName,
    format: file.format,
    lead: importLead(layout, { items: itemsFound, ofItems, open, holdsSomething }),
    kind: layout.kind,
    platform: layout.platform,
    year: read.draft?.year ?? null,
    sheet: layout.sheet,
    sheets: sheets.map((name) => ({ name, rows: name === layout.sheet ? reading.totalRows : null })),
    columns: columns.map((match) => columnView(match, layout.kind)),
    rows: shownRows(sheet),
    totalRows: reading.totalRows,
    respondents: layout.kind === 'answers' ? read.respondents : null,
    itemsFound,
    questions: questions.map(({ options, ...question }) => ({
      ...question,
      cells: [...(cells.get(question.id) ?? [])],
      options: options.map((option) => ({ ...option })),
    })),
    findings: read.findings.map((finding) => ({ ...finding })),
    profile: reading.profile,
    ready: open === 0 && holdsSomething,
  };
}

function readForStoring({ file, sizeBytes, sha256 }: OrderReading): ReadForStoring | null {
  const { draft } = file.reading;
  return draft === null ? null : { file, draft, sizeBytes, sha256 };
}

/** A reading in which nothing stands open. @throws Refusal `needs-confirmation`, `nothing-to-import` */
function settled(reading: OrderReading): ReadForStoring {
  const { fileName } = reading.file;
  const open = reading.questions.filter(({ answer }) => answer === null).length;
  if (open > 0) throw openQuestions(fileName, open);
  const own = readForStoring(reading);
  if (own === null) throw nothingToImport(fileName);
  return own;
}

/** What is to be done with a year that has values already. */
function modeOf({ questions }: OrderReading): 'new' | 'add' | 'replace-year' {
  const answer = questions.find(({ id }) => id === 'year-has-answers')?.answer;
  return answer === 'add' || answer === 'replace-year' ? answer : 'new';
}

function storedSentence(
  stored: readonly { readonly year: number; readonly respondents: number | null }[],
): Texts {
  const years = [...new Set(stored.map(({ year }) => year))].sort((a, b) => a - b).join(', ');
  const answers = stored.reduce((sum, { respondents }) => sum + (respondents ?? 0), 0);
  return answers === 0
    ? { sv: `Inläst för ${years}.`, en: `Imported for ${years}.` }
    : {
        sv: `${answers} svar är inlästa för ${years}.`,
        en: `${answers} answers were imported for ${years}.`,
      };
}
