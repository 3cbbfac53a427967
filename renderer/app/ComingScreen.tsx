import { EmptyState } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { usePlace } from './window.tsx';

/** What stands where a screen has not been built yet. */
export default function ComingScreen() {
  const t = useTexts();
  const { place, go } = usePlace();
  return (
    <EmptyState
      heading={t(`app:screens.${place.screen}`)}
      text={t('app:coming.text')}
      action={{
        label: t('app:coming.back'),
        run: () => {
          go('overview');
        },
      }}
    />
  );
}
