import { existsSync, writeFileSync } from 'node:fs';
import { importKinds } from '../../../core/intake/draft.ts';
import { Refusal } from '../../../core/problem.ts';
import type { FileReading } from '../../workbench/intake.ts';
import { readFile } from '../../workbench/intake.ts';
import { mappingOfColumns } from '../../workbench/profiles.ts';
import { bundledInstrument, readInstrument } from '../../workbench/resources.ts';
import type { Command, OptionValues } from '../command.ts';
import { UsageError } from '../command.ts';
import { withInterrupt } from '../interrupt.ts';
import { kindNames, platformNames, roleNames } from '../names.ts';
import { mappingFrom } from '../mapping-options.ts';
import { choice, text, userPath, year } from '../options.ts';
import { progressLine } from '../progress.ts';
import { table } from '../table.ts';

/** `inspect`: what a file is taken to be, with nothing stored. */
export const inspect: Command = {
  name: 'inspect',
  usage:
    'FIL [--kind K] [--year Y] [--sheet NAMN] [--mapping FIL] [--instrument FIL] [--write-mapping NY.json] [--json]',
  summary: 'Visar hur en fil skulle läsas in, utan att spara något.',
  options: {
    kind: { type: 'string' },
    year: { type: 'string' },
    mapping: { type: 'string' },
    sheet: { type: 'string' },
    instrument: { type: 'string' },
    'write-mapping': { type: 'string' },
  },
  async run(positionals, options, terminal) {
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError('Ange en fil.');
    const reading = await readForInspection(userPath(file), options, progressLine(terminal));
    const target = text(options, 'write-mapping');
    if (target !== null) writeMapping(userPath(target), reading);
    return { json: inspectionJson(reading), text: inspectionText(reading) };
  },
};

async function readForInspection(
  filePath: string,
  options: OptionValues,
  progress: ReturnType<typeof progressLine>,
): Promise<FileReading> {
  const instrumentFile = text(options, 'instrument');
  try {
    return await withInterrupt((signal) =>
      readFile(filePath, {
        instrument: instrumentFile === null ? bundledInstrument() : readInstrument(userPath(instrumentFile)),
        mapping: mappingFrom(options),
        kind: choice(options, 'kind', importKinds),
        year: year(options),
        knownUnits: [],
        signal,
        onProgress: progress.show,
      }),
    );
  } finally {
    progress.clear();
  }
}

/** Everything that was understood, and what is asked, as a mapping file to edit. */
function writeMapping(target: string, { layout, columns, mapping, reading }: FileReading): void {
  if (existsSync(target)) {
    throw new Refusal({
      code: 'file-exists',
      message: `Filen ${target} finns redan och har inte ändrats.`,
      nextStep: 'Välj ett annat namn för mappningsfilen.',
    });
  }
  const asked = (prefix: string): string[] =>
    reading.questions.flatMap(({ id }) => (id.startsWith(prefix) ? [id.slice(prefix.length)] : []));
  const proposed = (id: string): string | null =>
    reading.questions.find((question) => question.id === id)?.proposed ?? null;
  const filled = {
    ...mappingOfColumns(columns, mapping),
    values: [
      ...mapping.values,
      ...asked('value:').map((value) => ({ text: value, meaning: proposed(`value:${value}`) ?? 'refused' })),
    ],
    ...(reading.questions.some(({ id }) => id === 'duplicates') && { duplicates: 'first' }),
    ...(layout.otherSheets.length > 0 && { sheet: layout.sheet }),
    units: [...mapping.units, ...asked('unit:').map((name) => ({ name, sameAs: proposed(`unit:${name}`) }))],
  };
  writeFileSync(target, `${JSON.stringify(filled, null, 2)}\n`);
}

function inspectionJson({ fileName, format, layout, columns, reading, profile }: FileReading) {
  return {
    file: fileName,
    format,
    platform: layout.platform,
    kind: layout.kind,
    sheet: layout.sheet,
    headerRows: layout.headerRows,
    respondents: reading.respondents,
    leftOut: reading.responses - reading.respondents,
    columns: columns.map((match) => ({
      column: match.letters,
      header: match.header,
      role: match.role,
      ...(match.item !== null && { item: match.item }),
      confidence: match.confidence,
      needsConfirmation: match.needsConfirmation || match.asksDirection,
      reason: match.reason,
    })),
    findings: reading.findings,
    questions: reading.questions,
    profile,
  };
}

function inspectionText({ fileName, format, layout, columns, reading }: FileReading): string {
  const { findings, questions, respondents } = reading;
  const head = [
    `${fileName}: ${kindNames[layout.kind]} (${platformNames[layout.platform]}, ${format})`,
    layout.sheet === ''
      ? ''
      : `Blad "${layout.sheet}", rubriker på rad ${layout.headerRows.join(' och ')}, ${respondents} svarande`,
  ].filter((line) => line !== '');
  const matches = columns.map((match) => [
    match.letters,
    shortened(match.header, 48),
    match.itemName ?? roleNames[match.role],
    match.needsConfirmation || match.asksDirection ? 'behöver ditt svar' : 'säker',
    match.reason,
  ]);
  return [
    head.join('\n'),
    matches.length === 0 ? '' : table([['Kolumn', 'Rubrik', 'Betyder', '', 'Därför att'], ...matches]),
    section(
      'Frågor',
      questions.map(({ message }) => message),
    ),
    section(
      'Fynd',
      findings
        .slice(0, 40)
        .map(({ cell, row, message }) => `${cell ?? (row === null ? '' : `rad ${row}`)} ${message}`.trim()),
    ),
    findings.length > 40 ? `… och ${findings.length - 40} fynd till (se --json).` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0
    ? ''
    : [`${title} (${lines.length})`, ...lines.map((line) => `  – ${line}`)].join('\n');
}

function shortened(header: string, width: number): string {
  return header.length <= width ? header : `${header.slice(0, width - 1)}…`;
}
