import { CustomChart } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DrawOptions, FigureSpec } from '../../core/figures/figure.ts';
import { drawFigure, figureAltText } from '../../core/figures/index.ts';
import { xmlText } from './package-bytes.ts';

use([CustomChart, SVGRenderer]);

/** A figure as an SVG file that stands by itself: titled, described, the same bytes each time. */
export function figureSvg(spec: FigureSpec, options: DrawOptions): string {
  const drawn = renderSvg(drawFigure(spec, options), options.width, options.height);
  return accessible(drawn, {
    id: spec.id,
    language: spec.language,
    title: spec.title,
    description: figureAltText(spec),
  });
}

function renderSvg(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return plain(chart.renderToSVGString());
  } finally {
    // Otherwise its timers keep the process alive.
    chart.dispose();
  }
}

/** How far under the middle of a line of the bundled font its baseline lies, in em. */
const baselineUnderMiddle = 0.312;

/**
 * What ECharts drew, without what only a browser can use: classes counted through the process, styles for the
 * pointer, places in the data. Texts stand on their baselines and have their halo as a text of its own behind them,
 * for programs that know neither `dominant-baseline` nor `paint-order`.
 */
function plain(svg: string): string {
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>\s*/gu, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/u, '')
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events|xmlns:xlink|version|baseProfile)="[^"]*"/gu, '')
    .replace(/<text ([^>]*)>([^<]*)<\/text>/gu, (_, attributes: string, text: string) =>
      plainText(attributes, text),
    )
    .replace(/><\/(?:path|rect|circle|polyline|polygon|line)>/gu, '/>');
}

function plainText(attributes: string, text: string): string {
  const all = new Map(
    [...attributes.matchAll(/([a-z-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value]),
  );
  const [, weight = '400', size = '12', family = ''] =
    /font: (\d+) ([\d.]+)px '([^']+)'/u.exec(all.get('style') ?? '') ?? [];
  const down = round(Number(size) * baselineUnderMiddle);
  // A rotated text has its place in its matrix, with the shift along its own, turned, axes.
  const transform = all.get('transform');
  const y = round(Number(all.get('y') ?? 0) + down);
  const common = [
    ...(all.has('x') ? [`x="${all.get('x') ?? ''}"`] : []),
    `y="${y}"`,
    ...(transform === undefined ? [] : [`transform="${transform}"`]),
    `text-anchor="${all.get('text-anchor') ?? 'start'}"`,
    `font-family="${family}, sans-serif"`,
    `font-size="${size}"`,
    `font-weight="${weight}"`,
  ].join(' ');
  const letters = `<text ${common} fill="${all.get('fill') ?? '#000'}">${text}</text>`;
  const halo = all.get('stroke');
  if (halo === undefined) return letters;
  const behind = `fill="none" stroke="${halo}" stroke-width="${all.get('stroke-width') ?? '1'}" stroke-linejoin="round"`;
  return `<text ${common} ${behind} aria-hidden="true">${text}</text>\n${letters}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

interface Words {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly description: string;
}

function accessible(svg: string, { id, language, title, description }: Words): string {
  const attributes = `role="img" lang="${language}" xml:lang="${language}" aria-labelledby="${id}-title" aria-describedby="${id}-desc"`;
  return svg.replace(
    /<svg ([^>]*)>/u,
    (_, own: string) =>
      `<svg ${own} ${attributes}>\n<title id="${id}-title">${xmlText(title)}</title>\n` +
      `<desc id="${id}-desc">${xmlText(description)}</desc>`,
  );
}
