import { useEffect, useEffectEvent, useState } from 'react';
import { useMachine, useMachineEvents } from '../machine/machine.tsx';
import { problemText } from '../machine/queries.ts';
import { useTexts } from '../texts/texts.ts';
import type { HandedIn } from './session.ts';
import { useToasts } from './toasts.tsx';
import { useWorkspace } from './window.tsx';

/** Takes files that are dropped anywhere on the window, and opens the import screen with them. */
export function DropOverlay() {
  const t = useTexts();
  const machine = useMachine();
  const toasts = useToasts();
  const { store } = useWorkspace().session;
  const [isOver, setIsOver] = useState(false);

  const handIn = (files: readonly HandedIn[]) => {
    if (files.length > 0) store.dispatch({ kind: 'hand-in', files });
  };
  const take = async (dropped: readonly File[]) => {
    try {
      const files: HandedIn[] = [];
      for (const file of dropped) files.push({ fileId: await machine.handIn(file), fileName: file.name });
      handIn(files);
    } catch (error) {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    }
  };
  const onDrag = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    // Else the window would leave its page and open the file.
    event.preventDefault();
    setIsOver(event.type === 'dragover');
    if (event.type === 'drop') void take([...event.dataTransfer.files]);
  });
  useEffect(() => {
    const listener = (event: DragEvent) => {
      onDrag(event);
    };
    const kinds = ['dragover', 'dragleave', 'drop'] as const;
    for (const kind of kinds) window.addEventListener(kind, listener);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, listener);
    };
  }, []);
  useMachineEvents((event) => {
    if (event.type === 'dropped') handIn(event.files);
  });

  if (!isOver) return null;
  return (
    <div className="drop-overlay">
      <p>{t('app:drop.text')}</p>
    </div>
  );
}
