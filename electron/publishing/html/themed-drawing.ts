/**
 * Drawings that follow the reader's choice of light or dark. The same figure is drawn in both; the light one goes into
 * the page, and each part whose colour is another in the dark gets a class that changes it there.
 */
export class ThemedDrawings {
  /** Classes by what they set, in the order that they were first needed. */
  readonly #classes = new Map<string, string>();

  /** The light drawing, marked where the dark one differs. Both must be drawn alike but for their colours. */
  marked(light: string, dark: string): string {
    const inTheDark = dark.match(anyTag) ?? [];
    let at = 0;
    return light.replace(anyTag, (tag) => {
      const other = inTheDark[at++] ?? '';
      if (tag.replace(anyColour, '') !== other.replace(anyColour, ''))
        throw new Error(`The dark drawing is another than the light one: ${tag} ${other}`);
      const [colours, others] = [coloursOf(tag), coloursOf(other)];
      const classes = painted.flatMap((name) =>
        others[name] === colours[name] ? [] : [this.#classFor(`${name}:${others[name]}`)],
      );
      return classes.length === 0 ? tag : tag.replace(/^<[a-z]+/i, `$& class="${classes.join(' ')}"`);
    });
  }

  /** The rules of the classes that have been given. */
  rules(): string {
    return [...this.#classes].map(([declaration, name]) => `.${name}{${declaration}}`).join('\n');
  }

  #classFor(declaration: string): string {
    const known = this.#classes.get(declaration);
    if (known !== undefined) return known;
    const name = `d${this.#classes.size + 1}`;
    this.#classes.set(declaration, name);
    return name;
  }
}

const anyTag = /<[a-z][^>]*>/gi;
const anyColour = / (?:fill|stroke)="[^"]*"/g;

/** What is painted, and with what where a drawing does not say. */
const painted = ['fill', 'stroke'] as const;
function coloursOf(tag: string): Readonly<Record<(typeof painted)[number], string>> {
  const given = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return { fill: given('fill') ?? '#000', stroke: given('stroke') ?? 'none' };
}

/** A drawing whose ids are its own among several on one page. */
export function withOwnIds(svg: string, prefix: string): string {
  return svg.replace(anyTag, (tag) =>
    tag
      .replace(/(?<= )(id|aria-labelledby|aria-describedby)="/g, `$1="${prefix}-`)
      .replace(/url\(#/g, `url(#${prefix}-`)
      .replace(/(?<= )((?:xlink:)?href)="#/g, `$1="#${prefix}-`),
  );
}
