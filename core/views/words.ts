import type { Lead, Texts } from '../api.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../numbers.ts';
import { listed } from '../text.ts';

/** What screens say, in both languages. */

/** How numbers are shown. */
export type Display = Instrument['display'];

/** The same text in both languages, such as a name. */
export function same(text: string): Texts {
  return { sv: text, en: text };
}

/** A number written the Swedish way, written the English way. */
export function english(swedish: string): string {
  return swedish.replace(/(\d),(\d)/g, '$1.$2').replaceAll('\u00A0%', '%');
}

/** A number that is written alike but for its signs. */
function both(swedish: string): Texts {
  return { sv: swedish, en: english(swedish) };
}

/** "42 %" and "42%"; "-" for none. */
export function percentText(value: number | null, { percentDecimals, rounding }: Display): Texts {
  return both(swedishPercent(value, percentDecimals, rounding));
}

/** "3,2" and "3.2". */
export function meanText(value: number | null, { meanDecimals, rounding }: Display): Texts {
  return both(swedishNumber(value, meanDecimals, rounding));
}

/** A mean or a percent. */
export function valueText(value: number | null, unit: 'mean' | 'percent', display: Display): Texts {
  return unit === 'mean' ? meanText(value, display) : percentText(value, display);
}

/** "−0,2" and "−0.2", with `decimals` decimals. */
export function differenceText(value: number | null, decimals: number, { rounding }: Display): Texts {
  return both(swedishDifference(value, decimals, rounding));
}

/** "a, b och c" and "a, b and c". */
export function listedTexts(parts: readonly Texts[]): Texts {
  const english = parts.map(({ en }) => en);
  return {
    sv: listed(parts.map(({ sv }) => sv)),
    en:
      english.length < 2
        ? english.join('')
        : `${english.slice(0, -1).join(', ')} and ${english.at(-1) ?? ''}`,
  };
}

const smallNumbers = {
  sv: ['ingen', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: [
    'none',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
} as const;

/** "sex" and "six"; digits from 13 on. */
export function countWord(count: number): Texts {
  return {
    sv: smallNumbers.sv[count] ?? String(count),
    en: smallNumbers.en[count] ?? String(count),
  };
}

/** With a capital first letter. */
export function capital({ sv, en }: Texts): Texts {
  // The first letter may stand behind the sign that makes words strong.
  const upper = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
  return { sv: upper(sv), en: upper(en) };
}

/** With a small first letter, unless it begins with an abbreviation. */
export function small({ sv, en }: Texts): Texts {
  const lower = (text: string): string =>
    /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
  return { sv: lower(sv), en: lower(en) };
}

/** A sentence whose words between asterisks are to be shown strong: "Mognaden är *42 %*." */
export function leadOf({ sv, en }: Texts): Lead {
  return { sv: pieces(sv), en: pieces(en) };
}

function pieces(marked: string): Lead['sv'] {
  return marked
    .split('*')
    .map((text, place) => ({ text, strong: place % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** Strong words in a text for {@link leadOf}; a name with an asterisk in it must not break the marks. */
export function strong({ sv, en }: Texts): Texts {
  return { sv: `*${plain(sv)}*`, en: `*${plain(en)}*` };
}

/** A name that may hold anything, for a text with marks. */
export function plain(name: string): string {
  return name.replaceAll('*', '∗');
}
