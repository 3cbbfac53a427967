import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateGroup } from '../../../../core/comparison/estimates.ts';
import { defaultAnalysisSettings } from '../../../../core/comparison/settings.ts';
import { boundedTally } from '../../../../core/exchange/bounds.ts';
import type { ExchangeFile } from '../../../../core/exchange/file.ts';
import { poolExchangeFiles } from '../../../../core/exchange/pool.ts';
import { parseExchangeFile } from '../../../../core/exchange/read.ts';
import type { ExchangeDecision, ExchangeInput, ItemPair } from '../../../../core/exchange/write.ts';
import { exchangeFile, exchangeText } from '../../../../core/exchange/write.ts';
import type { Instrument, ItemCode } from '../../../../core/instrument/instrument.ts';
import { Refusal } from '../../../../core/problem.ts';
import { score } from '../../../../core/scoring/score.ts';
import { pairCount, pairIndex, tallyAnswers } from '../../../../core/survey/tally.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows, respondentsOf } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';
import { code } from '../insights/figures.ts';

const gate = {
  code: 'inblandad',
  name: { sv: 'Inblandad', en: 'Involved' },
  aliases: [],
  stems: [],
  yes: ['Ja'],
  no: ['Nej'],
};
const instrument = smallInstrument({ gate });
const turned = smallInstrument({ gate }, ['b']);

/** The decision to send all but what is named. */
function allBut(
  withheldPairs: readonly ItemPair[],
  withheldItems: readonly ItemCode[] = [],
): ExchangeDecision {
  const openPairs = new Array<boolean>(pairCount(instrument.items.length)).fill(true);
  const place = (item: ItemCode): number => instrument.items.findIndex((own) => own.code === item);
  for (const [first, second] of withheldPairs) {
    openPairs[pairIndex(instrument.items.length, place(first), place(second))] = false;
  }
  return { withheldItems, openPairs, opensGate: true };
}

const everything = allBut([]);
const noPairs: ExchangeDecision = { withheldItems: [], openPairs: [] };

function fileOf(
  municipality: string,
  answers: readonly (readonly Answer[])[],
  asked: Instrument = instrument,
  other: Partial<ExchangeInput> = {},
): ExchangeFile {
  return exchangeFile({
    municipality,
    year: 2022,
    instrument: asked,
    tally: tallyAnswers(asked, 'yes', answerRows(asked, answers)),
    invited: 500,
    decision: everything,
    provenance: { programVersion: '0.1.0', writtenAt: '2024-03-01T10:00:00Z', minimumGroup: 5, reason: null },
    ...other,
  });
}

/** At least as many respondents as may be shared. */
const answersFrom = (asked: Instrument) =>
  fc
    .tuple(respondentsOf(instrument, 40), fc.array(respondentsOf(asked, 1), { minLength: 60, maxLength: 60 }))
    .map(([some, more]) => [
      ...some,
      ...more.flat(),
      ...Array.from({ length: 30 }, (): Answer[] => [2, 5, 3, 'dontKnow']),
    ]);

const two: Answer[][] = Array.from({ length: 40 }, (_, at) => [
  1 + (at % 6),
  1 + (at % 4),
  at % 3 === 0 ? 'dontKnow' : 3,
  null,
]);

function refusalOf(work: () => unknown): Refusal['problem'] {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  return expect.fail('It was not refused.');
}

describe('an exchange file', () => {
  it('X-1: reads back as it was written, and holds no unit', () => {
    fc.assert(
      fc.property(answersFrom(instrument), (answers) => {
        const file = fileOf('Exempelstad', answers);
        expect(parseExchangeFile(exchangeText(file), 'a.json')).toEqual(file);
      }),
      { numRuns: 30 },
    );
    expect(Object.keys(fileOf('Exempelstad', two)).sort()).toEqual(
      [
        'format',
        'version',
        'municipality',
        'year',
        'instrument',
        'provenance',
        'respondents',
        'invited',
        'gate',
        'items',
        'pairs',
      ].sort(),
    );
  });

  it('X-2: holds nothing of what is withheld: items with their pairs, pairs, gate answers', () => {
    const file = fileOf('Exempelstad', two, instrument, {
      decision: { ...allBut([[code('b'), code('c')]], [code('a')]), opensGate: false },
    });
    expect(file.gate).toBeNull();
    expect(file.items[0]).toEqual({ code: 'a', withheld: true });
    expect(file.pairs.map(({ items }) => items)).toEqual([
      ['b', 'd'],
      ['c', 'd'],
    ]);
    const none = fileOf('Exempelstad', two, instrument, { decision: noPairs });
    expect([none.pairs, none.gate]).toEqual([[], null]);
  });

  const faulty = (change: (file: ReturnType<typeof plainCopy>) => void): string => {
    const file = plainCopy();
    change(file);
    return refusalOf(() => parseExchangeFile(JSON.stringify(file), 'a.json')).message;
  };
  const plainCopy = () => structuredClone(fileOf('Exempelstad', two));

  it('X-3: is refused with the path of every fault, in Swedish', () => {
    expect(refusalOf(() => parseExchangeFile('{', 'a.json')).message).toContain('inte giltig JSON');
    expect(faulty((file) => (file.respondents = 12))).toContain('respondents: minst 30 svarande');
    expect(faulty((file) => (file.municipality = ' '))).toContain('municipality: texten får inte vara tom');
    const several = faulty((file) => {
      file.respondents = 41;
      file.gate = { yes: 40, no: 40 };
      file.pairs = [
        { items: ['b', 'a'], both: 40, sums: [40, 40], products: 40 },
        { items: ['a', 'c'], both: 40, sums: [1, 1], products: 1 },
        { items: ['a', 'x'], both: 1, sums: [1, 1], products: 1 },
      ];
    });
    for (const path of ['items[0]:', 'gate:', 'pairs[0].items', 'pairs[1].both', 'pairs[2].items']) {
      expect(several).toContain(path);
    }
  });

  it('X-3: is refused where nobody can have answered so', () => {
    const change = (sums: [number, number], products: number) =>
      faulty((file) => {
        file.pairs = [{ items: ['a', 'b'], both: 40, sums, products }];
      });
    expect(change([39, 100], 100)).toContain('pairs[0].sums');
    expect(change([40, 100], 101)).toContain('pairs[0].products');
    expect(
      refusalOf(() =>
        parseExchangeFile(exchangeText(fileOf('A', two)).replace('"version": 1', '"version": 2'), 'a.json'),
      ).code,
    ).toBe('exchange-newer');
  });
});

