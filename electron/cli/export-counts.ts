import { counted } from '../../core/text.ts';
import { dataFormats } from '../publishing/data-table.ts';
import { writeCountsOf, writeOwnCounts } from '../workbench/counts.ts';
import { bundledInstrument, readInstrument } from '../workbench/resources.ts';
import { openWriter } from '../store/workspace.ts';
import type { OptionValues, Output } from './command.ts';
import { UsageError } from './command.ts';
import { storeMinimumGroup } from './measured.ts';
import { choice, requiredText, text, userPath, workspacePath, years } from './options.ts';

/** `export counts`: counts of items as data for other programs. */
export async function exportCounts(files: readonly string[], options: OptionValues): Promise<Output> {
  const itemsOut = text(options, 'items');
  const wish = {
    format: choice(options, 'format', dataFormats) ?? 'csv',
    out: userPath(requiredText(options, 'out', 'ange filen som ska skrivas')),
    itemsOut: itemsOut === null ? null : userPath(itemsOut),
  };
  if (wish.out === wish.itemsOut) throw new UsageError('--out och --items ska vara två olika filer.');
  if (files.length > 0) {
    if (text(options, 'in') !== null)
      throw new UsageError('Ange antingen utbytesfiler eller --in, inte båda.');
    const instrumentFile = text(options, 'instrument');
    const instrument =
      instrumentFile === null ? bundledInstrument() : readInstrument(userPath(instrumentFile));
    const written = await writeCountsOf(files.map(userPath), instrument, wish);
    return {
      json: { file: wish.out, items: wish.itemsOut, ...written },
      text: `${wish.out} är skriven: ${counted(written.municipalities, 'kommun', 'kommuner')}, ${written.years.join(', ')}, ${counted(written.rows, 'rad', 'rader')}.`,
    };
  }
  storeMinimumGroup(options);
  const writer = openWriter(workspacePath(options));
  try {
    const {
      years: ofYears,
      municipalities,
      rows,
      leftOut,
    } = await writeOwnCounts(writer, {
      ...wish,
      years: years(options),
      releaseReason: text(options, 'release-reason'),
      now: new Date().toISOString(),
    });
    return {
      json: {
        file: wish.out,
        items: wish.itemsOut,
        years: ofYears,
        municipalities,
        rows,
        leftOut,
        minimumGroup: writer.minimumGroup(),
      },
      text: [
        `${wish.out} är skriven: antalen per mätpunkt för ${ofYears.join(', ')}, ${counted(rows, 'rad', 'rader')}. Filen har inga enheter och ingens svar.`,
        ...(leftOut.length === 0
          ? []
          : [`Utan ${leftOut.join(', ')}: för få har svarat för att antalen ska få lämnas ut.`]),
      ].join('\n'),
    };
  } finally {
    writer.close();
  }
}
