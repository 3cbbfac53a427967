/** Where the window stands: a screen, and what is opened on it. */
export interface Place {
  readonly screen: string;
  /** What is opened on the screen, such as `{ item: 'skugg-it' }`; what is absent is not chosen. */
  readonly params: Readonly<Record<string, string>>;
}

/** The way here, as a browser keeps it. */
export interface Places {
  readonly now: Place;
  /** Oldest first. */
  readonly past: readonly Place[];
  /** Next first. */
  readonly future: readonly Place[];
}

export type PlaceAction =
  | { readonly kind: 'go'; readonly to: Place }
  /** Changes what is opened without a step to come back to: for moving a selection along a list. */
  | { readonly kind: 'refine'; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'back' }
  | { readonly kind: 'forward' };

const longestPast = 100;

export function startAt(place: Place): Places {
  return { now: place, past: [], future: [] };
}

export function reducePlaces(places: Places, action: PlaceAction): Places {
  const { now, past, future } = places;
  switch (action.kind) {
    case 'go':
      if (isSame(now, action.to)) return places;
      return { now: action.to, past: [...past, now].slice(-longestPast), future: [] };
    case 'refine': {
      const to = { screen: now.screen, params: action.params };
      return isSame(now, to) ? places : { ...places, now: to };
    }
    case 'back': {
      const before = past.at(-1);
      if (before === undefined) return places;
      return { now: before, past: past.slice(0, -1), future: [now, ...future] };
    }
    case 'forward': {
      const [next, ...rest] = future;
      if (next === undefined) return places;
      return { now: next, past: [...past, now], future: rest };
    }
  }
}

function isSame(a: Place, b: Place): boolean {
  const keys = new Set([...Object.keys(a.params), ...Object.keys(b.params)]);
  return a.screen === b.screen && [...keys].every((key) => a.params[key] === b.params[key]);
}
