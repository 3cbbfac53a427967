import { createContext, use, useEffect, useEffectEvent } from 'react';
import type { MachineEvent } from '../../core/api.ts';
import type { Machine } from './client.ts';

const MachineContext = createContext<Machine | null>(null);
export const MachineProvider = MachineContext.Provider;

/** The machine that the window is connected to. */
export function useMachine(): Machine {
  const machine = use(MachineContext);
  if (machine === null) throw new Error('There is no machine around this component.');
  return machine;
}

/** Hears what comes from the machine unasked for as long as the component is shown. */
export function useMachineEvents(hear: (event: MachineEvent) => void): void {
  const machine = useMachine();
  const onEvent = useEffectEvent(hear);
  useEffect(() => machine.listen(onEvent), [machine]);
}
