import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../core/problem.ts';
import { pictureSize } from '../publishing/logo.ts';
import type { WorkspaceSettings } from '../store/settings.ts';

/** A picture of a page's width needs no more. */
const largestBytes = 2 * 1024 * 1024;

/**
 * A picture for reports, recognised by what it holds and not by its name.
 * @throws Refusal `logo-too-large`, `logo-unreadable`
 */
export function readLogo(filePath: string, altText: string): NonNullable<WorkspaceSettings['logo']> {
  if (statSync(filePath).size > largestBytes) {
    throw new Refusal({
      code: 'logo-too-large',
      message: 'Bilden är större än 2 MB.',
      nextStep: 'Välj en mindre bild.',
    });
  }
  const bytes = readFileSync(filePath);
  const format = formatOf(bytes);
  if (format === null || pictureSize(bytes) === null) {
    throw new Refusal({
      code: 'logo-unreadable',
      message: 'Filen är ingen bild av ett slag som går att använda.',
      nextStep: 'Välj en bild i PNG, JPEG eller SVG.',
    });
  }
  return { format, base64: bytes.toString('base64'), altText };
}

function formatOf(bytes: Buffer): 'png' | 'jpeg' | 'svg' | null {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return 'png';
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  const text = bytes.toString('utf8');
  // A drawing with a script, or with something to fetch, is no picture to put in a report.
  const isPlain =
    !/<script|\son\w+\s*=|javascript:|<!ENTITY|<foreignObject|(href|src)\s*=\s*["'](?!#|data:image\/)/i.test(
      text,
    );
  return /<svg[\s>]/i.test(text.slice(0, 2000)) && isPlain ? 'svg' : null;
}
