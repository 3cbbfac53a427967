import { Refusal } from '../../core/problem.ts';
import { type Fault, LimitFault, LockedFault, UnsafeFault } from './faults.ts';
import type { WorkbookLimits } from './limits.ts';

/** Stable codes of the reasons for which a file is refused. */
export const refusalCodes = [
  /** There is no file of that name. */
  'file-not-found',
  /** The file is there but may not be, or cannot be, read. */
  'file-unreadable',
  /** The path leads to a folder. */
  'is-folder',
  /** The file holds no byte. */
  'empty-file',
  /** The file is something else than a workbook; the message says what. */
  'not-a-workbook',
  /** The workbook, or a part of it, is locked with a password. */
  'password-protected',
  /** The file is cut short or its content does not fit together. */
  'damaged-workbook',
  /** A text file has a quotation mark that does not end, or stands where none may. */
  'broken-quote',
  /** No sheet holds a single value. */
  'empty-workbook',
  /** The file goes beyond one of the `WorkbookLimits`. */
  'too-large',
  /** The file holds something that has no place in a workbook and could be an attack. */
  'unsafe-workbook',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Where in the files a refusal arose. */
export interface Place {
  /** File name without its folders. */
  readonly file: string;
  readonly sheet?: string;
  /** The cell last read, such as "K14". */
  readonly cell?: string;
}

/** What a file is when it is not a workbook. */
export const foreignContents = [
  'word',
  'powerpoint',
  'pdf',
  'html',
  'picture',
  'zip',
  'json',
  'xml',
  'xml-spreadsheet',
  'numbers',
  'text-document',
  'email',
  'archive',
  'plain-text',
  'unknown',
] as const;
export type ForeignContent = (typeof foreignContents)[number];

const saveAsXlsx =
  'Öppna filen i Excel, välj Arkiv > Spara som och formatet Excel-arbetsbok (.xlsx). Läs sedan in den nya filen.';
const chooseWorkbook = 'Välj i stället Excel-filen med enkätsvaren.';
const exportAgain = 'Hämta eller exportera filen på nytt och försök igen.';

const foreignTexts: Record<ForeignContent, readonly [what: string, nextStep: string]> = {
  word: ['är ett Word-dokument, inte en Excel-fil', chooseWorkbook],
  powerpoint: ['är en PowerPoint-presentation, inte en Excel-fil', chooseWorkbook],
  pdf: ['är en PDF, inte en Excel-fil', chooseWorkbook],
  html: ['är en webbsida med en tabell, fast den är sparad som en Excel-fil', saveAsXlsx],
  picture: ['är en bild, inte en Excel-fil', chooseWorkbook],
  zip: [
    'är en zip-fil med annat innehåll, inte en Excel-fil',
    'Packa upp zip-filen och välj Excel-filen som ligger i den.',
  ],
  json: ['innehåller JSON-data, inte en tabell', 'Exportera svaren på nytt som Excel-fil (.xlsx) eller CSV.'],
  xml: ['innehåller XML-data, inte en tabell', 'Exportera svaren på nytt som Excel-fil (.xlsx) eller CSV.'],
  'xml-spreadsheet': ['är sparad i ett äldre XML-format från Excel som inte kan läsas här', saveAsXlsx],
  numbers: [
    'är ett Numbers-dokument, inte en Excel-fil',
    'Öppna filen i Numbers och välj Arkiv > Exportera till > Excel. Läs sedan in den nya filen.',
  ],
  'text-document': ['är ett textdokument eller en presentation, inte ett kalkylark', chooseWorkbook],
  email: [
    'är ett sparat e-postmeddelande, inte en Excel-fil',
    'Spara den bifogade Excel-filen och välj den.',
  ],
  archive: [
    'är en komprimerad fil, inte en Excel-fil',
    'Packa upp filen och välj Excel-filen som ligger i den.',
  ],
  'plain-text': [
    'är vanlig text utan kolumner',
    'Kontrollera att du valt rätt fil. En textfil med svar ska ha kolumner skilda åt med semikolon, komma eller tabb.',
  ],
  unknown: ['är inte en Excel-fil och formatet känns inte igen', chooseWorkbook],
};

function mebibytes(bytes: number): string {
  return `${inSwedish(Math.round(bytes / 1_000_000))} MB`;
}

/** Digits in groups of three with the no-break space that Swedish uses. */
function inSwedish(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

const limitTexts: Record<keyof WorkbookLimits, (limit: number) => string> = {
  inflatedBytes: (limit) => `blir större än ${mebibytes(limit)} när den packas upp, vilket är gränsen`,
  structureBytes: (limit) =>
    `har en beskrivning av blad och format som är större än ${mebibytes(limit)}, vilket är gränsen`,
  entryCount: (limit) => `består av fler än ${inSwedish(limit)} delar, vilket är gränsen`,
  entryNameBytes: (limit) =>
    `har en del vars namn är längre än ${inSwedish(limit)} tecken, vilket är gränsen`,
  sharedStringCount: (limit) => `innehåller fler än ${inSwedish(limit)} olika texter, vilket är gränsen`,
  sharedStringBytes: (limit) => `innehåller mer än ${mebibytes(limit)} text, vilket är gränsen`,
  columns: (limit) => `har fler än ${inSwedish(limit)} kolumner, vilket är gränsen`,
  rows: (limit) => `har fler än ${inSwedish(limit)} rader, vilket är gränsen`,
  cellTextLength: (limit) => `har en cell med mer än ${inSwedish(limit)} tecken, vilket är gränsen`,
  mergedRanges: (limit) => `har fler än ${inSwedish(limit)} sammanfogade områden, vilket är gränsen`,
  cellStyles: (limit) => `har fler än ${inSwedish(limit)} cellformat, vilket är gränsen`,
  paddingBytes: (limit) =>
    `har mer än ${mebibytes(limit)} tomma celler och annat utan värden, vilket är gränsen`,
  paddingCells: (limit) => `har fler än ${inSwedish(limit)} tomma celler mellan värdena, vilket är gränsen`,
  recordLength: (limit) => `har en rad med mer än ${inSwedish(limit)} tecken, vilket är gränsen`,
  elementBytes: (limit) => `har en cell som är större än ${mebibytes(limit)}, vilket är gränsen`,
  tagBytes: (limit) =>
    `har en cell vars beskrivning är längre än ${inSwedish(limit)} tecken, vilket är gränsen`,
  nestingDepth: (limit) => `har fler än ${inSwedish(limit)} nivåer inuti varandra, vilket är gränsen`,
  legacyFileBytes: (limit) => `är större än ${mebibytes(limit)}, vilket är gränsen för det här formatet`,
  legacyInflatedBytes: (limit) =>
    `blir större än ${mebibytes(limit)} när den packas upp, vilket är gränsen för det här formatet`,
  legacyHeapMegabytes: (limit) =>
    `tar mer än ${inSwedish(limit)} MB minne att läsa, vilket är gränsen för det här formatet`,
  legacyDurationMs: (limit) =>
    `tar mer än ${inSwedish(limit / 1000)} sekunder att läsa, vilket är gränsen för det här formatet`,
};

function refusal(code: RefusalCode, message: string, place: Place, nextStep: string): Refusal {
  return new Refusal({ code, message, ...place, nextStep });
}

/** "filen ”x.xlsx”", with the sheet where it is known. */
function subject({ file, sheet }: Place): string {
  return sheet === undefined ? `Filen ”${file}”` : `Bladet ”${sheet}” i filen ”${file}”`;
}

/** The refusal of a file that the file system will not open or read; `error` is what it answered. */
export function unreadableFileRefusal(file: string, error: unknown): Refusal {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
    return refusal(
      'file-not-found',
      `Filen ”${file}” finns inte.`,
      { file },
      'Kontrollera att filen inte har flyttats eller bytt namn, och välj den på nytt.',
    );
  }
  return refusal(
    'file-unreadable',
    `Filen ”${file}” går inte att läsa.`,
    { file },
    'Stäng filen om den är öppen i ett annat program, kontrollera att du har rätt att läsa den och försök igen.',
  );
}

export function folderRefusal(file: string): Refusal {
  return refusal('is-folder', `”${file}” är en mapp, inte en fil.`, { file }, 'Välj en fil inne i mappen.');
}

export function emptyFileRefusal(file: string): Refusal {
  return refusal('empty-file', `Filen ”${file}” är helt tom.`, { file }, exportAgain);
}

export function foreignContentRefusal(file: string, content: ForeignContent): Refusal {
  const [what, nextStep] = foreignTexts[content];
  return refusal('not-a-workbook', `Filen ”${file}” ${what}.`, { file }, nextStep);
}

export function emptyWorkbookRefusal(file: string): Refusal {
  return refusal(
    'empty-workbook',
    `Filen ”${file}” innehåller inga värden: alla blad är tomma.`,
    { file },
    'Kontrollera att du valt rätt fil och att exporten innehåller svar.',
  );
}

/** `line`: 1-based line of the text file where reading stopped. */
export function brokenQuoteRefusal(file: string, line: number): Refusal {
  return refusal(
    'broken-quote',
    `Filen ”${file}” har ett citattecken (") på rad ${line} som inte stämmer: det saknar sitt par eller står mitt i en text.`,
    { file },
    `Rätta rad ${line} i filen, eller exportera svaren på nytt som Excel-fil (.xlsx).`,
  );
}

/** The refusal that a fault amounts to, at the place where it was met. */
export function faultRefusal(fault: Fault, place: Place): Refusal {
  if (fault instanceof LimitFault) {
    return refusal(
      'too-large',
      `${subject(place)} ${limitTexts[fault.bound](fault.limit)}.`,
      place,
      'Dela upp filen i flera mindre filer, eller ta bort det som inte hör till svaren, och försök igen.',
    );
  }
  if (fault instanceof LockedFault) {
    return refusal(
      'password-protected',
      `Filen ”${place.file}” är skyddad med ett lösenord.`,
      place,
      'Öppna filen i Excel, ta bort lösenordet under Arkiv > Info > Skydda arbetsbok, spara och försök igen.',
    );
  }
  if (fault instanceof UnsafeFault) {
    return refusal(
      'unsafe-workbook',
      `${subject(place)} innehåller något som inte hör hemma i en Excel-fil och läses därför inte.`,
      place,
      `Kontrollera var filen kommer ifrån. ${saveAsXlsx}`,
    );
  }
  const reached = place.cell === undefined ? '' : ` Det gick att läsa fram till cell ${place.cell}.`;
  return refusal(
    'damaged-workbook',
    `${subject(place)} har skadats eller saknar en del.${reached}`,
    place,
    `${exportAgain} Går filen att öppna i Excel kan du spara den på nytt där.`,
  );
}
