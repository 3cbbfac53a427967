import { setContentType } from './transplant.ts';
import type { WordFile } from './word-file.ts';
import { namespaces, relationshipsPart } from './word-file.ts';
import type { XmlElement } from './xml-tree.ts';
import { attribute, childElements, descendants, edited, parseXml } from './xml-tree.ts';

/** What a file used before a change. */
export interface UsedParts {
  /** Parts that the file's relationships lead to. */
  readonly reached: ReadonlySet<string>;
  /** Ids of relationships that the document's text names. */
  readonly relationships: ReadonlySet<string>;
}

export function usedIn(file: WordFile): UsedParts {
  return { reached: file.reached(), relationships: relationshipsIn(file.tree(file.main)) };
}

/** Ids of relationships that a document uses. */
function relationshipsIn(root: XmlElement): ReadonlySet<string> {
  return new Set(
    [...descendants(root)].flatMap(({ attributes }) =>
      attributes.flatMap(({ uri, value }) => (uri === namespaces.relationships ? [value] : [])),
    ),
  );
}

/** Takes out of a file what is used no more: nothing of what a replaced figure showed is left in it. */
export function forgetUnused(file: WordFile, before: UsedParts): void {
  const used = relationshipsIn(file.tree(file.main));
  const list = relationshipsPart(file.main);
  const text = file.text(list);
  const unused = childElements(parseXml(text)).filter((element) => {
    const id = attribute(element, 'Id', '') ?? '';
    return before.relationships.has(id) && !used.has(id);
  });
  file.put(
    list,
    edited(
      text,
      unused.map(({ start, end }) => ({ start, end, text: '' })),
    ),
  );
  const reached = file.reached();
  for (const part of before.reached) {
    if (reached.has(part)) continue;
    file.remove(part);
    file.remove(relationshipsPart(part));
    setContentType(file, part, null);
  }
}
