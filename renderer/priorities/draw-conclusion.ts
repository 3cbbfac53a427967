import type { PriorityList } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { useCall, useChange } from '../machine/queries.ts';
import { useSaid } from '../texts/texts.ts';

/** Makes a conclusion of the list's year and unit from an item, with `text` as what it says. */
export function useDrawConclusion({ subject }: PriorityList): {
  /** False while the first free number is not known, and while one is being made. */
  readonly isReady: boolean;
  readonly draw: (row: PriorityList['rows'][number], text: string) => void;
} {
  const { workspaceId } = useWorkspace().session;
  const say = useSaid();
  const { year, unit } = subject;
  const numbering = useCall('conclusions.list', { workspaceId, year, unit, allUnits: false });
  const add = useChange('conclusions.add');
  const number = numbering.data?.nextNumber ?? null;
  return {
    isReady: number !== null && !add.isPending && !numbering.isFetching,
    draw: (row, text) => {
      if (number === null) return;
      add.mutate({
        workspaceId,
        content: {
          year,
          unit,
          number,
          heading: say(row.name),
          text,
          basis: [{ kind: 'item', item: row.code }],
          activities: [],
        },
      });
    },
  };
}
