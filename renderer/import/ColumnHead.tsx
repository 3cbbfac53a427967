import { Select } from '@mantine/core';
import { useWorkspace } from '../app/window.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import type { PreviewColumn } from './columns.ts';
import type { ImportAction } from './state.ts';

type ColumnChange = Extract<
  Extract<ImportAction, { kind: 'change' }>['change'],
  { kind: 'column' }
>['column'];

/** Meanings beside the items, in the order of the list. */
const plainMeanings = ['unit-1', 'unit-2', 'role', 'gate', 'time', 'personal', 'freeText', 'other'] as const;

/** What a column means, on its head, and the way to change it. */
export function ColumnHead({
  column,
  onChange,
}: {
  readonly column: PreviewColumn;
  readonly onChange: (change: ColumnChange) => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const { instrument } = useWorkspace().summary;
  const items = instrument.dimensions.flatMap(({ categories }) =>
    categories.map((category) => ({
      group: say(category.name),
      items: category.items.map(({ code, name }) => ({ value: `item:${code}`, label: say(name) })),
    })),
  );
  const options = [
    {
      group: t('import:head.background'),
      items: plainMeanings.slice(0, 4).map((value) => ({ value, label: t(`import:meanings.${value}`) })),
    },
    {
      group: t('import:head.dropped'),
      items: plainMeanings.slice(4).map((value) => ({ value, label: t(`import:meanings.${value}`) })),
    },
    ...items,
  ];
  return (
    <Select
      size="xs"
      className="import-head"
      data-kind={column.needsConfirmation ? 'asks' : column.dropped ? 'dropped' : 'read'}
      aria-label={t('import:head.label', { column: column.letters })}
      data={options}
      value={meaningOf(column)}
      allowDeselect={false}
      searchable
      rightSectionWidth={20}
      maxDropdownHeight={320}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      onChange={(value) => {
        if (value !== null && value !== meaningOf(column))
          onChange(changeTo(column.letters, value, instrument));
      }}
    />
  );
}

function meaningOf({ role, item, level }: PreviewColumn): string {
  if (role === 'item') return `item:${item ?? ''}`;
  if (role === 'unit') return `unit-${level ?? 1}`;
  return role === 'respondentId' ? 'other' : role;
}

function changeTo(
  column: string,
  meaning: string,
  instrument: ReturnType<typeof useWorkspace>['summary']['instrument'],
): ColumnChange {
  const nothing = { column, item: null, reversed: null, level: null };
  switch (meaning) {
    case 'unit-1':
      return { ...nothing, role: 'unit', level: 1 };
    case 'unit-2':
      return { ...nothing, role: 'unit', level: 2 };
    case 'role':
    case 'gate':
    case 'time':
    case 'personal':
    case 'freeText':
      return { ...nothing, role: meaning };
    default: {
      const item = instrument.dimensions
        .flatMap(({ categories }) => categories.flatMap((category) => category.items))
        .find(({ code }) => `item:${code}` === meaning);
      return item === undefined
        ? { ...nothing, role: 'other' }
        : { ...nothing, role: 'item', item: item.code };
    }
  }
}
