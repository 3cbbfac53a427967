import { createHash } from 'node:crypto';
import type { XmlElement } from './xml-tree.ts';
import { attribute, descendants } from './xml-tree.ts';
import { namespaces } from './word-file.ts';

/**
 * Marks are how a figure or table is found again in a report that somebody has edited: a bookmark before it and one
 * after. Word cuts names at 40 signs, so both end in a hash of the block's id, and the one after also in a hash of the
 * words that were written between: where they are others now, somebody has changed them by hand.
 */

const hashLength = 8;
/** So much of an id makes a name that says what it is of, and leaves room for its hash. */
const spokenLength = 24;

/** The mark before a block or at a section's heading. */
export function markName(id: string): string {
  return `dimios_${id.replace(/[^A-Za-z0-9]/g, '_').slice(0, spokenLength)}_${hashOf(id)}`;
}

/** The mark after a block; {@link withWords} adds the hash of the words between. */
export function endMarkName(id: string): string {
  return `dimios_end_${hashOf(id)}`;
}

/** The mark after a block, with the words that stand between. */
export function withWords(endMark: string, words: string): string {
  return `${endMark.slice(0, 'dimios_end_'.length + hashLength)}_${hashOf(words)}`;
}

/** The hash by which both marks of a block are known. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, hashLength);
}

/** A mark as it stands in a file. */
export interface Mark {
  readonly element: XmlElement;
  readonly name: string;
  readonly side: 'before' | 'after';
  /** Of the block's id. */
  readonly hash: string;
}

const afterPattern = /^dimios_end_([0-9a-f]{8})(?:_[0-9a-f]{8})?$/;
const beforePattern = /^dimios_\w*_([0-9a-f]{8})$/;

/** The marks in a document, in the order they stand. Those at headings are among them. */
export function marksIn(root: XmlElement): Mark[] {
  return [...descendants(root)].flatMap((element): Mark[] => {
    if (element.local !== 'bookmarkStart' || element.uri !== namespaces.word) return [];
    const name = attribute(element, 'name') ?? '';
    const after = afterPattern.exec(name)?.[1];
    if (after !== undefined) return [{ element, name, side: 'after', hash: after }];
    const before = beforePattern.exec(name)?.[1];
    return before === undefined ? [] : [{ element, name, side: 'before', hash: before }];
  });
}
