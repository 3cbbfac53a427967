import { useState } from 'react';
import { useStore } from '../app/store.ts';
import { usePlace, useWorkspace } from '../app/window.tsx';
import { Lead } from '../shared/Lead.tsx';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import { FileList } from './FileList.tsx';
import { FindingList } from './FindingList.tsx';
import { Footer } from './Footer.tsx';
import { HandIn, useDroppedFiles } from './HandIn.tsx';
import './import.css';
import type { FileInHand } from './previews.ts';
import { acceptable, useFilesInHand } from './previews.ts';
import { QuestionPanel } from './QuestionPanel.tsx';
import { ProfileChoice, ReadAs } from './ReadAs.tsx';
import { ScoresPanel } from './ScoresPanel.tsx';
import { SheetView } from './SheetView.tsx';
import type { ImportAction } from './state.ts';
import { importStore } from './state.ts';
import { useStoring } from './store-files.ts';

type Change = Extract<ImportAction, { kind: 'change' }>['change'];

/** From files to stored answers: what was recognised, what must be answered, what comes of it, one button. */
export default function ImportScreen() {
  useDroppedFiles();
  const storing = useStoring();
  const store = importStore(useWorkspace().session);
  const chosen = useStore(store, (state) => state.chosen);
  const files = useFilesInHand(storing.isStoring);
  const [profileName, setProfileName] = useState<string | null>(null);
  const [isScoring, setIsScoring] = useState(false);
  const file = files.find(({ order }) => order.fileId === chosen) ?? files[0] ?? null;
  if (file === null) return <NoFiles storing={storing} />;
  const orders = acceptable(files);
  const onChange = (change: Change) => {
    store.dispatch({ kind: 'change', fileId: file.order.fileId, change });
  };
  return (
    <div className="import">
      <ScreenTop file={file} onChange={onChange} />
      <div className="import-body">
        <div className="import-left">
          <FileList files={files} chosen={file.order.fileId} />
          {file.preview?.kind === 'answers' && (
            <ProfileChoice
              preview={file.preview}
              name={profileName}
              onName={setProfileName}
              onChange={onChange}
            />
          )}
        </div>
        <FileView
          key={file.order.fileId}
          file={file}
          orders={orders}
          isScoring={isScoring}
          onChange={onChange}
          onScored={() => {
            setIsScoring(false);
          }}
        />
      </div>
      <Footer
        files={files}
        storing={storing}
        onScores={() => {
          setIsScoring(true);
        }}
        onStore={() => {
          storing.start(orders, profileName);
        }}
        onGiveUp={() => {
          store.dispatch({ kind: 'clear' });
        }}
      />
    </div>
  );
}

function ScreenTop({
  file: { preview },
  onChange,
}: {
  readonly file: FileInHand;
  readonly onChange: (change: Change) => void;
}) {
  const t = useTexts();
  return (
    <ScreenHead
      title={t('app:screens.import')}
      lead={preview === null ? <p className="lead">{t('import:lead')}</p> : <Lead lead={preview.lead} />}
      actions={preview !== null && <ReadAs preview={preview} onChange={onChange} />}
    />
  );
}

/** Before a file is handed in, and after all are stored. */
function NoFiles({ storing: { stored } }: { readonly storing: ReturnType<typeof useStoring> }) {
  const t = useTexts();
  const say = useSaid();
  const { go } = usePlace();
  return (
    <div className="import-empty">
      <ScreenHead
        title={t('app:screens.import')}
        lead={
          <p className="lead">
            {stored === null ? t('import:lead') : <strong>{say(stored.sentence)}</strong>}
          </p>
        }
      />
      {stored !== null && (
        <p className="import-next" role="status">
          <button
            type="button"
            className="link"
            onClick={() => {
              go('overview');
            }}
          >
            {t('import:done.overview')}
          </button>
          <button
            type="button"
            className="link"
            onClick={() => {
              go('data');
            }}
          >
            {t('import:done.data')}
          </button>
        </p>
      )}
      <HandIn isFirst />
      <ol className="import-steps">
        <li>{t('import:steps.drop')}</li>
        <li>{t('import:steps.look')}</li>
        <li>{t('import:steps.store')}</li>
      </ol>
    </div>
  );
}

/** One file: its sheet, what was noticed, and at the side the question or the results to come. */
function FileView({
  file,
  orders,
  isScoring,
  onChange,
  onScored,
}: {
  readonly file: FileInHand;
  readonly orders: ReturnType<typeof acceptable>;
  readonly isScoring: boolean;
  readonly onChange: (change: Change) => void;
  readonly onScored: () => void;
}) {
  const t = useTexts();
  const [questionId, setQuestionId] = useState<string | null>(null);
  const [target, setTarget] = useState<{ readonly cell: string } | null>(null);
  const { preview, error } = file;
  if (error !== null)
    return (
      <div className="import-main">
        <ErrorState error={error} retry={file.retry} />
      </div>
    );
  if (preview === null)
    return (
      <div className="import-main">
        <LoadingState height={480} />
      </div>
    );
  const open = preview.questions.filter(({ answer }) => answer === null);
  const question = preview.questions.find(({ id }) => id === questionId) ?? open[0] ?? null;
  return (
    <>
      <div className="import-main" aria-busy={file.isReading}>
        {preview.kind === 'other' ? (
          <p className="import-unknown">{t('import:unknown')}</p>
        ) : (
          <>
            <SheetView preview={preview} target={target} onChange={onChange} />
            <FindingList
              preview={preview}
              question={question?.id ?? null}
              onQuestion={(asked) => {
                setQuestionId(asked.id);
                onScored();
                const [cell] = asked.cells;
                if (cell !== undefined) setTarget({ cell });
              }}
              onCell={(cell) => {
                setTarget({ cell });
              }}
            />
          </>
        )}
      </div>
      {isScoring ? (
        <aside className="import-side" aria-label={t('import:scores.heading')}>
          <ScoresPanel orders={orders} onClose={onScored} />
        </aside>
      ) : (
        question !== null && (
          <aside className="import-side" aria-label={t('import:question.label')}>
            <QuestionPanel
              key={`${question.id} ${question.answer ?? ''}`}
              question={question}
              number={preview.questions.indexOf(question) + 1}
              of={preview.questions.length}
              preview={preview}
              orders={orders}
              onAnswer={(answer) => {
                setQuestionId(null);
                onChange({ kind: 'answer', question: question.id, answer });
              }}
            />
            {open.length > 1 && (
              <button
                type="button"
                className="link import-accept"
                onClick={() => {
                  for (const { id, proposed } of open)
                    if (proposed !== null) onChange({ kind: 'answer', question: id, answer: proposed });
                }}
              >
                {t('import:question.acceptAll', {
                  count: open.filter(({ proposed }) => proposed !== null).length,
                })}
              </button>
            )}
          </aside>
        )
      )}
    </>
  );
}
