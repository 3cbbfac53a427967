import { withheldOf } from '../../../core/exchange/file.ts';
import { counted } from '../../../core/text.ts';
import { exchangeFilesOf, othersIn, takeInExchangeFiles, writeExchange } from '../../workbench/exchange.ts';
import { openWriter } from '../../store/workspace.ts';
import { withWriter } from '../../workbench/workspace.ts';
import type { Command, OptionValues, Output } from '../command.ts';
import { UsageError } from '../command.ts';
import { exchangeFileJson, exchangeFilesText, othersJson, othersText } from '../exchange-output.ts';
import { measuredOptions, measuredUsage, storeMinimumGroup, withMeasurements } from '../measured.ts';
import { requiredText, requiredYear, text, userPath, workspacePath, year } from '../options.ts';

/** `exchange`: what municipalities share to compare themselves without sharing anyone's answers. */
export const exchange: Command = {
  name: 'exchange',
  usage:
    `write --in ARBETSFIL --year Y --out FIL.json [--release-reason TEXT] ${measuredUsage} [--json]\n` +
    '       dimios exchange read [FIL...] --in ARBETSFIL [--year Y] [--remove NR | --restore NR] [--json]\n' +
    '\n  write  skriver kommunens sammanlagda siffror för ett år, utan enheter och utan någons svar' +
    '\n  read   tar in andras filer och visar vad de andra som deltar kommer fram till tillsammans' +
    '\n  --release-reason TEXT  lämnar ut fast ett tidigare utlämnande står i vägen; skälet sparas',
  summary: 'Utbyter siffror med andra kommuner, utan att dela någons svar.',
  options: {
    ...measuredOptions,
    year: { type: 'string' },
    out: { type: 'string' },
    'release-reason': { type: 'string' },
    remove: { type: 'string' },
    restore: { type: 'string' },
  },
  run([verb, ...files], options) {
    if (verb === 'write') return write(files, options);
    if (verb === 'read') return read(files, options);
    throw new UsageError('Ange write för att skriva en utbytesfil eller read för att ta in andras.');
  },
};

async function write(files: readonly string[], options: OptionValues): Promise<Output> {
  if (files.length > 0) throw new UsageError(`"${files.join(' ')}" hör inte hit: ange filen med --out.`);
  const of = requiredYear(options, 'year');
  const out = userPath(requiredText(options, 'out', 'ange filen som ska skrivas'));
  storeMinimumGroup(options);
  const writer = openWriter(workspacePath(options));
  try {
    const file = await writeExchange(writer, {
      year: of,
      out,
      releaseReason: text(options, 'release-reason'),
      now: new Date().toISOString(),
    });
    const { withheldItems, allPairs, sentPairs } = withheldOf(file);
    const { municipality, respondents, invited, gate, provenance } = file;
    return {
      json: {
        file: out,
        municipality,
        year: of,
        respondents,
        invited,
        withheldItems,
        pairs: { sent: sentPairs, of: allPairs },
        gate: gate !== null,
        minimumGroup: { size: provenance.minimumGroup, reason: provenance.reason },
      },
      text: [
        `${out} är skriven: ${municipality} ${of}, ${counted(respondents, 'svarande', 'svarande')}. Filen har inga enheter och ingens svar.`,
        ...(withheldItems.length === 0 ? [] : [`Utan ${withheldItems.join(', ')}, som inte får visas.`]),
        ...(sentPairs === allPairs
          ? []
          : [
              `${sentPairs} av ${allPairs} parsummor är med; mottagarens intervall för mognad, dimensioner och kategorier blir något bredare.`,
            ]),
        ...(provenance.reason === null
          ? []
          : [`Minsta gruppstorlek är ${provenance.minimumGroup}. Skäl: ${provenance.reason}`]),
      ].join('\n'),
    };
  } finally {
    writer.close();
  }
}

function read(files: readonly string[], options: OptionValues): Output {
  const remove = text(options, 'remove');
  const restore = text(options, 'restore');
  const asked = [files.length > 0, remove !== null, restore !== null].filter(Boolean).length;
  if (asked > 1) throw new UsageError('Gör en sak i taget: ta in filer, --remove eller --restore.');
  const only = year(options);
  if (asked === 1) {
    const now = new Date().toISOString();
    const paths = files.map(userPath);
    const [removed, restored] = [numberOf(remove, 'remove'), numberOf(restore, 'restore')];
    withWriter(workspacePath(options), (writer) => {
      if (paths.length > 0) takeInExchangeFiles(writer, paths, now);
      if (removed !== null) writer.removeExchangeFile(removed, now);
      if (restored !== null) writer.restoreExchangeFile(restored, now);
    });
  }
  return withMeasurements(options, (measurements, reader) => {
    const isAsked = (of: number): boolean => only === null || of === only;
    const listed = exchangeFilesOf(reader, measurements, only);
    const byYear = Map.groupBy(listed, ({ file }) => file.year);
    const others = reader
      .exchangeYears()
      .filter(isAsked)
      .flatMap((of) => othersIn(reader, measurements, of, byYear.get(of)) ?? []);
    return {
      json: { files: listed.map(exchangeFileJson), benchmarks: others.map(othersJson) },
      text: [exchangeFilesText(listed), ...others.map(othersText)].join('\n\n'),
    };
  });
}

function numberOf(given: string | null, option: string): number | null {
  if (given === null) return null;
  if (!/^\d{1,9}$/.test(given)) throw new UsageError(`--${option} ska vara ett nummer, inte "${given}".`);
  return Number(given);
}
