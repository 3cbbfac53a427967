import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Refusal } from '../../core/problem.ts';

/** Passphrases on the command line: out of a file, or typed unseen; never an argument or the environment. */

/** What stands on the first line of a file. @throws Refusal `passphrase-file-missing`, `passphrase-file-empty` */
export function secretFromFile(file: string): string {
  const name = path.basename(file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Refusal({
      code: 'passphrase-file-missing',
      message: `Filen ${name} med lösenfrasen går inte att läsa.`,
      file: name,
      nextStep: 'Kontrollera filens namn och mapp, och att du får läsa den.',
    });
  }
  const [line = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (line !== '') return line;
  throw new Refusal({
    code: 'passphrase-file-empty',
    message: `Filen ${name} ska ha lösenfrasen på första raden, men den är tom.`,
    file: name,
    nextStep: 'Skriv lösenfrasen på filens första rad.',
  });
}

/** Reads a line from the keyboard without showing it; null where nobody sits at one. */
export function secretFromKeyboard(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return Promise.resolve(null);
  stderr.write(`${question}: `);
  return new Promise((resolve) => {
    let typed = '';
    const end = (answer: string | null): void => {
      stdin.off('data', take);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      resolve(answer);
    };
    const take = (chunk: string): void => {
      for (const character of chunk) {
        if (character === '\r' || character === '\n') {
          end(typed);
          return;
        }
        // Ctrl+C and Ctrl+D.
        if (character === '\u0003' || character === '\u0004') {
          end(null);
          return;
        }
        const isErasing = character === '\u007F' || character === '\b';
        typed = isErasing ? Array.from(typed).slice(0, -1).join('') : typed + character;
      }
    };
    stdin.setRawMode(true);
    stdin.setEncoding('utf8');
    stdin.on('data', take);
    stdin.resume();
  });
}
