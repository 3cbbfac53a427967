import { describe, expect, it } from 'vitest';
import type {
  Activity,
  Conclusion,
  ConclusionContent,
  Decision,
} from '../../../../core/conclusions/conclusion.ts';
import {
  checkedConclusion,
  checkedDecision,
  conclusionsToFollowUp,
} from '../../../../core/conclusions/conclusion.ts';
import type { GroupChanges } from '../../../../core/conclusions/follow-up.ts';
import { followUp } from '../../../../core/conclusions/follow-up.ts';
import type { ItemVerdict } from '../../../../core/insights/figures.ts';
import { Refusal } from '../../../../core/problem.ts';
import published from '../../../../resources/published-figures.json' with { type: 'json' };
import { dimios } from '../../../instruments.ts';
import { unitId } from '../../../units.ts';
import { change, code } from '../insights/figures.ts';

function conclusion(other: Partial<Conclusion> = {}): Conclusion {
  return {
    id: 1,
    year: 2021,
    unit: null,
    number: 1,
    heading: 'Prioriteringen är otydlig',
    text: 'Det är oklart vad som går först.',
    basis: [{ kind: 'item', item: code('prioritering') }],
    activities: [],
    decisions: [],
    paragraphs: [],
    ...other,
  };
}

/** An item as it is published for 2021 and 2022. */
function publishedChange(name: string, item: string, other: Partial<ItemVerdict> = {}): ItemVerdict {
  const figures = published.measurements.flatMap(({ items }) => Object.entries(items ?? {}));
  const [from, to] = figures.filter(([published]) => published.startsWith(name)).map(([, value]) => value);
  if (from === undefined || to === undefined) throw new Error(`Nothing is published of ${name}.`);
  return change(item, from.mean, to.mean, {
    dontKnow: {
      from: from.dontKnowPercent,
      to: to.dontKnowPercent,
      difference: to.dontKnowPercent - from.dontKnowPercent,
      ciLow: -2,
      ciHigh: 14,
    },
    ...other,
  });
}

const changes: GroupChanges = {
  since: 2021,
  items: [
    publishedChange('Prioritering', 'prioritering', { verdict: 'fallen', firm: true }),
    publishedChange('Samverkan', 'oppen-utveckling'),
    publishedChange('Skugg-IT', 'skugg-it', { verdict: null, to: { mean: null, n: null } }),
  ],
  gate: { from: 74, to: 68, difference: -6, ciLow: -13.4, ciHigh: 1.5 },
  responseRate: { from: null, to: 54 },
};

function followed(conclusions: readonly Conclusion[], group: GroupChanges | null = changes) {
  return followUp({ instrument: dimios, year: 2022, conclusions, changesOf: () => group });
}

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00A0', ' ');

describe('a follow-up', () => {
  it('O-5: shows each figure that the conclusion rests on with its change and verdict', () => {
    const [told] = followed([
      conclusion({
        basis: [
          { kind: 'item', item: code('prioritering') },
          { kind: 'gate-share' },
          { kind: 'response-rate' },
        ],
      }),
    ]);
    expect(told?.changes).toMatchObject([
      {
        kind: 'item',
        name: 'Prioritering',
        mean: { from: 3, to: 2.8 },
        dontKnow: { from: 26, to: 32, difference: 6 },
        verdict: 'fallen',
        firm: true,
      },
      { kind: 'gate-share', share: { from: 74, to: 68 } },
      { kind: 'response-rate', from: null, to: 54, difference: null },
    ]);
    expect(told?.changes.map(({ sentence }) => plain(sentence))).toEqual([
      'Prioritering: medelvärdet har gått från 3,0 till 2,8 sedan 2021; sänkningen är större än osäkerheten. ' +
        'Andelen vet ej har gått från 26 % till 32 %; skillnaden är mindre än osäkerheten.',
      'Andelen inblandade i beslut har gått från 74 % till 68 % sedan 2021; skillnaden är mindre än osäkerheten.',
      'Svarsfrekvensen är 54 %; den från 2021 är inte känd.',
    ]);
  });

  it('O-6: drafts a paragraph of what was done, what the figures did and what was decided', () => {
    const activities: Activity[] = [
      { text: 'Gemensam modell för prioritering', responsible: 'LKDATA', due: '2022-03-01', state: 'done' },
      { text: 'LKDATA utbildar chefer.', responsible: null, due: null, state: 'ongoing' },
    ];
    const decisions: Decision[] = [{ year: 2022, kind: 'remains', text: null }];
    const [told] = followed([conclusion({ activities, decisions })]);
    expect(plain(told?.draft)).toBe(
      'Slutsats 1 från 2021, Prioriteringen är otydlig. ' +
        'Genomfört: Gemensam modell för prioritering. Pågår: LKDATA utbildar chefer. ' +
        'Prioritering: medelvärdet har gått från 3,0 till 2,8 sedan 2021; sänkningen är större än osäkerheten. ' +
        'Andelen vet ej har gått från 26 % till 32 %; skillnaden är mindre än osäkerheten. ' +
        'Siffrorna talar för att läget har blivit sämre. Slutsatsen kvarstår.',
    );
  });

  it('O-6: reads no change out of what is within the uncertainty, hidden, or not compared', () => {
    const on = (item: string) => conclusion({ basis: [{ kind: 'item', item: code(item) }] });
    expect(followed([on('oppen-utveckling')])[0]?.direction).toBe('unchanged');
    expect(followed([on('skugg-it')])[0]).toMatchObject({ direction: 'unknown' });
    expect(plain(followed([on('skugg-it')])[0]?.draft)).toContain(
      'Skugg-IT: medelvärdet saknas eller visas inte.',
    );
    expect(followed([on('prioritering')], null)[0]?.draft).toContain('går inte att jämföra');
    const both = conclusion({
      basis: [
        { kind: 'item', item: code('prioritering') },
        { kind: 'item', item: code('rykte') },
      ],
    });
    const rise = change('rykte', 3, 3.4, { verdict: 'risen', firm: false });
    const mixed = followed([both], { ...changes, items: [...changes.items, rise] });
    expect(mixed[0]?.direction).toBe('mixed');
  });

  it("O-7: never puts its draft in place of the analyst's own text, and says when the draft has changed", () => {
    const [first] = followed([conclusion()]);
    const draft = first?.draft ?? '';
    const own = (beside: string) =>
      conclusion({ paragraphs: [{ year: 2022, text: 'Egen text.', draft: beside }] });
    expect(followed([own(draft)])[0]).toMatchObject({
      text: 'Egen text.',
      isOwnText: true,
      draftHasChanged: false,
      draft,
    });
    expect(followed([own('Ett äldre utkast.')])[0]).toMatchObject({
      text: 'Egen text.',
      draftHasChanged: true,
    });
    expect(first).toMatchObject({ text: draft, isOwnText: false, draftHasChanged: false });
  });
});

