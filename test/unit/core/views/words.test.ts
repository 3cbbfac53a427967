import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Found } from '../../../../core/views/changes.ts';
import { changeOf, markOf, surenessOf } from '../../../../core/views/changes.ts';
import { verdicts } from '../../../../core/comparison/verdicts.ts';
import type { Mark } from '../../../../core/figures/scene.ts';
import { themes } from '../../../../core/figures/theme.ts';
import { changeMark } from '../../../../core/figures/verdict-piece.ts';
import { writtenBy, writtenDifference } from '../../../../core/figures/written.ts';
import {
  capital,
  countWord,
  english,
  leadOf,
  listedTexts,
  percentText,
  plain,
  same,
} from '../../../../core/views/words.ts';

const display = { percentDecimals: 0, meanDecimals: 1, rounding: 'half-up' } as const;
const subject = {
  label: { sv: 'Medelvärdet', en: 'The mean' },
  unit: 'mean',
  sides: { kind: 'years' },
  display,
} as const;

function found(changes: Partial<Found>): Found {
  return {
    from: { value: 3, hidden: null },
    to: { value: 2.7, hidden: null },
    difference: -0.3,
    ciLow: -0.5,
    ciHigh: -0.1,
    verdict: 'fallen',
    firm: true,
    sentence: null,
    ...changes,
  };
}

test('a lead is its pieces put together, and a name with an asterisk breaks no marks', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const lead = leadOf({ sv: `Mognaden i *${plain(name)}* är hög.`, en: '' });
      expect(lead.sv.map(({ text }) => text).join('')).toBe(`Mognaden i ${plain(name)} är hög.`);
      expect(lead.sv.filter(({ strong }) => strong)).toHaveLength(name === '' ? 0 : 1);
    }),
  );
});

test('numbers are written the Swedish and the English way', () => {
  expect(percentText(42.4, { ...display, percentDecimals: 1 })).toEqual({ sv: '42,4\u00A0%', en: '42.4%' });
  expect(percentText(null, display)).toEqual({ sv: '-', en: '-' });
  expect(english('−0,2')).toBe('−0.2');
  expect(countWord(2)).toEqual({ sv: 'två', en: 'two' });
  expect(countWord(26)).toEqual({ sv: '26', en: '26' });
  expect(listedTexts([same('a'), same('b'), same('c')])).toEqual({ sv: 'a, b och c', en: 'a, b and c' });
  expect(capital(same('*två av tre*'))).toEqual(same('*Två av tre*'));
});

test('M-6: the mark of a change is full, half or hollow by how sure it is, and a circle where nothing is to be seen', () => {
  expect(markOf(found({}), subject)).toMatchObject({ shape: 'down', certainty: 'firm' });
  expect(markOf(found({ firm: false }), subject)).toMatchObject({
    shape: 'down',
    certainty: 'among-invited',
  });
  const within = found({ verdict: 'within-uncertainty', firm: false });
  expect(markOf(within, subject)).toMatchObject({ shape: 'down', certainty: 'unsure' });
  expect(markOf({ ...within, difference: -0.04 }, subject)).toMatchObject({
    shape: 'none',
    certainty: 'unsure',
  });
  expect(markOf(found({ verdict: 'too-few', firm: false }), subject).shape).toBe('too-few');
  expect(markOf(found({ verdict: 'not-comparable', firm: false }), subject).shape).toBe('not-comparable');
  const hidden = found({ to: { value: null, hidden: 'small-group' }, difference: null, verdict: null });
  expect(markOf(hidden, subject).shape).toBe('hidden');
});

test('M-6: a mark says what the difference beside it says: a circle where it is written as none, else its sign', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -6, max: 6, noNaN: true }),
      fc.constantFrom('mean', 'percent'),
      fc.constantFrom('half-up', 'half-even'),
      fc.integer({ min: 0, max: 2 }),
      (difference, unit, rounding, decimals) => {
        const format = { meanDecimals: decimals, percentDecimals: decimals, rounding };
        const within = found({ difference, verdict: 'within-uncertainty', firm: false });
        const written = writtenBy({ format, language: 'sv' }).difference(difference, unit);
        const sign = /[1-9]/u.test(written) ? written[0] : '';
        const shapes: Readonly<Record<string, string>> = { '+': 'up', '−': 'down' };
        expect(markOf(within, { unit, display: format }).shape).toBe(shapes[sign ?? ''] ?? 'none');
      },
    ),
  );
});

test('M-6: a change has the same mark in a figure as beside it on the screen', () => {
  const drawnShape = (drawn: readonly Mark[]): string => {
    const [first] = drawn;
    if (first === undefined) return 'too-few';
    if (first.shape === 'circle') return 'none';
    if (first.shape !== 'area') return 'not-comparable';
    return (first.points[0]?.[1] ?? 0) < 0 ? 'up' : 'down';
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...verdicts),
      fc.boolean(),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
      fc.boolean(),
      (verdict, firm, size, falls) => {
        const difference = verdict === 'fallen' || (verdict !== 'risen' && falls) ? -size : size;
        const shownValue = writtenDifference(difference, 'mean', display);
        const drawn = changeMark({ verdict, isFirm: firm, shownValue }, [0, 0], themes.light);
        expect(drawnShape(drawn)).toBe(markOf(found({ verdict, firm, difference }), subject).shape);
      },
    ),
  );
});

test('M-6: only a firm verdict is called certain, and what is hidden tells no number', () => {
  fc.assert(
    fc.property(
      fc.record({
        verdict: fc.option(fc.constantFrom(...verdicts)),
        firm: fc.boolean(),
        hides: fc.boolean(),
      }),
      ({ verdict, firm, hides }) => {
        const isChange = verdict === 'risen' || verdict === 'fallen';
        const change = changeOf(
          found({
            verdict: hides ? null : verdict,
            firm: firm && isChange && !hides,
            ...(hides && { from: { value: null, hidden: 'protects-answers' }, difference: null }),
          }),
          subject,
        );
        const isFirm = surenessOf(change) === 'firm';
        expect(/säkert (högre|lägre)/.test(change.mark.words.sv)).toBe(isFirm);
        if (hides) expect(change.sentence.sv + change.sentence.en).not.toMatch(/\d/);
      },
    ),
  );
});
