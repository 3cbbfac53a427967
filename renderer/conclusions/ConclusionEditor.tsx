import {
  ActionIcon,
  Button,
  MultiSelect,
  NumberInput,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Choice, InputOf, OutputOf } from '../../core/api.ts';
import { activityStates } from '../../core/conclusions/conclusion.ts';
import { useWorkspace } from '../app/window.tsx';
import { useChange } from '../machine/queries.ts';
import { useSaid, useTexts } from '../texts/texts.ts';

type Listed = OutputOf<'conclusions.list'>['conclusions'][number];
type Content = InputOf<'conclusions.add'>['content'];
type Basis = Content['basis'][number];

/** A conclusion being written: what it says, what it rests on, and what is to be done. */
export function ConclusionEditor({
  conclusion,
  year,
  unit,
  number,
  onDone,
}: {
  /** Null for a new one. */
  readonly conclusion: Listed | null;
  readonly year: number;
  readonly unit: Choice['units'][number];
  readonly number: number;
  /** With the id of what was added; null when a new one was given up. */
  readonly onDone: (id: number | null) => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const { summary, session } = useWorkspace();
  const { workspaceId } = session;
  const add = useChange('conclusions.add');
  const edit = useChange('conclusions.edit');
  const remove = useChange('conclusions.remove');
  const stored: Content = conclusion ?? {
    year,
    unit,
    number,
    heading: '',
    text: '',
    basis: [],
    activities: [],
  };
  const [content, setContent] = useState<Content>(() => contentOf(stored));
  const change = (changes: Partial<Content>): void => {
    setContent({ ...content, ...changes });
  };
  const isChanged = JSON.stringify(content) !== JSON.stringify(contentOf(stored));
  const known = summary.instrument.dimensions.flatMap(({ categories }) =>
    categories.flatMap(({ items }) => items),
  );
  const items = known.map(({ code, name }) => ({ value: `item:${code}`, label: say(name) }));
  const options = [
    { value: 'gate-share', label: t('conclusions:basis.gate') },
    { value: 'response-rate', label: t('conclusions:basis.rate') },
    ...items,
  ];
  const save = (): void => {
    if (conclusion === null)
      add.mutate(
        { workspaceId, content },
        {
          onSuccess: (kept) => {
            onDone(kept.conclusion.id);
          },
        },
      );
    else edit.mutate({ workspaceId, id: conclusion.id, content });
  };
  return (
    <form
      className="conclusions-editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="conclusions-row">
        <NumberInput
          label={t('conclusions:number')}
          value={content.number}
          min={1}
          max={9999}
          allowDecimal={false}
          w={80}
          onChange={(value) => {
            if (typeof value === 'number') change({ number: value });
          }}
        />
        <TextInput
          label={t('conclusions:heading')}
          value={content.heading}
          required
          maxLength={300}
          onChange={(event) => {
            change({ heading: event.currentTarget.value });
          }}
        />
      </div>
      <Textarea
        label={t('conclusions:text')}
        autosize
        minRows={4}
        value={content.text}
        onChange={(event) => {
          change({ text: event.currentTarget.value });
        }}
      />
      <MultiSelect
        label={t('conclusions:basis.label')}
        description={t('conclusions:basis.help')}
        data={options}
        searchable
        value={content.basis.map(keyOf)}
        onChange={(keys) => {
          change({ basis: keys.flatMap((key) => basisOf(key, known)) });
        }}
      />
      <fieldset className="conclusions-activities">
        <legend className="section-title">{t('conclusions:activities')}</legend>
        {content.activities.map((activity, at) => (
          <Activity
            key={at}
            activity={activity}
            number={at + 1}
            onChange={(changed) => {
              change({
                activities: content.activities.map((other, place) => (place === at ? changed : other)),
              });
            }}
            onRemove={() => {
              change({ activities: content.activities.filter((_, place) => place !== at) });
            }}
          />
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => {
            change({
              activities: [
                ...content.activities,
                { text: '', responsible: null, due: null, state: 'planned' },
              ],
            });
          }}
        >
          {t('conclusions:addActivity')}
        </Button>
      </fieldset>
      <div className="conclusions-buttons">
        <Button type="submit" disabled={!isChanged} loading={add.isPending || edit.isPending}>
          {t('conclusions:save')}
        </Button>
        {conclusion === null ? (
          <Button
            variant="default"
            onClick={() => {
              onDone(null);
            }}
          >
            {t('shared:cancel')}
          </Button>
        ) : (
          <Button
            variant="default"
            onClick={() => {
              remove.mutate({ workspaceId, id: conclusion.id });
            }}
          >
            {t('conclusions:remove')}
          </Button>
        )}
      </div>
    </form>
  );
}

function contentOf({ year, unit, number, heading, text, basis, activities }: Content): Content {
  return { year, unit, number, heading, text, basis: [...basis], activities: [...activities] };
}

function keyOf(basis: Basis): string {
  return basis.kind === 'item' ? `item:${basis.item}` : basis.kind;
}

function basisOf(
  key: string,
  items: readonly { readonly code: Extract<Basis, { kind: 'item' }>['item'] }[],
): Basis[] {
  if (key === 'gate-share' || key === 'response-rate') return [{ kind: key }];
  const item = items.find(({ code }) => `item:${code}` === key);
  return item === undefined ? [] : [{ kind: 'item', item: item.code }];
}

function Activity({
  activity,
  number,
  onChange,
  onRemove,
}: {
  readonly activity: Content['activities'][number];
  readonly number: number;
  readonly onChange: (activity: Content['activities'][number]) => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts();
  const filled = (text: string): string | null => (text === '' ? null : text);
  return (
    <div className="conclusions-activity" role="group" aria-label={t('conclusions:activity', { number })}>
      <TextInput
        label={t('conclusions:what')}
        value={activity.text}
        required
        onChange={(event) => {
          onChange({ ...activity, text: event.currentTarget.value });
        }}
      />
      <TextInput
        label={t('conclusions:responsible')}
        value={activity.responsible ?? ''}
        onChange={(event) => {
          onChange({ ...activity, responsible: filled(event.currentTarget.value) });
        }}
      />
      <TextInput
        label={t('conclusions:due')}
        type="date"
        value={activity.due ?? ''}
        onChange={(event) => {
          onChange({ ...activity, due: filled(event.currentTarget.value) });
        }}
      />
      <Select
        label={t('conclusions:state')}
        allowDeselect={false}
        value={activity.state}
        data={activityStates.map((state) => ({ value: state, label: t(`conclusions:states.${state}`) }))}
        onChange={(state) => {
          if (state !== null) onChange({ ...activity, state });
        }}
      />
      <Tooltip label={t('conclusions:removeActivity', { number })} openDelay={400}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('conclusions:removeActivity', { number })}
          onClick={onRemove}
        >
          <IconX size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
