import path from 'node:path';
import { SqliteError } from 'better-sqlite3';
import { Refusal } from '../../core/problem.ts';

/** A refusal that concerns the workspace file at `filePath`. */
export function fileRefusal(filePath: string, code: string, message: string, nextStep: string): Refusal {
  return new Refusal({ code, message, file: path.basename(filePath), nextStep });
}

/** The file is damaged; `what` says how in a Swedish clause. */
export function damaged(filePath: string, what: string): Refusal {
  const name = path.basename(filePath);
  return fileRefusal(
    filePath,
    'workspace-damaged',
    `Arbetsfilen ${name} är skadad: ${what}. Den har inte ändrats.`,
    'Återställ en säkerhetskopia ("dimios restore"), eller ta vara på det som går att läsa med "dimios repair". Annars kan du läsa in kalkylfilerna igen i en ny arbetsfil.',
  );
}

export function unwritable(filePath: string): Refusal {
  const name = path.basename(filePath);
  return fileRefusal(
    filePath,
    'workspace-unwritable',
    `Det går inte att skriva till ${name}: filen eller mappen den ligger i är skrivskyddad.`,
    'Kopiera arbetsfilen till en mapp där du får skriva, eller be om skrivrättigheter till mappen.',
  );
}

export function batchMissing(fileName: string, batch: number): Refusal {
  return new Refusal({
    code: 'batch-missing',
    message: `Det finns ingen inläsning med nummer ${batch} i ${fileName}.`,
    file: fileName,
    nextStep: 'Se vilka nummer som finns i listan över inläsningar.',
  });
}

export function busy(filePath: string): Refusal {
  return fileRefusal(
    filePath,
    'workspace-busy',
    `Arbetsfilen ${path.basename(filePath)} används just nu av ett annat program. Inget har ändrats.`,
    'Vänta tills det andra programmet är klart, eller stäng det, och försök igen.',
  );
}

export function diskFull(filePath: string): Refusal {
  const name = path.basename(filePath);
  return fileRefusal(
    filePath,
    'disk-full',
    `Disken är full, så ${name} kunde inte sparas. Inget har ändrats.`,
    'Frigör utrymme på disken och försök igen.',
  );
}

/**
 * What SQLite's errors mean to the person at the keyboard. Errors that only a fault of the program can give,
 * such as a broken constraint, are passed on as they are.
 */
export function sqliteRefusal(filePath: string, error: unknown): unknown {
  if (!(error instanceof SqliteError)) return error;
  const name = path.basename(filePath);
  const { code } = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return busy(filePath);
  }
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(filePath, 'delar av innehållet går inte att läsa');
  // Our questions fit every file of this schema version: where they do not, the file's own schema is broken.
  if (code === 'SQLITE_ERROR' && /^(no such|error in|malformed|table )/.test(error.message))
    return damaged(filePath, 'beskrivningen av innehållet går inte att läsa');
  if (code === 'SQLITE_NOTADB') return damaged(filePath, 'innehållet är inte en läsbar databas');
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') {
    return unwritable(filePath);
  }
  if (code === 'SQLITE_FULL') {
    return diskFull(filePath);
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return fileRefusal(
      filePath,
      'workspace-unreadable',
      `Det gick inte att läsa eller skriva ${name} på disken (${code}).`,
      'Kontrollera att disken eller nätverksmappen är ansluten och försök igen.',
    );
  }
  return error;
}
