import fs from 'node:fs';
import type * as FilePromises from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { Refusal } from '../../../../core/problem.ts';
import { writeFileWhole } from '../../../../electron/publishing/write-file.ts';
import { temporaryFolder } from '../store/samples.ts';

const rename = vi.hoisted(() => ({ failure: null as string | null }));

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof FilePromises>();
  return {
    ...actual,
    rename: (from: string, to: string) => {
      if (rename.failure === null) return actual.rename(from, to);
      return Promise.reject(Object.assign(new Error('locked'), { code: rename.failure }));
    },
  };
});

async function refusalCode(work: Promise<void>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return error instanceof Refusal ? error.problem.code : undefined;
  }
}

test('D-9: a file is written whole under its name, over what had it, and nothing else is left', async () => {
  const folder = temporaryFolder();
  const target = path.join(folder, 'figur.svg');
  fs.writeFileSync(target, 'äldre och längre');
  await writeFileWhole(target, Buffer.from('ny'));
  expect(fs.readFileSync(target, 'utf8')).toBe('ny');
  expect(fs.readdirSync(folder)).toEqual(['figur.svg']);
});

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  'D-9: a file that is open in Word (%s) is left as it was, with the next step',
  async (failure) => {
    const folder = temporaryFolder();
    const target = path.join(folder, 'figur.docx');
    fs.writeFileSync(target, 'öppen');
    rename.failure = failure;
    try {
      expect(await refusalCode(writeFileWhole(target, Buffer.from('ny')))).toBe('file-in-use');
    } finally {
      rename.failure = null;
    }
    expect(fs.readFileSync(target, 'utf8')).toBe('öppen');
    expect(fs.readdirSync(folder)).toEqual(['figur.docx']);
  },
);

test('D-9: a missing folder, and a folder with the name, are said to be what they are', async () => {
  const folder = temporaryFolder();
  expect(await refusalCode(writeFileWhole(path.join(folder, 'saknas', 'a.svg'), Buffer.from('')))).toBe(
    'folder-missing',
  );
  fs.mkdirSync(path.join(folder, 'b.svg'));
  expect(await refusalCode(writeFileWhole(path.join(folder, 'b.svg'), Buffer.from('')))).toBe(
    'file-is-folder',
  );
});