describe('a benchmark', () => {
  const municipalities = fc.tuple(answersFrom(instrument), answersFrom(turned));
  const turn = (answers: readonly (readonly Answer[])[]): Answer[][] =>
    answers.map((row) =>
      row.map((answer, at) => (at === 1 && typeof answer === 'number' ? 7 - answer : answer)),
    );

  it('X-4: is the pooled answers: every count, mean, share, item interval and, with all pairs, composite interval', () => {
    fc.assert(
      fc.property(municipalities, ([first, second]) => {
        const benchmark = poolExchangeFiles(
          [fileOf('A', first, instrument), fileOf('B', second, turned)],
          turned,
        );
        const pooled = tallyAnswers(instrument, 'yes', answerRows(instrument, [...first, ...turn(second)]));
        expect(benchmark.tally).toEqual(pooled);
        expect(score(benchmark.tally, benchmark.instrument)).toEqual(score(pooled, instrument));
        expect(boundedTally(benchmark)).toEqual(pooled);
        expect(benchmark).toMatchObject({ respondents: pooled.respondents, invited: 1000, missingPairs: [] });
      }),
      { numRuns: 30 },
    );
  });

  const estimate = (tally: Parameters<typeof score>[0]) =>
    estimateGroup({ tally, invited: null, instrument }, defaultAnalysisSettings);

  it('X-5: has intervals that are never narrower where pairs were withheld, and exact for items', () => {
    const pairs: ItemPair[] = [
      [code('a'), code('b')],
      [code('b'), code('c')],
      [code('c'), code('d')],
    ];
    fc.assert(
      fc.property(municipalities, fc.subarray(pairs), ([first, second], withheldPairs) => {
        const files = [
          fileOf('A', first, instrument, { decision: allBut(withheldPairs) }),
          fileOf('B', turn(second), instrument),
        ];
        const benchmark = poolExchangeFiles(files, instrument);
        const exact = estimate(
          tallyAnswers(instrument, 'yes', answerRows(instrument, [...first, ...turn(second)])),
        );
        const bounded = estimate(boundedTally(benchmark));
        expect(bounded.items).toEqual(exact.items);
        const width = ({ ciLow, ciHigh }: (typeof exact)['maturity']): number => (ciHigh ?? 0) - (ciLow ?? 0);
        expect(bounded.maturity.value).toEqual(exact.maturity.value);
        expect(width(bounded.maturity)).toBeGreaterThanOrEqual(width(exact.maturity) - 1e-9);
        exact.categories.forEach((category, at) => {
          const own = bounded.categories[at];
          if (own !== undefined) expect(width(own)).toBeGreaterThanOrEqual(width(category) - 1e-9);
        });
        for (const pair of benchmark.missingPairs) expect(withheldPairs).toContainEqual(pair);
      }),
      { numRuns: 40 },
    );
  });

  it('X-6: names who takes part, what is missing from whom, and that it is no sample of Sweden', () => {
    const benchmark = poolExchangeFiles(
      [
        fileOf('Norrstad', two, instrument, { invited: null }),
        fileOf('Söderby', two, instrument, {
          decision: { ...noPairs, withheldItems: [code('a')] },
        }),
      ],
      instrument,
    );
    expect(benchmark.statement).toBe(
      'Jämförelsen gäller 2 kommuner som deltar, Norrstad och Söderby. Den är inget urval av Sverige.',
    );
    expect(benchmark.invited).toBeNull();
    expect(benchmark.gateMissing).toEqual(['Söderby']);
    expect(benchmark.partialItems).toEqual([{ code: 'a', missing: ['Söderby'] }]);
    // Nobody answered d, so no pair with it is missing; those with a are withheld with it.
    expect(benchmark.missingPairs).toEqual([['b', 'c']]);
  });

  it('X-7: adds up only files of one year, one from each municipality, with the same questions and scale', () => {
    const own = fileOf('A', two);
    const pool = (...files: ExchangeFile[]) => refusalOf(() => poolExchangeFiles(files, instrument)).code;
    expect(pool()).toBe('exchange-empty');
    expect(pool(own, own)).toBe('exchange-duplicate');
    expect(pool(own, { ...own, municipality: 'B', year: 2021 })).toBe('exchange-years-differ');
    const other = { ...own.instrument, items: ['a', 'b', 'c', 'e'] };
    expect(pool({ ...own, instrument: other })).toBe('exchange-instrument-differs');
    expect(pool({ ...own, instrument: { ...own.instrument, scale: { min: 1, max: 5 } } })).toBe(
      'exchange-instrument-differs',
    );
  });
});
