import { withReader } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { userPath } from '../options.ts';

/** `check`: whether a workspace is sound, and its tallies are those of its answers. */
export const check: Command = {
  name: 'check',
  usage: 'ARBETSFIL [--json]',
  summary: 'Kontrollerar att en arbetsfil är hel och att räkneverken stämmer med svaren.',
  options: {},
  run(positionals) {
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError('Ange en arbetsfil.');
    const report = withReader(userPath(file), (reader) => reader.check());
    const isSound = report.problems.length === 0;
    return {
      json: { sound: isSound, ...report },
      text: isSound
        ? 'Arbetsfilen är hel, och räkneverken stämmer med svaren.'
        : ['Arbetsfilen har fel:', ...report.problems.map(({ message }) => `  – ${message}`)].join('\n'),
      exitCode: isSound ? 0 : 1,
    };
  },
};
