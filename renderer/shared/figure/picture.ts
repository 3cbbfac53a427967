import type { FigureSpec } from '../../../core/figures/figure.ts';
import { fontFamily, themes } from '../../../core/figures/theme.ts';
import { drawFigure, naturalSize } from '../../../core/figures/index.ts';
import { drawnAsText } from './echarts.ts';
import { textWidth } from './text-width.ts';

/** As wide as a picture is pasted, in px, and times that for its sharpness. */
const pictureWidth = 900;
const pictureScale = 2;

/**
 * Puts a figure with its title and caption on the clipboard, in the light theme. False where that is not let. The
 * clipboard is asked at once, while the click that it allows still holds.
 */
export async function copyPicture(figure: Promise<FigureSpec>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': figure.then(pictureOf) })]);
    return true;
  } catch {
    return false;
  }
}

async function pictureOf(spec: FigureSpec): Promise<Blob> {
  const size = naturalSize(spec, { width: pictureWidth, textWidth, frame: true });
  const option = drawFigure(spec, { ...size, theme: 'light', textWidth, frame: true });
  const svg = drawnAsText(option, size).replace(/^<svg[^>]*>/, `$&<style>${await ownFonts()}</style>`);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size.width * pictureScale;
  canvas.height = size.height * pictureScale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The window cannot draw pictures.');
  context.fillStyle = themes.light.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The window cannot make a PNG.'));
      else resolve(blob);
    }, 'image/png');
  });
}

let embedded: Promise<string> | null = null;

/** The bundled fonts within the rules themselves: a picture cannot fetch anything. */
function ownFonts(): Promise<string> {
  embedded ??= Promise.all(
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
      .filter((rule) => rule.cssText.includes(fontFamily))
      .map(async (rule) => {
        const [, address] = /url\("([^"]+)"\)/.exec(rule.cssText) ?? [];
        if (address === undefined) return '';
        const base = rule.parentStyleSheet?.href ?? document.baseURI;
        const font = await (await fetch(new URL(address, base))).blob();
        return rule.cssText.replace(address, await asDataAddress(font));
      }),
  ).then((rules) => rules.join('\n'));
  return embedded;
}

function asDataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result);
      else reject(new Error('The font could not be read.'));
    };
    reader.onerror = () => {
      reject(new Error('The font could not be read.'));
    };
    reader.readAsDataURL(blob);
  });
}
