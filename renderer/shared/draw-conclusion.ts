import type { PriorityList, Texts } from '../../core/api.ts';
import type { ItemCode } from '../../core/instrument/instrument.ts';
import { useWorkspace } from '../app/window.tsx';
import { useCall, useChange } from '../machine/queries.ts';
import { useSaid } from '../texts/texts.ts';

/** Makes a conclusion of a year and unit from an item, with `text` as what it says. */
export function useDrawConclusion({
  subject,
}: {
  readonly subject: Pick<PriorityList['subject'], 'year' | 'unit'>;
}): {
  /** False while the first free number is not known, and while one is being made. */
  readonly isReady: boolean;
  readonly draw: (item: { readonly code: ItemCode; readonly name: Texts }, text: string) => void;
  /** The first conclusion that rests on the item; null while there is none. */
  readonly made: (item: ItemCode) => { readonly id: number; readonly number: number } | null;
} {
  const { workspaceId } = useWorkspace().session;
  const say = useSaid();
  const { year, unit } = subject;
  const numbering = useCall('conclusions.list', { workspaceId, year, unit, allUnits: false });
  const add = useChange('conclusions.add');
  const number = numbering.data?.nextNumber ?? null;
  return {
    made: (item) =>
      numbering.data?.conclusions.find(({ basis }) =>
        basis.some((ground) => ground.kind === 'item' && ground.item === item),
      ) ?? null,
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
