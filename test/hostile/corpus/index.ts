import { archives } from './archives.ts';
import { cells } from './cells.ts';
import type { HostileFile } from './hostile-file.ts';
import { legacy } from './legacy.ts';
import { markup } from './markup.ts';
import { texts } from './texts.ts';

export type { HostileFile } from './hostile-file.ts';

/** Every hostile file that code makes. */
export const corpus: readonly HostileFile[] = [...archives, ...markup, ...cells, ...texts, ...legacy];
