import { NumberField, TextField } from '../shared/fields.tsx';
import { useTexts } from '../texts/texts.ts';
import type { SettingsProps } from './props.ts';
import { Setting } from './Setting.tsx';

/** The bands that indices are shown in, and when an index has changed. */
export function EmployeeSettings({ values, usual, set }: SettingsProps) {
  const t = useTexts();
  const bands = values.employeeBands;
  const change = (at: number, changes: Partial<(typeof bands)[number]>) => {
    set({ employeeBands: bands.map((band, place) => (place === at ? { ...band, ...changes } : band)) });
  };
  return (
    <>
      {bands.map((band, at) => (
        <Setting
          key={band.code}
          name={t('settings:employees.band', { number: at + 1 })}
          help={t(at === bands.length - 1 ? 'settings:employees.lastHelp' : 'settings:employees.bandHelp')}
        >
          <NumberField
            w={90}
            aria-label={t('settings:employees.from', { number: at + 1 })}
            min={(bands[at + 1]?.from ?? -1) + 1}
            max={(bands[at - 1]?.from ?? 101) - 1}
            allowDecimal={false}
            disabled={at === bands.length - 1}
            value={band.from}
            onCommit={(from) => {
              change(at, { from });
            }}
          />
          <TextField
            w={200}
            aria-label={t('settings:employees.name', { number: at + 1 })}
            maxLength={60}
            value={band.name}
            onCommit={(name) => {
              if (name !== '') change(at, { name });
            }}
          />
        </Setting>
      ))}
      <Setting
        name={t('settings:employees.indexChangeLimit')}
        help={t('settings:employees.indexChangeLimitHelp')}
        usual={
          values.indexChangeLimit === usual.indexChangeLimit
            ? null
            : {
                text: String(usual.indexChangeLimit),
                restore: () => {
                  set({ indexChangeLimit: usual.indexChangeLimit });
                },
              }
        }
      >
        <NumberField
          w={110}
          aria-label={t('settings:employees.indexChangeLimit')}
          min={0}
          max={100}
          value={values.indexChangeLimit}
          onCommit={(indexChangeLimit) => {
            set({ indexChangeLimit });
          }}
        />
      </Setting>
      {JSON.stringify(bands) !== JSON.stringify(usual.employeeBands) && (
        <p className="settings-foot">
          <button
            type="button"
            className="link"
            onClick={() => {
              set({ employeeBands: usual.employeeBands });
            }}
          >
            {t('settings:employees.restore')}
          </button>
        </p>
      )}
    </>
  );
}
