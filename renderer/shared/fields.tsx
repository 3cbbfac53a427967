import type { NumberInputProps, TextInputProps } from '@mantine/core';
import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../texts/texts.ts';

/** Fields that hold what is typed until it is meant: on Enter, or when the field is left. Escape takes it back. */

type Own = 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onKeyDown';

export function TextField({
  value,
  onCommit,
  ...input
}: Omit<TextInputProps, Own> & { readonly value: string; readonly onCommit: (value: string) => void }) {
  // Another value from outside, as by undo, begins anew.
  return <TextDraft key={value} value={value} onCommit={onCommit} {...input} />;
}

function TextDraft({
  value,
  onCommit,
  ...input
}: Omit<TextInputProps, Own> & { readonly value: string; readonly onCommit: (value: string) => void }) {
  const [draft, setDraft] = useState(value);
  const commit = () => {
    if (draft.trim() !== value) onCommit(draft.trim());
  };
  return (
    <TextInput
      {...input}
      value={draft}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(value);
      }}
    />
  );
}

export function NumberField({
  value,
  onCommit,
  ...input
}: Omit<NumberInputProps, Own> & { readonly value: number; readonly onCommit: (value: number) => void }) {
  return <NumberDraft key={value} value={value} onCommit={onCommit} {...input} />;
}

function NumberDraft({
  value,
  onCommit,
  ...input
}: Omit<NumberInputProps, Own> & { readonly value: number; readonly onCommit: (value: number) => void }) {
  const [draft, setDraft] = useState<number | string>(value);
  const language = useLanguage();
  const commit = () => {
    if (typeof draft === 'number' && draft !== value) onCommit(draft);
    if (draft === '') setDraft(value);
  };
  return (
    <NumberInput
      decimalSeparator={language === 'sv' ? ',' : '.'}
      clampBehavior="blur"
      {...input}
      value={draft}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(value);
      }}
    />
  );
}
