import type { OutputOf } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { useChange } from '../machine/queries.ts';
import { EmptyState } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';

type Listed = OutputOf<'conclusions.list'>['conclusions'][number];

/** The year's conclusions by number, those of the whole first; those taken away can be brought back. */
export function ConclusionList({
  conclusions,
  removed,
  chosen,
  onChoose,
}: {
  readonly conclusions: readonly Listed[];
  readonly removed: readonly Listed[];
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
}) {
  const t = useTexts();
  const { workspaceId } = useWorkspace().session;
  const restore = useChange('conclusions.restore');
  if (conclusions.length === 0 && removed.length === 0)
    return (
      <EmptyState level={2} heading={t('conclusions:empty.heading')} text={t('conclusions:empty.text')} />
    );
  return (
    <nav aria-label={t('conclusions:list')} className="conclusions-list">
      <ul>
        {conclusions.map(({ id, number, heading, unitName, activities }) => (
          <li key={id}>
            <button
              type="button"
              className="conclusions-entry"
              data-chosen={id === chosen}
              aria-current={id === chosen}
              onClick={() => {
                onChoose(id);
              }}
            >
              <span className="conclusions-number">{number}</span>
              <span>
                <strong>{heading}</strong>
                <span className="conclusions-sub">
                  {unitName} · {t('conclusions:activityCount', { count: activities.length })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {removed.length > 0 && (
        <>
          <h2 className="section-title">{t('conclusions:removed')}</h2>
          <ul>
            {removed.map(({ id, heading }) => (
              <li key={id} className="conclusions-removed">
                <span>{heading}</span>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    restore.mutate({ workspaceId, id });
                  }}
                >
                  {t('conclusions:restore')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}
