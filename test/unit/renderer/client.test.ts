import { describe, expect, it } from 'vitest';
import type { Envelope, MachineBridge } from '../../../core/api.ts';
import { connectMachine, MachineProblem } from '../../../renderer/machine/client.ts';

/** What a shell puts on the window, with answers decided by the test. */
function shell(answer: (name: string, input: unknown) => Envelope | string | Promise<string>) {
  const cancelled: string[] = [];
  let tell: (eventJson: string) => void = () => undefined;
  const bridge: MachineBridge<File> = {
    call: async (name, inputJson) => {
      const given = await answer(name, JSON.parse(inputJson));
      return typeof given === 'string' ? given : JSON.stringify(given);
    },
    cancel: (callId) => {
      cancelled.push(callId);
    },
    listen: (listener) => {
      tell = listener;
      return () => undefined;
    },
    takeFile: null,
  };
  return {
    bridge,
    cancelled,
    tell: (event: unknown) => {
      tell(JSON.stringify(event));
    },
  };
}

const problem = {
  code: 'file-busy',
  message: 'Filen är öppen i Excel.',
  nextStep: 'Stäng den och försök igen.',
};
const state = {
  shell: 'browser',
  version: '0.1.0',
  platform: 'linux',
  downloads: null,
  remembersKeys: false,
};

describe('a call of the machine', () => {
  it('gives the validated value', async () => {
    const machine = connectMachine(shell(() => ({ ok: true, value: state })).bridge);
    expect(await machine.call('shell.state', {})).toEqual(state);
  });

  it('is refused with the problem and its next step', async () => {
    const machine = connectMachine(shell(() => ({ ok: false, problem })).bridge);
    const refusal = await machine.call('shell.state', {}).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MachineProblem);
    expect(refusal).toMatchObject({ problem });
  });

  it.each([
    ['no JSON', 'oops'],
    ['no envelope', '{"value":1}'],
    ['a value of another shape', JSON.stringify({ ok: true, value: { shell: 'tv' } })],
    ['a problem without its words', JSON.stringify({ ok: false, problem: { code: 'x' } })],
  ])('is refused when the answer is %s', async (_, text) => {
    const machine = connectMachine(shell(() => text).bridge);
    await expect(machine.call('shell.state', {})).rejects.toMatchObject({
      problem: { code: 'answer-unreadable' },
    });
  });

  it('is cancelled at the machine when its signal aborts', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { bridge, cancelled } = shell(() => promise);
    const abort = new AbortController();
    const asked = connectMachine(bridge).call('shell.state', {}, { signal: abort.signal });
    abort.abort();
    expect(cancelled).toHaveLength(1);
    resolve(JSON.stringify({ ok: true, value: state }));
    await expect(asked).rejects.toThrow();
  });

  it('hears its own progress and nobody else’s', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { bridge, tell } = shell(() => promise);
    const heard: (number | null)[] = [];
    const asked = connectMachine(bridge).call(
      'shell.state',
      {},
      {
        onProgress: ({ share }) => {
          heard.push(share);
        },
      },
    );
    const step = { sv: 'läser', en: 'reading' };
    tell({ type: 'progress', callId: 'c1', step, share: 0.5 });
    tell({ type: 'progress', callId: 'c2', step, share: 0.9 });
    resolve(JSON.stringify({ ok: true, value: state }));
    await asked;
    tell({ type: 'progress', callId: 'c1', step, share: 1 });
    expect(heard).toEqual([0.5]);
  });
});

describe('what comes unasked', () => {
  it('is heard until one stops listening, and only when it is an event', () => {
    const { bridge, tell } = shell(() => '');
    const machine = connectMachine(bridge);
    const heard: string[] = [];
    const stop = machine.listen(({ type }) => {
      heard.push(type);
    });
    tell({ type: 'restarted' });
    tell({ type: 'no such thing' });
    stop();
    tell({ type: 'restarted' });
    expect(heard).toEqual(['restarted']);
  });
});

describe('a file in a browser', () => {
  it('is sent in pieces, in order, and its bytes arrive whole', async () => {
    const pieces: string[] = [];
    const { bridge } = shell((name, input) => {
      if (name === 'files.begin') return { ok: true, value: { fileId: 'f1', chunkBytes: 5 } };
      if (name === 'files.chunk') {
        pieces.push((input as { base64: string }).base64);
        return { ok: true, value: { receivedBytes: 0 } };
      }
      return { ok: true, value: { fileName: 'svar.csv' } };
    });
    const bytes = Uint8Array.from({ length: 12 }, (_, at) => at * 20);
    const file = new File([bytes], 'svar.csv');
    expect(await connectMachine(bridge).handIn(file)).toBe('f1');
    expect(pieces).toHaveLength(3);
    expect(Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')))).toEqual(Buffer.from(bytes));
  });
});
