import path from 'node:path';
import type { OptionValues } from './command.ts';
import { UsageError } from './command.ts';

/** The options' values with the types that commands need. @throws UsageError from each of these */

/** A path as the user meant it: `npm run` moves to the project's folder and tells where the user stood. */
export function userPath(given: string): string {
  const isFromNpm =
    process.env['npm_lifecycle_event'] === 'dimios' || process.env['npm_lifecycle_event'] === 'start';
  return path.resolve((isFromNpm ? process.env['INIT_CWD'] : undefined) ?? process.cwd(), given);
}

export function text(options: OptionValues, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

export function requiredText(options: OptionValues, name: string, meaning: string): string {
  const value = text(options, name);
  if (value === null || value === '') throw new UsageError(`--${name} saknas: ${meaning}.`);
  return value;
}

export function year(options: OptionValues, name = 'year'): number | null {
  const value = text(options, name);
  if (value === null) return null;
  if (!/^(?:19|20)\d\d$/.test(value)) {
    throw new UsageError(
      `--${name} ska vara ett årtal med fyra siffror, till exempel 2022, inte "${value}".`,
    );
  }
  return Number(value);
}

export function requiredYear(options: OptionValues, name: string): number {
  const value = year(options, name);
  if (value === null) throw new UsageError(`--${name} saknas: ange ett årtal.`);
  return value;
}

/** A number written with a point or a comma, with or without a percent sign. */
export function requiredNumber(options: OptionValues, name: string): number {
  const value = requiredText(options, name, 'ange ett tal');
  const plain = value.replace(/\s*%$/, '').replace(',', '.');
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(plain))
    throw new UsageError(`--${name} ska vara ett tal, inte "${value}".`);
  return Number(plain);
}

/** One of the words that `allowed` lists. */
export function choice<Word extends string>(
  options: OptionValues,
  name: string,
  allowed: readonly Word[],
): Word | null {
  const value = text(options, name);
  if (value === null) return null;
  const found = allowed.find((word) => word === value);
  if (found === undefined)
    throw new UsageError(`--${name} ska vara ett av ${allowed.join(', ')}, inte "${value}".`);
  return found;
}

/** "A=B" as its two sides. */
export function pair(given: string, name: string): readonly [string, string] {
  const at = given.indexOf('=');
  const left = given.slice(0, at).trim();
  const right = given.slice(at + 1).trim();
  if (at === -1 || left === '' || right === '')
    throw new UsageError(`--${name} skrivs A=B, inte "${given}".`);
  return [left, right];
}

/** The workspace that `--in` or `--into` names. */
export function workspacePath(options: OptionValues, name: 'in' | 'into' = 'in'): string {
  return userPath(requiredText(options, name, 'ange arbetsfilen, till exempel min.dimios'));
}

/** The workspace that `--into` names, which may be a new one. */
export function newWorkspacePath(options: OptionValues): string {
  const given = workspacePath(options, 'into');
  if (!given.toLowerCase().endsWith('.dimios')) {
    throw new UsageError('--into ska vara en arbetsfil som slutar på .dimios, till exempel kommunen.dimios.');
  }
  return given;
}

/** Several years parted by commas, as they were given; null where none is. */
export function years(options: OptionValues, name = 'year'): number[] | null {
  const value = text(options, name);
  if (value === null) return null;
  const given = value.split(',').map((part) => year({ [name]: part.trim() }, name));
  return [...new Set(given.filter((one) => one !== null))];
}

export function noPositionals(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new UsageError(`"${positionals.join(' ')}" hör inte hit.`);
}
