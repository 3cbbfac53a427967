import { useIsFetching } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMachine } from '../machine/machine.tsx';

/** The one start of this page. */
let isOver = false;

/** Tells the shell when the first answers stand on the screen: the first time nothing that is shown is on its way. */
export function useStartMarks(): void {
  const machine = useMachine();
  const fetching = useIsFetching();
  useEffect(() => {
    if (isOver || fetching > 0) return undefined;
    // After the next frame has been drawn, unless an answer has asked for another by then.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        isOver = true;
        const nowMs = performance.now();
        const paintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? nowMs;
        const { timeOrigin } = performance;
        machine
          .call('shell.started', { paintMs: timeOrigin + paintMs, dataMs: timeOrigin + nowMs })
          // Nothing but a line in the log is lost.
          .catch(() => undefined);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [machine, fetching]);
}
