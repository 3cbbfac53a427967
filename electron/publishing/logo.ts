import { imageSize } from 'image-size';
import type { Logo } from '../../core/report/report.ts';

/** The most room that a logo takes on a front page, in px at 96 to the inch: 60 × 25 mm. */
const room = { width: 227, height: 94 };

/** A logo as it stands on a front page. */
export interface PlacedLogo {
  readonly bytes: Buffer;
  /** Px at 96 to the inch. */
  readonly width: number;
  readonly height: number;
}

/** The size that a picture says it has, in px; null where it is none that can be read. */
export function pictureSize(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  try {
    const { width = 0, height = 0 } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return null;
  }
}

/** A logo in its own proportions, no larger than its room; null where it cannot be read. */
export function placedLogo({ format, base64 }: Logo): PlacedLogo | null {
  const bytes = Buffer.from(base64, 'base64');
  const size = pictureSize(bytes);
  if (size === null) return null;
  const fits = Math.min(room.width / size.width, room.height / size.height);
  // A drawing is as sharp at any size, a photograph no larger than it is.
  const scale = format === 'svg' ? fits : Math.min(1, fits);
  return { bytes, width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}

/** A logo as a drawing: a photograph stands whole in one. Null where it cannot be read. */
export function drawnLogo(logo: Logo): (Omit<PlacedLogo, 'bytes'> & { readonly svg: string }) | null {
  const placed = placedLogo(logo);
  if (placed === null) return null;
  const { bytes, width, height } = placed;
  const svg =
    logo.format === 'svg'
      ? bytes.toString('utf8')
      : `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
        `<image width="${width}" height="${height}" href="data:image/${logo.format};base64,${logo.base64}"/></svg>`;
  return { svg, width, height };
}
