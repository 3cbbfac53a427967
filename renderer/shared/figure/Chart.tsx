import type { EChartsType } from 'echarts/core';
import type { EChartsOption } from 'echarts';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ItemKey } from '../../../core/figures/scene.ts';
import { startChart } from './echarts.ts';

/** Loaded with ECharts when the first figure is shown: nothing else may import this but lazily. */
export default function Chart({
  option,
  width,
  height,
  onPick,
  onPoint,
}: {
  readonly option: EChartsOption;
  /** In px. */
  readonly width: number;
  readonly height: number;
  readonly onPick?: ((key: ItemKey, isAdding: boolean) => void) | undefined;
  /** What is pointed at; null when nothing is. */
  readonly onPoint: (hit: { readonly name: string; readonly x: number; readonly y: number } | null) => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);

  const picked = useEffectEvent((key: ItemKey, isAdding: boolean) => {
    onPick?.(key, isAdding);
  });
  const pointed = useEffectEvent(onPoint);

  useEffect(() => {
    if (element.current === null) return undefined;
    const started = startChart(element.current);
    chart.current = started;
    started.on('click', (event) => {
      const key = keyOf(event.data);
      if (key !== null) picked(key, isAddingClick(event.event?.event));
    });
    started.on('mousemove', (event) => {
      const { name, event: at } = event;
      pointed(name === '' || at === undefined ? null : { name, x: at.offsetX, y: at.offsetY });
    });
    started.on('globalout', () => {
      pointed(null);
    });
    started.on('mouseout', () => {
      pointed(null);
    });
    return () => {
      started.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const drawn = chart.current;
    if (drawn === null) return;
    // Begun anew: a mark that takes the place of another would stand where that one stood.
    drawn.clear();
    drawn.resize({ width, height });
    drawn.setOption(option, { notMerge: true });
  }, [option, width, height]);

  return <div ref={element} className="chart" style={{ width, height }} aria-hidden />;
}

/** What a mark stands for, as `sceneOption` put it into the data. */
function keyOf(data: unknown): ItemKey | null {
  if (typeof data !== 'object' || data === null || !('key' in data)) return null;
  const { key } = data;
  return typeof key === 'object' && key !== null ? key : null;
}

function isAddingClick(event: unknown): boolean {
  return event instanceof MouseEvent && (event.ctrlKey || event.metaKey);
}
