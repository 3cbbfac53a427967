import * as z from 'zod';
import type { WorkbenchCallName } from '../../core/api.ts';
import { workbenchCalls } from '../../core/api.ts';

/** Input for every call, made from the contract itself: a right one, and all the ways to make it wrong at each of its fields. */

/** The part of JSON Schema that the contract uses. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly minimum?: number;
  readonly pattern?: string;
}

type Path = readonly (string | number)[];

/** What stands for ids and codes, of which the schema tells nothing, by the name of their field. */
export type Known = Readonly<Record<string, unknown>>;

/** Input that a call takes, with every field filled in. */
export function rightInput(name: WorkbenchCallName, known: Known): unknown {
  const shape = z.toJSONSchema(workbenchCalls[name].input, { unrepresentable: 'any', io: 'input' });
  // JSON Schema is a wider type than what the contract makes of it.
  return sampleOf(shape as Shape, '', known);
}

function sampleOf(shape: Shape, field: string, known: Known): unknown {
  if (field in known && shape.type !== 'array' && shape.type !== 'object') return known[field];
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const [first] = shape.anyOf ?? shape.oneOf ?? [];
  if (first !== undefined) return sampleOf(first, field, known);
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([key, own]) => [key, sampleOf(own, key, known)]),
      );
    case 'array':
      return [sampleOf(shape.items ?? {}, field.replace(/s$/, ''), known)];
    case 'string':
      return shape.pattern?.startsWith('^[A-Z]') === true ? 'A' : 'text';
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      return 'okand-kod';
  }
}

/** What is put in the place of every field. */
const hostileValues: readonly unknown[] = [
  undefined,
  null,
  '',
  -1,
  0.5,
  Number.MAX_SAFE_INTEGER + 2,
  999_999,
  2999,
  [],
  {},
  true,
  '../../etc/passwd',
  '__proto__',
  'constructor',
  "'; DROP TABLE batch; --",
  '<script>alert(1)</script>',
  '=1+1',
  '\0\uD800\u202E',
  'x'.repeat(100_000),
  { toString: 'x', length: -1 },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  Array.from({ length: 3000 }, () => 1),
];

/** The input with each of its fields, in turn, replaced by each hostile value, taken away or joined by another. */
export function* hostileInputs(right: unknown): Generator {
  yield* hostileValues.filter((value) => value !== undefined);
  for (const path of pathsOf(right)) {
    for (const value of hostileValues) yield replaced(right, path, value);
  }
  if (isRecord(right)) yield { ...right, extra: 1 };
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  const entries = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, own]) => [[...path, key], ...pathsOf(own, [...path, key])]);
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((own: unknown, at) => (at === key ? replaced(own, rest, by) : own));
  if (!isRecord(value)) return value;
  return { ...value, [key]: replaced(value[key], rest, by) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
