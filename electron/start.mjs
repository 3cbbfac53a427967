import module from 'node:module';
import './preflight.mjs';

module.enableCompileCache?.();
// Only once the version of Node has been found good: on an old one the database crashes without a word.
await import('./start.ts');
