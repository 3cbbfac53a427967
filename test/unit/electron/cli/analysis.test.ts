import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { verdicts } from '../../../../core/comparison/verdicts.ts';
import { dimios } from '../../../dimios.ts';
import { refused, succeeded } from '../../import/workbench.ts';
import { samples } from './samples.ts';

const made = samples();
const { workspace } = made;

const nullable = z.number().nullable();
const tested = {
  standardError: nullable,
  df: nullable,
  t: nullable,
  p: nullable,
  pAdjusted: nullable,
  pUncorrected: nullable,
  ciLow: nullable,
  ciHigh: nullable,
  verdict: z.enum(verdicts).nullable(),
  firm: z.boolean(),
  sentence: z.string().min(1),
};
const figure = z.object({ from: nullable, to: nullable, difference: nullable, ...tested });
const coded = figure.extend({ code: z.string() });
const side = z.object({
  mean: nullable,
  n: nullable,
  sd: nullable,
  percent: nullable,
  dontKnowPercent: nullable,
});
const share = z.object({
  from: nullable,
  to: nullable,
  difference: nullable,
  ciLow: nullable,
  ciHigh: nullable,
});
const sampling = z.object({ respondents: z.number(), invited: nullable });
const minimumGroup = z.object({ size: z.number(), reason: z.string().nullable() });

/** What the README says of `compare --json`. */
const comparison = z.object({
  maturity: figure,
  dimensions: z.array(coded),
  categories: z.array(coded),
  items: z.array(
    z.object({
      code: z.string(),
      from: side,
      to: side,
      difference: nullable,
      percentDifference: nullable,
      dontKnowDifference: nullable,
      ...tested,
      cohensD: nullable,
      dontKnow: share,
    }),
  ),
  gateYesPercent: share,
  responseRatePercent: z.object({ from: nullable, to: nullable, difference: nullable }),
  notComparable: z.string().nullable(),
  assumptions: z.object({
    level: z.literal(0.95),
    correction: z.literal('benjamini-hochberg'),
    minimumAnswers: z.literal(5),
    retestReliability: z.literal(1),
    finitePopulation: z.boolean(),
    from: sampling,
    to: sampling,
    independentYears: z.literal(true),
    notes: z.array(z.string()).min(4),
  }),
  minimumGroup,
});

const splitPart = z.object({ results: nullable, mix: nullable });
const betweenYears = comparison.extend({
  from: z.number(),
  to: z.number(),
  unit: z.string(),
  weighted: z.unknown(),
  unweightable: z.string().nullable(),
  split: z.object({
    maturity: splitPart.extend({
      difference: nullable,
      parts: z.array(splitPart.extend({ name: z.string() })),
      sentence: z.string().nullable(),
    }),
  }),
});

describe('compare', () => {
  it('K-2, S2.2: gives every figure of two years with its test, verdict and sentence', async () => {
    const printed = betweenYears.parse(
      await succeeded('compare', '--in', workspace, '--from', '2021', '--to', '2022'),
    );
    expect(printed).toMatchObject({ from: 2021, to: 2022, unit: 'Exempelkommunen' });
    expect(printed.maturity).toMatchObject({ verdict: 'within-uncertainty', firm: false });
    expect(printed.items).toHaveLength(26);
    expect(printed.assumptions).toMatchObject({
      finitePopulation: false,
      from: { respondents: 282, invited: null },
      to: { respondents: 287, invited: 529 },
    });
  });

  it('S4.2, S4.5: splits the change of the whole, and says it on the terminal too', async () => {
    const asked = ['compare', '--in', workspace, '--from', '2021', '--to', '2022'];
    const { split } = betweenYears.parse(await succeeded(...asked));
    const { difference, results, mix, sentence } = split.maturity;
    expect((results ?? NaN) + (mix ?? NaN)).toBeCloseTo(difference ?? NaN, 9);
    const { out } = await dimios(...asked);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(sentence?.replaceAll(/\s+/g, ' '));
    expect(out).toContain('säker minskning');
    expect(out).toContain('−4,1 till +0,1');
  });

  it('S1.9: says why two years are not weighted', async () => {
    const printed = await succeeded('compare', '--in', workspace, '--from', '2021', '--to', '2022');
    expect(printed).toMatchObject({ weighted: null, unweightable: 'invited-unknown' });
  });

  it('S1.10: gives the weighted whole beside the unweighted where invited of both years are known', async () => {
    const printed = z
      .object({
        weighted: z.object({ maturity: figure.extend({ remark: z.string().nullable() }) }),
        maturity: figure,
      })
      .parse(await succeeded('compare', '--in', workspace, '--from', '2022', '--to', '2022'));
    expect(printed.weighted.maturity.from).not.toBe(printed.maturity.from);
    expect(printed.weighted.maturity.difference).toBe(0);
  });

  it('S3.1: gives a unit against the rest, in words of two groups', async () => {
    const asked = ['compare', '--in', workspace, '--year', '2022', '--unit', 'Leanlink', '--rest'];
    const printed = comparison
      .extend({ isRest: z.literal(true), year: z.literal(2022), from: z.string(), to: z.literal('Leanlink') })
      .parse(await succeeded(...asked));
    expect(printed.assumptions).toMatchObject({
      from: { respondents: 257, invited: 456 },
      to: { respondents: 30, invited: 73 },
    });
    const { out } = await dimios(...asked);
    expect(out).toContain('lägre bland de inbjudna');
    expect(out).not.toContain('minskning');
  });

  it('S3.3: meets the nation and the target with a one-sample test', async () => {
    const printed = await succeeded('compare', '--in', workspace, '--year', '2022', '--benchmark');
    expect(printed).toMatchObject({
      figures: [
        { kind: 'benchmark', from: 51, uncertainty: { maturity: { verdict: 'fallen' } } },
        { kind: 'target', from: 47, uncertainty: { maturity: { verdict: 'fallen' } } },
      ],
    });
    expect(JSON.stringify(printed)).toContain('Jämförelsetalets egen osäkerhet är inte känd');
  });
});

