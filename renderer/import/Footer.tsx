import { Button, Progress } from '@mantine/core';
import { useSaid, useTexts } from '../texts/texts.ts';
import type { FileInHand } from './previews.ts';
import { openCount } from './previews.ts';
import type { Storing } from './store-files.ts';

/** What is about to be stored, and the one button that does it. */
export function Footer({
  files,
  storing,
  onScores,
  onStore,
  onGiveUp,
}: {
  readonly files: readonly FileInHand[];
  readonly storing: Storing;
  readonly onScores: () => void;
  readonly onStore: () => void;
  readonly onGiveUp: () => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const usable = files.filter(({ isRefused, error }) => !isRefused && error === null);
  const open = usable.reduce((sum, file) => sum + openCount(file), 0);
  const respondents = usable.reduce((sum, { preview }) => sum + (preview?.respondents ?? 0), 0);
  const isReady =
    usable.length > 0 && usable.every(({ preview, isReading }) => preview?.ready === true && !isReading);
  if (storing.isStoring)
    return (
      <footer className="import-footer" role="status">
        <span>{storing.progress === null ? t('import:footer.storing') : say(storing.progress.step)}</span>
        <Progress
          value={(storing.progress?.share ?? 1) * 100}
          animated={storing.progress?.share === null}
          w={200}
          size={4}
          aria-label={t('import:footer.storing')}
        />
        <Button variant="default" onClick={storing.stop}>
          {t('shared:cancel')}
        </Button>
      </footer>
    );
  return (
    <footer className="import-footer">
      <p>
        <strong>{t('import:footer.nothingStored')}</strong>{' '}
        {open > 0
          ? t('import:footer.open', { count: open })
          : isReady
            ? t('import:footer.ready', { count: usable.length })
            : usable.length > 0 && t('import:footer.notReady')}
        {usable.length < files.length &&
          ` ${t('import:footer.leftOut', { count: files.length - usable.length })}`}
      </p>
      <Button variant="subtle" color="gray" onClick={onGiveUp}>
        {t('shared:cancel')}
      </Button>
      <Button variant="default" disabled={usable.length === 0} onClick={onScores}>
        {t('import:footer.scores')}
      </Button>
      <Button disabled={!isReady} onClick={onStore}>
        {respondents > 0
          ? t('import:footer.storeAnswers', { count: respondents })
          : usable.length === 0
            ? t('import:footer.store')
            : t('import:footer.storeFiles', { count: usable.length })}
      </Button>
    </footer>
  );
}
