import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../../core/problem.ts';
import { measurementsOf } from '../../workbench/measurements.ts';
import type { Verification } from '../../workbench/verification.ts';
import { fingerprintsIn, verify as verifyFingerprints } from '../../workbench/verification.ts';
import { withReader } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { userPath, workspacePath } from '../options.ts';

/** `verify`: whether the workspace still gives what a report or figure shows. */
export const verify: Command = {
  name: 'verify',
  usage: 'FIL --in ARBETSFIL [--json]',
  summary: 'Kontrollerar om arbetsfilen fortfarande ger samma figurer som en rapport.',
  options: { in: { type: 'string' } },
  run(positionals, options) {
    const [given, ...others] = positionals;
    if (given === undefined || others.length > 0) throw new UsageError('Ange en rapport eller figur.');
    const file = userPath(given);
    const fingerprints = fingerprintsIn(bytesOf(file));
    if (fingerprints.length === 0) throw noFingerprints(file);
    const found = withReader(workspacePath(options), (reader) =>
      verifyFingerprints(reader, measurementsOf(reader), fingerprints),
    );
    const isSame = found.differing.length === 0;
    return {
      json: { file: path.basename(file), verified: isSame, ...found },
      text: verdict(path.basename(file), found),
      exitCode: isSame ? 0 : 1,
    };
  },
};

function verdict(name: string, { same, differing }: Verification): string {
  const all = same.length + differing.length;
  if (differing.length === 0) return `Arbetsfilen ger samma ${all} figurer som i ${name}.`;
  return [
    `Arbetsfilen ger ${same.length} av ${all} figurer i ${name} på samma sätt som då.`,
    `Kontrolltal som inte stämmer: ${differing.join(', ')}.`,
    'Svar, enheter, gränser eller val har ändrats sedan dess, eller så är filen gjord ur en annan arbetsfil.',
  ].join('\n');
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Refusal({
      code: 'file-missing',
      message: `Filen ${path.basename(file)} går inte att läsa.`,
      file: path.basename(file),
      nextStep: 'Kontrollera namn och mapp.',
    });
  }
}

function noFingerprints(file: string): Refusal {
  return new Refusal({
    code: 'no-fingerprints',
    message: `${path.basename(file)} har inga kontrolltal att jämföra med.`,
    file: path.basename(file),
    nextStep: 'Välj en rapport eller figur som programmet har sparat som Word, PDF, SVG, Excel eller CSV.',
  });
}
