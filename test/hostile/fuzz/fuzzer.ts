import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostileLimits } from '../limits.ts';
import type { Outcome } from '../import-path.ts';
import { ImportPath } from '../import-path.ts';
import type { Base } from './bases.ts';
import { broken } from './mutations.ts';
import { Random } from './random.ts';

/** How far files go: one in so many is taken into a workspace, one looked at as the window does; the others are read. */
export interface Depth {
  readonly takenOneIn: number;
  readonly lookedAtOneIn: number;
}

/** One broken file. */
interface Case {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The case of that number, the same for the same seed and files. */
function caseOf(seed: number, number: number, bases: readonly Base[]): Case {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ number);
  const base = random.of(bases);
  return { fileName: base.fileName, bytes: broken(base, random) };
}

/** How many files became what. */
export type Tally = ReadonlyMap<string, number>;

/**
 * Gives the program broken files, case by case. Every one must be read or refused by the rules of {@link ImportPath}; one that
 * breaks a rule is kept, to become a committed file, and told of.
 */
export class Fuzzer {
  readonly #path: ImportPath;
  readonly #seed: number;
  readonly #bases: readonly Base[];
  readonly #depth: Depth;
  readonly #folder = path.join(tmpdir(), 'dimios-fuzz');
  readonly #tally = new Map<string, number>();

  private constructor(importPath: ImportPath, seed: number, bases: readonly Base[], depth: Depth) {
    this.#path = importPath;
    this.#seed = seed;
    this.#bases = bases;
    this.#depth = depth;
    mkdirSync(this.#folder, { recursive: true });
  }

  static async open(seed: number, bases: readonly Base[], depth: Depth): Promise<Fuzzer> {
    return new Fuzzer(await ImportPath.open(), seed, bases, depth);
  }

  get tally(): Tally {
    return this.#tally;
  }

  /** Tries a case. @throws Error naming seed, number and where the file is kept, when a promise is broken */
  async try(number: number): Promise<void> {
    const { fileName, bytes } = caseOf(this.#seed, number, this.#bases);
    const kept = path.join(this.#folder, `${this.#seed}-${number}${path.extname(fileName)}`);
    // Kept before it is tried: at a file that never comes to an end, this is all that is left.
    writeFileSync(kept, bytes);
    try {
      const { kind, ...rest } = await this.#given(number, fileName, bytes);
      const became = 'code' in rest ? rest.code : kind;
      this.#tally.set(became, (this.#tally.get(became) ?? 0) + 1);
      const costMs = this.#path.takeCostliestMs();
      if (costMs > hostileLimits.cpuMs) throw new Error(`took ${costMs} ms`);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      throw new Error(`Seed ${this.#seed}, case ${number}, kept as ${kept}: ${what}`, { cause: error });
    }
    rmSync(kept);
  }

  #given(number: number, fileName: string, bytes: Uint8Array): Promise<Outcome> {
    const { takenOneIn, lookedAtOneIn } = this.#depth;
    if (number % takenOneIn === 0) return this.#path.take(fileName, bytes);
    return number % lookedAtOneIn === 0 ? this.#path.look(fileName, bytes) : this.#path.read(fileName, bytes);
  }

  end(): void {
    this.#path.end();
  }
}
