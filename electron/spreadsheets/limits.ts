/** Bounds on what a file may hold. They keep a hostile or runaway file from taking the machine with it. */
export interface WorkbookLimits {
  /** Bytes of everything in the file once unpacked; for delimited text, bytes of the file. */
  readonly inflatedBytes: number;
  /** Unpacked bytes of each part that describes the workbook: its sheets, relations and styles. */
  readonly structureBytes: number;
  /** Parts in the zip directory. */
  readonly entryCount: number;
  /** Bytes of one part's name. */
  readonly entryNameBytes: number;
  /** Texts in the shared table. */
  readonly sharedStringCount: number;
  /** Unpacked bytes of the table of shared texts. */
  readonly sharedStringBytes: number;
  readonly columns: number;
  readonly rows: number;
  /** UTF-16 units of one cell's text. */
  readonly cellTextLength: number;
  readonly mergedRanges: number;
  /** Formats that cells may have. */
  readonly cellStyles: number;
  /** Bytes of an .xlsx file's sheets as XML that hold no value, beyond what {@link paddingPerValue} grants. */
  readonly paddingBytes: number;
  /** Empty cells beside the values of their rows, in all sheets, beyond what {@link paddingPerValue} grants. */
  readonly paddingCells: number;
  /** Bytes of one cell or one shared text as XML. */
  readonly elementBytes: number;
  /** Characters of one record of delimited text. */
  readonly recordLength: number;
  /** Bytes of one XML tag with its attributes. */
  readonly tagBytes: number;
  /** Elements open inside each other. */
  readonly nestingDepth: number;
  /** Bytes of an .xls, .xlsb or .ods file: these are read whole into memory. */
  readonly legacyFileBytes: number;
  /** Declared unpacked bytes of an .xlsb or .ods file. */
  readonly legacyInflatedBytes: number;
  /** Memory that parsing such a file may take. */
  readonly legacyHeapMegabytes: number;
  /** Time that parsing such a file may take. */
  readonly legacyDurationMs: number;
}

const mebibyte = 1024 * 1024;

/** What every value may have around it before it counts as padding: far more than any export writes. */
export const paddingPerValue = { bytes: 1024, cells: 64 } as const;

/**
 * Room for a full Excel sheet of survey answers, and little more. No bound on the compression ratio: survey
 * answers compress far, and `inflatedBytes` already bounds the work.
 */
export const defaultLimits: WorkbookLimits = {
  inflatedBytes: 1_500_000_000,
  structureBytes: 32 * mebibyte,
  entryCount: 10_000,
  entryNameBytes: 512,
  sharedStringCount: 5_000_000,
  sharedStringBytes: 192 * mebibyte,
  columns: 16_384,
  rows: 1_048_576,
  cellTextLength: 32_767,
  mergedRanges: 500_000,
  cellStyles: 65_536,
  paddingBytes: 96 * mebibyte,
  paddingCells: 8_000_000,
  elementBytes: 4 * mebibyte,
  recordLength: mebibyte,
  tagBytes: 64 * 1024,
  nestingDepth: 64,
  legacyFileBytes: 16 * mebibyte,
  legacyInflatedBytes: 32 * mebibyte,
  legacyHeapMegabytes: 256,
  legacyDurationMs: 8_000,
};
