import { ImageRun, Paragraph } from 'docx';
import type { Logo } from '../../../core/report/report.ts';
import { placedLogo } from '../logo.ts';
import { svgToPng } from '../png.ts';

/** Word wants a number of its own for every drawing; those of figures count from 1. */
const drawingId = '100000';

/** A logo in a paragraph of its own; none where it cannot be read. */
export function logoPicture(logo: Logo): Paragraph[] {
  const placed = placedLogo(logo);
  if (placed === null) return [];
  const { bytes, width, height } = placed;
  const common = {
    data: bytes,
    transformation: { width, height },
    altText: { id: drawingId, name: 'Logo', title: logo.altText, description: logo.altText },
  };
  return [
    new Paragraph({
      children: [
        logo.format === 'svg'
          ? new ImageRun({
              ...common,
              type: 'svg',
              fallback: { type: 'png', data: svgToPng(bytes.toString('utf8'), 2) },
            })
          : new ImageRun({ ...common, type: logo.format === 'png' ? 'png' : 'jpg' }),
      ],
    }),
  ];
}
