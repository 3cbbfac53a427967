import { logNotice } from '../workbench/fault-log.ts';

/** Where the time of a start goes: marks at fixed places, told in one line of the local log. */

/** In the order in which they usually come. */
const startPlaces = ['main', 'workbench ready', 'window shown', 'first paint', 'data on screen'] as const;
export type StartPlace = (typeof startPlaces)[number];

/** Marks of the start of one window. All times count from the start of the shell's process. */
export class StartMarks {
  readonly #msOf = new Map<StartPlace, number>();

  /** Marks a place now, the first time it is come to. */
  mark(place: StartPlace): void {
    this.markAt(place, performance.timeOrigin + performance.now());
  }

  /** Marks a place that was come to in another process. `epochMs` is ms since 1970. */
  markAt(place: StartPlace, epochMs: number): void {
    if (this.#msOf.has(place)) return;
    this.#msOf.set(place, epochMs - performance.timeOrigin);
  }

  /** Such as "start: main 80 ms, workbench ready 210 ms, …"; a place that was not come to is left out. */
  get line(): string {
    const parts = startPlaces.flatMap((place) => {
      const ms = this.#msOf.get(place);
      return ms === undefined ? [] : [`${place} ${Math.round(ms)} ms`];
    });
    return `start: ${parts.join(', ')}`;
  }

  /** The page has its first answers on the screen: the start is over. */
  finish({ paintMs, dataMs }: { readonly paintMs: number; readonly dataMs: number }): void {
    this.markAt('first paint', paintMs);
    this.markAt('data on screen', dataMs);
    logNotice('shell', this.line, new Date().toISOString());
  }
}
