import type { Verdict } from '../comparison/verdicts.ts';
import type { IndicatorRow } from '../conclusions/targets.ts';
import type { Language } from '../figures/figure.ts';
import { listed } from '../text.ts';
import { Cells } from './cells.ts';
import type { ReportContext } from './input.ts';

/** A difference between two years as far as it is needed to tell of it. */
export interface ToldDifference {
  readonly from: number | null;
  readonly to: number | null;
  readonly verdict: Verdict | null;
  readonly firm: boolean | null;
}

/** A figure of a year; `hidden` is why it may not be shown. */
export interface ToldFigure {
  readonly percent: number | null;
  readonly hidden: string | undefined;
}

/** Sentences about results, in the report's language. What is hidden is said to be so, and nothing of it is told. */
export class Telling {
  readonly language: Language;
  readonly cells: Cells;
  readonly #year: number;
  readonly #since: number | null;

  constructor({
    instrument,
    settings,
    year,
    since,
  }: Pick<ReportContext, 'instrument' | 'settings' | 'year' | 'since'>) {
    this.language = settings.language;
    this.cells = new Cells({ instrument, settings });
    this.#year = year;
    this.#since = since;
  }

  /** One of two wordings: the Swedish where the report is in Swedish. */
  say(swedish: string, english: string): string {
    return this.language === 'sv' ? swedish : english;
  }

  /** "a, b och c". */
  list(parts: readonly string[]): string {
    if (this.language === 'sv' || parts.length < 2) return listed(parts);
    return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
  }

  /** "Balansering ligger på 35 % 2022, mot 40 % 2021; sänkningen är större än osäkerheten." */
  result(name: string, { percent, hidden }: ToldFigure, difference?: ToldDifference): string {
    const year = this.#year;
    if (hidden !== undefined)
      return this.say(
        `${name} visas inte för ${year}, för att skydda små grupper.`,
        `${name} is not shown for ${year}, to protect small groups.`,
      );
    if (percent === null) return this.say(`${name} saknas för ${year}.`, `${name} is missing for ${year}.`);
    const decimals = difference === undefined ? 0 : this.#moreDecimals(difference);
    const { shown } = this.cells.percent(percent, undefined, this.cells.percentDecimals + decimals);
    const head = this.say(`${name} ligger på ${shown} ${year}`, `${name} is at ${shown} in ${year}`);
    return `${head}${this.#against(difference, decimals)}.`;
  }

  /** "År 2021 var den 44,0 %; skillnaden är mindre än osäkerheten."; null where there is nothing to compare with. */
  before({ from, verdict, firm }: ToldDifference, decimals: number): string | null {
    if (from === null || verdict === null || this.#since === null) return null;
    const { shown } = this.cells.percent(from, undefined, decimals);
    const clause = this.clause({ verdict, firm });
    return this.say(
      `År ${this.#since} var den ${shown}; ${clause}.`,
      `In ${this.#since} it was ${shown}; ${clause}.`,
    );
  }

  /** What can be said of a difference, as the end of a sentence. */
  clause({ verdict, firm }: { readonly verdict: Verdict; readonly firm: boolean | null }): string {
    return clauses[this.language][verdict][firm === true ? 'firm' : 'other'];
  }

  /** The verdict in a few words, for a table. */
  verdict({ verdict, firm }: Pick<ToldDifference, 'verdict' | 'firm'>): string {
    if (verdict === null) return '..';
    return verdictWords[this.language][verdict][firm === true ? 'firm' : 'other'];
  }

  /** The outcome of a year beside its target and others; an aim of a year to come where there is no outcome yet. */
  indicator({ year, outcome, target, benchmarks }: IndicatorRow): string | null {
    const given = (percent: number): string =>
      this.cells.percent(percent, undefined, Number.isInteger(percent) ? 0 : 1).shown;
    if (outcome === null)
      return target === null
        ? null
        : this.say(
            `Målet för ${year} är ${given(target.percent)}.`,
            `The target for ${year} is ${given(target.percent)}.`,
          );
    if (outcome.percent === null) return null;
    const parts = [
      ...(target === null
        ? []
        : [
            target.met === true
              ? this.say(
                  `Målet för ${year}, ${given(target.percent)}, är nått${this.#distance(target)}.`,
                  `The target for ${year}, ${given(target.percent)}, is met${this.#distance(target)}.`,
                )
              : this.say(
                  `Målet för ${year}, ${given(target.percent)}, är inte nått${this.#distance(target)}.`,
                  `The target for ${year}, ${given(target.percent)}, is not met${this.#distance(target)}.`,
                ),
          ]),
      ...benchmarks.map((other) => `${other.source}, ${given(other.percent)}${this.#distance(other)}.`),
    ];
    return parts.length === 0 ? null : parts.join(' ');
  }

  #distance({
    distance,
    outsideUncertainty,
  }: {
    readonly distance: number | null;
    readonly outsideUncertainty: boolean | null;
  }): string {
    if (distance === null) return '';
    const shown = this.cells.difference(Math.abs(distance), 1).shown.replace('+', '');
    if (shown === '±0') return '';
    const where = this.say(
      `: utfallet ligger ${shown} procentenheter ${distance > 0 ? 'över' : 'under'}`,
      `: the outcome is ${shown} points ${distance > 0 ? 'above' : 'below'}`,
    );
    if (outsideUncertainty === null) return where;
    return `${where}, ${
      outsideUncertainty
        ? this.say('mer än osäkerheten', 'more than the uncertainty')
        : this.say('mindre än osäkerheten', 'less than the uncertainty')
    }`;
  }

  #against(difference: ToldDifference | undefined, decimals: number): string {
    if (difference === undefined || this.#since === null) return '';
    const { from, verdict, firm } = difference;
    if (verdict === null || from === null) return '';
    const { shown } = this.cells.percent(from, undefined, this.cells.percentDecimals + decimals);
    return this.say(
      `, mot ${shown} ${this.#since}; ${this.clause({ verdict, firm })}`,
      `, against ${shown} in ${this.#since}; ${this.clause({ verdict, firm })}`,
    );
  }

  /** One decimal more where a change would not show. */
  #moreDecimals({ from, to, verdict }: ToldDifference): number {
    const changed = verdict === 'risen' || verdict === 'fallen';
    return changed && this.cells.percent(from).shown === this.cells.percent(to).shown ? 1 : 0;
  }
}

interface ByFirmness {
  readonly firm: string;
  readonly other: string;
}

type VerdictTexts = Readonly<Record<Language, Readonly<Record<Verdict, ByFirmness>>>>;

const clauses: VerdictTexts = {
  sv: {
    risen: {
      firm: 'höjningen är större än osäkerheten',
      other: 'höjningen gäller bara dem som var inbjudna då',
    },
    fallen: {
      firm: 'sänkningen är större än osäkerheten',
      other: 'sänkningen gäller bara dem som var inbjudna då',
    },
    'within-uncertainty': same('skillnaden är mindre än osäkerheten'),
    'too-few': same('svaren är för få för en slutsats'),
    'not-comparable': same('åren går inte att jämföra'),
  },
  en: {
    risen: {
      firm: 'the rise is larger than the uncertainty',
      other: 'the rise holds only among those invited then',
    },
    fallen: {
      firm: 'the fall is larger than the uncertainty',
      other: 'the fall holds only among those invited then',
    },
    'within-uncertainty': same('the difference is smaller than the uncertainty'),
    'too-few': same('the answers are too few for a conclusion'),
    'not-comparable': same('the years cannot be compared'),
  },
};

const verdictWords: VerdictTexts = {
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

function same(words: string): ByFirmness {
  return { firm: words, other: words };
}
