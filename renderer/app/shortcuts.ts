import { useEffect, useEffectEvent } from 'react';
import { useMachineEvents } from '../machine/machine.tsx';
import { useTakeStep } from '../machine/queries.ts';
import type { Command } from './keys.ts';
import { commandOf } from './keys.ts';
import { screens } from './screens.ts';
import { usePlace } from './window.tsx';

/** Listens for the window's shortcuts, and for the same commands from the menu of the operating system. */
export function useShortcuts({ search }: { readonly search: () => void }): void {
  const takeStep = useTakeStep();
  const { back, forward, go } = usePlace();

  const run = (command: Command) => {
    if (command === 'undo' || command === 'redo') void takeStep(command);
    else if (command === 'search') search();
    else if (command === 'back') back();
    else if (command === 'forward') forward();
    else {
      const screen = screens[command.screen];
      if (screen !== undefined) go(screen.id);
    }
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(event, isText(event.target));
    if (command === null || event.defaultPrevented) return;
    event.preventDefault();
    run(command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
  useMachineEvents((event) => {
    if (event.type !== 'menu') return;
    if (event.command === 'undo' || event.command === 'redo') run(event.command);
    if (event.command === 'back' || event.command === 'forward') run(event.command);
    if (event.command === 'find') search();
    if (event.command === 'import' || event.command === 'settings') go(event.command);
    if (event.command === 'export') go('data', { section: 'export' });
  });
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)) ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
