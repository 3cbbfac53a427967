import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { InputOf } from '../../core/api.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import { useChange } from '../machine/queries.ts';

export type ReportOf = Omit<InputOf<'report.saveSettings'>, 'settings'>;

/** How long after the last key what is written is kept, in ms. */
const pause = 700;

export interface ReportDraft {
  /** As they are shown: kept, or on their way there. */
  readonly settings: ReportSettings;
  /** Changes the settings; what is being typed is kept when there is a pause, else at once. */
  readonly edit: (change: (settings: ReportSettings) => ReportSettings, isTyping?: boolean) => void;
  /** Keeps at once what waits for a pause. */
  readonly flush: () => void;
}

/** The settings of a report while they are edited. */
export function useReportDraft(of: ReportOf, kept: ReportSettings): ReportDraft {
  const [draft, setDraft] = useState<ReportSettings | null>(null);
  const waiting = useRef<{ readonly timer: number; readonly settings: ReportSettings } | null>(null);
  const save = useChange('report.saveSettings', { quiet: true });
  const settings = draft ?? kept;

  const keep = (next: ReportSettings): void => {
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
    save.mutate(
      { ...of, settings: next },
      {
        onSuccess: () => {
          setDraft((current) => (current === next ? null : current));
        },
      },
    );
  };
  const flush = (): void => {
    if (waiting.current !== null) keep(waiting.current.settings);
  };
  const onLeave = useEffectEvent(flush);
  useEffect(
    () => () => {
      onLeave();
    },
    [],
  );

  return {
    settings,
    flush,
    edit: (change, isTyping = false) => {
      const next = change(settings);
      setDraft(next);
      if (!isTyping) {
        keep(next);
        return;
      }
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
      waiting.current = {
        settings: next,
        timer: window.setTimeout(() => {
          keep(next);
        }, pause),
      };
    },
  };
}
