import process from 'node:process';
import { isMainThread, parentPort } from 'node:worker_threads';
import { toWorkbench } from './channel.ts';
import type { Port } from './channel.ts';
import { logFault } from './fault-log.ts';
import { Workbench } from './service.ts';

/**
 * The workbench in a process or thread of its own: a worker thread under the browser shell and in tests, a
 * utility process under Electron. The same messages cross either port.
 */

/** What an Electron utility process has for a port to its parent. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Electron's types say that every process has one; a plain Node process has none. */
function utilityPortOf({ parentPort: own }: { readonly parentPort?: UtilityPort }): UtilityPort | undefined {
  return own;
}

function ownPort(): Port {
  const thread = parentPort;
  if (!isMainThread && thread !== null) {
    return {
      post: (message) => {
        thread.postMessage(message);
      },
      listen: (listener) => {
        thread.on('message', listener);
      },
    };
  }
  const utility = utilityPortOf(process);
  if (utility === undefined) throw new Error('The workbench is not a program of its own: a shell starts it.');
  return {
    post: (message) => {
      utility.postMessage(message);
    },
    listen: (listener) => {
      utility.on('message', ({ data }) => {
        listener(data);
      });
    },
  };
}

const now = (): string => new Date().toISOString();

/** Serves the workbench over a port until it is told to end. */
function serve(port: Port): void {
  const workbench = new Workbench({
    now,
    emit: (event) => {
      port.post({ type: 'event', eventJson: JSON.stringify(event) });
    },
  });
  port.listen((candidate) => {
    const message = toWorkbench.parse(candidate);
    switch (message.type) {
      case 'request': {
        const { callId, name, inputJson } = message;
        void workbench.call(name, inputJson, callId).then((envelopeJson) => {
          port.post({ type: 'answer', callId, envelopeJson });
        });
        return;
      }
      case 'cancel':
        workbench.cancel(message.callId);
        return;
      case 'grant':
        workbench.grant(message.grant);
        return;
      case 'key-of': {
        const { callId, workspaceId } = message;
        port.post({ type: 'key', callId, key: workbench.keyOf(workspaceId) });
        return;
      }
      case 'take-key': {
        const { callId, workspaceId, key } = message;
        // What fits comes back; what does not, does not.
        port.post({ type: 'key', callId, key: workbench.takeKey(workspaceId, key) ? key : null });
        return;
      }
      case 'end':
        workbench.end();
        port.post({ type: 'ended' });
        return;
    }
  });
  port.post({ type: 'ready' });
  void workbench.prepare();
}

process.on('uncaughtExceptionMonitor', (error) => {
  logFault('workbench', error, now());
});
serve(ownPort());
