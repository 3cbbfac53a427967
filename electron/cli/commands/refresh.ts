import type { RefreshOutcome } from '../../../core/api.ts';
import { buildReport } from '../../../core/report/build.ts';
import type { RefreshedBlock } from '../../publishing/word/refresh.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import { reportGround } from '../../workbench/report-desk.ts';
import { refreshedFile } from '../../workbench/report-files.ts';
import { release } from '../../workbench/releases.ts';
import { originOf, readOldReport, unitOfOld } from '../../workbench/word-reports.ts';
import { measurementsOf } from '../../workbench/measurements.ts';
import { withReader, withWriter } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { measuredOptions, measuredUsage, storeMinimumGroup } from '../measured.ts';
import { requiredText, requiredYear, text, userPath, workspacePath } from '../options.ts';

/** `refresh`: new figures and tables in a report that was written earlier and edited in Word. */
export const refreshCommand: Command = {
  name: 'refresh',
  usage:
    'RAPPORT.docx --in ARBETSFIL --year Y --out FIL.docx [--unit NAMN]\n' +
    `                     [--release-reason TEXT] ${measuredUsage} [--json]`,
  summary: 'Sätter nya figurer och tabeller i en Word-rapport som har redigerats, och rör inget annat.',
  options: {
    ...measuredOptions,
    year: { type: 'string' },
    unit: { type: 'string' },
    out: { type: 'string' },
    'release-reason': { type: 'string' },
  },
  async run(positionals, options) {
    const [oldPath] = positionals;
    if (oldPath === undefined || positionals.length > 1)
      throw new UsageError('Ange en Word-rapport som ska få nya figurer.');
    const year = requiredYear(options, 'year');
    const out = userPath(requiredText(options, 'out', 'ange filen som rapporten ska sparas i'));
    const old = readOldReport(userPath(oldPath));
    const now = new Date().toISOString();
    storeMinimumGroup(options);
    const made = withReader(workspacePath(options), (reader) => {
      const measurements = measurementsOf(reader);
      const name = text(options, 'unit');
      const unit = unitOfOld(old, reader, name === null ? undefined : reader.findUnit(name).id);
      const of = { year, unit };
      const settings = reader.reportSettings(year, unit);
      const { input, groups } = reportGround(reader, measurements, of, settings.language, now.slice(0, 10));
      return {
        report: buildReport({ ...input, settings }).report,
        origin: originOf(reader, of),
        groups,
        unitName: unit === null ? null : measurements.nameOf(unit),
        minimumGroup: measurements.minimumGroup,
      };
    });
    const { bytes, blocks } = await refreshedFile(old, made, now);
    withWriter(workspacePath(options), (writer) =>
      release(writer, made.groups, text(options, 'release-reason'), now),
    );
    await writeFileWhole(out, bytes);
    const told = refreshTold(blocks);
    return {
      json: {
        year,
        unit: made.unitName,
        from: old.origin === null ? null : { year: old.origin.year },
        file: out,
        ...told,
        minimumGroup: made.minimumGroup,
      },
      text: [
        out,
        ...lines('Förnyade', told.renewed),
        ...lines('Lämnade som de var', told.leftAlone),
        ...lines('Inte i filen', told.missing),
        'Texten är lämnad som den var: läs den mot de nya figurerna.',
      ].join('\n'),
    };
  },
};

interface ToldBlock {
  readonly kind: RefreshedBlock['kind'];
  readonly name: string;
  /** How it was renewed, or why it was not. */
  readonly outcome: RefreshOutcome;
}

function refreshTold(blocks: readonly RefreshedBlock[]) {
  const of = (...outcomes: readonly RefreshOutcome[]): ToldBlock[] =>
    blocks.filter(({ outcome }) => outcomes.includes(outcome)).map((block) => ({ ...block }));
  return {
    renewed: of('renewed', 'renewed-words-kept'),
    leftAlone: of('marks-broken', 'not-in-report'),
    missing: of('taken-out', 'not-in-file'),
  };
}

const kinds = { figure: 'Figur', table: 'Tabell' } as const;

const remarks: Readonly<Record<RefreshOutcome, string>> = {
  renewed: '',
  'renewed-words-kept': ' (bildtexten är ändrad för hand och lämnad)',
  'marks-broken': ' (märkena runt den är brutna)',
  'not-in-report': ' (finns inte i rapporten nu)',
  'taken-out': ' (borttagen ur filen, sätts inte tillbaka)',
  'not-in-file': ' (har inga märken i filen)',
};

function lines(heading: string, blocks: readonly ToldBlock[]): string[] {
  if (blocks.length === 0) return [];
  return [
    '',
    `${heading}:`,
    ...blocks.map(({ kind, name, outcome }) => `  ${kinds[kind]}: ${name}${remarks[outcome]}`),
  ];
}
