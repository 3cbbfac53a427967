import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { app, screen } from 'electron';
import * as z from 'zod';

/** Where the window stood when it was last closed. */
const shape = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(600),
  height: z.int().min(400),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof shape>;

const usual = { width: 1440, height: 900 } as const;

function file(): string {
  return path.join(app.getPath('userData'), 'window.json');
}

/** The place to open the window at; the usual size where it was never closed, or its screen is gone. */
export function readWindowState(): Partial<WindowState> & Pick<WindowState, 'width' | 'height'> {
  try {
    const kept: unknown = JSON.parse(readFileSync(file(), 'utf8'));
    const read = shape.safeParse(kept);
    if (!read.success || !isOnScreen(read.data)) return usual;
    return read.data;
  } catch {
    // Never closed before.
    return usual;
  }
}

/** Keeps the window's place each time it is closed. */
export function rememberWindowState(window: BrowserWindow): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    writeFileSync(file(), JSON.stringify(state));
  });
}

function isOnScreen(state: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX =
      Math.min(state.x + state.width, workArea.x + workArea.width) - Math.max(state.x, workArea.x);
    const overlapY =
      Math.min(state.y + state.height, workArea.y + workArea.height) - Math.max(state.y, workArea.y);
    return overlapX > 100 && overlapY > 100;
  });
}
