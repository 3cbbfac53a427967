import type { Instrument, RoleCode } from '../../../../core/instrument/instrument.ts';
import type { AnswersInput } from '../../../../core/scoring/results.ts';
import { nobodyInvited } from '../../../../core/scoring/results.ts';
import { tallyAnswers } from '../../../../core/survey/tally.ts';
import type { GateAnswer } from '../../../../core/survey/tally.ts';
import type { TallyCell, Unit, UnitId, UnitTree } from '../../../../core/survey/units.ts';
import { unitTree } from '../../../../core/survey/units.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows } from '../../../answer-rows.ts';
import { unit, unitId } from '../../../units.ts';

/** Pseudo-random numbers in [0, 1) from a seed (mulberry32), so that a failing run can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Who answered what, one by one: what a plan must protect. */
export interface Person {
  /** Null for one who gave no unit. */
  readonly unit: UnitId | null;
  readonly role: RoleCode | null;
  readonly gate: GateAnswer;
  readonly answers: readonly Answer[];
}

/** Respondents of one year in a tree of units. */
export interface Municipality {
  readonly instrument: Instrument;
  readonly tree: UnitTree;
  readonly people: readonly Person[];
}

/** What a random municipality is like. */
export interface Shape {
  readonly firstLevel: number;
  /** Units under each of the first level, at most. */
  readonly secondLevel: number;
  /** Respondents of a unit without units under it, at most; small numbers are likelier. */
  readonly respondents: number;
  /** Roles beside none. */
  readonly roles: number;
  /** Share of units in which all answer alike, of vet ej, of people directly in a unit that has others under it. */
  readonly alike: number;
  readonly dontKnow: number;
  readonly direct: number;
}

export function randomMunicipality(instrument: Instrument, shape: Shape, random: () => number): Municipality {
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const units: Unit[] = [];
  const people: Person[] = [];
  const { min, points } = instrument.scale;
  const answer = (alike: number | null): Answer => {
    if (alike !== null) return random() < 0.03 ? min : min + alike;
    if (random() < shape.dontKnow) return 'dontKnow';
    return random() < 0.04 ? null : min + upTo(points - 1);
  };
  const fill = (id: UnitId | null, most: number): void => {
    const count = Math.floor(random() ** 2 * (most + 1));
    const alike = instrument.items.map(() => (random() < shape.alike ? upTo(points - 1) : null));
    for (let at = 0; at < count; at++) {
      const role = upTo(shape.roles);
      const gate = random();
      people.push({
        unit: id,
        role: role === 0 ? null : (`role${role}` as RoleCode),
        gate: gate < 0.3 ? 'yes' : gate < 0.9 ? 'no' : null,
        answers: alike.map(answer),
      });
    }
  };
  for (let first = 0; first < shape.firstLevel; first++) {
    const parent = units.length + 1;
    units.push(unit(parent, `Förvaltning ${parent}`));
    const below = upTo(shape.secondLevel);
    if (below === 0) fill(unitId(parent), shape.respondents);
    else if (random() < shape.direct) fill(unitId(parent), 8);
    for (let second = 0; second < below; second++) {
      const id = units.length + 1;
      units.push(unit(id, `Enhet ${id}`, { parent }));
      fill(unitId(id), shape.respondents);
    }
  }
  if (random() < shape.direct) fill(null, 8);
  return { instrument, tree: unitTree(units), people };
}

/** Another year of the same units: some are gone, others have changed their minds. */
export function otherYear(municipality: Municipality, random: () => number): Municipality {
  const people = municipality.people
    .filter(() => random() < 0.8)
    .map((person) => ({
      ...person,
      answers: person.answers.map((answer, item) =>
        random() < 0.5 ? answer : (person.answers[item + 1] ?? answer),
      ),
    }));
  return { ...municipality, people };
}

/** The people's tallies by unit, role and gate answer. */
export function cellsOf({ instrument, people }: Municipality): TallyCell[] {
  const byCell = Map.groupBy(people, ({ unit: id, role, gate }) => `${id ?? ''}|${role ?? ''}|${gate ?? ''}`);
  return [...byCell.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const rows = answerRows(
      instrument,
      members.map(({ answers }) => answers),
    );
    const { unit: id, role, gate } = first;
    return [{ unit: id, role, gate, tally: tallyAnswers(instrument, gate, rows) }];
  });
}

/** The municipality's answers as results are made of them. */
export function answersInput(municipality: Municipality, year = 2022): AnswersInput {
  const { instrument, tree } = municipality;
  return {
    year,
    instrument,
    wholeName: 'Kommunen',
    tree,
    cells: cellsOf(municipality),
    invited: nobodyInvited,
  };
}
