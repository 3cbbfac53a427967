import type { MantineColorSchemeManager } from '@mantine/core';

/** Mantine would keep the theme in the browser's storage; the machine keeps it, with the other preferences. */
export const keepNothing: MantineColorSchemeManager = {
  get: (usual) => usual,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
