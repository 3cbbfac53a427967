import { useTexts } from '../texts/texts.ts';
import { useApplication } from './application.tsx';

/** Says that the figures are sample data, and leads to one's own in one step. */
export function SampleBanner() {
  const t = useTexts();
  const { startNew } = useApplication();
  return (
    <aside className="sample-banner" aria-label={t('app:sample.heading')}>
      <strong>{t('app:sample.heading')}</strong> <span>{t('app:sample.text')}</span>
      <button type="button" className="link" onClick={startNew}>
        {t('app:sample.action')}
      </button>
    </aside>
  );
}
