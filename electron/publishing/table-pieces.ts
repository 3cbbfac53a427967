import type { DocumentTable } from './document-figure.ts';
import { textWidth } from './fonts.ts';

/** The size that tables of documents are set in, in px at 96 to the inch. */
const textSize = 12.7;
/** Other fonts than the bundled one, which Word documents are set in, may be so much wider. */
const otherFontsShare = 1.2;
/** Room at the sides of a cell, in px. */
const cellRoom = 13;
/** Single words that are wider than this are hyphenated, in px; those in headings sooner. */
const widestWord = 150;
const widestHeadingWord = 92;
/** More than this no column wishes for. */
const widestLine = 420;
/** At most so many of the first columns are repeated in each piece: those that say what a row is of. */
const mostKeys = 3;

/** A part of a table that is as wide as a page, with the shares of its columns. */
export interface TablePiece extends DocumentTable {
  /** Of the width, adding up to 1. */
  readonly shares: readonly number[];
}

/**
 * A table parted between columns where it is wider than a page: each part has the columns that say what its rows
 * are of, and a number is never parted from the words that go with it. `width` in px at 96 to the inch.
 */
export function tablePieces(table: DocumentTable, width: number): TablePiece[] {
  const least = table.columns.map((_, at) => roomOf(table, at, 'word'));
  const keys = keysOf(table);
  const keyRoom = sum(keys.map((at) => least[at] ?? 0));
  const pieces: number[][] = [];
  let current: number[] = [];
  let taken = keyRoom;
  for (const group of groupsAfter(table, keys.length)) {
    const room = sum(group.map((at) => least[at] ?? 0));
    if (current.length > 0 && taken + room > width) {
      pieces.push(current);
      current = [];
      taken = keyRoom;
    }
    current.push(...group);
    taken += room;
  }
  if (current.length > 0 || pieces.length === 0) pieces.push(current);
  return pieces.map((columns) => pieceOf(table, [...keys, ...columns], width));
}

/** The first columns, up to the first that holds numbers. */
function keysOf({ columns }: DocumentTable): number[] {
  const firstNumber = columns.findIndex(({ isNumeric }) => isNumeric);
  const count = firstNumber === -1 ? 1 : Math.min(mostKeys, Math.max(1, firstNumber));
  return columns.slice(0, count).map((_, at) => at);
}

/** Each number with the texts that follow it. */
function groupsAfter({ columns }: DocumentTable, keys: number): number[][] {
  const groups: number[][] = [];
  for (let at = keys; at < columns.length; at += 1) {
    const last = groups.at(-1);
    if (columns[at]?.isNumeric === true || last === undefined) groups.push([at]);
    else last.push(at);
  }
  return groups;
}

function pieceOf(table: DocumentTable, chosen: readonly number[], width: number): TablePiece {
  const least = chosen.map((at) => roomOf(table, at, 'word'));
  const wished = chosen.map((at, place) => Math.max(least[place] ?? 0, roomOf(table, at, 'line')));
  const spare = Math.max(0, width - sum(least));
  const wishes = sum(wished) - sum(least);
  const granted = wishes === 0 ? 0 : Math.min(1, spare / wishes);
  const left = spare - granted * wishes;
  // What is left when wishes are granted goes to all alike, so that no word stands at its limit.
  const rooms = least.map(
    (room, place) => room + granted * ((wished[place] ?? 0) - room) + (left * room) / sum(least),
  );
  const all = sum(rooms);
  return {
    columns: chosen.flatMap((at) => table.columns[at] ?? []),
    rows: table.rows.map((row) => chosen.map((at) => row[at] ?? '')),
    shares: rooms.map((room) => room / all),
  };
}

/** What a column needs at least, for its widest word, or wishes, for its widest cell, in px. */
function roomOf({ columns, rows }: DocumentTable, at: number, of: 'word' | 'line'): number {
  const widest = (text: string, weight: 400 | 600): number => {
    const parts = of === 'word' ? text.split(' ') : [text];
    return parts.reduce((most, part) => Math.max(most, textWidth(part, textSize, weight)), 0);
  };
  const heading = widest(columns[at]?.heading ?? '', 600);
  const cells = rows.reduce((most, row) => Math.max(most, widest(row[at] ?? '', 400)), 0);
  const room =
    of === 'word'
      ? Math.max(Math.min(widestHeadingWord, heading), Math.min(widestWord, cells))
      : Math.min(widestLine, Math.max(heading, cells));
  return room * otherFontsShare + cellRoom;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
