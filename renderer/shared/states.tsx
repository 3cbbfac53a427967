import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { HidingReason } from '../../core/privacy/reasons.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import { MachineProblem } from '../machine/client.ts';
import { problemText } from '../machine/queries.ts';
import { problemIn } from '../texts/machine-texts.ts';
import { useLanguage, useTexts } from '../texts/texts.ts';
import './states.css';

interface StateAction {
  readonly label: string;
  readonly run: () => void;
}

/** Nothing to show, and what to do about it. */
export function EmptyState({
  heading,
  text,
  action,
  level = 1,
}: {
  readonly heading: string;
  readonly text: string;
  readonly action?: StateAction;
  /** 1 where it stands for a whole screen. */
  readonly level?: 1 | 2;
}) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="state">
      <Heading className="state-heading">{heading}</Heading>
      <p className="state-text">{text}</p>
      {action !== undefined && (
        <Button variant="default" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}

/** What went wrong, where, and the next step, as the machine says it. */
export function ErrorState({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const problem = error instanceof MachineProblem ? problemIn(language, error.problem) : null;
  const place = [problem?.file, problem?.sheet, problem?.cell].filter((part) => part !== undefined);
  return (
    <div className="state" role="alert">
      <p className="state-problem">
        <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
        <strong>{problem?.message ?? t('shared:error.heading')}</strong>
      </p>
      {place.length > 0 && <p className="state-text">{place.join(' · ')}</p>}
      <p className="state-text">{problem?.nextStep ?? problemText(error)}</p>
      {retry !== undefined && (
        <Button variant="default" onClick={retry}>
          {t('shared:error.retry')}
        </Button>
      )}
    </div>
  );
}

/** Holds the place of what is being fetched, as high as it will be, so that nothing jumps. */
export function LoadingState({ height = 320 }: { /** In px. */ readonly height?: number }) {
  const t = useTexts();
  return (
    <div className="state-loading" style={{ height }} role="status">
      <span className="sr-only">{t('shared:loading')}</span>
    </div>
  );
}

/** The states of one answer of the machine around what is shown of it. */
export function Answer<Value>({
  query,
  height,
  children,
}: {
  readonly query: {
    readonly data: Value | undefined;
    readonly error: unknown;
    readonly isPlaceholderData: boolean;
    readonly refetch: () => unknown;
  };
  /** Of the place held while it loads, in px. */
  readonly height?: number;
  readonly children: (value: Value) => ReactNode;
}) {
  if (query.error !== null && query.error !== undefined)
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <LoadingState {...(height === undefined ? {} : { height })} />;
  return (
    <div aria-busy={query.isPlaceholderData} className="answer">
      {children(query.data)}
    </div>
  );
}

/** The sign of a hidden value, with its reason at hand. */
export function Hidden({ reason }: { readonly reason: HidingReason }) {
  const t = useTexts();
  const text = t(`shared:hidden.${reason}`);
  return (
    <span className="hidden-value" title={text}>
      <span aria-hidden>{hiddenSign}</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
