import type { EChartsOption } from 'echarts';
import { CustomChart } from 'echarts/charts';
import type { EChartsType } from 'echarts/core';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Figures lay themselves out in core/figures; of ECharts only what draws shapes is loaded.
register([CustomChart, SVGRenderer]);

/** A chart in an element of its own, as SVG. */
export function startChart(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'svg' });
}

/** The same drawing as the text of an SVG, without an element. */
export function drawnAsText(
  option: EChartsOption,
  { width, height }: { /** In px. */ readonly width: number; readonly height: number },
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const text = chart.renderToSVGString();
  chart.dispose();
  return text;
}
