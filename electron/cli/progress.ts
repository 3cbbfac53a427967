import type { ReadingProgress } from '../workbench/intake.ts';
import type { Terminal } from './command.ts';

const barWidth = 24;
const redrawMs = 100;

/** A line on a terminal that shows how far the reading of a file has come; nothing in a pipe. */
export function progressLine(terminal: Terminal): {
  show: (progress: ReadingProgress) => void;
  clear: () => void;
} {
  let drawnAt = 0;
  let isDrawn = false;
  return {
    show({ file, rows, bytesRead, bytesTotal }) {
      const now = performance.now();
      if (!terminal.isInteractive || now - drawnAt < redrawMs) return;
      drawnAt = now;
      isDrawn = true;
      const share = bytesTotal === 0 ? 0 : Math.min(1, bytesRead / bytesTotal);
      const filled = Math.round(share * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      terminal.err(`\r\u001b[K${bar} ${Math.round(share * 100)} %  ${rows} rader  ${file}`);
    },
    clear() {
      if (isDrawn) terminal.err('\r\u001b[K');
    },
  };
}
