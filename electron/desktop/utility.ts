import { utilityProcess } from 'electron';
import type { WorkbenchProcess } from '../workbench/client.ts';

/** Starts the workbench in a process of its own, so that no import, score or report ever blocks the window. */
export function startUtility(workerFile: string): WorkbenchProcess {
  const child = utilityProcess.fork(workerFile, [], { serviceName: 'DiMiOS workbench', stdio: 'ignore' });
  return {
    post: (message) => {
      child.postMessage(message);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.once('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}
