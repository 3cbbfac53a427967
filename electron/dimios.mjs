#!/usr/bin/env node
// The way into the command line: the version first, then everything else.
import module from 'node:module';
import './preflight.mjs';

module.enableCompileCache?.();
// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
});
const { main } = await import('./cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
