import type { ModelNode } from '../../core/api.ts';
import type { TreePart } from './place.ts';

/** The tree as rows that one walks through. Codes of a dimension, a category and an item may be alike: keys are not. */

export function keyOf({ kind, code }: Pick<TreePart, 'kind' | 'code'>): string {
  return `${kind}:${code}`;
}

const parentKinds = { dimension: null, category: 'dimension', item: 'category' } as const;
const levels = { dimension: 1, category: 2, item: 3 } as const;

/** How deep a part stands, from 1. */
export function levelOf({ kind }: TreePart): number {
  return levels[kind];
}

/** What holds a part; undefined for a dimension. */
export function parentOf(tree: readonly TreePart[], part: TreePart): TreePart | undefined {
  const kind = parentKinds[part.kind];
  return kind === null
    ? undefined
    : tree.find((candidate) => candidate.kind === kind && candidate.code === part.parent);
}

/** A part and all that hold it, by key. */
export function wayTo(tree: readonly TreePart[], part: TreePart | undefined): string[] {
  return part === undefined ? [] : [keyOf(part), ...wayTo(tree, parentOf(tree, part))];
}

/** What a part holds itself. */
export function partsOf(tree: readonly TreePart[], part: TreePart): TreePart[] {
  return tree.filter((candidate) => {
    const parent = parentOf(tree, candidate);
    return parent !== undefined && keyOf(parent) === keyOf(part);
  });
}

/** The rows that are seen: all whose parents are open. */
export function rowsSeen(tree: readonly TreePart[], open: ReadonlySet<string>): TreePart[] {
  return tree.filter((part) =>
    wayTo(tree, part)
      .slice(1)
      .every((key) => open.has(key)),
  );
}

/** The part that a node names; undefined where there is none. */
export function partFor(tree: readonly TreePart[], node: ModelNode): TreePart | undefined {
  return tree.find((part) => keyOf(part) === keyOf(node));
}
