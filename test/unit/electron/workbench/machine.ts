import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {
  Choice,
  Envelope,
  InputOf,
  MachineEvent,
  OutputOf,
  WorkbenchCallName,
  WorkspaceSummary,
} from '../../../../core/api.ts';
import type { Problem } from '../../../../core/problem.ts';
import { Workbench } from '../../../../electron/workbench/service.ts';

/** A workbench in a folder of its own, for tests that ask it as the window does. */
export class Machine {
  readonly folder: string;
  readonly workbench: Workbench;
  readonly events: MachineEvent[] = [];
  /** What went wrong in the program, which nothing should. */
  readonly faults: { readonly place: string; readonly error: unknown }[] = [];
  readonly #home = process.env['DIMIOS_HOME'];
  #calls = 0;
  #targets = 0;

  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'dimios-machine-'));
    process.env['DIMIOS_HOME'] = path.join(this.folder, 'home');
    this.workbench = new Workbench({
      now: () => '2022-12-01T10:00:00.000Z',
      emit: (event) => this.events.push(event),
      logFault: (place, error) => this.faults.push({ place, error }),
    });
  }

  async envelope(name: string, input: unknown): Promise<Envelope> {
    const json = await this.workbench.call(name, JSON.stringify(input), `call-${++this.#calls}`);
    return JSON.parse(json) as Envelope;
  }

  /** The answer to a call that should be answered. */
  async call<Name extends WorkbenchCallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const envelope = await this.envelope(name, input);
    if (!envelope.ok) throw new Error(`${name}: ${envelope.problem.code}: ${envelope.problem.message}`);
    return envelope.value as OutputOf<Name>;
  }

  /** The problem of a call that should be refused. */
  async problem(name: string, input: unknown): Promise<Problem> {
    const envelope = await this.envelope(name, input);
    if (envelope.ok) throw new Error(`${name} was answered, and should have been refused.`);
    return envelope.problem;
  }

  /** A place to save to, as the shell grants it. */
  target(fileName: string): InputOf<'results.export'>['targetId'] {
    const id = `target-${++this.#targets}` as InputOf<'results.export'>['targetId'];
    this.workbench.grant({ kind: 'target', id, path: path.join(this.folder, fileName) });
    return id;
  }

  /** A file that lies on the disk, as the shell grants it. */
  file(filePath: string): InputOf<'files.end'>['fileId'] {
    const id = `file-${++this.#targets}` as InputOf<'files.end'>['fileId'];
    this.workbench.grant({ kind: 'file', id, path: filePath });
    return id;
  }

  end(): void {
    this.workbench.end();
    if (this.#home === undefined) delete process.env['DIMIOS_HOME'];
    else process.env['DIMIOS_HOME'] = this.#home;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What the top bar holds at first: all years, the whole and the units directly under it, everyone. */
export function usualChoice({ years, units }: WorkspaceSummary): Choice {
  return {
    years: years.filter(({ sources }) => sources.length > 0).map(({ year }) => year),
    units: [null, ...units.filter(({ level }) => level === 1).map(({ unit }) => unit)],
    measure: 'mean',
    against: { nation: true, target: true, pool: true },
    who: { kind: 'all' },
  };
}
