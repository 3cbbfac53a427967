import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { MachineBridge } from '../core/api.ts';
import { channels } from './desktop/channels.ts';

/**
 * All that the page gets of the machine: a closed list of functions on strings. Nothing of Electron passes, no
 * event object either. Built to CommonJS, which is what a sandboxed preload script has to be.
 */
const machine = {
  call: async (name, inputJson, callId) => {
    const answer: unknown = await ipcRenderer.invoke(channels.call, name, inputJson, callId);
    return String(answer);
  },
  cancel: (callId) => {
    ipcRenderer.send(channels.cancel, callId);
  },
  listen: (listener) => {
    const hear = (_event: unknown, eventJson: unknown): void => {
      listener(String(eventJson));
    };
    ipcRenderer.on(channels.event, hear);
    return () => {
      ipcRenderer.off(channels.event, hear);
    };
  },
  takeFile: async (file) => {
    const answer: unknown = await ipcRenderer.invoke(channels.takeFile, webUtils.getPathForFile(file));
    return String(answer);
  },
} satisfies MachineBridge<File>;

contextBridge.exposeInMainWorld('machine', machine);
