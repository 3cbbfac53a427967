import type { Measurements } from '../analysis/measurements.ts';

/** What has been computed from measurements, for as long as they are the same. */
const shelves = new WeakMap<Measurements, Map<string, unknown>>();

/**
 * What `make` gives, made once for the same measurements and key. Measurements never change, and all that is
 * computed from them is the same each time, so this shows in nothing but the time it takes.
 */
export function remembered<Value>(measurements: Measurements, key: string, make: () => Value): Value {
  let shelf = shelves.get(measurements);
  if (shelf === undefined) {
    shelf = new Map();
    shelves.set(measurements, shelf);
  }
  if (!shelf.has(key)) shelf.set(key, make());
  // Every key is of one place in the program, which gives it one type.
  return shelf.get(key) as Value;
}
