import { textWidth } from '../electron/publishing/fonts.ts';

/** A text of a drawing with the box that its letters fill, in px of the picture. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly fill: string;
  /** The colour under its middle: that of its halo, else of the last area drawn there; null for none. */
  readonly ground: string | null;
}

/** What capitals and tails of the bundled font reach over and under the baseline, in em. */
const over = 0.66;
const under = 0.18;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An area that a drawing fills: what stands on it is read against its colour. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly fill: string;
}

/** The boxes of all texts of an SVG that `figureSvg` wrote, measured in the bundled font. Halos are left out. */
export function textBoxes(svg: string): TextBox[] {
  const areas: Area[] = [];
  const boxes: TextBox[] = [];
  let halo: string | null = null;
  for (const [, path, text, letters = ''] of svg.matchAll(
    /<path ([^>]*)\/>|<text ([^>]*)>([^<]*)<\/text>/gu,
  )) {
    if (path !== undefined) {
      areas.push(...areaOf(path));
    } else if (text !== undefined && text.includes('aria-hidden')) {
      halo = attribute(text, 'stroke') ?? null;
    } else if (text !== undefined && letters !== '') {
      const box = boxOf(text, letters);
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const under = areas.findLast(
        (area) => area.left <= x && x <= area.right && area.top <= y && y <= area.bottom,
      );
      boxes.push({ ...box, fill: attribute(text, 'fill') ?? '', ground: halo ?? under?.fill ?? null });
      halo = null;
    }
  }
  return boxes;
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^| )${name}="([^"]*)"`, 'u').exec(attributes)?.[1];
}

/** A rectangle with a colour; nothing for other shapes. */
function areaOf(attributes: string): Area[] {
  const fill = attribute(attributes, 'fill') ?? 'none';
  const corners = /^M([-\d.]+) ([-\d.]+)l([\d.]+) 0l0 ([\d.]+)l-[\d.]+ 0Z$/u.exec(
    attribute(attributes, 'd') ?? '',
  );
  if (corners === null || fill === 'none') return [];
  const [x = 0, y = 0, width = 0, height = 0] = corners.slice(1).map(Number);
  return [{ left: x, top: y, right: x + width, bottom: y + height, fill }];
}

function boxOf(attributes: string, raw: string): Omit<TextBox, 'fill' | 'ground'> {
  const text = raw.replace(/&([a-z]+);/gu, (whole, name: string) => entities[name] ?? whole);
  const size = Number(attribute(attributes, 'font-size'));
  const width = textWidth(text, size, weightOf(attribute(attributes, 'font-weight')));
  const anchor = attribute(attributes, 'text-anchor');
  const x =
    Number(attribute(attributes, 'x') ?? 0) -
    (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const y = Number(attribute(attributes, 'y') ?? 0);
  const corners = [
    [x, y - over * size],
    [x + width, y + under * size],
  ].map(([cx = 0, cy = 0]) => moved(cx, cy, attribute(attributes, 'transform')));
  const xs = corners.map(([cx]) => cx);
  const ys = corners.map(([, cy]) => cy);
  return {
    text,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function weightOf(given: string | undefined): 400 | 500 | 600 {
  if (given === '500') return 500;
  return given === '600' ? 600 : 400;
}

function moved(x: number, y: number, transform: string | undefined): readonly [number, number] {
  if (transform === undefined) return [x, y];
  const numbers = [...transform.matchAll(/-?[\d.]+(?:e-?\d+)?/gu)].map(([number]) => Number(number));
  if (transform.startsWith('translate')) return [x + (numbers[0] ?? 0), y + (numbers[1] ?? 0)];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a * x + c * y + e, b * x + d * y + f];
}
