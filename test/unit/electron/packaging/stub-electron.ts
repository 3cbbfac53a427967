import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';

/** A stand-in for Electron's program, for machines that cannot fetch it: the files that electron-builder asks for. */

/** What marks the place of the fuses in Electron's binary, then their version and their number. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships them: off or on. */
const shipped = '101100011';

/** Writes the stand-in into `folder`; gives the folder back. */
export async function stubElectron(folder: string, version: string): Promise<string> {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  writeFileSync(
    path.join(folder, 'electron'),
    Buffer.concat([
      Buffer.from('stub\0'),
      Buffer.from(sentinel),
      Buffer.from([1, shipped.length]),
      Buffer.from(shipped),
      Buffer.from('\0'),
    ]),
    { mode: 0o755 },
  );
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'chrome-sandbox',
    'locales/sv.pak',
    'locales/en-US.pak',
  ])
    writeFileSync(path.join(folder, name), 'stub');
  writeFileSync(path.join(folder, 'version'), version);
  const app = path.join(folder, 'default-app');
  mkdirSync(app);
  writeFileSync(path.join(app, 'package.json'), '{"name":"stub","main":"main.js"}');
  writeFileSync(path.join(app, 'main.js'), '');
  await createPackage(app, path.join(folder, 'resources/default_app.asar'));
  return folder;
}
