import { fold } from '../../core/text.ts';

/** Something that can be found and opened. */
export interface Findable {
  readonly key: string;
  readonly name: string;
  /** What kind of thing it is, as shown. */
  readonly kind: string;
  /** Other words it is found by. */
  readonly words: string;
  readonly run: () => void;
}

/** As many as can be looked through at a glance. */
const mostFound = 12;

/** What answers to a search, names that begin with it first; all in their own order where nothing is asked. */
export function found(all: readonly Findable[], search: string): readonly Findable[] {
  const asked = fold(search);
  if (asked === '') return all.slice(0, mostFound);
  return all
    .map((thing) => ({ thing, rank: rankOf(thing, asked) }))
    .filter(({ rank }) => rank < unfound)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostFound)
    .map(({ thing }) => thing);
}

const unfound = 4;

function rankOf({ name, words }: Findable, asked: string): number {
  const folded = fold(name);
  if (folded.startsWith(asked)) return 0;
  if (folded.split(' ').some((word) => word.startsWith(asked))) return 1;
  if (folded.includes(asked)) return 2;
  return fold(words).includes(asked) ? 3 : unfound;
}
