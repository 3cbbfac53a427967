import { Measurements } from '../../core/analysis/measurements.ts';
import type { YearInput } from '../../core/analysis/measurements.ts';
import { seededRandom } from '../../core/comparison/seeded-random.ts';
import { defaultAnalysisSettings } from '../../core/comparison/settings.ts';
import type { GivenFigure } from '../../core/conclusions/targets.ts';
import type { FigureSource } from '../../core/figures/source.ts';
import { usualMinimumGroup } from '../../core/privacy/minimum-group.ts';
import { nobodyInvited } from '../../core/scoring/results.ts';
import { tallyAnswers } from '../../core/survey/tally.ts';
import { unitTree } from '../../core/survey/units.ts';
import type { Answer } from '../answer-rows.ts';
import { answerRows } from '../answer-rows.ts';
import { dimios } from '../instruments.ts';
import { unit, unitId } from '../units.ts';

/** What a made-up municipality is like. */
export interface Municipality {
  readonly years: readonly number[];
  readonly units: readonly string[];
  /** Respondents in each unit and year. */
  readonly respondents: number;
  readonly given?: readonly GivenFigure[];
}

/** Figures of a made-up municipality, the same on every machine. */
export function madeUp({ years, units, respondents, given = [] }: Municipality): FigureSource {
  const random = seededRandom(20_221_125);
  const tree = unitTree(units.map((name, at) => unit(at + 1, name)));
  const inputs = years.map((year, step): YearInput => {
    const cells = units.map((_, at) => {
      // Each unit has a level of its own, which drifts over the years.
      const level = 2.4 + ((at * 7) % 20) / 10 + step * 0.12 * ((at % 3) - 1);
      const rows = Array.from({ length: respondents }, () =>
        dimios.items.map((item): Answer => {
          if (random.next() < 0.12 + 0.02 * (item.index % 8)) return 'dontKnow';
          const value = Math.round(level + ((item.index % 5) - 2) * 0.25 + (random.next() - 0.5) * 4);
          return Math.min(6, Math.max(1, value));
        }),
      );
      return {
        unit: unitId(at + 1),
        role: null,
        gate: null,
        tally: tallyAnswers(dimios, null, answerRows(dimios, rows)),
      };
    });
    const byUnit = new Map(units.map((_, at) => [unitId(at + 1), respondents * 2]));
    return {
      year,
      instrument: dimios,
      answers: { cells, invited: units.length === 0 ? nobodyInvited : { whole: null, byUnit } },
      others: [],
    };
  });
  return {
    measurements: new Measurements({
      wholeName: 'Hela kommunen',
      tree,
      minimumGroup: usualMinimumGroup,
      settings: defaultAnalysisSettings,
      years: inputs,
    }),
    given,
    employees: null,
    pool: null,
    fingerprint: null,
  };
}

/** Names of sixty characters, with the long words that Swedish makes. */
export const longNames = [
  'Utbildnings- och arbetsmarknadsförvaltningens centrala stab A',
  'Samhällsbyggnadsförvaltningens avdelning för lantmäterifrågor',
  'Socialförvaltningens enhet för ekonomiskt bistånd och boenden',
  'Kultur-, fritids- och folkhälsoförvaltningens ledningsfunktion',
];

/** Forty short and long names. */
export const manyNames = Array.from({ length: 40 }, (_, at) => {
  const kinds = [
    'Förskolan',
    'Vårdcentralen',
    'Hemtjänsten',
    'Gymnasiet',
    'Biblioteket',
    'Gatukontoret',
    'Räddningstjänsten',
    'Miljökontoret',
  ];
  return `${kinds[at % kinds.length] ?? ''} ${['Norr', 'Söder', 'Öster', 'Väster', 'Centrum'][Math.floor(at / kinds.length)] ?? ''}`;
});
