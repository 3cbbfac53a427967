import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { ColumnMatch } from '../../core/intake/columns.ts';
import type { Mapping } from '../../core/intake/mapping.ts';
import { parseMapping } from '../../core/intake/mapping.ts';
import { compareTexts, fold } from '../../core/text.ts';

/**
 * Profiles: what a user said about a layout, kept for the next file with the same headings. They belong to
 * the user, not to a workspace, and hold headings and value codes only.
 */

/** Where the user's own things lie; `DIMIOS_HOME` moves it. */
export function userFolder(): string {
  const own = process.env['DIMIOS_HOME'];
  if (own !== undefined && own !== '') return own;
  if (process.platform === 'win32') return path.join(process.env['APPDATA'] ?? homedir(), 'dimios');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library/Application Support/dimios');
  return path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), 'dimios');
}

/** The profile kept for exactly these headings, or null. A profile that cannot be read is passed over. */
export function findProfile(headers: readonly string[]): Mapping | null {
  try {
    return parseMapping(readFileSync(profilePath(headers), 'utf8'), 'profil');
  } catch {
    return null;
  }
}

/** The profiles that are kept, by name. Those that cannot be read are passed over. */
export function keptProfiles(): { readonly name: string; readonly columns: number }[] {
  let files: string[];
  try {
    files = readdirSync(path.join(userFolder(), 'profiles')).filter((file) => file.endsWith('.json'));
  } catch {
    return [];
  }
  return files
    .flatMap((file) => {
      try {
        const text = readFileSync(path.join(userFolder(), 'profiles', file), 'utf8');
        const { name = '', columns } = parseMapping(text, file);
        return [{ name, columns: columns.length }];
      } catch {
        return [];
      }
    })
    .sort((a, b) => compareTexts(a.name, b.name));
}

/**
 * Keeps a profile for these headings, in place of an earlier one. Units and year are left out: they are contents.
 * So are the scale's points and direction: a file that runs the other way is asked about each time.
 */
export function saveProfile(headers: readonly string[], name: string, mapping: Mapping): void {
  const { columns, values, duplicates, incomplete } = mapping;
  const profile: Mapping = {
    format: 1,
    name,
    columns,
    values,
    units: [],
    ...(duplicates !== undefined && { duplicates }),
    ...(incomplete !== undefined && { incomplete }),
  };
  const target = profilePath(headers);
  mkdirSync(path.dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(profile, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, target);
}

/** What the columns were taken to mean, as a mapping that says so by heading (by letters where two are alike). */
export function mappingOfColumns(columns: readonly ColumnMatch[], said: Mapping): Mapping {
  const headings = columns.map(({ header }) => fold(header));
  const isUnique = (header: string): boolean =>
    headings.filter((heading) => heading === fold(header)).length === 1;
  return {
    ...said,
    columns: columns.map((match) => ({
      ...(match.header !== '' && isUnique(match.header)
        ? { header: match.header }
        : { column: match.letters }),
      role: match.role,
      ...(match.item !== null && { item: match.item, reversed: match.reversed }),
      ...(match.unitLevel !== null && { level: match.unitLevel }),
    })),
  };
}

function profilePath(headers: readonly string[]): string {
  const layout = createHash('sha256')
    .update(JSON.stringify(headers.map(fold)))
    .digest('hex')
    .slice(0, 32);
  return path.join(userFolder(), 'profiles', `${layout}.json`);
}
