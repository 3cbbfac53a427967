import type { PdfFile } from './pdf-file.ts';

/**
 * What is wrong in a PDF for those who do not see it, by its structure tree: an own, small part of what PDF/UA asks
 * for, which runs everywhere. Empty where nothing is.
 */
export function structureFaults(pdf: PdfFile): string[] {
  const elements = elementsOf(pdf);
  return [
    ...aboutFaults(pdf),
    ...headingFaults(elements),
    ...elements.flatMap((element) => elementFaults(element)),
    ...fontFaults(pdf),
  ];
}

interface Element {
  readonly role: string;
  readonly alternative: string | null;
  readonly children: readonly Element[];
}

/** The elements of the structure tree, parents before what stands in them, in reading order. */
function elementsOf({ objects, catalog }: PdfFile): Element[] {
  const root = objects.get(Number(/\/StructTreeRoot (\d+) 0 R/.exec(catalog)?.[1]));
  return root === undefined ? [] : childrenOf(root, objects).flatMap(withDescendants);
}

function withDescendants(element: Element): Element[] {
  return [element, ...element.children.flatMap(withDescendants)];
}

function childrenOf(text: string, objects: PdfFile['objects']): Element[] {
  const [, list = '', single = ''] = /\/K\s*(?:\[([^\]]*)\]|(\d+ 0 R))/.exec(text) ?? [];
  return [...`${list} ${single}`.matchAll(/(\d+) 0 R/g)].flatMap(([, number]) => {
    const own = objects.get(Number(number)) ?? '';
    const role = /\/S\s*\/(\w+)/.exec(own)?.[1];
    if (role === undefined) return [];
    const [, alternative] = /\/Alt\s*(\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f]*>)/.exec(own) ?? [];
    return [{ role, alternative: alternative ?? null, children: childrenOf(own, objects) }];
  });
}

function aboutFaults({ catalog, metadata, objects }: PdfFile): string[] {
  const outline = objects.get(Number(/\/Outlines (\d+) 0 R/.exec(catalog)?.[1]));
  return [
    ...(/\/Lang\s*\(\w{2}/.test(catalog) ? [] : ['no language']),
    ...(/\/MarkInfo\s*<<[^>]*\/Marked true/.test(catalog) ? [] : ['not tagged']),
    ...(/<dc:title>[\s\S]*?\S[\s\S]*?<\/dc:title>/.test(metadata) ? [] : ['no title']),
    ...(/\/DisplayDocTitle true/.test(catalog) ? [] : ['the title is not shown']),
    ...(outline !== undefined && /\/First \d+ 0 R/.test(outline) ? [] : ['no outline']),
  ];
}

function headingFaults(elements: readonly Element[]): string[] {
  const levels = elements.flatMap(({ role }) => /^H([1-6])$/.exec(role)?.[1] ?? []).map(Number);
  if (levels.length === 0) return ['no headings'];
  return levels.flatMap((level, at) => {
    const before = levels[at - 1] ?? 0;
    return level > before + 1 ? [`a heading of level ${level} after one of level ${before}`] : [];
  });
}

/** Cells hold others of a table's parts only where they should. */
const holders: Readonly<Record<string, readonly string[]>> = {
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI', 'Caption'],
};

function elementFaults({ role, alternative, children }: Element): string[] {
  const allowed = holders[role];
  const strangers = allowed === undefined ? [] : children.filter((child) => !allowed.includes(child.role));
  return [
    ...(role === 'Figure' && (alternative === null || alternative.length <= '()'.length)
      ? ['a figure without alternative text']
      : []),
    ...(role === 'Table' && !children.some((child) => child.role === 'THead')
      ? ['a table without a row of headings']
      : []),
    ...strangers.map((child) => `${child.role} in ${role}`),
  ];
}

/** Every font must lie in the file, and say what its glyphs stand for. */
function fontFaults({ objects }: PdfFile): string[] {
  const all = [...objects.values()];
  const described = all.filter((text) => /\/Type\s*\/FontDescriptor/.test(text));
  const composed = all.filter((text) => /\/Subtype\s*\/Type0/.test(text));
  return [
    ...(described.length === 0 ? ['no fonts'] : []),
    ...described.flatMap((text) => (/\/FontFile[23]? \d+ 0 R/.test(text) ? [] : ['a font is not embedded'])),
    ...composed.flatMap((text) =>
      /\/ToUnicode \d+ 0 R/.test(text) ? [] : ['a font that does not say what its glyphs stand for'],
    ),
  ];
}
