import type { OwnBlock, OwnRun } from './settings.ts';

/**
 * Own text as it is typed: a line is a paragraph, "- " begins a point of a list and "1. " of a numbered one, **bold**,
 * _italic_, and [[a live number by its label]]. A backslash before one of these signs takes it as it stands.
 */

/** A live number by what it is called, which is how it stands in typed text. */
export interface NamedNumber {
  readonly live: string;
  readonly label: string;
}

/** The blocks that a typed text stands for. A name in [[ ]] that no number has stays as it was typed. */
export function ownBlocksFromText(text: string, numbers: readonly NamedNumber[]): OwnBlock[] {
  const byName = new Map(
    numbers.flatMap(({ live, label }) => [[live, live] as const, [label, live] as const]),
  );
  const blocks: OwnBlock[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [, sign, point] = /^\s*(-|\d{1,3}\.)\s+(.*)$/.exec(line) ?? [];
    if (sign === undefined || point === undefined) {
      blocks.push({ kind: 'paragraph', runs: runsOf(line.trim(), byName) });
      continue;
    }
    const ordered = sign !== '-';
    const last = blocks.at(-1);
    if (last?.kind === 'list' && last.ordered === ordered) last.items.push(runsOf(point.trim(), byName));
    else blocks.push({ kind: 'list', ordered, items: [runsOf(point.trim(), byName)] });
  }
  return blocks;
}

/** The typed text that stands for these blocks. */
export function textOfOwnBlocks(blocks: readonly OwnBlock[], numbers: readonly NamedNumber[]): string {
  const labels = new Map(numbers.map(({ live, label }) => [live, label]));
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph')
        return typedLine(block.runs, labels).replace(/^(\d{0,3})([-.])(?=\s)/, '$1\\$2');
      return block.items
        .map((runs, at) => `${block.ordered ? `${at + 1}.` : '-'} ${typedLine(runs, labels)}`)
        .join('\n');
    })
    .join('\n\n');
}

/** Names in [[ ]] that no number has, as they were typed. */
export function unknownNumbers(text: string, numbers: readonly NamedNumber[]): string[] {
  const known = new Set(numbers.flatMap(({ live, label }) => [live, label]));
  const names = [...text.matchAll(/(?<!\\)\[\[([^[\]]+)\]\]/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !known.has(name));
}

interface Style {
  readonly bold?: true;
  readonly italic?: true;
}

const marks =
  /\\(?<sign>[\\*_[\]\-.])|\[\[(?<live>[^[\]]+)\]\]|\*\*(?=\S)(?<bold>(?:\\.|[^\\])+?)(?<=\S)\*\*|(?<![\p{L}\p{N}])_(?=\S)(?<italic>(?:\\.|[^\\])+?)(?<=\S)_(?![\p{L}\p{N}])/gu;

function runsOf(line: string, byName: ReadonlyMap<string, string>, style: Style = {}): OwnRun[] {
  const runs: OwnRun[] = [];
  let from = 0;
  for (const match of line.matchAll(marks)) {
    runs.push({ text: line.slice(from, match.index), ...style });
    from = match.index + match[0].length;
    const { sign, live, bold, italic } = match.groups ?? {};
    const number = live === undefined ? undefined : byName.get(live);
    if (number !== undefined) runs.push({ live: number });
    else if (bold !== undefined) runs.push(...runsOf(bold, byName, { ...style, bold: true }));
    else if (italic !== undefined) runs.push(...runsOf(italic, byName, { ...style, italic: true }));
    else runs.push({ text: sign ?? match[0], ...style });
  }
  runs.push({ text: line.slice(from), ...style });
  return joined(runs);
}

/** Neighbours of one style become one run, and empty ones none. */
function joined(runs: readonly OwnRun[]): OwnRun[] {
  const together: OwnRun[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    if ('live' in run) together.push(run);
    else if (run.text === '') continue;
    else if (last !== undefined && 'text' in last && last.bold === run.bold && last.italic === run.italic)
      together[together.length - 1] = { ...last, text: last.text + run.text };
    else together.push(run);
  }
  return together;
}

function typedLine(runs: readonly OwnRun[], labels: ReadonlyMap<string, string>): string {
  return styled(runs, 'bold', '**', (own) =>
    styled(own, 'italic', '_', (plain) =>
      plain
        .map((run) => ('live' in run ? `[[${labels.get(run.live) ?? run.live}]]` : escaped(run.text)))
        .join(''),
    ),
  );
}

/** Puts the mark around each stretch of the style; white space at its ends stands outside. */
function styled(
  runs: readonly OwnRun[],
  style: 'bold' | 'italic',
  mark: string,
  write: (runs: readonly OwnRun[]) => string,
): string {
  const stretches: { readonly has: boolean; readonly runs: OwnRun[] }[] = [];
  for (const run of runs) {
    const has = 'text' in run && run[style] === true;
    const last = stretches.at(-1);
    if (last?.has === has) last.runs.push(run);
    else stretches.push({ has, runs: [run] });
  }
  return stretches
    .map(({ has, runs: own }) =>
      has
        ? write(own).replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, before: string, text: string, after: string) =>
            text === '' ? before + after : `${before}${mark}${text}${mark}${after}`,
          )
        : write(own),
    )
    .join('');
}

/** Signs that would be taken for marks. */
function escaped(text: string): string {
  return text
    .replaceAll(/\\|\[(?=\[)|\*(?=\*)|(?<=\*)\*|^\*|\*$/g, (sign) => `\\${sign}`)
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}
