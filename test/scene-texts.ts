import type { Scene, TextMark } from '../core/figures/scene.ts';
import { marksOf } from '../core/figures/scene.ts';
import type { TextWidth } from '../core/figures/figure.ts';

interface Box {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What letters take of height: from the foot of one to the head of a capital, as part of their size. */
const letterShare = 0.72;
/** Less than this does not show, in px. */
const tolerance = 0.5;

/** What is wrong with the texts of a scene: those that are cut at its edges, and those that lie over each other. */
export function textFaults(scene: Scene, textWidth: TextWidth): string[] {
  const boxes = marksOf(scene).flatMap((mark) =>
    mark.shape === 'text' && mark.text.trim() !== '' ? [boxOf(mark, textWidth)] : [],
  );
  const cut = boxes.filter(
    ({ left, top, right, bottom }) =>
      left < -tolerance ||
      top < -tolerance ||
      right > scene.width + tolerance ||
      bottom > scene.height + tolerance,
  );
  const over = boxes.flatMap((a, at) =>
    boxes.slice(at + 1).flatMap((b) => (overlap(a, b) ? [`"${a.text}" lies over "${b.text}"`] : [])),
  );
  return [...cut.map(({ text }) => `"${text}" is cut`), ...over];
}

function boxOf({ text, x, y, style, align = 'left', upwards = false }: TextMark, textWidth: TextWidth): Box {
  const width = textWidth(text, style.size, style.weight);
  const height = style.size * letterShare;
  const before = { left: 0, center: width / 2, right: width }[align];
  return upwards
    ? { text, left: x - height / 2, right: x + height / 2, top: y + before - width, bottom: y + before }
    : { text, left: x - before, right: x - before + width, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.right > b.left + tolerance &&
    b.right > a.left + tolerance &&
    a.bottom > b.top + tolerance &&
    b.bottom > a.top + tolerance
  );
}
