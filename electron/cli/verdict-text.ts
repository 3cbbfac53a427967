import type { Verdict } from '../../core/comparison/verdicts.ts';

/** A verdict in a few words. A change that holds only among those invited then is told apart from a firm one. */
export function verdictText({
  verdict,
  firm,
}: {
  readonly verdict: Verdict | null;
  readonly firm: boolean;
}): string {
  switch (verdict) {
    case 'risen':
      return firm ? 'säker ökning' : 'ökning bland de då inbjudna';
    case 'fallen':
      return firm ? 'säker minskning' : 'minskning bland de då inbjudna';
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
