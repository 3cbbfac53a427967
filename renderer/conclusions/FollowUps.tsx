import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../core/api.ts';
import { decisionKinds } from '../../core/conclusions/conclusion.ts';
import { useWorkspace } from '../app/window.tsx';
import { useChange } from '../machine/queries.ts';
import { EmptyState } from '../shared/states.tsx';
import { VerdictMark } from '../shared/VerdictMark.tsx';
import { useTexts } from '../texts/texts.ts';

type FollowUp = OutputOf<'conclusions.followUp'>;
type Item = FollowUp['items'][number];

/** Each conclusion of earlier years beside what its figures did, with a draft of what to say and the decision. */
export function FollowUps({ followUp }: { readonly followUp: FollowUp }) {
  const t = useTexts();
  if (followUp.items.length === 0)
    return <EmptyState level={2} heading={t('conclusions:none.heading')} text={t('conclusions:none.text')} />;
  return (
    <ol className="follow-ups">
      {followUp.items.map((item) => (
        <FollowedUp key={item.conclusion.id} item={item} year={followUp.year} />
      ))}
    </ol>
  );
}

function FollowedUp({ item, year }: { readonly item: Item; readonly year: number }) {
  const t = useTexts();
  const { workspaceId } = useWorkspace().session;
  const decide = useChange('conclusions.decide');
  const write = useChange('conclusions.paragraph');
  const { conclusion, changes, draft, own, decision, text } = item;
  const [paragraph, setParagraph] = useState(own?.text ?? draft);
  const [changedText, setChangedText] = useState(decision?.text ?? '');
  const [wanted, setWanted] = useState(decision?.kind ?? null);
  const open = 'open';
  return (
    <li className="follow-up">
      <div>
        <p className="conclusions-sub">
          {t('conclusions:from', { number: conclusion.number, year: conclusion.year })}
        </p>
        <h2 className="panel-title">{conclusion.heading}</h2>
        <p>{text}</p>
        {conclusion.activities.length > 0 && (
          <ul className="follow-up-activities">
            {conclusion.activities.map((activity, at) => (
              <li key={at}>
                <strong>{t(`conclusions:states.${activity.state}`)}:</strong> {activity.text}
              </li>
            ))}
          </ul>
        )}
        <h3 className="section-title">{t('conclusions:figures')}</h3>
        <ul className="follow-up-changes">
          {changes.map((change, at) => (
            <li key={at}>
              {change.mark !== null && <VerdictMark mark={change.mark} decorative />}
              <span>{change.sentence}</span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <Textarea
          label={t('conclusions:paragraph')}
          description={own?.draftHasChanged === true ? t('conclusions:draftHasChanged') : undefined}
          autosize
          minRows={5}
          value={paragraph}
          onChange={(event) => {
            setParagraph(event.currentTarget.value);
          }}
        />
        <div className="conclusions-buttons">
          <Button
            variant="default"
            size="xs"
            disabled={paragraph === (own?.text ?? draft)}
            onClick={() => {
              write.mutate({ workspaceId, id: conclusion.id, year, text: paragraph, draft });
            }}
          >
            {t('conclusions:keepText')}
          </Button>
          {own !== null && (
            <Button
              variant="subtle"
              size="xs"
              onClick={() => {
                setParagraph(draft);
                write.mutate({ workspaceId, id: conclusion.id, year, text: '', draft });
              }}
            >
              {t('conclusions:useDraft')}
            </Button>
          )}
        </div>
        <p className="section-title">{t('conclusions:decision')}</p>
        <SegmentedControl
          fullWidth
          aria-label={t('conclusions:decisionOf', { heading: conclusion.heading })}
          value={wanted ?? open}
          data={[
            { value: open, label: t('conclusions:undecided') },
            ...decisionKinds.map((kind) => ({ value: kind, label: t(`conclusions:decisions.${kind}`) })),
          ]}
          onChange={(value) => {
            const kind = decisionKinds.find((known) => known === value) ?? null;
            setWanted(kind);
            // A changed conclusion is only decided once it says what it has become.
            if (kind === 'changed') return;
            decide.mutate({
              workspaceId,
              id: conclusion.id,
              year,
              decision: kind === null ? null : { kind, text: null },
            });
          }}
        />
        {wanted === 'changed' && (
          <>
            <Textarea
              label={t('conclusions:changedText')}
              autosize
              minRows={3}
              value={changedText}
              onChange={(event) => {
                setChangedText(event.currentTarget.value);
              }}
            />
            <Button
              size="xs"
              disabled={changedText.trim() === '' || changedText === decision?.text}
              onClick={() => {
                decide.mutate({
                  workspaceId,
                  id: conclusion.id,
                  year,
                  decision: { kind: 'changed', text: changedText },
                });
              }}
            >
              {t('conclusions:saveChanged')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
