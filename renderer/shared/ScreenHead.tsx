import type { ReactNode } from 'react';
import './screen.css';

/** The top of a screen: its title, its answer in one sentence, and what can be done with it. */
export function ScreenHead({
  title,
  lead,
  actions,
}: {
  readonly title: string;
  /** Usually a `Lead`. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className="screen-head">
      <div>
        <h1 className="screen-title" tabIndex={-1}>
          {title}
        </h1>
        {lead}
      </div>
      {actions !== undefined && <div className="screen-actions">{actions}</div>}
    </header>
  );
}
