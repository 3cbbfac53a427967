/** A text field's contents with what is selected in it. */
export interface Typed {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Puts a mark around what is selected, or takes it away where it stands there. */
export function around(mark: string): (text: string, from: number, to: number) => Typed {
  return (text, from, to) => {
    const selected = text.slice(from, to);
    const isMarked = text.slice(0, from).endsWith(mark) && text.slice(to).startsWith(mark);
    if (isMarked) {
      const before = text.slice(0, from - mark.length);
      return {
        text: before + selected + text.slice(to + mark.length),
        from: before.length,
        to: before.length + selected.length,
      };
    }
    return {
      text: `${text.slice(0, from)}${mark}${selected}${mark}${text.slice(to)}`,
      from: from + mark.length,
      to: to + mark.length,
    };
  };
}

const point = '- ';

/** Makes the selected lines points of a list, or plain lines where all are points. */
export function asList(text: string, from: number, to: number): Typed {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const areAll = lines.every((line) => line.startsWith(point));
  const changed = lines
    .map((line) => (areAll ? line.slice(point.length) : line.startsWith(point) ? line : point + line))
    .join('\n');
  const caret = start + changed.length;
  return { text: text.slice(0, start) + changed + text.slice(end), from: caret, to: caret };
}
