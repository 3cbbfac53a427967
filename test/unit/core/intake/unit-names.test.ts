import { describe, expect, it } from 'vitest';
import { alikeReason, findLookAlikes } from '../../../../core/intake/unit-names.ts';

describe('names of units', () => {
  it.each([
    ['Kommunledningsförvaltningen ', 'Kommunledningsförvaltningen'],
    ['KLF', 'Kommunledningsförvaltningen'],
    ['Kultur och fritidsförvaltningen', 'Kultur- och fritidsförvaltningen'],
    ['KULTUR- OCH FRITIDSFÖRVALTNINGEN', 'Kultur- och fritidsförvaltningen'],
    ['Kultur & fritid', 'Kultur- och fritidsförvaltningen'],
    ['Social och omsorg', 'Social- och omsorgsförvaltningen'],
    ['Utbildningsförvaltnigen', 'Utbildningsförvaltningen'],
    ['SOF', 'Social- och omsorgsförvaltningen'],
    ['Utb', 'Utbildningsförvaltningen'],
    ['Kultur', 'Kultur- och fritidskontoret'],
  ])('U-1: %s and %s look alike', (a, b) => {
    expect(alikeReason(a, b)).not.toBeNull();
    expect(alikeReason(b, a)).not.toBeNull();
  });

  it.each([
    ['Enhet 1', 'Enhet 2'],
    ['Förskola Norr', 'Förskola Söder'],
    ['Hemtjänst Öst', 'Hemtjänst Väst'],
    ['Leanlink', 'LKDATA'],
    ['Miljöförvaltningen', 'Socialförvaltningen'],
    ['Grundskola', 'Gymnasieskola'],
    ['Stab', 'Stöd'],
    ['Kultur', 'Kulturskolan'],
    ['Socialförvaltningen', 'Social- och omsorgsförvaltningen'],
  ])('U-2: %s and %s are two units', (a, b) => {
    expect(alikeReason(a, b)).toBeNull();
  });

  it('U-1: propose the full, tidy name, whichever has more answers', () => {
    const names = new Map([
      ['KLF', 40],
      ['Kommunledningsförvaltningen ', 30],
      ['Kommunledningsförvaltningen', 2],
      ['Leanlink', 5],
    ]);
    expect(findLookAlikes(names, []).map(({ name, sameAs }) => [name, sameAs])).toEqual([
      ['Kommunledningsförvaltningen ', 'Kommunledningsförvaltningen'],
      ['KLF', 'Kommunledningsförvaltningen'],
    ]);
  });

  it('U-1: ask about a name that looks like one the workspace has, and not about the very same', () => {
    const known = [{ name: 'Socialförvaltningen', aliases: ['Socialen'] }];
    expect(findLookAlikes(new Map([['Socialförvaltningen', 3]]), known)).toEqual([]);
    expect(findLookAlikes(new Map([['Socialen', 3]]), known)).toEqual([]);
    expect(findLookAlikes(new Map([['socialförvaltningen', 3]]), known)).toMatchObject([
      { sameAs: 'Socialförvaltningen' },
    ]);
    expect(findLookAlikes(new Map([['Räddningstjänsten', 3]]), known)).toEqual([]);
  });
});
