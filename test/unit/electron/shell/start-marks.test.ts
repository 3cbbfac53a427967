import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StartMarks } from '../../../../electron/shell/start-marks.ts';
import { faultLogPath } from '../../../../electron/workbench/fault-log.ts';

let folder: string;
const home = process.env['DIMIOS_HOME'];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dimios-marks-'));
  process.env['DIMIOS_HOME'] = folder;
});

afterEach(() => {
  if (home === undefined) delete process.env['DIMIOS_HOME'];
  else process.env['DIMIOS_HOME'] = home;
  rmSync(folder, { recursive: true, force: true });
});

const { timeOrigin } = performance;

test('H-26: the log tells in one line when a start came to each place, from the start of the process', () => {
  const marks = new StartMarks();
  marks.markAt('window shown', timeOrigin + 520);
  marks.markAt('workbench ready', timeOrigin + 310.4);
  marks.finish({ paintMs: timeOrigin + 600, dataMs: timeOrigin + 980 });
  expect(readFileSync(faultLogPath(), 'utf8')).toMatch(
    / shell start: workbench ready 310 ms, window shown 520 ms, first paint 600 ms, data on screen 980 ms\n$/,
  );
});

test('H-26: a place that is come to again keeps its first time', () => {
  const marks = new StartMarks();
  marks.markAt('main', timeOrigin + 80);
  marks.mark('main');
  expect(marks.line).toBe('start: main 80 ms');
});
