import type { NumberInputProps } from '@mantine/core';
import { NumberInput } from '@mantine/core';
import { useState } from 'react';

type Own = 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onKeyDown';

interface Props extends Omit<NumberInputProps, Own> {
  readonly value: number | null;
  readonly onCommit: (value: number | null) => void;
}

/** A whole number that may be left empty; it is meant on Enter, or when the field is left. */
export function NullableNumberField(props: Props) {
  // Another value from outside, as by undo, begins anew.
  return <Draft key={props.value} {...props} />;
}

function Draft({ value, onCommit, ...input }: Props) {
  const [draft, setDraft] = useState<number | string>(value ?? '');
  const commit = () => {
    const meant = typeof draft === 'number' ? draft : null;
    if (meant !== value) onCommit(meant);
  };
  return (
    <NumberInput
      hideControls
      allowDecimal={false}
      allowNegative={false}
      {...input}
      value={draft}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(value ?? '');
      }}
    />
  );
}
