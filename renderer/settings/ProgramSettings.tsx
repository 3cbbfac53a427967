import { SegmentedControl, Switch } from '@mantine/core';
import { useApplication } from '../app/application.tsx';
import { useTexts } from '../texts/texts.ts';
import { Setting } from './Setting.tsx';

/** Language, theme and movement: of this computer's user, for every workspace. */
export function ProgramSettings() {
  const t = useTexts();
  const { preferences, setPreferences, version } = useApplication();
  return (
    <>
      <Setting name={t('settings:program.language')} help={t('settings:program.languageHelp')}>
        <SegmentedControl
          aria-label={t('settings:program.language')}
          value={preferences.language}
          onChange={(language) => {
            setPreferences({ language });
          }}
          data={[
            { value: 'sv', label: 'Svenska' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Setting>
      <Setting name={t('settings:program.theme')} help={t('settings:program.themeHelp')}>
        <SegmentedControl
          aria-label={t('settings:program.theme')}
          value={preferences.theme}
          onChange={(theme) => {
            setPreferences({ theme });
          }}
          data={[
            { value: 'system', label: t('settings:program.system') },
            { value: 'light', label: t('settings:program.light') },
            { value: 'dark', label: t('settings:program.dark') },
            { value: 'contrast', label: t('settings:program.contrast') },
          ]}
        />
      </Setting>
      <Setting name={t('settings:program.still')} help={t('settings:program.stillHelp')}>
        <Switch
          size="sm"
          aria-label={t('settings:program.still')}
          checked={preferences.reducedMotion}
          onChange={(event) => {
            setPreferences({ reducedMotion: event.currentTarget.checked });
          }}
        />
      </Setting>
      <p className="settings-foot">{t('settings:program.version', { version })}</p>
    </>
  );
}
