/**
 * Runs in the page before its own scripts: makes `window.machine` (core/api.ts, MachineBridge) of the bindings.
 * A binding stands in every frame, so the shell looks at the sender of each call.
 */
export const bridgeScript = `
(() => {
  const call = window.dimiosCall;
  const cancel = window.dimiosCancel;
  const machine = {
    call: (name, inputJson, callId) => call(String(name), String(inputJson), String(callId)),
    cancel: (callId) => void cancel(String(callId)),
    listen: (listener) => {
      const hear = (event) => listener(event.detail);
      window.addEventListener('dimios-event', hear);
      return () => window.removeEventListener('dimios-event', hear);
    },
    takeFile: null,
  };
  Object.defineProperty(window, 'machine', { value: Object.freeze(machine), enumerable: true });
})();
`;
