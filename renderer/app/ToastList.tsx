import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { useTexts } from '../texts/texts.ts';
import { useStore } from './store.ts';
import type { Toast } from './toasts.tsx';
import { useToasts } from './toasts.tsx';

/** Long enough to read and reach; a problem stays until it is closed. */
const shownMs = 8000;

/** The messages at the foot of the window. */
export function ToastList() {
  const store = useToasts();
  const toasts = useStore(store, (state) => state.toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine
          key={toast.id}
          toast={toast}
          hide={() => {
            store.dispatch({ kind: 'hide', id: toast.id });
          }}
        />
      ))}
    </div>
  );
}

function ToastLine({ toast, hide }: { readonly toast: Toast; readonly hide: () => void }) {
  const t = useTexts();
  const store = useToasts();
  const { id, kind, action, drag } = toast;
  useEffect(() => {
    if (kind === 'problem') return undefined;
    const timer = setTimeout(() => {
      store.dispatch({ kind: 'hide', id });
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [store, id, kind]);
  return (
    <div className="toast" data-kind={kind}>
      {drag === undefined ? (
        <span>{toast.text}</span>
      ) : (
        <span
          className="toast-file"
          title={t('shared:drag')}
          draggable
          onDragStart={(event) => {
            event.preventDefault();
            drag();
          }}
        >
          {toast.text}
        </span>
      )}
      {action !== null && (
        <button
          type="button"
          className="link"
          onClick={() => {
            action.run();
            hide();
          }}
        >
          {action.label}
        </button>
      )}
      <CloseButton size="sm" aria-label={t('shared:close')} onClick={hide} />
    </div>
  );
}
