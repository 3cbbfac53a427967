import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ImportOrder } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { useMachine } from '../machine/machine.tsx';
import type { Progress } from '../machine/client.ts';
import { useChange } from '../machine/queries.ts';
import type { OutputOf } from '../../core/api.ts';
import { importStore } from './state.ts';

export interface Storing {
  readonly start: (orders: readonly ImportOrder[], profileName: string | null) => void;
  /** Null where nothing is being stored. */
  readonly progress: Progress | null;
  readonly isStoring: boolean;
  readonly stop: () => void;
  /** What was stored last. */
  readonly stored: OutputOf<'import.store'> | null;
  readonly forget: () => void;
}

/** Stores the files of the import; it can be stopped until the machine begins to write. */
export function useStoring(): Storing {
  const machine = useMachine();
  const queries = useQueryClient();
  const { session } = useWorkspace();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [stored, setStored] = useState<OutputOf<'import.store'> | null>(null);
  const abort = useRef<AbortController | null>(null);
  const change = useChange('import.store', {
    callOptions: () => {
      abort.current = new AbortController();
      return { signal: abort.current.signal, onProgress: setProgress };
    },
  });
  return {
    start: (orders, profileName) => {
      change.mutate(
        { workspaceId: session.workspaceId, orders: [...orders], profileName },
        {
          onSuccess: (done) => {
            setStored(done);
            importStore(session).dispatch({ kind: 'clear' });
            queries.removeQueries({ queryKey: ['import.preview'] });
            for (const { fileId } of orders)
              void machine.call('files.forget', { fileId }).catch(() => undefined);
          },
          onSettled: () => {
            setProgress(null);
          },
        },
      );
    },
    progress,
    isStoring: change.isPending,
    stop: () => {
      abort.current?.abort();
    },
    stored,
    forget: () => {
      setStored(null);
    },
  };
}
