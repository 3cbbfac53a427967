import type { OutputOf, ShownValue, Texts } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { HidingReason } from '../privacy/reasons.ts';
import { listedTexts, percentText, same } from './words.ts';

type Scores = OutputOf<'import.scores'>;

/** What the years of an import become, from measurements in which it stands. */
export function importScores(measurements: Measurements, years: readonly number[]): Scores {
  const shown = years
    .filter((year) => measurements.years.includes(year))
    .toSorted((a, b) => b - a)
    .map((year) => yearScores(measurements, year));
  return { years: shown, sentence: sentenceOf(measurements, shown) };
}

function yearScores(measurements: Measurements, year: number): Scores['years'][number] {
  const whole = measurements.wholeIn(year);
  const { instrument } = measurements.bestResult(year);
  const yearBefore = measurements.years.filter((earlier) => earlier < year).at(-1) ?? null;
  const before = yearBefore === null ? null : measurements.wholeIn(yearBefore);
  return {
    year,
    respondents: whole.respondents,
    maturity: value(whole.maturityPercent, whole.hidden.maturityPercent),
    yearBefore,
    before: value(before?.maturityPercent ?? null, before?.hidden.maturityPercent),
    items: instrument.items.flatMap(({ code, name }) => {
      const own = whole.items.find((score) => score.code === code);
      if (own === undefined) return [];
      const earlier = before?.items.find((score) => score.code === code);
      return [
        {
          code,
          name: { ...name },
          mean: value(own.mean, own.hidden.mean),
          before: value(earlier?.mean ?? null, earlier?.hidden.mean),
        },
      ];
    }),
  };
}

function value(shown: number | null, hidden: HidingReason | undefined): ShownValue {
  return { value: shown, hidden: hidden ?? null };
}

function sentenceOf(measurements: Measurements, years: Scores['years']): Texts {
  if (years.length === 0) {
    return { sv: 'Filerna ändrar inget resultat.', en: 'The files change no result.' };
  }
  const each = listedTexts(
    [...years].reverse().map(({ year, maturity }) => {
      const { display } = measurements.instrumentOf(year);
      const percent = maturity.hidden === null ? percentText(maturity.value, display) : same('..');
      return { sv: `${percent.sv} ${year}`, en: `${percent.en} ${year}` };
    }),
  );
  return { sv: `Mognaden blir ${each.sv}.`, en: `Maturity becomes ${each.en}.` };
}
