import { drawRespondents } from './answers.ts';
import type { Respondent } from './answers.ts';
import type { SampleYear } from './published.ts';
import { seededRandom } from './random.ts';
import { drawPeople } from './respondents.ts';
import { targetsOf } from './targets.ts';

/** Everyone who answered completely in a year, with all their answers. */
export function measurementOf(year: SampleYear): readonly Respondent[] {
  const random = seededRandom(year);
  return drawRespondents(drawPeople(year, random), targetsOf(year), random);
}
