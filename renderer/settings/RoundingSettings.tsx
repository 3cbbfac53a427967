import { SegmentedControl } from '@mantine/core';
import { roundingRules } from '../../core/instrument/schema.ts';
import { swedishNumber, swedishPercent } from '../../core/numbers.ts';
import { useTexts } from '../texts/texts.ts';
import type { SettingsProps } from './props.ts';
import { Setting } from './Setting.tsx';

const decimals = ['0', '1', '2', '3'];

/** What examples are made of: halfway between two, so that the rule shows. */
const example = { percent: 42.5, mean: 3.25 };

/** How many decimals are shown, and where a value halfway between two goes. */
export function RoundingSettings({ values, usual, set }: SettingsProps) {
  const t = useTexts();
  const { percentDecimals, meanDecimals, rounding } = values;
  return (
    <>
      <Setting
        name={t('settings:rounding.percentDecimals')}
        help={t('settings:rounding.percentDecimalsHelp')}
        usual={
          percentDecimals === usual.percentDecimals
            ? null
            : {
                text: String(usual.percentDecimals),
                restore: () => {
                  set({ percentDecimals: usual.percentDecimals });
                },
              }
        }
      >
        <SegmentedControl
          aria-label={t('settings:rounding.percentDecimals')}
          value={String(percentDecimals)}
          onChange={(value) => {
            set({ percentDecimals: Number(value) });
          }}
          data={decimals}
        />
      </Setting>
      <Setting
        name={t('settings:rounding.meanDecimals')}
        help={t('settings:rounding.meanDecimalsHelp')}
        usual={
          meanDecimals === usual.meanDecimals
            ? null
            : {
                text: String(usual.meanDecimals),
                restore: () => {
                  set({ meanDecimals: usual.meanDecimals });
                },
              }
        }
      >
        <SegmentedControl
          aria-label={t('settings:rounding.meanDecimals')}
          value={String(meanDecimals)}
          onChange={(value) => {
            set({ meanDecimals: Number(value) });
          }}
          data={decimals}
        />
      </Setting>
      <Setting
        name={t('settings:rounding.rule')}
        help={t('settings:rounding.ruleHelp')}
        usual={
          rounding === usual.rounding
            ? null
            : {
                text: t(`settings:rounding.rules.${usual.rounding}`),
                restore: () => {
                  set({ rounding: usual.rounding });
                },
              }
        }
      >
        <SegmentedControl
          aria-label={t('settings:rounding.rule')}
          value={rounding}
          onChange={(rule) => {
            set({ rounding: rule });
          }}
          data={roundingRules.map((rule) => ({ value: rule, label: t(`settings:rounding.rules.${rule}`) }))}
        />
      </Setting>
      <p className="settings-foot">
        {t('settings:rounding.example', {
          percent: swedishPercent(example.percent, percentDecimals, rounding),
          mean: swedishNumber(example.mean, meanDecimals, rounding),
        })}
      </p>
    </>
  );
}
