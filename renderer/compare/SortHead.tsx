import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Sorting } from '../shared/sorting.ts';
import { nextSorting } from '../shared/sorting.ts';

/** A head that sorts the rows: up, then down, then as the model has them. */
export function SortHead({
  of,
  sorting,
  onSort,
  isNumber = true,
  className = '',
  under,
  children,
}: {
  /** What it sorts by. */
  readonly of: string;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly isNumber?: boolean;
  readonly className?: string;
  /** What stands under the name, such as a scale. */
  readonly under?: ReactNode;
  readonly children: ReactNode;
}) {
  const direction = sorting?.key === of ? sorting.direction : 'none';
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" aria-sort={direction} className={`${isNumber ? 'number' : ''} ${className}`}>
      <button
        type="button"
        className="sort-button"
        onClick={() => {
          onSort(nextSorting(sorting, of));
        }}
      >
        {children}
        {direction !== 'none' && <Arrow size={12} stroke={1.8} aria-hidden />}
      </button>
      {under}
    </th>
  );
}
