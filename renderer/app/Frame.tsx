import { useEffect, useRef, useState } from 'react';
import { Deferred } from '../shared/fetched.ts';
import { LoadingState } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { DropOverlay } from './DropOverlay.tsx';
import { EmptyWorkspace } from './EmptyWorkspace.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import './frame.css';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { SafetyNotices } from './SafetyNotices.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import { screenOf } from './screens.ts';
import { useShortcuts } from './shortcuts.ts';
import { useStartMarks } from './start-marks.ts';
import { TopBar } from './TopBar.tsx';
import { SaveViewDialog } from './ViewsMenu.tsx';
import { usePlace, useWorkspace } from './window.tsx';

/** The window around every screen of an open workspace. */
export function Frame() {
  const t = useTexts();
  const { summary } = useWorkspace();
  const { place } = usePlace();
  const [dialog, setDialog] = useState<'search' | 'view' | null>(null);
  const close = () => {
    setDialog(null);
  };
  useShortcuts({
    search: () => {
      setDialog('search');
    },
  });
  useStartMarks();
  const screen = screenOf(place.screen);
  const isEmpty = summary.years.length === 0;
  const main = useFocusedHeading(screen.id);

  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        {t('app:skip')}
      </a>
      <Rail />
      <div className="frame-main">
        {!isEmpty && (
          <TopBar
            onSearch={() => {
              setDialog('search');
            }}
            onSaveView={() => {
              setDialog('view');
            }}
          />
        )}
        {summary.isSample && <SampleBanner />}
        <SafetyNotices />
        <main className="screen" id="main" key={screen.id} ref={main} tabIndex={-1}>
          <ErrorBoundary>
            {isEmpty && screen.group !== 'ground' && screen.group !== 'program' ? (
              <EmptyWorkspace />
            ) : (
              <Deferred code={screen.code} props={{}} waiting={<LoadingState />} />
            )}
          </ErrorBoundary>
        </main>
      </div>
      <DropOverlay />
      <Palette
        opened={dialog === 'search'}
        onClose={close}
        onSaveView={() => {
          setDialog('view');
        }}
      />
      <SaveViewDialog opened={dialog === 'view'} onClose={close} />
    </div>
  );
}

/** When another screen opens, a screen reader starts at its heading. */
function useFocusedHeading(screen: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    main.current?.focus({ preventScroll: true });
  }, [screen]);
  return main;
}
