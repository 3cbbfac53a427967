import { ciphers } from '../../store/encryption/header.ts';
import type { ProtectionChange } from '../../store/protection.ts';
import { changeProtection, notEncrypted, protectionOf, recoveryKey } from '../../store/protection.ts';
import { withReader } from '../../workbench/workspace.ts';
import { Refusal } from '../../../core/problem.ts';
import { listed } from '../../../core/text.ts';
import type { Command, OptionValues, Output, Terminal } from '../command.ts';
import { UsageError } from '../command.ts';
import { choice, text, userPath, workspacePath } from '../options.ts';
import { secretFromFile } from '../secrets.ts';

const acts = ['set', 'change', 'remove', 'recovery'] as const;

/** `passphrase`: a workspace encrypted, with another passphrase, or in plain again. */
export const passphrase: Command = {
  name: 'passphrase',
  usage:
    'set|change|remove|recovery --in ARBETSFIL [--new-passphrase-file FIL] [--cipher chacha20|sqlcipher] [--json]\n' +
    '           set krypterar, change byter lösenfras, remove tar bort krypteringen, recovery visar återställningsnyckeln.',
  summary: 'Krypterar en arbetsfil med en lösenfras, byter den eller tar bort den.',
  options: {
    in: { type: 'string' },
    'new-passphrase-file': { type: 'string' },
    cipher: { type: 'string' },
  },
  async run(positionals, options, terminal) {
    const act = acts.find((candidate) => candidate === positionals[0]);
    if (act === undefined || positionals.length > 1) throw new UsageError(`Ange ett av ${listed(acts)}.`);
    const file = workspacePath(options);
    // Opened with the present passphrase, or refused, before a new one is asked for.
    withReader(file, () => undefined);
    const header = protectionOf(file);
    if (act !== 'set' && header === null) throw notEncrypted(file);
    if (act === 'set' && header !== null) throw alreadyEncrypted();
    if (act === 'recovery') {
      const key = recoveryKey(file);
      return { json: { recoveryKey: key }, text: recoveryText(key) };
    }
    if (act === 'remove') return changed(changeProtection(file, null), { encrypted: false });
    const cipher = choice(options, 'cipher', ciphers) ?? header?.cipher ?? 'chacha20';
    const change = changeProtection(file, { passphrase: await newSecret(options, terminal), cipher });
    return changed(change, { encrypted: true, cipher });
  },
};

/** The new passphrase, out of a file or typed twice. */
async function newSecret(options: OptionValues, terminal: Terminal): Promise<string> {
  const file = text(options, 'new-passphrase-file');
  if (file !== null) return secretFromFile(userPath(file));
  const first = (await terminal.askSecret?.('Ny lösenfras')) ?? null;
  if (first === null) throw new UsageError('--new-passphrase-file saknas: en fil med den nya lösenfrasen.');
  if (first === (await terminal.askSecret?.('Samma en gång till'))) return first;
  throw new Refusal({
    code: 'passphrase-differs',
    message: 'De två lösenfraserna är inte lika. Inget har ändrats.',
    nextStep: 'Försök igen.',
  });
}

function changed({ rewritten, left }: ProtectionChange, state: object): Output {
  const isEncrypted = 'cipher' in state;
  return {
    json: { ...state, backups: { rewritten, left } },
    text: [
      isEncrypted
        ? 'Arbetsfilen är krypterad. Glöms lösenfrasen bort går svaren inte att få tillbaka: skriv ut återställningsnyckeln med "dimios passphrase recovery".'
        : 'Arbetsfilen är inte längre krypterad.',
      ...(rewritten.length === 0 ? [] : [`Säkerhetskopiorna har följt med: ${listed(rewritten)}.`]),
      ...(left.length === 0
        ? []
        : [
            `Dessa säkerhetskopior gick inte att öppna och är som de var, med den lösenfras de har: ${listed(left)}.`,
          ]),
    ].join('\n'),
  };
}

function recoveryText(key: string): string {
  return [
    'Återställningsnyckeln öppnar arbetsfilen utan lösenfras. Skriv den på papper och lås in den:',
    '',
    `  ${key}`,
    '',
    'Den gäller tills lösenfrasen byts.',
  ].join('\n');
}

function alreadyEncrypted(): Refusal {
  return new Refusal({
    code: 'workspace-encrypted',
    message: 'Arbetsfilen är redan krypterad. Inget har ändrats.',
    nextStep: 'Byt lösenfras med "dimios passphrase change".',
  });
}
