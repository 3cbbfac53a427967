#!/usr/bin/env node
// The way into the command line: the version first, then everything else.
import module from 'node:module';
import { pathToFileURL } from 'node:url';
import './preflight.mjs';

module.enableCompileCache?.();
// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
});
// What `npm run build` has made of the sources starts sooner, and is taken where it is no older than they are.
const { builtCommandLine, isCommandLineBuilt } = await import('./shell/build-window.ts');
const { main } = await (isCommandLineBuilt()
  ? import(pathToFileURL(builtCommandLine).href)
  : import('./cli/main.ts'));
process.exitCode = await main(process.argv.slice(2));
