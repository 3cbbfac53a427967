import { EmptyState } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { usePlace } from './window.tsx';

/** What stands on a screen of results where nothing has been imported yet. */
export function EmptyWorkspace() {
  const t = useTexts();
  const { go } = usePlace();
  return (
    <EmptyState
      heading={t('app:empty.heading')}
      text={t('app:empty.text')}
      action={{
        label: t('app:empty.action'),
        run: () => {
          go('import');
        },
      }}
    />
  );
}
