/** Widest line of running text on a terminal. */
const lineWidth = 98;

/** Running text in lines of at most {@link lineWidth}; lines after the first begin with `indent` spaces. */
export function wrapped(text: string, indent = 0): string {
  const lines: string[] = [];
  let line = '';
  // A no-break space parts no line: "42 %" stays together.
  for (const word of text.split(/[ \n]+/)) {
    const start = lines.length === 0 ? '' : ' '.repeat(indent);
    if (line !== '' && start.length + line.length + 1 + word.length > lineWidth) {
      lines.push(start + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, (lines.length === 0 ? '' : ' '.repeat(indent)) + line].join('\n');
}

/** Points of a list, each wrapped under its mark. */
export function bulleted(points: readonly string[]): string {
  return points.map((point) => wrapped(`– ${point}`, 2)).join('\n');
}
