import { svgWithOutlines } from '../outlines.ts';

/** Pages of a set document as pictures. The compiler writes all of them into one SVG, beneath one another. */

/** The parts of that SVG: its direct children stand alone on lines indented by four, ends of elements too. */
interface Child {
  readonly opening: string;
  /** The element whole. */
  readonly text: string;
}

/** Gives the pages one by one, each made when it is asked for. */
export class PagePictures {
  readonly #pages: readonly (readonly [background: Child, contents: Child])[];
  readonly #symbols = new Map<string, string>();
  /** Clips and gradients, which few pages have. */
  readonly #others: readonly string[];

  /** @throws Error where the SVG is not as the compiler writes it */
  constructor(svg: string, pageCount: number) {
    const children = childrenOf(svg);
    const drawn = children.filter(({ opening }) => !opening.startsWith('<defs'));
    const definitions = children.filter(({ opening }) => opening.startsWith('<defs'));
    this.#pages = Array.from({ length: pageCount }, (_, at) => {
      const [background, contents] = [drawn[2 * at], drawn[2 * at + 1]];
      if (background === undefined || contents === undefined) throw new Error(`Page ${at + 1} is not there.`);
      return [background, contents] as const;
    });
    if (drawn.length !== 2 * pageCount) throw new Error('The SVG holds more than its pages.');
    for (const { text } of definitions.filter(({ opening }) => opening.includes('"glyph"')))
      for (const [symbol, id = ''] of text.matchAll(/<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g))
        this.#symbols.set(id, symbol);
    this.#others = definitions.filter(({ opening }) => !opening.includes('"glyph"')).map(({ text }) => text);
  }

  get count(): number {
    return this.#pages.length;
  }

  /** A page as an SVG document of its own that needs no font. `page` counts from 1. */
  page(page: number): string {
    const found = this.#pages[page - 1];
    if (found === undefined) throw new Error(`There is no page ${page}.`);
    const [background, contents] = found;
    const [, height = '', width = ''] = /d="M 0 0v ([\d.]+) h ([\d.]+)/.exec(background.text) ?? [];
    const [, top = '0'] = /^<g transform="matrix\(1 0 0 1 0 ([\d.]+)\)"/.exec(contents.opening) ?? [];
    const glyphs = new Set([...contents.text.matchAll(/href="#(g[^"]+)"/g)].map(([, id = '']) => id));
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 ${top} ${width} ${height}" width="${width}" height="${height}">`,
      `<rect y="${top}" width="${width}" height="${height}" fill="#ffffff"/>`,
      withOutlinedPictures(contents.text),
      ...this.#others,
      `<defs>${[...glyphs].map((id) => this.#symbols.get(id) ?? '').join('')}</defs>`,
      '</svg>',
    ].join('\n');
  }
}

function childrenOf(svg: string): Child[] {
  const starts = [...svg.matchAll(/^ {4}<[^/].*$/gm)];
  return starts.map((match, at) => {
    const end = starts[at + 1]?.index ?? svg.lastIndexOf('</svg>');
    return { opening: match[0].trim(), text: svg.slice(match.index, end) };
  });
}

/** A figure is a picture inside the picture, where a browser has none of the program's fonts. */
function withOutlinedPictures(text: string): string {
  return text.replaceAll(
    /data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/g,
    (_, base64: string) =>
      `data:image/svg+xml;base64,${Buffer.from(svgWithOutlines(Buffer.from(base64, 'base64').toString())).toString('base64')}`,
  );
}
