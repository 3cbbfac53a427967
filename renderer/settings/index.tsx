import { ScreenHead } from '../shared/ScreenHead.tsx';
import { useTexts } from '../texts/texts.ts';

export default function SettingsScreen() {
  const t = useTexts();
  return <ScreenHead title={t('app:screens.settings')} />;
}
