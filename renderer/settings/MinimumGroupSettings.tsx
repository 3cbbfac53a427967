import { Button, NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { minimumGroupRange } from '../../core/privacy/minimum-group.ts';
import { useTexts } from '../texts/texts.ts';
import type { SettingsProps } from './props.ts';
import { Setting } from './Setting.tsx';

const { lowest, usual: usualSize, highest } = minimumGroupRange;

/** How small a group may be shown. Under the usual a reason is asked for, which every export then carries. */
export function MinimumGroupSettings(props: SettingsProps) {
  const { size, reason } = props.values.minimumGroup;
  return <MinimumGroupForm key={`${size} ${reason ?? ''}`} {...props} />;
}

function MinimumGroupForm({ values, usual, set }: SettingsProps) {
  const t = useTexts();
  const kept = values.minimumGroup;
  const [size, setSize] = useState<number | string>(kept.size);
  const [reason, setReason] = useState(kept.reason ?? '');
  const needsReason = typeof size === 'number' && size < usualSize;
  const isChanged = size !== kept.size || (needsReason && reason.trim() !== (kept.reason ?? ''));
  const isReady = typeof size === 'number' && isChanged && (!needsReason || reason.trim() !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof size === 'number')
          set({ minimumGroup: { size, reason: needsReason ? reason.trim() : null } });
      }}
    >
      <Setting
        name={t('settings:minimumGroup.size')}
        help={t('settings:minimumGroup.sizeHelp', { lowest, highest })}
        usual={
          kept.size === usual.minimumGroup.size
            ? null
            : {
                text: String(usual.minimumGroup.size),
                restore: () => {
                  set({ minimumGroup: usual.minimumGroup });
                },
              }
        }
      >
        <NumberInput
          w={110}
          aria-label={t('settings:minimumGroup.size')}
          min={lowest}
          max={highest}
          allowDecimal={false}
          value={size}
          onChange={setSize}
        />
      </Setting>
      {needsReason && (
        <Setting name={t('settings:minimumGroup.reason')} help={t('settings:minimumGroup.reasonHelp')}>
          <Textarea
            w={300}
            aria-label={t('settings:minimumGroup.reason')}
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
          />
        </Setting>
      )}
      <div className="settings-submit">
        <Button type="submit" disabled={!isReady}>
          {t('settings:minimumGroup.save')}
        </Button>
      </div>
    </form>
  );
}
