import type { FigureKind, Language, SpecChange, SpecFrame } from './figure.ts';
import { words } from './words.ts';

/** The words around a figure: what is common to all kinds of them. */

/** "2022", "2021–2022", "2019, 2022". */
export function yearsText(years: readonly number[]): string {
  const sorted = [...years].sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first === last) return String(first);
  return last - first === sorted.length - 1 ? `${first}–${last}` : sorted.join(', ');
}

/** The caption as the line that stands under a figure. */
export function captionText({
  caption,
  language,
}: Pick<SpecFrame<FigureKind>, 'caption' | 'language'>): string {
  const { source, n, smallGroups, notes, fingerprint } = caption;
  return [
    source,
    ...(n === null ? [] : [n]),
    smallGroups,
    ...notes,
    ...(fingerprint === null ? [] : [words[language].fingerprint(fingerprint)]),
  ].join(' · ');
}

/** "a, b och c". */
export function namesText(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${words[language].and} ${names.at(-1) ?? ''}`;
}

/** A verdict in a few words; "" where nothing was tested. */
export function verdictWords({ verdict, isFirm }: SpecChange, language: Language): string {
  const { verdicts } = words[language];
  switch (verdict) {
    case 'risen':
      return isFirm ? verdicts.risen : verdicts.risenThen;
    case 'fallen':
      return isFirm ? verdicts.fallen : verdicts.fallenThen;
    case 'within-uncertainty':
      return verdicts.within;
    case 'too-few':
      return verdicts.few;
    case 'not-comparable':
      return verdicts.incomparable;
    case null:
      return '';
  }
}
