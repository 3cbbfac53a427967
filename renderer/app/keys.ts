/** What keys do; text fields keep the keys that edit text. */
export type Command = 'undo' | 'redo' | 'search' | 'back' | 'forward' | { readonly screen: number };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command of a key press; null where it has none. `inText`: the focus stands where text is written. */
export function commandOf(press: KeyPress, inText: boolean): Command | null {
  const isControl = press.ctrlKey || press.metaKey;
  const key = press.key.toLowerCase();
  if (isControl && !press.altKey) {
    if (key === 'k' && !press.shiftKey) return 'search';
    if (key === 'z' && !inText) return press.shiftKey ? 'redo' : 'undo';
    if (key === 'y' && !inText && !press.shiftKey) return 'redo';
    if (/^[1-9]$/.test(key) && !press.shiftKey) return { screen: Number(key) - 1 };
  }
  if (press.altKey && !isControl && !press.shiftKey && !inText) {
    if (key === 'arrowleft') return 'back';
    if (key === 'arrowright') return 'forward';
  }
  return null;
}
