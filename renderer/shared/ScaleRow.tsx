import type { ReactNode } from 'react';
import { useNumbers } from './numbers.ts';
import './scale.css';
import type { Scale } from './scale.ts';

/** One row of a scale: its gridlines, and the marks that are given. */
export function ScaleRow({
  scale,
  height,
  children,
}: {
  readonly scale: Scale;
  /** In px. */
  readonly height: number;
  readonly children: ReactNode;
}) {
  return (
    <svg className="scale-row" width="100%" height={height} overflow="visible">
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          x1={`${scale.at(tick)}%`}
          x2={`${scale.at(tick)}%`}
          y1="0"
          y2={height}
          stroke="var(--hairline)"
        />
      ))}
      {children}
    </svg>
  );
}

/** The numbers under the rows of a scale, as the last row of their table. */
export function ScaleFoot({
  scale,
  after,
}: {
  readonly scale: Scale;
  /** Columns of the table after the scale. */
  readonly after: number;
}) {
  const numbers = useNumbers();
  return (
    <tfoot aria-hidden>
      <tr>
        <td />
        <td className="scale-cell">
          <svg className="scale-row" width="100%" height="20" overflow="visible">
            {scale.ticks.map((tick) => (
              <text
                key={tick}
                x={`${scale.at(tick)}%`}
                y="14"
                textAnchor="middle"
                fontSize="12"
                fill="var(--muted)"
              >
                {numbers.share(tick)}
              </text>
            ))}
          </svg>
        </td>
        <td colSpan={after} />
      </tr>
    </tfoot>
  );
}
