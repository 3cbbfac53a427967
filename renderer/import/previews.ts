import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FileId, ImportOrder, ImportPreview } from '../../core/api.ts';
import { useStore } from '../app/store.ts';
import { useWorkspace } from '../app/window.tsx';
import type { Progress } from '../machine/client.ts';
import { useMachine } from '../machine/machine.tsx';
import type { ImportFile } from './state.ts';
import { importStore } from './state.ts';
import { previewIn } from '../texts/machine-texts.ts';
import { useLanguage } from '../texts/texts.ts';

/** A file of the import, as far as the machine has read it. */
export interface FileInHand extends ImportFile {
  /** Null until it has been read once, and where it is refused. */
  readonly preview: ImportPreview | null;
  readonly error: unknown;
  /** True while it is read, anew too. */
  readonly isReading: boolean;
  /** 0–1; null while nobody knows. */
  readonly share: number | null;
  readonly retry: () => void;
}

/**
 * The files of the import with their previews. A file that is taken away while it is read is no longer read. Refused
 * files are left out of what later ones are read beside. Paused while they are being stored.
 */
export function useFilesInHand(isPaused: boolean): FileInHand[] {
  const machine = useMachine();
  const { session } = useWorkspace();
  const { workspaceId } = session;
  const store = importStore(session);
  const files = useStore(store, (state) => state.files);
  const [shares, setShares] = useState<ReadonlyMap<FileId, Progress>>(new Map());
  const language = useLanguage();
  const answers = useQueries({
    queries: files.map(({ order }, place) => {
      const input = { workspaceId, order, earlier: acceptable(files.slice(0, place)) };
      return {
        queryKey: ['import.preview', input],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          machine.call('import.preview', input, {
            signal,
            onProgress: (progress) => {
              setShares((before) => new Map(before).set(order.fileId, progress));
            },
          }),
        enabled: !isPaused,
        placeholderData: (before: ImportPreview | undefined) =>
          before?.fileId === order.fileId ? before : undefined,
      };
    }),
  });
  useEffect(() => {
    for (const [place, { isError, isFetching, data }] of answers.entries()) {
      const fileId = files[place]?.order.fileId;
      if (fileId !== undefined && !isFetching)
        store.dispatch({ kind: 'refused', fileId, isRefused: isError || data?.kind === 'other' });
    }
  });
  return files.map((file, place) => {
    const answer = answers[place];
    return {
      ...file,
      preview: answer?.data === undefined ? null : previewIn(language, answer.data),
      error: answer?.error ?? null,
      isReading: answer?.isFetching ?? true,
      share: shares.get(file.order.fileId)?.share ?? null,
      retry: () => void answer?.refetch(),
    };
  });
}

/** What the machine is asked to store: the files that it did not refuse. */
export function acceptable(files: readonly ImportFile[]): ImportOrder[] {
  return files.flatMap(({ order, isRefused }) => (isRefused ? [] : [order]));
}

/** How many questions about a file stand open. */
export function openCount({ preview }: FileInHand): number {
  return preview?.questions.filter(({ answer }) => answer === null).length ?? 0;
}
