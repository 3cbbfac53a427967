import { describe, expect, it } from 'vitest';
import type { TreePart } from '../../../../renderer/categories/place.ts';
import { keyOf, parentOf, partsOf, rowsSeen, wayTo } from '../../../../renderer/categories/tree.ts';

function part(kind: TreePart['kind'], code: string, parent: string | null): TreePart {
  const value = { value: null, hidden: null, ciLow: null, ciHigh: null };
  return { kind, code, parent, name: { sv: code, en: code }, value };
}

/** A category and its item have the same code: nothing may take the one for the other. */
const tree = [
  part('dimension', 'arv', null),
  part('category', 'teknik', 'arv'),
  part('item', 'teknik', 'teknik'),
  part('item', 'skugg-it', 'teknik'),
  part('dimension', 'formaga', null),
  part('category', 'innovation', 'formaga'),
];
const [arv, teknik, ownItem, skuggIt] = tree;
if (arv === undefined || teknik === undefined || ownItem === undefined || skuggIt === undefined)
  throw new Error('The tree above has four parts.');

describe('the tree of the model', () => {
  it('shows only what lies in open parts', () => {
    expect(rowsSeen(tree, new Set()).map(keyOf)).toEqual(['dimension:arv', 'dimension:formaga']);
    expect(rowsSeen(tree, new Set(['dimension:arv'])).map(keyOf)).toEqual([
      'dimension:arv',
      'category:teknik',
      'dimension:formaga',
    ]);
    expect(rowsSeen(tree, new Set(['category:teknik'])).map(keyOf)).toEqual([
      'dimension:arv',
      'dimension:formaga',
    ]);
  });

  it('tells parts with the same code apart', () => {
    expect(parentOf(tree, ownItem)).toBe(teknik);
    expect(parentOf(tree, teknik)).toBe(arv);
    expect(partsOf(tree, teknik)).toEqual([ownItem, skuggIt]);
    expect(partsOf(tree, ownItem)).toEqual([]);
  });

  it('knows the way from an item to its dimension', () => {
    expect(wayTo(tree, skuggIt)).toEqual(['item:skugg-it', 'category:teknik', 'dimension:arv']);
    expect(wayTo(tree, undefined)).toEqual([]);
  });
});
