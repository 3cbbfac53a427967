import type { Instrument } from '../instrument/instrument.ts';
import { fold } from '../text.ts';

/** Which way a file says that its scale runs: as the instrument's, or with the ends changed over. */
export type ScaleDirection = 'straight' | 'turned';

const statement = /(?<!\d)(\d{1,2})\s*[=:)–-]\s*([^\d=;,()]{3,60})/gu;

/**
 * Finds "1 = Instämmer helt" and the like in a text. Null where it says nothing of an end of the scale, or
 * contradicts itself.
 */
export function statedDirection(text: string, instrument: Instrument): ScaleDirection | null {
  const { min, max, minLabels, maxLabels } = instrument.scale;
  const lows = minLabels.map(fold);
  const highs = maxLabels.map(fold);
  const begins = (said: string, labels: readonly string[]): boolean =>
    labels.some((label) => said === label || said.startsWith(`${label} `));
  const found = new Set<ScaleDirection>();
  for (const [, digits = '', words = ''] of text.matchAll(statement)) {
    const said = fold(words);
    const end = begins(said, highs) ? max : begins(said, lows) ? min : null;
    const code = Number(digits);
    if (end === null || (code !== min && code !== max)) continue;
    found.add(code === end ? 'straight' : 'turned');
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
