import type { Respondent } from './answers.ts';
import { items } from './instrument.ts';
import { itDepartment } from './organisation.ts';
import { publishedYear, response2022, sampleYears, stated } from './published.ts';
import type { SampleYear } from './published.ts';
import { scoresOf } from './scores.ts';
import type { Scores } from './scores.ts';

type Measurements = Readonly<Record<SampleYear, readonly Respondent[]>>;

const capabilityDontKnowPercent = { from: 5, to: 25 };
const heritageDontKnowPercent = { from: 40, to: 78 };
const standardDeviation = { from: 0.95, to: 1.45 };
const highestBlankPercent = 2;
/** How many places from the bottom the items said to be low must stand within. */
const lowestPlaces = 5;

/**
 * Holds the drawn answers against everything that is published of them and everything wanted of them.
 * @throws Error with every constraint that does not hold.
 */
export function verify(measurements: Measurements): void {
  const faults = [
    ...sampleYears.flatMap((year) => faultsOfYear(year, measurements[year])),
    ...faultsOfResponse(measurements[2022]),
    ...faultsOfDirections(scoresOf(measurements[2021]), scoresOf(measurements[2022])),
    ...faultsOfItDepartment(measurements[2022]),
  ];
  if (faults.length > 0) throw new Error(`The samples do not hold:\n${faults.join('\n')}`);
}

function rounded(value: number, decimals: number): string {
  return (Math.round(value * 10 ** decimals) / 10 ** decimals).toFixed(decimals);
}

/** Says so when a computed value does not round to the expected one. */
function difference(what: string, computed: number, expected: number, decimals: number): string[] {
  const same = rounded(computed, decimals) === expected.toFixed(decimals);
  return same ? [] : [`${what}: ${computed} does not round to ${expected.toFixed(decimals)}`];
}

function outside(what: string, value: number, range: { from: number; to: number }): string[] {
  const inside = value >= range.from && value <= range.to;
  return inside ? [] : [`${what}: ${value} is not within ${range.from}–${range.to}`];
}

function faultsOfYear(year: SampleYear, respondents: readonly Respondent[]): string[] {
  const published = publishedYear(year);
  const scores = scoresOf(respondents);
  const involved = respondents.filter(({ person }) => person.involved).length;
  const capability = scores.dimensionPercents.get('Digital förmåga') ?? NaN;
  const heritage = scores.dimensionPercents.get('Digitalt arv') ?? NaN;
  return [
    ...difference(`${year} answered`, respondents.length, published.answered, 0),
    ...difference(`${year} maturity`, scores.maturityPercent, published.maturityPercent, 1),
    ...difference(`${year} involved`, (involved / respondents.length) * 100, published.involvedYesPercent, 0),
    ...outside(`${year} heritage over capability`, heritage - capability, { from: 0.5, to: 5 }),
    ...items.flatMap((item, place) => {
      const score = scores.items[place];
      if (score === undefined) return [`${year} ${item.code}: no score`];
      const what = `${year} ${item.code}`;
      const known = published.items.get(item.code);
      const usual = item.dimension === 'Digitalt arv' ? heritageDontKnowPercent : capabilityDontKnowPercent;
      // Items with published shares may leave the usual range, in every year alike.
      const exempt = publishedYear(2022).items.has(item.code);
      return [
        ...outside(`${what} standard deviation`, score.standardDeviation, standardDeviation),
        ...outside(`${what} blanks`, score.blankPercent, { from: 0, to: highestBlankPercent }),
        ...(exempt ? [] : outside(`${what} vet ej`, Math.round(score.dontKnowPercent), usual)),
        ...(known === undefined
          ? []
          : [
              ...difference(`${what} mean`, score.mean, known.mean, 1),
              ...difference(`${what} vet ej`, score.dontKnowPercent, known.dontKnowPercent, 0),
            ]),
      ];
    }),
  ];
}

function faultsOfResponse(respondents: readonly Respondent[]): string[] {
  const invited = response2022.counts.reduce((sum, count) => sum + count.invited, 0);
  return [
    ...difference('2022 invited', invited, response2022.invited, 0),
    ...difference('2022 response', (respondents.length / invited) * 100, response2022.ratePercent, 0),
    ...response2022.counts.flatMap((count) => {
      const answered = respondents.filter(({ person }) => person.workplace.unit === count.unit).length;
      return [
        ...difference(`2022 answered at ${count.unit}`, answered, count.answered, 0),
        ...(count.ratePercent === null
          ? []
          : difference(
              `2022 response of ${count.unit}`,
              (answered / count.invited) * 100,
              count.ratePercent,
              0,
            )),
      ];
    }),
  ];
}

function faultsOfDirections(before: Scores, after: Scores): string[] {
  const meanOf = (scores: Scores, code: string): number =>
    scores.items[items.findIndex((item) => item.code === code)]?.mean ?? NaN;
  const ascending = items
    .map(({ code }) => code)
    .sort((one, other) => meanOf(after, one) - meanOf(after, other));
  const lowest = ascending.slice(0, lowestPlaces);
  return [
    ...stated.declined
      .filter((code) => !(meanOf(after, code) < meanOf(before, code)))
      .map((code) => `${code} has not declined from 2021 to 2022`),
    ...stated.low
      .filter((code) => !lowest.includes(code))
      .map((code) => `${code} is not among the ${lowestPlaces} lowest of 2022`),
  ];
}

function faultsOfItDepartment(respondents: readonly Respondent[]): string[] {
  const heritageOf = (group: readonly Respondent[]): number => {
    const numbers = group.flatMap(({ answers }) =>
      answers.filter(
        (answer, place) => typeof answer === 'number' && items[place]?.dimension === 'Digitalt arv',
      ),
    );
    return numbers.reduce<number>((sum, answer) => sum + Number(answer), 0) / numbers.length;
  };
  const own = respondents.filter(({ person }) => person.workplace.unit === itDepartment);
  const others = respondents.filter(({ person }) => person.workplace.unit !== itDepartment);
  const higher = heritageOf(own) - heritageOf(others);
  return outside('2022 heritage as the IT department sees it, over others', higher, { from: 0.2, to: 1.5 });
}
