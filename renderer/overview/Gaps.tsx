import { IconCircleDashed } from '@tabler/icons-react';
import type { Overview } from '../../core/api.ts';
import { usePlace } from '../app/window.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';

/** More would hide which matter; Data shows them all. */
const mostGaps = 4;

/** What is missing behind the figures, what that leads to, and where it is filled in. */
export function Gaps({ overview }: { readonly overview: Overview }) {
  const t = useTexts();
  const say = useSaid();
  const { go } = usePlace();
  const { gaps } = overview;
  return (
    <section>
      <div className="list-head">
        <h2 className="section-title">{t('overview:gaps.title')}</h2>
        <button
          type="button"
          className="link"
          onClick={() => {
            go('data');
          }}
        >
          {t('overview:gaps.data')}
        </button>
      </div>
      {gaps.length === 0 && <p className="list-none">{t('overview:gaps.none')}</p>}
      <ul className="action-list">
        {gaps.slice(0, mostGaps).map((gap) => (
          <li key={`${gap.code}-${gap.text.sv}`} className="gap">
            <IconCircleDashed size={16} stroke={1.6} aria-hidden />
            <span className="gap-text">
              <strong>{say(gap.text)}</strong> · {say(gap.consequence)}
            </span>
            <button
              type="button"
              className="link"
              aria-label={`${say(gap.action)}: ${say(gap.text)}`}
              onClick={() => {
                go(gap.screen, gap.section === null ? {} : { section: gap.section });
              }}
            >
              {say(gap.action)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
