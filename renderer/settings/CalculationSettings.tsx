import { SegmentedControl } from '@mantine/core';
import { corrections } from '../../core/comparison/settings.ts';
import { swedishNumber, swedishPercent } from '../../core/numbers.ts';
import { NumberField } from '../shared/fields.tsx';
import { useTexts } from '../texts/texts.ts';
import type { SettingsProps } from './props.ts';
import { Setting } from './Setting.tsx';

const levels = [0.9, 0.95, 0.99] as const;

/** How dimensions add up, and how sure a difference must be. */
export function CalculationSettings({ values, usual, set }: SettingsProps) {
  const t = useTexts();
  const offered = levels.some((level) => level === values.level) ? levels : [...levels, values.level].sort();
  return (
    <>
      <Setting
        name={t('settings:calculation.dimensionRule')}
        help={t('settings:calculation.dimensionRuleHelp')}
        usual={
          values.dimensionRule === usual.dimensionRule
            ? null
            : {
                text: t(`settings:calculation.rules.${usual.dimensionRule}`),
                restore: () => {
                  set({ dimensionRule: usual.dimensionRule });
                },
              }
        }
      >
        <SegmentedControl
          aria-label={t('settings:calculation.dimensionRule')}
          value={values.dimensionRule}
          onChange={(dimensionRule) => {
            set({ dimensionRule });
          }}
          data={[
            { value: 'categories', label: t('settings:calculation.rules.categories') },
            { value: 'items', label: t('settings:calculation.rules.items') },
          ]}
        />
      </Setting>
      <Setting
        name={t('settings:calculation.level')}
        help={t('settings:calculation.levelHelp')}
        usual={
          values.level === usual.level
            ? null
            : {
                text: swedishPercent(usual.level * 100, 0),
                restore: () => {
                  set({ level: usual.level });
                },
              }
        }
      >
        <SegmentedControl
          aria-label={t('settings:calculation.level')}
          value={String(values.level)}
          onChange={(level) => {
            set({ level: Number(level) });
          }}
          data={offered.map((level) => ({
            value: String(level),
            label: swedishPercent(level * 100, Number.isInteger(level * 100) ? 0 : 1),
          }))}
        />
      </Setting>
      <Setting
        name={t('settings:calculation.correction')}
        help={t('settings:calculation.correctionHelp')}
        usual={
          values.correction === usual.correction
            ? null
            : {
                text: t(`settings:calculation.corrections.${usual.correction}`),
                restore: () => {
                  set({ correction: usual.correction });
                },
              }
        }
      >
        <SegmentedControl
          aria-label={t('settings:calculation.correction')}
          value={values.correction}
          onChange={(correction) => {
            set({ correction });
          }}
          data={corrections.map((correction) => ({
            value: correction,
            label: t(`settings:calculation.corrections.${correction}`),
          }))}
        />
      </Setting>
      <Setting
        name={t('settings:calculation.minimumAnswers')}
        help={t('settings:calculation.minimumAnswersHelp')}
        usual={
          values.minimumAnswers === usual.minimumAnswers
            ? null
            : {
                text: String(usual.minimumAnswers),
                restore: () => {
                  set({ minimumAnswers: usual.minimumAnswers });
                },
              }
        }
      >
        <NumberField
          w={110}
          aria-label={t('settings:calculation.minimumAnswers')}
          min={2}
          max={1000}
          allowDecimal={false}
          value={values.minimumAnswers}
          onCommit={(minimumAnswers) => {
            set({ minimumAnswers });
          }}
        />
      </Setting>
      <Setting
        name={t('settings:calculation.retestReliability')}
        help={t('settings:calculation.retestReliabilityHelp')}
        usual={
          values.retestReliability === usual.retestReliability
            ? null
            : {
                text: swedishNumber(usual.retestReliability, 2),
                restore: () => {
                  set({ retestReliability: usual.retestReliability });
                },
              }
        }
      >
        <NumberField
          w={110}
          aria-label={t('settings:calculation.retestReliability')}
          min={0}
          max={1}
          step={0.05}
          decimalScale={2}
          value={values.retestReliability}
          onCommit={(retestReliability) => {
            set({ retestReliability });
          }}
        />
      </Setting>
    </>
  );
}
