import { defaultLimits, type WorkbookLimits } from './limits.ts';

/** How far a reading has come. */
export interface ReadingProgress {
  /** Rows handed over so far in the sheet being read. */
  readonly rows: number;
  /** Bytes of the file passed so far; starts again at the sheet's place when a sheet is read again. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

export interface OpenOptions {
  readonly limits?: Partial<WorkbookLimits>;
  /** Stops opening and every later reading of rows, which then throw the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
}

/** What every reader is told about the reading it takes part in. */
export class Reading {
  /** File name without its folders. */
  readonly fileName: string;
  readonly limits: WorkbookLimits;
  readonly #signal: AbortSignal | undefined;
  readonly #onProgress: ((progress: ReadingProgress) => void) | undefined;

  constructor(fileName: string, options: OpenOptions) {
    this.fileName = fileName;
    this.limits = { ...defaultLimits, ...options.limits };
    this.#signal = options.signal;
    this.#onProgress = options.onProgress;
  }

  /** Tells of progress, or throws the signal's reason when the reading has been cancelled. */
  advance(rows: number, bytesRead: number, bytesTotal: number): void {
    this.#signal?.throwIfAborted();
    this.#onProgress?.({ rows, bytesRead, bytesTotal });
  }

  /** Aborted when the reading is cancelled, for work that cannot ask in between. */
  get signal(): AbortSignal | undefined {
    return this.#signal;
  }

  /** Throws the signal's reason when the reading has been cancelled. */
  throwIfCancelled(): void {
    this.#signal?.throwIfAborted();
  }
}
