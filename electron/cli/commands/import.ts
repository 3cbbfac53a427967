import { importKinds, type ImportDraft } from '../../../core/intake/draft.ts';
import { counted, listed } from '../../../core/text.ts';
import type { ImportedFile } from '../../workbench/import-files.ts';
import { importFiles } from '../../workbench/import-files.ts';
import { readInstrument } from '../../workbench/resources.ts';
import { ciphers } from '../../store/encryption/header.ts';
import type { NewProtection } from '../../store/open-file.ts';
import type { Command, OptionValues } from '../command.ts';
import { UsageError } from '../command.ts';
import { withInterrupt } from '../interrupt.ts';
import { kindNames } from '../names.ts';
import { mappingFrom } from '../mapping-options.ts';
import { choice, newWorkspacePath, text, userPath, year } from '../options.ts';
import { secretFromFile } from '../secrets.ts';
import { progressLine } from '../progress.ts';

/** `import`: files into a workspace, all of them or none. */
export const importCommand: Command = {
  name: 'import',
  usage:
    'FIL... --into ARBETSFIL [--year Y] [--kind K] [--sheet NAMN] [--mapping FIL] [--accept-proposed] [--add|--replace-year]\n' +
    '                     [--instrument FIL] [--organisation NAMN] [--save-profile NAMN] [--passphrase-file FIL [--cipher chacha20|sqlcipher]] [--json]',
  summary: 'Läser in filer i en arbetsfil, som skapas om den inte finns.',
  options: {
    into: { type: 'string' },
    year: { type: 'string' },
    kind: { type: 'string' },
    mapping: { type: 'string' },
    sheet: { type: 'string' },
    'accept-proposed': { type: 'boolean' },
    add: { type: 'boolean' },
    'replace-year': { type: 'boolean' },
    instrument: { type: 'string' },
    organisation: { type: 'string' },
    'save-profile': { type: 'string' },
    cipher: { type: 'string' },
  },
  async run(positionals, options, terminal) {
    if (positionals.length === 0) throw new UsageError('Ange minst en fil att läsa in.');
    if (options['add'] === true && options['replace-year'] === true) {
      throw new UsageError('Välj antingen --add eller --replace-year.');
    }
    const instrumentFile = text(options, 'instrument');
    const order = {
      files: positionals.map(userPath),
      workspace: newWorkspacePath(options),
      year: year(options),
      kind: choice(options, 'kind', importKinds),
      mapping: mappingFrom(options),
      acceptsProposed: options['accept-proposed'] === true,
      mode: options['add'] === true ? 'add' : options['replace-year'] === true ? 'replace-year' : 'new',
      instrument: instrumentFile === null ? null : readInstrument(userPath(instrumentFile)),
      organisation: text(options, 'organisation'),
      profileName: text(options, 'save-profile'),
      protection: protectionFrom(options),
      now: new Date().toISOString(),
    } as const;
    const progress = progressLine(terminal);
    try {
      const imported = await withInterrupt((signal) =>
        importFiles(order, { signal, onProgress: progress.show }),
      );
      const [only] = imported;
      const json = imported.map(importJson);
      return {
        json: imported.length === 1 && only !== undefined ? json[0] : { imports: json },
        text: imported.map(importText).join('\n\n'),
      };
    } finally {
      progress.clear();
    }
  },
};

/** A new workspace is encrypted where a passphrase is handed in. */
function protectionFrom(options: OptionValues): NewProtection | null {
  const file = text(options, 'passphrase-file');
  if (file === null) return null;
  return {
    passphrase: secretFromFile(userPath(file)),
    cipher: choice(options, 'cipher', ciphers) ?? 'chacha20',
  };
}

function importJson({ batch, draft, file, dropped }: ImportedFile) {
  return {
    batch: batch.id,
    year: batch.year,
    kind: batch.kind,
    respondents: batch.respondents ?? 0,
    leftOut: Object.values(file.reading.leftOut).reduce((sum, count) => sum + count, 0),
    leftOutByReason: file.reading.leftOut,
    items: itemsIn(draft, file),
    units: unitsIn(draft),
    dropped: dropped.map(({ header, letters }) => (header === '' ? letters : header)),
    findings: file.reading.findings,
  };
}

/** How many of the instrument's items the file has. */
function itemsIn(draft: ImportDraft, file: ImportedFile['file']): number {
  if (draft.kind === 'answers') return file.columns.filter(({ role }) => role === 'item').length;
  if (draft.kind === 'aggregated') return new Set(draft.lines.map(({ item }) => item)).size;
  return 0;
}

interface ImportedUnit {
  readonly name: string;
  /** The förvaltning it belongs to; null directly under the whole. */
  readonly parent: string | null;
  readonly respondents: number;
}

/** Units with their respondents in this file, enheter counted in their förvaltning too. */
function unitsIn(draft: ImportDraft): ImportedUnit[] {
  if (draft.kind === 'employeeSurvey') return [];
  const units = new Map<string, ImportedUnit>();
  const add = (path: readonly string[], respondents: number): void => {
    path.forEach((name, level) => {
      const parent = path[level - 1] ?? null;
      const key = JSON.stringify([parent, name]);
      const before = units.get(key)?.respondents ?? 0;
      units.set(key, { name, parent, respondents: before + respondents });
    });
  };
  if (draft.kind === 'answers') {
    const counts = new Array<number>(draft.groups.length).fill(0);
    for (const group of draft.groupOf) counts[group] = (counts[group] ?? 0) + 1;
    draft.groups.forEach(({ unit }, group) => {
      add(unit, counts[group] ?? 0);
    });
  }
  if (draft.kind === 'aggregated') for (const { unit } of draft.lines) add(unit, 0);
  if (draft.kind === 'responseRates') for (const { unit, answered } of draft.lines) add(unit, answered ?? 0);
  return [...units.values()];
}

function importText({ batch, draft, file, dropped }: ImportedFile): string {
  const leftOut = Object.values(file.reading.leftOut).reduce((sum, count) => sum + count, 0);
  const lines = [
    `${batch.fileName} är inläst som inläsning ${batch.id}: ${kindNames[batch.kind]}, ${batch.year}.`,
    draft.kind === 'answers'
      ? `${counted(batch.respondents ?? 0, 'svarande', 'svarande')}, ${itemsIn(draft, file)} mätpunkter, ${unitsIn(draft).length} enheter; ${leftOut} utelämnade.`
      : '',
    dropped.length === 0 ? '' : `Läses aldrig in: ${listed(dropped.map(({ header }) => header))}.`,
    file.reading.findings.length === 0
      ? ''
      : `${counted(file.reading.findings.length, 'fynd', 'fynd')} att titta på (se --json eller "inspect").`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
