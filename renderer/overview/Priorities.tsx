import { IconArrowRight } from '@tabler/icons-react';
import type { Overview } from '../../core/api.ts';
import { usePlace } from '../app/window.tsx';
import { useNumbers } from '../shared/numbers.ts';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';

/** The three items that deserve attention most. */
export function Priorities({ overview }: { readonly overview: Overview }) {
  const t = useTexts();
  const say = useSaid();
  const numbers = useNumbers();
  const { go } = usePlace();
  const { total, top } = overview.priorities;
  return (
    <section>
      <div className="list-head">
        <h2 className="section-title">{t('overview:priorities.title')}</h2>
        {total > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => {
              go('priorities');
            }}
          >
            {t('overview:priorities.all', { count: total })}
          </button>
        )}
      </div>
      {top.length === 0 && <p className="list-none">{t('overview:priorities.none')}</p>}
      <ol className="action-list">
        {top.map(({ rank, code, name, why, from, to, mark }) => (
          <li key={code}>
            <button
              type="button"
              onClick={() => {
                go('priorities', { item: code });
              }}
            >
              <span className="muted">{rank}</span>
              <strong>{say(name)}</strong>
              <span className="list-why">{say(why)}</span>
              <span className="list-values">
                {from !== null && <>{numbers.mean(from)} → </>}
                <strong>{numbers.mean(to)}</strong> {mark !== null && <VerdictMark mark={mark} />}
              </span>
              <IconArrowRight size={16} stroke={1.6} aria-hidden />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
