/** The names that main process and preload script speak under. */
export const channels = {
  call: 'dimios:call',
  cancel: 'dimios:cancel',
  event: 'dimios:event',
  takeFile: 'dimios:take-file',
} as const;
