import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** `npm run icons`: the program's picture as the PNG that electron-builder makes each system's icons of. */
const sidePixels = 512;
const folder = import.meta.dirname;
const drawing = new Resvg(readFileSync(path.join(folder, 'icon.svg'), 'utf8'), {
  fitTo: { mode: 'width', value: sidePixels },
});
writeFileSync(path.join(folder, 'icon.png'), drawing.render().asPng());
