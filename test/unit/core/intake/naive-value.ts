import { fold } from '../../../../core/text.ts';
import instrumentFile from '../../../../resources/instruments/dimios.json' with { type: 'json' };

/** What a cell of text means: a value of the scale, or one of three states. */
export type NaiveReading = number | 'dontKnow' | 'blank' | 'refused';

const { min, max, minLabels, maxLabels } = instrumentFile.scale;
const scale = Array.from({ length: max - min + 1 }, (_, point) => min + point);
const digits = '0123456789';
const separators = '-–—=:.)';

const oneOf = (texts: readonly string[], text: string): boolean =>
  texts.some((known) => fold(known) === fold(text));
const isDontKnow = (text: string): boolean => oneOf(instrumentFile.dontKnow, text);

function valueOfLabel(text: string): number | null {
  if (oneOf(minLabels, text)) return min;
  return oneOf(maxLabels, text) ? max : null;
}

function onScale(value: number): NaiveReading {
  return scale.includes(value) ? value : 'refused';
}

/** How many of the characters from `start` on are among `allowed`. */
function run(text: string, start: number, allowed: string): number {
  let length = 0;
  while (start + length < text.length && allowed.includes(text.charAt(start + length))) length++;
  return length;
}

/** Where a number ends that begins at `start`: its digits, and after a point or comma only `decimals`. */
function endOfNumber(text: string, start: number, decimals: string): number {
  const whole = start + run(text, start, digits);
  if (whole === start || !'.,'.includes(text.charAt(whole))) return whole;
  const places = run(text, whole + 1, decimals);
  return places === 0 ? whole : whole + 1 + places;
}

/** Reads a text as a person would, letter by letter: a slow second opinion on the value reader. */
export function naiveReading(cell: string): NaiveReading {
  const words = cell.split(/[\s\u200B]+/).filter((word) => word !== '');
  const tidied = words.join(' ');
  if (tidied === '' || tidied === "'") return 'blank';
  const text = tidied.startsWith("'") ? tidied.slice(1) : tidied;

  const sign = '+-'.includes(text.charAt(0)) && text !== '' ? 1 : 0;
  const end = endOfNumber(text, sign, digits);
  if (end === text.length && end > sign) return onScale(Number(text.replace(',', '.')));
  if (isDontKnow(text)) return 'dontKnow';
  const labelled = valueOfLabel(text);
  if (labelled !== null) return labelled;
  if (text.startsWith('A')) {
    const length = run(text, 1, digits);
    return length >= 1 && length <= 3 && length + 1 === text.length
      ? onScale(Number(text.slice(1)))
      : 'refused';
  }
  return numberWithText(text);
}

function numberWithText(text: string): NaiveReading {
  const end = endOfNumber(text, 0, '0');
  if (end === 0) return 'refused';
  const value = Number(text.slice(0, end).replace(',', '.'));
  const after = text.slice(end).trimStart();
  const isParted =
    separators.includes(text.slice(end).charAt(0)) || text.charAt(end) === ' ' || after.startsWith('(');
  if (!isParted || after === '') return 'refused';

  const hasSeparator = separators.includes(after.charAt(0)) && after.length > 1;
  if (hasSeparator && digits.includes(after.charAt(1))) return wordsAfter(value, after, false);
  if (hasSeparator) return wordsAfter(value, after.slice(1), true);
  return wordsAfter(value, after, after.startsWith('('));
}

function wordsAfter(value: number, rest: string, isExplained: boolean): NaiveReading {
  const inner = rest.replace(/^\s*\(/, '').replace(/\)$/, '');
  if (isDontKnow(inner)) return 'dontKnow';
  const labelled = valueOfLabel(inner);
  if (labelled !== null) return labelled === value ? onScale(value) : 'refused';
  const hasDigit = Array.from(digits).some((digit) => inner.includes(digit));
  return isExplained && !hasDigit ? onScale(value) : 'refused';
}
