/**
 * What two spellings of a unit's name have in common when they differ only in case, blanks at the ends or
 * doubled blanks. More than that is a look-alike, which a person decides on.
 */
export function unitNameKey(name: string): string {
  return tidyUnitName(name).toLowerCase();
}

/** The name with its blanks in order, as it is stored. */
export function tidyUnitName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}
