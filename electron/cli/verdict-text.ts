import type { SidesCompared } from '../../core/comparison/assumptions.ts';
import type { Verdict } from '../../core/comparison/verdicts.ts';

/**
 * A verdict in a few words. A change that holds only among those invited then is told apart from a firm one, and
 * a group that lies above another from a figure that has risen.
 */
export function verdictText(
  { verdict, firm }: { readonly verdict: Verdict | null; readonly firm: boolean },
  sides: SidesCompared = 'years',
): string {
  switch (verdict) {
    case 'risen':
    case 'fallen': {
      const { firmly, amongInvited } = words[verdict === 'risen' ? 'up' : 'down'][sides];
      return firm ? firmly : amongInvited;
    }
    case 'within-uncertainty':
      return 'inom osäkerheten';
    case 'too-few':
      return 'för få svar';
    case null:
      return '';
    case 'not-comparable':
      return 'går inte att jämföra';
  }
}

interface Words {
  readonly firmly: string;
  readonly amongInvited: string;
}

const higher: Words = { firmly: 'säkert högre', amongInvited: 'högre bland de inbjudna' };
const lower: Words = { firmly: 'säkert lägre', amongInvited: 'lägre bland de inbjudna' };

const words: Readonly<Record<'up' | 'down', Readonly<Record<SidesCompared, Words>>>> = {
  up: {
    years: { firmly: 'säker ökning', amongInvited: 'ökning bland de då inbjudna' },
    groups: higher,
    benchmark: higher,
  },
  down: {
    years: { firmly: 'säker minskning', amongInvited: 'minskning bland de då inbjudna' },
    groups: lower,
    benchmark: lower,
  },
};
