import fs from 'node:fs';
import type * as FilePromises from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { Refusal } from '../../../../core/problem.ts';
import { writeFilesWhole, writeFileWhole } from '../../../../electron/publishing/write-file.ts';
import { temporaryFolder } from '../store/samples.ts';

const rename = vi.hoisted(() => ({ failure: null as string | null, after: 0, isOnce: false }));

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof FilePromises>();
  return {
    ...actual,
    rename: (from: string, to: string) => {
      if (rename.failure === null || rename.after-- > 0) return actual.rename(from, to);
      const { failure } = rename;
      if (rename.isOnce) rename.failure = null;
      return Promise.reject(Object.assign(new Error('locked'), { code: failure }));
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

/** Files of a folder and what is in them, hidden ones too. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
  );
}

test('D-17: several files are written, over what had their names, and nothing else is left', async () => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'b.pdf'), 'äldre');
  const files = ['a.pdf', 'b.pdf'].map((name) => ({
    path: path.join(folder, name),
    bytes: Buffer.from(`ny ${name}`),
  }));
  await writeFilesWhole(files);
  expect(contents(folder)).toEqual({ 'a.pdf': 'ny a.pdf', 'b.pdf': 'ny b.pdf' });
});

test('D-17: where one of several cannot be written, none is, and what they would replace is as it was', async () => {
  const folder = temporaryFolder();
  const before = { 'a.pdf': 'äldre a', 'c.pdf': 'öppen' };
  for (const [name, text] of Object.entries(before)) fs.writeFileSync(path.join(folder, name), text);
  const files = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => ({
    path: path.join(folder, name),
    bytes: Buffer.from('ny'),
  }));
  Object.assign(rename, { failure: 'EBUSY', after: 2, isOnce: true });
  expect(await refusalCode(writeFilesWhole(files))).toBe('file-in-use');
  expect(rename.failure).toBeNull();
  expect(contents(folder)).toEqual(before);
  fs.mkdirSync(path.join(folder, 'd.pdf'));
  expect(
    await refusalCode(
      writeFilesWhole([...files, { path: path.join(folder, 'd.pdf'), bytes: Buffer.from('ny') }]),
    ),
  ).toBe('file-is-folder');
  fs.rmdirSync(path.join(folder, 'd.pdf'));
  expect(contents(folder)).toEqual(before);
});
