#!/usr/bin/env node
// The way into the command line: the version first, then everything else.
import module from 'node:module';
import './preflight.mjs';

module.enableCompileCache?.();
const { main } = await import('./cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
