import { defineConfig } from 'vitest/config';
import { PlainClosingLine } from './test/closing-line.ts';

const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    reporters: ['default', new PlainClosingLine()],
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], ...patience } },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/global-setup.ts'],
          ...patience,
        },
      },
    ],
  },
});