describe('a conclusion', () => {
  const closedIn = (year: number) => [{ year, kind: 'closed', text: null } as const];

  it('O-8: is followed up every year until it has been closed', () => {
    const conclusions = [
      conclusion({ id: 1, number: 2 }),
      conclusion({ id: 2, number: 1, decisions: closedIn(2022) }),
      conclusion({ id: 3, year: 2020, decisions: closedIn(2021) }),
      conclusion({ id: 4, year: 2022 }),
      conclusion({ id: 5, unit: unitId(3) }),
    ];
    expect(conclusionsToFollowUp(conclusions, 2022).map(({ id }) => id)).toEqual([2, 1, 5]);
    expect(conclusionsToFollowUp(conclusions, 2023).map(({ id }) => id)).toEqual([1, 4, 5]);
  });

  it('O-8: reads as it was last changed before the year', () => {
    const decisions: Decision[] = [
      { year: 2022, kind: 'changed', text: 'Ny text.' },
      { year: 2023, kind: 'changed', text: 'Nyare text.' },
    ];
    const text = (year: number) =>
      followUp({
        instrument: dimios,
        year,
        conclusions: [conclusion({ decisions })],
        changesOf: () => null,
      })[0]?.standingText;
    expect([2022, 2023, 2024].map(text)).toEqual([
      'Det är oklart vad som går först.',
      'Ny text.',
      'Nyare text.',
    ]);
  });

  it('O-9: is kept only with a number, a heading and something that it rests on; every fault is named', () => {
    const wrong: ConclusionContent = {
      year: 2021,
      unit: null,
      number: 0,
      heading: '  ',
      text: '',
      basis: [{ kind: 'item', item: code('finns-inte') }, { kind: 'gate-share' }, { kind: 'gate-share' }],
      activities: [{ text: ' ', responsible: ' ', due: '2022-02-30', state: 'planned' }],
    };
    const message = (() => {
      try {
        checkedConclusion(wrong, dimios);
      } catch (error) {
        if (error instanceof Refusal) return error.problem.message;
      }
      return '';
    })();
    for (const fault of ['numret', 'rubriken', '"finns-inte"', 'två gånger', 'saknar text', '2022-02-30']) {
      expect(message).toContain(fault);
    }
    const kept = checkedConclusion(conclusion({ heading: ' Två   blanka ' }), dimios);
    expect(kept.heading).toBe('Två blanka');
  });

  it('O-9: is decided on in a later year, and changed only with its new text', () => {
    const decide = (decision: Decision) => () => checkedDecision({ year: 2021, number: 1 }, decision);
    expect(decide({ year: 2021, kind: 'remains', text: null })).toThrow(Refusal);
    expect(decide({ year: 2022, kind: 'changed', text: ' ' })).toThrow(/nya text/);
    expect(decide({ year: 2022, kind: 'remains', text: ' ' })()).toEqual({
      year: 2022,
      kind: 'remains',
      text: null,
    });
  });
});
