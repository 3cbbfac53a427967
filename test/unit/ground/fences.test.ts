import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

// The fences ask no types, and working them out takes most of the time.
const eslint = new ESLint({
  cwd: new URL('../../..', import.meta.url).pathname,
  overrideConfig: [
    { ...tseslint.configs.disableTypeChecked, languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** Rules that `code` breaks when it stands in the file `filePath`, which must exist. */
async function brokenRules(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  const fences = new Set([
    'no-restricted-imports',
    'no-restricted-globals',
    'no-restricted-properties',
    'no-restricted-syntax',
  ]);
  return (result?.messages ?? []).map(({ ruleId }) => ruleId).filter((rule) => fences.has(rule ?? ''));
}

describe('the fences between the rooms', () => {
  it.each([
    ['core/scoring/score.ts', "import fs from 'node:fs'; export default fs;"],
    ['core/text.ts', "import fs from 'node:fs'; export default fs;"],
    ['core/scoring/score.ts', "import Database from 'better-sqlite3'; export default Database;"],
    ['core/scoring/score.ts', "export { openWorkbook } from '../../electron/spreadsheets/index.ts';"],
    ['core/intake/values.ts', "export { score } from '../scoring/score.ts';"],
    ['core/survey/tally.ts', "export { readWorkbook } from '../intake/intake.ts';"],
    ['core/instrument/instrument.ts', "export { emptyTally } from '../survey/tally.ts';"],
    ['electron/store/workspace.ts', "import http from 'node:http'; export default http;"],
    ['electron/start.mjs', "import net from 'net'; export default net;"],
    ['electron/shell/find-electron.ts', "import { lookup } from 'node:dns/promises'; export { lookup };"],
    ['renderer/app/choice.ts', "import { io } from 'socket.io-client'; export { io };"],
    ['resources/icons/make.ts', "import { request } from 'undici'; export { request };"],
    ['core/text.ts', "import net from 'net'; export default net;"],
    ['core/scoring/score.ts', "import tls from 'tls'; export default tls;"],
    ['electron/main.ts', "import { net } from 'electron'; export { net };"],
    ['electron/store/workspace.ts', "export { App } from '../../renderer/app.ts';"],
  ])('fail the lint where %s says %s', async (filePath, code) => {
    expect(await brokenRules(filePath, code)).toContain('no-restricted-imports');
  });

  it.each([
    ['export const now = Date.now();', 'no-restricted-globals'],
    ['export const day = new Intl.DateTimeFormat();', 'no-restricted-globals'],
    ['export const chance = Math.random();', 'no-restricted-properties'],
    ["export const order = 'a'.localeCompare('b');", 'no-restricted-properties'],
  ])('fail the lint where core says %s', async (code, rule) => {
    expect(await brokenRules('core/text.ts', code)).toContain(rule);
  });

  it.each([
    ['core/text.ts', "export const page = fetch('https://example.org');", 'no-restricted-globals'],
    ['electron/start.ts', "export const page = fetch('https://example.org');", 'no-restricted-globals'],
    ['renderer/app/choice.ts', "export const line = new WebSocket('wss://x');", 'no-restricted-globals'],
    ['renderer/app/choice.ts', "navigator.sendBeacon('https://x');", 'no-restricted-properties'],
    ['renderer/app/choice.ts', "void window.fetch('https://x');", 'no-restricted-properties'],
    ['electron/start.ts', "void globalThis.fetch('https://x');", 'no-restricted-properties'],
    ['core/text.ts', "export const late = import('http');", 'no-restricted-syntax'],
    ['renderer/app/choice.ts', "export const late = import('ws');", 'no-restricted-syntax'],
    ['electron/start.ts', "export const late = import('node:dns/promises');", 'no-restricted-syntax'],
    ['electron/start.ts', "void process.getBuiltinModule('node:net');", 'no-restricted-syntax'],
    ['electron/start.mjs', "createRequire(import.meta.url)('https');", 'no-restricted-syntax'],
  ])('fail the lint where %s reaches out: %s', async (filePath, code, rule) => {
    expect(await brokenRules(filePath, code)).toContain(rule);
  });

  it('let through what stands before', async () => {
    const code = "export { emptyTally } from '../survey/tally.ts'; export { fold } from '../text.ts';";
    expect(await brokenRules('core/scoring/score.ts', code)).toEqual([]);
  });
});
