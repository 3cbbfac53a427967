import { defineConfig } from 'vitest/config';
import { PlainClosingLine } from './test/closing-line.ts';

const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    reporters: ['default', new PlainClosingLine()],
    projects: [
      // Two at a time, journeys after them: each of those has a browser and a workbench of its own.
      {
        test: {
          name: 'core',
          include: ['test/unit/core/**/*.test.ts'],
          // Pure functions leave nothing behind for the next file, which spares loading them again for each.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          ...patience,
        },
      },
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: ['test/unit/core/**'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          ...patience,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/global-setup.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
    ],
  },
});
