import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleFiles } from './samples.ts';

/** `npm run samples`: writes the sample workbooks anew, always the same bytes. */
for (const [fileName, bytes] of sampleFiles()) {
  writeFileSync(fileURLToPath(new URL(`../${encodeURIComponent(fileName)}`, import.meta.url)), bytes);
  console.log(`${fileName}: ${bytes.length} bytes`);
}
