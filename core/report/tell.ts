import type { Verdict } from '../comparison/verdicts.ts';
import type { Language } from '../figures/figure.ts';
import { Cells } from './cells.ts';
import type { ReportContext } from './input.ts';

/** A difference as far as it is needed to tell of it. */
export interface ToldDifference {
  readonly from: number | null;
  readonly to: number | null;
  readonly verdict: Verdict | null;
  readonly firm: boolean | null;
  /** Plain Swedish, as the comparison words it. */
  readonly sentence: string;
}

/** Sentences about differences, in the report's language. */
export class Telling {
  readonly #cells: Cells;
  readonly #language: Language;

  constructor(context: Pick<ReportContext, 'instrument' | 'settings'>) {
    this.#cells = new Cells(context);
    this.#language = context.settings.language;
  }

  /** A difference between two years; `name` begins the sentence where it is not the comparison's own. */
  change(name: string, difference: ToldDifference, unit: 'mean' | 'percent'): string {
    return this.#language === 'sv' ? difference.sentence : this.#english(name, difference, unit);
  }

  /** The verdict in a few words, for a table. */
  verdict({ verdict, firm }: Pick<ToldDifference, 'verdict' | 'firm'>): string {
    if (verdict === null) return '..';
    return verdictWords[this.#language][verdict][firm === true ? 'firm' : 'other'];
  }

  #english(name: string, { from, to, verdict, firm }: ToldDifference, unit: 'mean' | 'percent'): string {
    if (from === null || to === null || verdict === null) return `${name} cannot be shown for both years.`;
    const shown = (value: number): string =>
      (unit === 'mean' ? this.#cells.mean(value) : this.#cells.percent(value)).shown;
    const moved = `${name} went from ${shown(from)} to ${shown(to)}`;
    switch (verdict) {
      case 'risen':
      case 'fallen':
        return firm === true
          ? `${moved}; the change is larger than the uncertainty.`
          : `${moved} among those invited then; the change is too small to say anything beyond them.`;
      case 'within-uncertainty':
        return `${moved}; the difference is smaller than the uncertainty.`;
      case 'too-few':
        return `${moved}, on too few answers for a conclusion.`;
      case 'not-comparable':
        return `${name} cannot be compared between the years.`;
    }
  }
}

const verdictWords: Readonly<
  Record<Language, Readonly<Record<Verdict, { readonly firm: string; readonly other: string }>>>
> = {
  sv: {
    risen: { firm: 'säkert högre', other: 'högre bland de då inbjudna' },
    fallen: { firm: 'säkert lägre', other: 'lägre bland de då inbjudna' },
    'within-uncertainty': same('inom osäkerheten'),
    'too-few': same('för få svar'),
    'not-comparable': same('går inte att jämföra'),
  },
  en: {
    risen: { firm: 'firmly higher', other: 'higher among those invited then' },
    fallen: { firm: 'firmly lower', other: 'lower among those invited then' },
    'within-uncertainty': same('within the uncertainty'),
    'too-few': same('too few answers'),
    'not-comparable': same('not comparable'),
  },
};

function same(words: string): { readonly firm: string; readonly other: string } {
  return { firm: words, other: words };
}
