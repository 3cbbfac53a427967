import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Sorting, SortValue } from './sorting.ts';
import { nextSorting, sorted } from './sorting.ts';

export interface DataColumn<Row> {
  readonly key: string;
  readonly heading: string;
  /** Number columns stand at the right. */
  readonly kind?: 'text' | 'number';
  readonly cell: (row: Row) => ReactNode;
  /** What rows are sorted by; a column without it is not sortable. Null stands last. */
  readonly sortBy?: (row: Row) => SortValue;
}

/** Above this only the rows in sight are drawn. */
const virtualFrom = 80;
const rowHeightPx = 27;

/**
 * A table: sortable heads, arrow keys between rows, only the rows in sight drawn where there are many. Give it a height
 * by its surroundings where it may be long.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  chosen,
  onChoose,
}: {
  /** What the table is of, for those who do not see what stands around it. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Key of the chosen row. */
  readonly chosen?: string | null;
  /** Rows can be chosen, by click, arrow keys and Enter. */
  readonly onChoose?: (row: Row) => void;
}) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const holder = useRef<HTMLDivElement>(null);
  const column = columns.find(({ key }) => key === sorting?.key);
  const ordered = sorted(rows, column?.sortBy, sorting?.direction);
  const isVirtual = ordered.length > virtualFrom;
  // eslint-disable-next-line react-hooks/incompatible-library -- It stays the same object while what it answers changes; the compiler knows, and leaves this component as it is.
  const virtual = useVirtualizer({
    count: isVirtual ? ordered.length : 0,
    getScrollElement: () => holder.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
  });
  const inSight = virtual.getVirtualItems();
  const first = isVirtual ? (inSight[0]?.index ?? 0) : 0;
  const last = isVirtual ? (inSight.at(-1)?.index ?? -1) : ordered.length - 1;

  return (
    <div className="data-table" ref={holder} tabIndex={0} role="group" aria-label={label}>
      <table className="plain-table" aria-label={label} aria-rowcount={ordered.length + 1}>
        <thead>
          <tr>
            {columns.map(({ key, heading, kind, sortBy }) => (
              <th
                key={key}
                scope="col"
                className={kind === 'number' ? 'number' : undefined}
                aria-sort={sorting?.key === key ? sorting.direction : undefined}
              >
                {sortBy === undefined ? (
                  heading
                ) : (
                  <button
                    type="button"
                    className="sort-button"
                    onClick={() => {
                      setSorting(nextSorting(sorting, key));
                    }}
                  >
                    {heading}
                    <SortIcon direction={sorting?.key === key ? sorting.direction : null} />
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={first * rowHeightPx} columns={columns.length} />
          {ordered.slice(first, last + 1).map((row, place) => (
            <tr
              key={rowKey(row)}
              aria-rowindex={first + place + 2}
              data-chosen={rowKey(row) === chosen}
              {...(onChoose === undefined
                ? {}
                : {
                    tabIndex: rowKey(row) === chosen || (chosen === null && first + place === 0) ? 0 : -1,
                    onClick: () => {
                      onChoose(row);
                    },
                    onKeyDown: (event) => {
                      moveByKey(event, () => {
                        onChoose(row);
                      });
                    },
                  })}
            >
              {columns.map(({ key, kind, cell }, at) =>
                at === 0 ? (
                  <th key={key} scope="row" className={kind === 'number' ? 'number' : undefined}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={kind === 'number' ? 'number' : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          <Spacer height={(ordered.length - 1 - last) * rowHeightPx} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** Arrow keys move the focus between rows, Enter and space choose. */
function moveByKey(event: KeyboardEvent<HTMLTableRowElement>, choose: () => void): void {
  const row = event.currentTarget;
  if (event.target !== row) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    choose();
    return;
  }
  const next =
    event.key === 'ArrowDown'
      ? row.nextElementSibling
      : event.key === 'ArrowUp'
        ? row.previousElementSibling
        : null;
  if (!(next instanceof HTMLTableRowElement)) return;
  event.preventDefault();
  next.focus();
}

function SortIcon({ direction }: { readonly direction: Sorting['direction'] | null }) {
  if (direction === null) return <IconArrowsSort size={13} stroke={1.6} aria-hidden opacity={0.5} />;
  const Icon = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return <Icon size={13} stroke={1.6} aria-hidden />;
}

/** Holds the place of rows that are out of sight. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
