import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * Every fuse of Electron's program, decided. They are set here and not in `electron-builder.yml`, which does not know
 * the ninth; one that a later Electron brings stops the packaging until it is decided too.
 */
const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // The program runs no WebAssembly of its own: a fault in memory ends it at once, with no handler in between.
  [FuseV1Options.WasmTrapHandlers]: false,
};

/**
 * Called by electron-builder when the program lies in its folder, before it is signed.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function setFuses(context) {
  const { appOutDir, electronPlatformName, packager } = context;
  const { productFilename } = packager.appInfo;
  const names = {
    darwin: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: packager.executableName,
  };
  await flipFuses(path.join(appOutDir, names[electronPlatformName]), fuses);
}
