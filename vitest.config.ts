import { defineConfig } from 'vitest/config';
import { PlainClosingLine } from './test/closing-line.ts';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    reporters: ['default', new PlainClosingLine()],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
