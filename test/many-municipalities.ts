import { seededRandom } from '../core/comparison/seeded-random.ts';
import type { ExchangeFile } from '../core/exchange/file.ts';
import { exchangeFile } from '../core/exchange/write.ts';
import { exchangeRelease } from '../core/privacy/exchange-check.ts';
import type { Instrument } from '../core/instrument/instrument.ts';
import type { AnswerRows } from '../core/survey/answers.ts';
import { blankCode, dontKnowCode, refusedCode, valueCode } from '../core/survey/answers.ts';
import { tallyAnswers } from '../core/survey/tally.ts';

/** What one generated municipality answered in a year, and what it shares of it. */
export interface GeneratedYear {
  readonly municipality: string;
  readonly year: number;
  readonly rows: AnswerRows;
  readonly invited: number;
  readonly file: ExchangeFile;
}

/** As many as there are in Sweden. */
export const municipalityCount = 290;
export const fiveYears = [2021, 2022, 2023, 2024, 2025] as const;

/** Of this many respondents, give or take half as many; small ones are under what pair sums need. */
const respondents = 120;

/** Invented answers of many municipalities over years, the same each time, one after the other. */
export function* manyMunicipalities(
  instrument: Instrument,
  municipalities: number = municipalityCount,
  years: readonly number[] = fiveYears,
): Generator<GeneratedYear> {
  const random = seededRandom(290);
  const { min, points } = instrument.scale;
  const itemCount = instrument.items.length;
  for (let place = 1; place <= municipalities; place++) {
    const municipality = `Kommun ${String(place).padStart(3, '0')}`;
    for (const year of years) {
      const count = Math.round(respondents * (0.5 + random.next()));
      const leaning = instrument.items.map(() => random.next());
      const doubt = instrument.items.map(() => 0.5 * random.next());
      const codes = new Uint8Array(count * itemCount);
      for (let at = 0; at < codes.length; at++) {
        const item = at % itemCount;
        const kind = random.next();
        if (kind < 0.02) codes[at] = blankCode;
        else if (kind < 0.03) codes[at] = refusedCode;
        else if (random.next() < (doubt[item] ?? 0)) codes[at] = dontKnowCode;
        else {
          const place = Math.floor(((leaning[item] ?? 0) + 2 * random.next()) * (points / 3));
          codes[at] = valueCode(min + place);
        }
      }
      const rows = { itemCount, respondents: count, codes };
      const invited = count + random.below(2 * count);
      const tally = tallyAnswers(instrument, random.next() < 0.5 ? 'yes' : 'no', rows);
      const file = exchangeFile({
        municipality,
        year,
        instrument,
        tally,
        invited,
        decision: { ...exchangeRelease(tally, instrument, 5), opensGate: true },
        provenance: {
          programVersion: '0.1.0',
          writtenAt: `${year + 1}-01-10T10:00:00Z`,
          minimumGroup: 5,
          reason: null,
        },
      });
      yield { municipality, year, rows, invited, file };
    }
  }
}
