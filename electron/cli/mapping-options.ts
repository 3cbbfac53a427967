import type { Mapping } from '../../core/intake/mapping.ts';
import { emptyMapping } from '../../core/intake/mapping.ts';
import { readMapping } from '../workbench/resources.ts';
import type { OptionValues } from './command.ts';
import { text, userPath } from './options.ts';

/** What `--mapping` and `--sheet` say together; null where neither is given, so that a profile may be offered. */
export function mappingFrom(options: OptionValues): Mapping | null {
  const file = text(options, 'mapping');
  const sheet = text(options, 'sheet');
  const mapping = file === null ? null : readMapping(userPath(file));
  return sheet === null ? mapping : { ...(mapping ?? emptyMapping), sheet };
}
