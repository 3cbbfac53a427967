import type { Contrast } from '../insights/contrasts.ts';
import type { Certainty, ItemVerdict } from '../insights/figures.ts';
import type { Priority } from '../insights/priorities.ts';
import type { Reason, ReasonKind } from '../insights/reasons.ts';
import type { ReportContext } from './input.ts';
import { Telling } from './tell.ts';

/** Sentences about items, in the report's language: at length where an item is treated, short where items are listed. */
export class ItemTelling {
  readonly #telling: Telling;
  readonly #context: ReportContext;

  constructor(context: ReportContext) {
    this.#context = context;
    this.#telling = new Telling(context);
  }

  name(code: string): string {
    const item = this.#context.instrument.items.find((own) => own.code === code);
    return item?.name[this.#telling.language] ?? code;
  }

  /** "Nyttokontroll, medelvärde 2,6 (32 %): har fallit från 3,0 och hör till de lägsta." */
  short({ code, figures, reasons, change }: Priority): string {
    const { say, list, cells } = this.#words();
    const fallen = reasonOf(reasons, 'fallen');
    const dontKnow = reasonOf(reasons, 'dont-know');
    const parts = [
      ...(fallen === undefined ? [] : [this.#fall(change, fallen.certainty)]),
      ...(reasonOf(reasons, 'low') === undefined ? [] : [say('hör till de lägsta', 'is among the lowest')]),
      ...(dontKnow === undefined ? [] : [this.#dontKnow(figures.dontKnowPercent, change, dontKnow)]),
    ].filter((part) => part !== null);
    const head =
      figures.mean === null
        ? this.name(code)
        : `${this.name(code)}, ${say('medelvärde', 'mean')} ${cells.mean(figures.mean).shown} (${cells.percent(figures.percent).shown})`;
    return `${head}: ${list(parts)}.`;
  }

  /** What is told of an item where it is treated. Swedish has the draft that the whole program shares. */
  full(priority: Priority): string {
    if (this.#telling.language === 'sv') return priority.draft;
    const { code, figures, reasons, change, years, units } = priority;
    const { cells, list } = this.#words();
    const name = this.name(code);
    const low = reasonOf(reasons, 'low')?.grounds ?? [];
    const because = [
      ...(low.includes('under-limit') ? ['under the limit for low'] : []),
      ...(low.includes('among-lowest') ? ['among the lowest'] : []),
    ];
    const level =
      figures.percent === null
        ? `The mean of ${name} ${figures.hidden?.['percent'] === undefined ? 'is missing' : 'is not shown'}.`
        : `${name} is at ${cells.percent(figures.percent).shown} (mean ${cells.mean(figures.mean).shown})${because.length === 0 ? '' : `, ${list(because)}`}.`;
    const known = years.filter(({ percent }) => percent !== null);
    const standing = units
      .filter(({ percent }) => percent !== null)
      .toSorted((a, b) => (a.percent ?? 0) - (b.percent ?? 0));
    const [lowest, highest] = [standing[0], standing.at(-1)];
    return [
      level,
      this.#englishFall(change, reasonOf(reasons, 'fallen')),
      this.#englishDontKnow(figures.dontKnowPercent, change, reasonOf(reasons, 'dont-know')),
      known.length < 3
        ? null
        : `Over the years: ${list(known.map(({ year, percent }) => `${cells.percent(percent).shown} in ${year}`))}.`,
      lowest === undefined || highest === undefined || lowest.percent === highest.percent
        ? null
        : `Lowest is ${lowest.name} (${cells.percent(lowest.percent).shown}), highest ${highest.name} (${cells.percent(highest.percent).shown}).`,
    ]
      .filter((sentence) => sentence !== null)
      .join(' ');
  }

  /** How those who take part in decisions answer an item beside the others. */
  contrast({ code, groupMean, othersMean, certainty, sentence }: Contrast): string {
    if (this.#telling.language === 'sv') return sentence;
    const { cells } = this.#words();
    return (
      `Those involved in decisions answer ${cells.mean(groupMean).shown} on ${this.name(code)} on average, the others ` +
      `${cells.mean(othersMean).shown}; the difference ${certaintyText[certainty]}.`
    );
  }

  /** How an item's mean and share of don't know changed, in English. */
  englishChange(
    change: Pick<ItemVerdict, 'verdict' | 'firm' | 'dontKnow'> & {
      readonly name: string;
      readonly from: number | null;
      readonly to: number | null;
    },
  ): string {
    const { cells } = this.#words();
    const { name, from, to, verdict, firm, dontKnow } = change;
    const mean =
      verdict === null || from === null || to === null
        ? `${name}: the mean is missing or not shown.`
        : `${name}: the mean went from ${cells.mean(from).shown} to ${cells.mean(to).shown}; ${this.#telling.clause({ verdict, firm })}.`;
    return dontKnow.from === null || dontKnow.to === null
      ? mean
      : `${mean} ${this.share('The share of don’t know', dontKnow)}`;
  }

  /** A share's change in English, by its interval alone. */
  share(
    name: string,
    { from, to, ciLow, ciHigh }: Pick<ItemVerdict['dontKnow'], 'from' | 'to' | 'ciLow' | 'ciHigh'>,
  ): string {
    const { cells } = this.#words();
    if (from === null || to === null || ciLow === null || ciHigh === null)
      return `${name} cannot be compared.`;
    const size = ciLow > 0 || ciHigh < 0 ? 'larger' : 'smaller';
    return `${name} went from ${cells.percent(from).shown} to ${cells.percent(to).shown}; the difference is ${size} than the uncertainty.`;
  }

  #words() {
    const { cells } = this.#telling;
    return {
      cells,
      say: (swedish: string, english: string): string => this.#telling.say(swedish, english),
      list: (parts: readonly string[]): string => this.#telling.list(parts),
    };
  }

  #fall(change: ItemVerdict | null, certainty: Certainty): string | null {
    const { say, cells } = this.#words();
    if (change === null || change.from.mean === null) return null;
    const from = cells.mean(change.from.mean).shown;
    return certainty === 'unsure'
      ? say(
          `har gått ned från ${from} (inom osäkerheten)`,
          `has gone down from ${from} (within the uncertainty)`,
        )
      : say(`har fallit från ${from}`, `has fallen from ${from}`);
  }

  #dontKnow(share: number | null, change: ItemVerdict | null, { grounds, certainty }: Reason): string | null {
    const { say, cells } = this.#words();
    if (share === null) return null;
    const { shown } = cells.percent(share);
    const before = change?.dontKnow.from ?? null;
    if (grounds.includes('over-limit') || before === null)
      return say(`${shown} svarar vet ej`, `${shown} answer don’t know`);
    const from = cells.percent(before).shown;
    const isSure = (change?.dontKnow.ciLow ?? 0) > 0 && certainty !== 'unsure';
    return isSure
      ? say(
          `andelen vet ej har stigit från ${from} till ${shown}`,
          `don’t know has risen from ${from} to ${shown}`,
        )
      : say(
          `andelen vet ej är ${shown}, mot ${from} året före`,
          `don’t know is ${shown}, against ${from} the year before`,
        );
  }

  #englishFall(change: ItemVerdict | null, fallen: Reason | undefined): string | null {
    const { cells } = this.#words();
    if (fallen === undefined || change === null || change.from.mean === null || change.to.mean === null)
      return null;
    return `The mean went from ${cells.mean(change.from.mean).shown} to ${cells.mean(change.to.mean).shown}; the fall ${certaintyText[fallen.certainty]}.`;
  }

  #englishDontKnow(
    share: number | null,
    change: ItemVerdict | null,
    reason: Reason | undefined,
  ): string | null {
    const { cells } = this.#words();
    if (reason === undefined || share === null) return null;
    const over = reason.grounds.includes('over-limit') ? ', over the limit for much' : '';
    const before = change?.dontKnow.from ?? null;
    const head = `The share of don’t know is ${cells.percent(share).shown}${over}`;
    if (!reason.grounds.includes('risen') || before === null) return `${head}.`;
    const isSure = (change?.dontKnow.ciLow ?? 0) > 0 && reason.certainty !== 'unsure';
    return `${head}, against ${cells.percent(before).shown} in ${this.#context.since ?? ''}; the rise ${certaintyText[isSure ? 'firm' : 'unsure']}.`;
  }
}

const certaintyText: Readonly<Record<Certainty, string>> = {
  firm: 'is larger than the uncertainty',
  'among-invited': 'holds only among those invited then',
  unsure: 'is smaller than the uncertainty',
};

function reasonOf(reasons: readonly Reason[], kind: ReasonKind): Reason | undefined {
  return reasons.find((reason) => reason.kind === kind && reason.grounds.length > 0);
}
