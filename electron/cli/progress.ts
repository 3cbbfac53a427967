import type { ReadingProgress } from '../workbench/intake.ts';
import type { Terminal } from './command.ts';

const barWidth = 24;
const redrawMs = 100;

/** A bar on a terminal that shows how far something has come; nothing in a pipe. */
export interface ProgressBar {
  show: (share: number, words: string) => void;
  clear: () => void;
}

export function progressBar(terminal: Terminal): ProgressBar {
  let drawnAt = -redrawMs;
  let isDrawn = false;
  return {
    show(share, words) {
      const now = performance.now();
      if (!terminal.isInteractive || now - drawnAt < redrawMs) return;
      drawnAt = now;
      isDrawn = true;
      const filled = Math.round(share * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      terminal.err(`\r\u001b[K${bar} ${Math.round(share * 100)} %  ${words}`);
    },
    clear() {
      if (isDrawn) terminal.err('\r\u001b[K');
    },
  };
}

/** A {@link progressBar} of the reading of a file. */
export function progressLine(terminal: Terminal): {
  show: (progress: ReadingProgress) => void;
  clear: () => void;
} {
  const { show, clear } = progressBar(terminal);
  return {
    show: ({ file, rows, bytesRead, bytesTotal }) => {
      show(bytesTotal === 0 ? 0 : Math.min(1, bytesRead / bytesTotal), `${rows} rader  ${file}`);
    },
    clear,
  };
}