describe('scores', () => {
  const estimate = z.object({ value: nullable, ciLow: nullable, ciHigh: nullable, hidden: z.object({}) });

  it('S1.3, S1.10, S3.4: gives every figure with its interval, the whole also weighted and without its parts', async () => {
    const printed = z
      .object({
        years: z.tuple([
          z.object({
            units: z.array(
              z.object({
                name: z.string(),
                uncertainty: z.object({ maturity: estimate }),
                weighted: z
                  .object({ maturity: z.object({ value: nullable, unweighted: nullable }) })
                  .optional(),
                without: z
                  .array(z.object({ name: z.string(), kind: z.string(), maturity: estimate }))
                  .optional(),
              }),
            ),
          }),
        ]),
      })
      .parse(await succeeded('scores', '--in', workspace, '--year', '2022'));
    const [whole, ...units] = printed.years[0].units;
    const { value = null, ciLow, ciHigh } = whole?.uncertainty.maturity ?? {};
    expect(ciLow).toBeLessThan(value ?? -Infinity);
    expect(ciHigh).toBeGreaterThan(value ?? Infinity);
    expect(whole?.weighted?.maturity.unweighted).toBe(value);
    expect(whole?.without?.map(({ name, kind }) => [name, kind])).toEqual(
      expect.arrayContaining([
        ['Leanlink', 'unit'],
        ['Chef', 'role'],
      ]),
    );
    expect(units.some(({ weighted, without }) => weighted !== undefined || without !== undefined)).toBe(
      false,
    );
  });

  it('S3.4: shows the whole with and without a part, and ".." where that may not be told', async () => {
    const without = (name: string) =>
      dimios('scores', '--in', workspace, '--year', '2022', '--without', name);
    const chef = (await without('chef')).out;
    expect(chef).toContain('2022 med och utan Chef');
    expect(chef).toMatch(/Digitalt arv +43.% +42.%/);
    expect((await without('LKDATA')).out).toMatch(/Digital mognad +42.% +\.\./);
    expect((await without('Ingen')).out).toContain('resultatet utan Ingen går inte att visa');
  });

  it('S3.4: tells the whole without the IT department when its name is known', async () => {
    await succeeded('settings', '--in', workspace, '--it-department', 'LKDATA');
    const { out } = await dimios('scores', '--in', workspace, '--year', '2022');
    expect(out).toContain('2022 med och utan LKDATA');
  });
});

