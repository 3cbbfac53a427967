import { counted } from '../../core/text.ts';
import { dataFormats } from '../publishing/data-table.ts';
import { openWriter } from '../store/workspace.ts';
import { writeAnswers } from '../workbench/answers-file.ts';
import type { OptionValues, Output } from './command.ts';
import { UsageError } from './command.ts';
import { storeMinimumGroup } from './measured.ts';
import { choice, noPositionals, requiredText, requiredYear, userPath, workspacePath } from './options.ts';

/** `export answers`: a year's answers as data, which is personal data and has to be said to be meant. */
export async function exportAnswers(positionals: readonly string[], options: OptionValues): Promise<Output> {
  noPositionals(positionals);
  const year = requiredYear(options, 'year');
  const format = choice(options, 'format', dataFormats) ?? 'csv';
  const out = userPath(requiredText(options, 'out', 'ange filen som ska skrivas'));
  if (options['personal-data'] !== true) {
    throw new UsageError(
      'Svaren är personuppgifter, också utan namn. Lägg till --personal-data för att skriva dem till en fil som ska stanna i kommunen.',
    );
  }
  storeMinimumGroup(options);
  const writer = openWriter(workspacePath(options));
  try {
    const { file, respondents } = await writeAnswers(writer, {
      year,
      format,
      out,
      now: new Date().toISOString(),
    });
    return {
      json: { file, year, respondents, personalData: true, minimumGroup: writer.minimumGroup() },
      text: [
        `${file} är skriven: svaren från ${counted(respondents, 'svarande', 'svarande')} ${year}, en rad för varje.`,
        'Filen har personuppgifter och ska stanna i kommunen: radera den när den inte behövs. Att den skrevs står i händelseloggen.',
        'Enhet, roll och delaktighet i beslut står bara där tillräckligt många har svarat likadant på alla tre som visas.',
      ].join('\n'),
    };
  } finally {
    writer.close();
  }
}
