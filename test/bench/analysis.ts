import { compareGroups } from '../../core/comparison/compare-groups.ts';
import { estimateGroup } from '../../core/comparison/estimates.ts';
import { pooled } from '../../core/comparison/group.ts';
import { seededRandom } from '../../core/comparison/seeded-random.ts';
import { compareUnitsWithRest } from '../../core/comparison/unit-comparison.ts';
import { tallyAnswers } from '../../core/survey/tally.ts';
import { dimios } from '../instruments.ts';
import { answersOnADay, drawPeople, drawRespondents } from '../simulation/population.ts';

const units = 9;
const years = 3;
const invited = 60;
const respondents = 33;

/** Nine units of three years, tallied. */
function talliedYears() {
  const random = seededRandom(9);
  return Array.from({ length: years }, () =>
    Array.from({ length: units }, (_, at) => {
      const people = answersOnADay(drawPeople(dimios, invited, random), dimios, random);
      const tally = tallyAnswers(dimios, null, drawRespondents(people, respondents, random));
      return { name: `Enhet ${at + 1}`, group: { tally, invited, instrument: dimios } };
    }),
  );
}

/** What one analysis asks of the tallies: intervals, each unit against the rest, and each year against the last. */
export function analysisOfNineUnits(): () => void {
  const tallied = talliedYears();
  return () => {
    tallied.forEach((year, place) => {
      const before = tallied[place - 1];
      const whole = pooled(
        dimios,
        year.map(({ group }) => group),
      );
      estimateGroup(whole);
      compareUnitsWithRest(whole, year);
      year.forEach(({ group }, at) => {
        estimateGroup(group);
        const earlier = before?.[at];
        if (earlier !== undefined) compareGroups(earlier.group, group);
      });
    });
  };
}
