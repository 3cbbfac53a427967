import { swedishNumber } from '../../core/numbers.ts';
import { NumberField } from '../shared/fields.tsx';
import { useTexts } from '../texts/texts.ts';
import type { SettingsProps } from './props.ts';
import { Setting } from './Setting.tsx';

const limits = [
  { name: 'lowPercent', suffix: ' %', isWhole: false },
  { name: 'lowestCount', suffix: '', isWhole: true },
  { name: 'changePoints', suffix: '', isWhole: false },
  { name: 'dontKnowPercent', suffix: ' %', isWhole: false },
  { name: 'dontKnowRisePoints', suffix: '', isWhole: false },
] as const;

/** When an item deserves attention. */
export function LimitSettings({ values, usual, set }: SettingsProps) {
  const t = useTexts();
  return limits.map(({ name, suffix, isWhole }) => (
    <Setting
      key={name}
      name={t(`settings:limits.${name}`)}
      help={t(`settings:limits.${name}Help`)}
      usual={
        values.limits[name] === usual.limits[name]
          ? null
          : {
              text: `${swedishNumber(usual.limits[name], Number.isInteger(usual.limits[name]) ? 0 : 1)}${suffix}`,
              restore: () => {
                set({ limits: { ...values.limits, [name]: usual.limits[name] } });
              },
            }
      }
    >
      <NumberField
        w={110}
        aria-label={t(`settings:limits.${name}`)}
        min={0}
        max={100}
        step={isWhole ? 1 : 0.5}
        allowDecimal={!isWhole}
        suffix={suffix}
        value={values.limits[name]}
        onCommit={(value) => {
          set({ limits: { ...values.limits, [name]: value } });
        }}
      />
    </Setting>
  ));
}
