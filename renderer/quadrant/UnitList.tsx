import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { Quadrant } from '../../core/api.ts';
import { shown, useNumbers } from '../shared/numbers.ts';
import { Hidden } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';

type Entry = Quadrant['list'][number];

/**
 * The points as a list, hidden units too. What a click in the figure chooses, Enter chooses here; Ctrl adds. Up and
 * Down move between units.
 */
export function UnitList({
  quadrant,
  strong,
  onPick,
}: {
  readonly quadrant: Quadrant;
  readonly strong: readonly Entry['unit'][];
  readonly onPick: (unit: Entry['unit'], isAdding: boolean) => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const body = useRef<HTMLTableSectionElement>(null);
  const { list, axes, hiddenNote } = quadrant;
  const [first = null] = strong;
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = list[list.findIndex(({ unit }) => unit === first) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onPick(next.unit, false);
    body.current?.querySelector<HTMLButtonElement>(`[data-unit="${next.unit ?? 'whole'}"]`)?.focus();
  };
  return (
    <>
      <table className="plain-table quadrant-list">
        <thead>
          <tr>
            <th scope="col">{t('quadrant:unit')}</th>
            <th scope="col" className="number">
              {say(axes.x.name)}
            </th>
            <th scope="col" className="number">
              {say(axes.y.name)}
            </th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={move}>
          {list.map((entry) => (
            <UnitRow
              key={entry.unit ?? 'whole'}
              entry={entry}
              isFirst={entry.unit === first}
              isStrong={strong.includes(entry.unit)}
              onPick={onPick}
            />
          ))}
        </tbody>
      </table>
      {hiddenNote !== null && <p className="quadrant-note">{say(hiddenNote)}</p>}
    </>
  );
}

function UnitRow({
  entry,
  isFirst,
  isStrong,
  onPick,
}: {
  readonly entry: Entry;
  readonly isFirst: boolean;
  readonly isStrong: boolean;
  readonly onPick: (unit: Entry['unit'], isAdding: boolean) => void;
}) {
  const numbers = useNumbers();
  const { unit, name, level, x, y } = entry;
  const isHidden = x.hidden !== null || y.hidden !== null;
  const cell = (value: Entry['x']) =>
    value.hidden === null ? shown(value, numbers.percentNumber) : <Hidden reason={value.hidden} />;
  return (
    <tr data-chosen={isStrong} className={isHidden ? 'dimmed' : ''}>
      <th scope="row" style={{ paddingLeft: 10 + Math.max(0, level - 1) * 14 }}>
        <button
          type="button"
          className="quadrant-unit"
          data-unit={unit ?? 'whole'}
          data-whole={unit === null}
          tabIndex={isFirst ? 0 : -1}
          aria-pressed={isStrong}
          onClick={(event) => {
            onPick(unit, event.ctrlKey || event.metaKey);
          }}
        >
          {name}
        </button>
      </th>
      <td className="number">{cell(x)}</td>
      <td className="number">{cell(y)}</td>
    </tr>
  );
}
