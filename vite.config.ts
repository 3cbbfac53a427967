import path from 'node:path';
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noncePlaceholder } from './electron/shell/page.ts';

/** The window's page. The shells answer it from out/renderer, each load with a nonce of its own. */
export default defineConfig({
  root: path.join(import.meta.dirname, 'renderer'),
  base: './',
  // React Compiler: what a choice does not touch is not drawn anew. Without it a change takes about twice as long.
  plugins: [
    react(),
    babel({ include: /\/renderer\/.*\.tsx?$/, presets: [reactCompilerPreset()], sourceMap: false }),
  ],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: path.join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    // A font or picture inside a style sheet would need a wider policy than the page has.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Each file costs a shell some milliseconds: what a start shows comes as three, other screens one by one.
        codeSplitting: {
          groups: [
            { name: 'window', tags: ['$initial'] },
            {
              name: 'drawing',
              test: /\/(echarts|zrender|core\/figures)\/|\/shared\/figure\/(Drawn|FigureT|Chart|Panel)/,
            },
            { name: 'overview', test: /\/renderer\/(overview|shared)\// },
          ],
        },
      },
    },
  },
});
