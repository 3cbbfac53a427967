import type { Estimate } from '../../core/api.ts';
import type { Scale } from '../shared/scale.ts';
import { ScaleRow } from '../shared/ScaleRow.tsx';
import { rowHeight } from './Dots.tsx';

const middle = rowHeight / 2;

/** One value as a bar with its interval, on the scale that all panels share. */
export function BarCell({
  estimate: { value, ciLow: low, ciHigh: high },
  scale,
  colour,
}: {
  readonly estimate: Estimate;
  readonly scale: Scale;
  readonly colour: string;
}) {
  // An interval may reach out of the scale; its drawing does not.
  const ciLow = low === null ? null : Math.max(scale.lowest, low);
  const ciHigh = high === null ? null : Math.min(scale.highest, high);
  return (
    <ScaleRow scale={scale} height={rowHeight}>
      {value !== null && (
        <rect
          x="0"
          width={`${scale.at(value)}%`}
          y={middle - 6}
          height="12"
          fill={`var(--${colour})`}
          stroke={`var(--${colour}-outline, none)`}
        />
      )}
      {ciLow !== null && ciHigh !== null && (
        <>
          <line
            x1={`${scale.at(ciLow)}%`}
            x2={`${scale.at(ciHigh)}%`}
            y1={middle}
            y2={middle}
            stroke="var(--surface)"
            strokeWidth="3.4"
          />
          <line
            x1={`${scale.at(ciLow)}%`}
            x2={`${scale.at(ciHigh)}%`}
            y1={middle}
            y2={middle}
            stroke="var(--text)"
            strokeWidth="1.2"
          />
        </>
      )}
      <line x1="0" x2="0" y1="0" y2={rowHeight} stroke="var(--control-border)" />
    </ScaleRow>
  );
}
