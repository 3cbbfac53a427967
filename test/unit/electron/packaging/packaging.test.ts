import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  buildDesktop,
  buildWindow,
  desktopFolder,
  isDesktopBuilt,
  isWindowBuilt,
} from '../../../../electron/shell/build-window.ts';
import { stubElectron } from './stub-electron.ts';

let folder = '';
let packed: string[] = [];
let unpacked: string[] = [];
let program = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dimios-packaging-'));
  const manifest: unknown = createRequire(import.meta.url)('electron/package.json');
  const { version } = z.object({ version: z.string() }).parse(manifest);
  const electronDist = await stubElectron(path.join(folder, 'electron'), version);
  if (!isWindowBuilt()) await buildWindow();
  if (!isDesktopBuilt()) await buildDesktop();
  await build({
    targets: Platform.LINUX.createTarget('dir'),
    config: { electronDist, directories: { output: path.join(folder, 'out') } },
    publish: 'never',
  });
  const app = path.join(folder, 'out/linux-unpacked');
  program = path.join(
    app,
    readdirSync(app).find((name) => name.toLowerCase().startsWith('dimios')) ?? 'missing',
  );
  packed = listPackage(path.join(app, 'resources/app.asar'), { isPack: false });
  unpacked = filesBelow(path.join(app, 'resources/app.asar.unpacked'));
}, 240_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function filesBelow(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [path.join(entry.parentPath, entry.name).slice(place.length)] : [],
  );
}

describe.skipIf(process.platform !== 'linux')('the packed program', () => {
  it('H-20: holds the window, what Electron runs, and what they read', () => {
    for (const file of [
      '/package.json',
      '/out/electron/main.js',
      '/out/electron/worker.js',
      '/out/electron/preload.cjs',
      '/out/renderer/index.html',
      '/resources/instruments/dimios.json',
      '/resources/links/dimios-employees.json',
      '/node_modules/docx/package.json',
    ])
      expect(packed).toContain(file);
    // Of the web font those that a report as a page is set in, and no others.
    const webFonts = packed.filter(
      (file) => file.startsWith('/node_modules/@fontsource/') && /\.woff2?$/.test(file),
    );
    expect(webFonts.map((file) => path.basename(file)).sort()).toEqual(
      [400, 500, 600].map((weight) => `source-sans-3-latin-${weight}-normal.woff2`),
    );
  });

  it('H-21: holds one native module of each kind, for the target alone, outside the archive', () => {
    const native = unpacked.filter((file) => file.endsWith('.node')).sort();
    expect(native).toEqual([
      `/node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu/typst-ts-node-compiler.linux-x64-gnu.node`,
      `/node_modules/@resvg/resvg-js-linux-x64-gnu/resvgjs.linux-x64-gnu.node`,
      `/node_modules/better-sqlite3/prebuilds/linux-x64.node`,
    ]);
    expect(unpacked.some((file) => file.endsWith('.ttf'))).toBe(true);
  });

  it('H-22: holds no sources of the project, no tests, no source maps and no development tools', () => {
    const own = packed.filter((file) => !file.startsWith('/node_modules/'));
    expect(own.filter((file) => /\.(ts|tsx|mts|map)$/.test(file))).toEqual([]);
    expect(packed.filter((file) => /^\/(core|electron|renderer|test)\//.test(file))).toEqual([]);
    for (const tool of [
      'electron',
      'vite',
      'vitest',
      'typescript',
      'eslint',
      'playwright-core',
      'react',
      '@mantine/core',
    ])
      expect(packed).not.toContain(`/node_modules/${tool}`);
  });

  it('H-23: has every fuse as it was decided, read back from the program', async () => {
    const wire = await getCurrentFuseWire(program);
    const state = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      snapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
      wasmTrapHandlers: state(FuseV1Options.WasmTrapHandlers),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      snapshot: false,
      fileProtocol: false,
      wasmTrapHandlers: false,
    });
  });

  it('H-24: speaks to no server for updates', () => {
    expect(existsSync(path.join(path.dirname(program), 'resources/app-update.yml'))).toBe(false);
    expect(readFileSync(path.join(desktopFolder, 'main.js'), 'utf8')).not.toContain('autoUpdater');
  });
});
