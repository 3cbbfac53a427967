import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../core/comparison/verdicts.ts';
import { changeOf } from '../../../../core/views/changes.ts';
import type { Found, Subject } from '../../../../core/views/changes.ts';

const subject: Subject = {
  label: { sv: 'Skugg-IT', en: 'Shadow IT' },
  unit: 'percent',
  sides: { kind: 'years' },
  display: { meanDecimals: 1, percentDecimals: 0, rounding: 'half-up' },
};

function found(verdict: Verdict | null, firm = false): Found {
  return {
    from: { value: 45, hidden: null },
    to: { value: 39, hidden: null },
    difference: -6,
    ciLow: -9,
    ciHigh: -3,
    verdict,
    firm,
    sentence: null,
  };
}

const swedish = (own: Found, about: Subject = subject): string => changeOf(own, about).sentence.sv;

describe('a difference that the comparison has worded in another measure', () => {
  it('is said to be larger than its uncertainty where its mark is full', () => {
    const change = changeOf(found('fallen', true), subject);
    expect(change.mark).toMatchObject({ shape: 'down', certainty: 'firm' });
    expect(change.sentence.sv).toBe(
      'Skugg-IT har fallit från 45\u00A0% till 39\u00A0%; skillnaden är större än osäkerheten.',
    );
  });

  it('speaks of those invited only where its mark is half', () => {
    const change = changeOf(found('fallen'), subject);
    expect(change.mark.certainty).toBe('among-invited');
    expect(change.sentence.sv).toContain('bland dem som var inbjudna då');
    expect(change.sentence.sv).toContain('för liten för att säga något säkert utöver dem');
  });

  it('does not say that something has risen or fallen within the uncertainty', () => {
    const sentence = swedish(found('within-uncertainty'));
    expect(sentence).toContain('har gått från');
    expect(sentence).toContain('mindre än osäkerheten');
  });

  it('says that it cannot tell only where nothing was tested', () => {
    const untold = 'hur säker skillnaden är går inte att säga';
    expect(swedish(found(null))).toContain(untold);
    for (const verdict of ['risen', 'fallen', 'within-uncertainty', 'too-few', 'not-comparable'] as const)
      expect(swedish(found(verdict))).not.toContain(untold);
  });

  it('names both groups where groups are compared', () => {
    const sides = {
      kind: 'groups',
      from: { sv: 'övriga', en: 'the others' },
      to: { sv: 'Nämnden', en: 'Nämnden' },
    } as const;
    expect(swedish(found('fallen', true), { ...subject, sides })).toBe(
      'Skugg-IT är 39\u00A0% för Nämnden mot 45\u00A0% för övriga; skillnaden är större än osäkerheten.',
    );
  });

  it('gives nothing away of what is hidden', () => {
    const hidden = { ...found('fallen', true), to: { value: null, hidden: 'small-group' as const } };
    expect(swedish(hidden)).toBe('Visas inte, för att skydda små grupper.');
  });
});
