import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingCodes, questionCodes } from '../../../core/intake/finding.ts';
import { problemsInEnglish } from '../../../renderer/texts/problems-in-english.ts';
import { findingIn, problemIn, questionInEnglish } from '../../../renderer/texts/machine-texts.ts';

const root = path.join(import.meta.dirname, '../../..');

/** Codes of the problems that a window can be told: those of the command line's own words aside. */
function problemCodes(): string[] {
  const notProblems = new Set<string>([...findingCodes, ...questionCodes]);
  const codes = ['core', 'electron'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('cli'))
      .flatMap((file) => {
        const source = readFileSync(path.join(root, folder, file), 'utf8');
        const asObjects = [...source.matchAll(/code: '([a-z-]+)',\s+message:/g)].filter(({ index }) =>
          source.slice(index, index + 500).includes('nextStep'),
        );
        const asCalls = source.matchAll(/[rR]efusal\(\s*(?:filePath,\s*)?'([a-z]+(?:-[a-z]+)+)'/g);
        return [...asObjects, ...asCalls].map(([, code]) => code ?? '');
      }),
  );
  return [...new Set(codes)].filter((code) => !notProblems.has(code) || code === 'year-has-answers').sort();
}

describe('what the machine says, in English', () => {
  it('M-9: every problem has its English', () => {
    const codes = problemCodes();
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => problemsInEnglish[code] === undefined)).toEqual([]);
  });

  it('M-9: a problem keeps its place and code, and one that is not known its words', () => {
    const problem = {
      code: 'empty-file',
      message: 'Filen är tom.',
      file: 'a.xlsx',
      nextStep: 'Exportera den igen.',
    };
    expect(problemIn('en', problem)).toEqual({
      code: 'empty-file',
      message: 'The file is empty.',
      file: 'a.xlsx',
      nextStep: 'Export it again.',
    });
    expect(problemIn('sv', problem)).toEqual(problem);
    expect(problemIn('en', { ...problem, code: 'unheard-of' }).message).toBe('Filen är tom.');
  });

  it('M-9: the options of a question are English, and names stay as they stand in the file', () => {
    const question = {
      id: 'unit:Kultur',
      code: 'unit-look-alike' as const,
      sheet: null,
      column: null,
      message: '"Kultur" liknar "Kultur och fritid". Är det samma enhet?',
      options: [
        { value: 'Kultur och fritid', label: 'Ja, räkna som Kultur och fritid' },
        { value: '', label: 'Nej, det är en egen enhet' },
      ],
      proposed: null,
      answer: null,
      cells: [],
    };
    expect(questionInEnglish(question).options.map(({ label }) => label)).toEqual([
      'Yes, count as Kultur och fritid',
      'No, it is a unit of its own',
    ]);
  });

  it('M-9: no sentence is left in Swedish', () => {
    const all = [
      ...findingCodes.map((code) => findingIn('en', { code, message: 'å' }).message),
      ...Object.values(problemsInEnglish).flatMap((own) => [own?.message ?? 'å', own?.nextStep ?? 'å']),
    ];
    expect(all.filter((text) => /[åäöÅÄÖ]|\b(och|filen|inte)\b/.test(text))).toEqual([]);
  });
});
