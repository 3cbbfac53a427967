import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findElectron } from '../../../../electron/shell/find-electron.ts';

const hourMs = 60 * 60 * 1000;

let home: string;
let folder: string;
let note: string;
let fetched: string[];
let said: string[];

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'dimios-find-electron-'));
  folder = path.join(home, 'electron');
  note = path.join(home, 'cache/electron-not-fetched');
  fetched = [];
  said = [];
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'install.js'), '');
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function install(): void {
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist/electron'), '');
  writeFileSync(path.join(folder, 'path.txt'), 'electron');
}

/** Looks for it some hours from now; `works` says whether it can be fetched. */
function find(works: boolean, hoursFromNow = 0): string | null {
  return findElectron({
    folder,
    note,
    nowMs: Date.now() + hoursFromNow * hourMs,
    fetch: (step) => {
      fetched.push(step);
      if (works) install();
    },
    say: (words) => said.push(words),
  });
}

test('H-25: an Electron that is there is not fetched', () => {
  install();
  expect(find(true)).toBe(path.join(folder, 'dist/electron'));
  expect(fetched).toEqual([]);
  expect(said).toEqual([]);
});

test('H-25: one that could not be fetched is not tried again for a day, and the line says so', () => {
  expect(find(false)).toBeNull();
  expect(find(true, 23)).toBeNull();
  expect(fetched).toEqual([path.join(folder, 'install.js')]);
  expect(said).toEqual(['Electron hämtas, om det går …', expect.stringContaining(note)]);
  expect(find(true, 25)).toBe(path.join(folder, 'dist/electron'));
  expect(existsSync(note)).toBe(false);
});

test('H-25: a note that is taken away lets it be tried at once', () => {
  expect(find(false)).toBeNull();
  rmSync(note);
  expect(find(true)).toBe(path.join(folder, 'dist/electron'));
});

test('H-25: a folder for notes that cannot be written stops nothing', () => {
  note = path.join(folder, 'install.js/note');
  expect(find(false)).toBeNull();
  expect(find(true)).toBe(path.join(folder, 'dist/electron'));
});
