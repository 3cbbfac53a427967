/** A file that means harm, or that a mishap has made; the same bytes each time. */
export interface HostileFile {
  /** What it is, as the end of a sentence. */
  readonly what: string;
  readonly fileName: string;
  readonly make: () => Uint8Array;
  /**
   * What must become of it: the code that it is refused by, `read` where there is something or nothing in it to store,
   * `stored` where its answers are to be found whole.
   */
  readonly becomes: string;
  /** True for one that is looked at in a program of its own, whose memory is measured. */
  readonly isHeavy?: boolean;
}