describe('priorities', () => {
  const reason = z.object({ kind: z.enum(['low', 'fallen', 'dont-know']), certainty: z.string() });

  it('I-1 to I-8: ranks the items with their reasons, units, years and a draft', async () => {
    const printed = z
      .object({
        year: z.literal(2022),
        limits: z.object({ lowPercent: z.number() }),
        since: z.literal(2021),
        priorities: z.object({
          items: z.array(
            z.object({
              rank: z.number(),
              code: z.string(),
              name: z.string(),
              reasons: z.array(reason).min(1),
              draft: z.string(),
            }),
          ),
        }),
        improvements: z.array(z.object({ sentence: z.string() })),
        largestDifferences: z.array(z.object({ sentence: z.string() })).min(1),
        leastAgreement: z.array(z.object({ sentence: z.string() })).min(1),
        gate: z.object({ group: z.string() }),
        roles: z.array(z.object({ group: z.string() })).min(1),
        minimumGroup,
      })
      .parse(await succeeded('priorities', '--in', workspace, '--year', '2022'));
    const { items } = printed.priorities;
    expect(items.map(({ rank }) => rank)).toEqual(items.map((_, at) => at + 1));
    expect(items[0]).toMatchObject({ code: 'nyttokontroll' });
    expect(items[0]?.reasons.map(({ kind }) => kind)).toEqual(['low', 'fallen']);
  });

  it('I-6: are of a unit when one is named', async () => {
    const printed = await succeeded('priorities', '--in', workspace, '--year', '2022', '--unit', 'Leanlink');
    expect(printed).toMatchObject({ unitName: 'Leanlink', since: 2021 });
  });

  it('need a year, and one that is there', async () => {
    expect((await dimios('priorities', '--in', workspace)).exitCode).toBe(2);
    const { error } = await refused('priorities', '--in', workspace, '--year', '2019');
    expect(error.code).toBe('year-missing');
  });

  it('fit a terminal of 100 columns', async () => {
    const { out } = await dimios('priorities', '--in', workspace, '--year', '2022');
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
});

describe('quadrants', () => {
  it('A-10, P6: give every unit of every year its place with intervals', async () => {
    const printed = z
      .object({
        quadrants: z.object({ limitPercent: z.number() }),
        points: z.array(
          z.object({
            year: z.number(),
            name: z.string(),
            dimensions: z.array(
              z.object({ code: z.string(), percent: nullable, ciLow: nullable, ciHigh: nullable }),
            ),
            quadrant: z.string().nullable(),
            hidden: z.object({ quadrant: z.string().optional() }),
          }),
        ),
        minimumGroup,
      })
      .parse(await succeeded('quadrants', '--in', workspace));
    expect(new Set(printed.points.map(({ year }) => year))).toEqual(new Set([2020, 2021, 2022]));
    for (const { dimensions, quadrant, hidden } of printed.points) {
      const isOpen = dimensions.every(({ percent }) => percent !== null);
      expect(quadrant !== null).toBe(isOpen);
      expect(hidden.quadrant === undefined).toBe(isOpen);
    }
  });

  it('are of one year when one is named, and ".." where hidden', async () => {
    const { out } = await dimios('quadrants', '--in', workspace, '--year', '2022');
    expect(out).not.toContain('2021');
    expect(out).toMatch(/LKDATA +\.\. +\.\. +\.\./);
    expect(out).toMatch(/Exempelkommunen +41.% \(39–42\) +43.% \(42–45\) +Begränsande arv/);
  });
});

describe('employees', () => {
  const reference = z.object({
    item: z.string(),
    employeeItem: z.string(),
    cells: z.array(z.object({ unitName: z.string(), year: z.number() })),
    changes: z.array(z.unknown()),
    correlations: z.array(
      z.object({ year: z.number(), result: z.object({ n: z.number(), sentence: z.string() }) }),
    ),
  });
  const survey = z.object({
    table: z.object({}),
    structure: z.object({ whole: z.literal('Linköpings kommun') }),
    check: z.object({ findings: z.array(z.unknown()) }),
    decided: z.object({ items: z.array(z.unknown()), units: z.array(z.unknown()) }),
    proposed: z.object({
      items: z.array(z.object({ employeeItem: z.string(), item: z.string() })),
      units: z.array(z.unknown()),
    }),
    references: z.array(reference),
    minimumGroup,
  });
  const asked = async (...more: readonly string[]) =>
    survey.parse(await succeeded('employees', '--in', workspace, ...more));

  it('E-8, E-9, E-11: set both surveys side by side by the links that are confirmed', async () => {
    const { references, check } = await asked();
    expect(references.map(({ item }) => item)).toEqual(['innovationskultur']);
    expect(check.findings).toEqual([]);
    expect(references[0]?.correlations[0]?.result.sentence).toContain('Ingen rangkorrelation');
    expect((await dimios('employees', '--in', workspace)).out).toContain('går inte att jämföra');
  });

  it('E-6: take a link up, and do not propose it again when it has been rejected', async () => {
    const pair = 'Har kompetens att använda digitala verktyg=Kompetensförsörjning';
    expect((await asked('--link', pair)).references.map(({ item }) => item)).toContain(
      'kompetensforsorjning',
    );
    const { references, proposed } = await asked('--unlink', pair);
    expect(references.map(({ item }) => item)).not.toContain('kompetensforsorjning');
    expect(proposed.items).not.toContainEqual(
      expect.objectContaining({ employeeItem: 'Har kompetens att använda digitala verktyg' }),
    );
  });

  it('E-6, E-7: accept what is proposed of units and known links', async () => {
    expect((await asked('--accept-proposed')).proposed.units).toEqual([]);
  });

  it('E-6: refuse a link between names that are not there', async () => {
    const { error } = await refused('employees', '--in', workspace, '--link', 'Finns inte=Rykte');
    expect(error.code).toBe('link-name-missing');
  });
});

describe('the settings of the analysis', () => {
  it('S2.8: count in every comparison from then on', async () => {
    const asked = ['compare', '--in', workspace, '--from', '2021', '--to', '2022'];
    const level = ['--level', '0,9', '--correction', 'none', '--minimum-answers', '10'];
    const limits = ['--lowest-count', '0', '--low-percent', '0'];
    expect(await succeeded('settings', '--in', workspace, ...level, ...limits)).toMatchObject({
      analysis: {
        uncertainty: { level: 0.9, correction: 'none', minimumAnswers: 10, retestReliability: 1 },
        insightLimits: { lowPercent: 0, lowestCount: 0, changePoints: 2.5 },
      },
    });
    const { items, assumptions } = z
      .object({
        items: z.array(z.object(tested)),
        assumptions: z.looseObject({ notes: z.array(z.string()) }),
      })
      .parse(await succeeded(...asked));
    expect(items.map(({ pAdjusted }) => pAdjusted)).toEqual(items.map(({ p }) => p));
    expect(assumptions).toMatchObject({ level: 0.9, correction: 'none', minimumAnswers: 10 });
    expect(assumptions.notes.at(-1)).toContain('inte justerade');
    const attention = await dimios('priorities', '--in', workspace, '--year', '2022');
    expect(attention.out).not.toContain('lågt (');
  });

  it('S2.8: outside their range are refused, and change nothing', async () => {
    const { error } = await refused('settings', '--in', workspace, '--level', '1,5');
    expect(error.code).toBe('analysis-choice-invalid');
    expect(await succeeded('settings', '--in', workspace)).toMatchObject({
      analysis: { uncertainty: { level: 0.95 } },
    });
  });
});

describe('the minimum group', () => {
  it('K-7: is stored with its reason, counts from then on and stands in every answer', async () => {
    const { error } = await refused('scores', '--in', workspace, '--minimum-group', '4');
    expect(error.code).toBe('minimum-group-reason');
    const asked = ['quadrants', '--in', workspace, '--year', '2022'];
    const lowered = await dimios(...asked, '--minimum-group', '3', '--reason', 'Alla har samtyckt');
    expect(lowered.out).toContain('Minsta gruppstorlek är 3. Skäl: Alla har samtyckt');
    for (const command of ['scores', 'quadrants', 'employees']) {
      expect(await succeeded(command, '--in', workspace)).toMatchObject({
        minimumGroup: { size: 3, reason: 'Alla har samtyckt' },
      });
    }
  });

  it('K-7: hides more when it is larger, and says by what', async () => {
    const shownIn = async (...more: readonly string[]): Promise<number> => {
      const printed = z
        .object({ points: z.array(z.object({ quadrant: z.string().nullable() })) })
        .parse(await succeeded('quadrants', '--in', workspace, ...more));
      return printed.points.filter(({ quadrant }) => quadrant !== null).length;
    };
    const usual = await shownIn();
    expect(await shownIn('--minimum-group', '20')).toBeLessThan(usual);
    const { out } = await dimios('quadrants', '--in', workspace);
    expect(out).toContain('färre än 20 svar');
  });
});

describe('the demo', () => {
  it('prints the analysis of the year in a terminal of 100 columns', async () => {
    const { out, exitCode } = await dimios('demo', '--no-reports', '--out', made.at('demo'));
    expect(exitCode).toBe(0);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
    const text = out.replaceAll(/\s+/g, ' ');
    for (const told of [
      'Den digitala mognaden 2022 är 42,0 %, med 95 % säkerhet mellan 40,8 och 43,2.',
      'Portföljstyrning 3,3 2,9 −0,31 minskning säker',
      'Öppen utveckling 3,2 3,3 +0,10 ökning inom osäkerheten',
      'Av 15 förändringar är 4 säkra, 0 håller bara bland dem som var inbjudna då, och 11 ligger inom',
      '1. Nyttokontroll: lågt (bland de inbjudna), fallit (säkert).',
      '2022 42,0 % 47,0 % −5,0 nej Riket 51,0 %',
      'Totalerna för 2022 i de båda undersökningarna går inte att jämföra',
      'Uppföljning av slutsatserna från 2021, utkast',
    ]) {
      expect(text).toContain(told);
    }
  });
});
