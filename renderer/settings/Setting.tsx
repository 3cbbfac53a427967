import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.ts';

/** One setting: what it is and does at the left, its control at the right, and the way back to the usual. */
export function Setting({
  name,
  help,
  usual,
  children,
}: {
  /** Shown as the label; the control carries the same as its accessible name. */
  readonly name: string;
  readonly help: string;
  /** What it usually is, where it has been changed from that; null where it has not. */
  readonly usual?: { readonly text: string; readonly restore: () => void } | null;
  readonly children: ReactNode;
}) {
  const t = useTexts();
  return (
    <div className="setting">
      <div>
        <p className="setting-name">{name}</p>
        <p className="setting-help">{help}</p>
      </div>
      <div className="setting-control">
        {children}
        {usual !== null && usual !== undefined && (
          <button type="button" className="link setting-usual" onClick={usual.restore}>
            {t('settings:restore', { value: usual.text })}
          </button>
        )}
      </div>
    </div>
  );
}
