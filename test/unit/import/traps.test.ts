import { describe, expect, test } from 'vitest';
import type { FixtureCell } from '../../fixtures/layouts/workbook.ts';
import { workbookBytes } from '../../fixtures/layouts/workbook.ts';
import { dimios as instrument } from '../../instruments.ts';
import { Workbench } from './workbench.ts';

const items = instrument.items.map(({ name }) => name.sv);
const ofYear = ['--year', '2022'];

function file(
  headings: readonly string[],
  rows: readonly (readonly FixtureCell[])[],
  above: readonly FixtureCell[][] = [],
) {
  return {
    fileName: 'Fälla.xlsx',
    bytes: workbookBytes([{ name: 'Svar', rows: [...above, headings, ...rows] }]),
  };
}

const answers = (person: number): number[] => items.map((_, place) => ((person + place) % 6) + 1);
const people = (count: number, ...before: ((person: number) => FixtureCell)[]): FixtureCell[][] =>
  Array.from({ length: count }, (_, person) => [...before.map((cell) => cell(person)), ...answers(person)]);

async function imported(fixture: ReturnType<typeof file>, ...options: readonly string[]) {
  const bench = new Workbench();
  const result = await bench.import(fixture, ...ofYear, ...options);
  const whole = bench.scores().years[0]?.units[0];
  return { ...result, whole, unitNames: result.units.map(({ name }) => name) };
}

describe('the scale', () => {
  test('L-8: stated the other way round asks, and is then read as it is stated', async () => {
    const above: FixtureCell[][] = [['1 = Instämmer helt, 6 = Instämmer inte alls']];
    const fixture = file(
      ['Förvaltning', ...items],
      people(12, () => 'Kultur'),
      above,
    );
    expect((await new Workbench().questions(fixture, ...ofYear)).map(({ code }) => code)).toEqual([
      'scale-direction',
    ]);
    const turned = await imported(fixture, '--accept-proposed');
    const straight = await imported(
      file(
        ['Förvaltning', ...items],
        people(12, () => 'Kultur'),
      ),
    );
    const first = (result: typeof turned) => result.whole?.items[0]?.counts ?? [];
    expect(first(turned)).toEqual(first(straight).toReversed());
  });

  test('L-8: asks about a statement of an item whose name is something bad, unless it says there is little', async () => {
    const headings = items.map((name) => (name === 'Skugg-IT' ? 'Vi har omfattande skugg-IT' : name));
    const questions = await new Workbench().questions(
      file(
        ['Förvaltning', ...headings],
        people(8, () => 'A'),
      ),
      ...ofYear,
    );
    expect(questions.map(({ code }) => code)).toEqual(['negative-statement']);
    const kind = items.map((name) => (name === 'Skugg-IT' ? 'Vi har god kontroll på skugg-IT' : name));
    await imported(
      file(
        ['Förvaltning', ...kind],
        people(8, () => 'A'),
      ),
    );
  });

  test('V-7: labels that nobody knows are not refused by accepting what is proposed', async () => {
    const labels = [
      'Instämmer inte alls',
      'I låg grad',
      'Varken eller',
      'I viss grad',
      'I hög grad',
      'Instämmer helt',
    ];
    const rows = people(12, () => 'A').map((row) =>
      row.map((cell) => (typeof cell === 'number' ? (labels[cell - 1] ?? null) : cell)),
    );
    const bench = new Workbench();
    const { error } = await bench.refusedImport(
      file(['Förvaltning', ...items], rows),
      ...ofYear,
      '--accept-proposed',
    );
    expect(error.code).toBe('needs-confirmation');
  });
});

describe('a respondent', () => {
  test('L-12: of the unit Kommunen with a role is no total', async () => {
    const rows = people(
      10,
      () => 'Kommunen',
      () => 'Chef',
    );
    expect((await imported(file(['Förvaltning', 'Roll', ...items], rows))).respondents).toBe(10);
  });

  test('L-12: who comments "Alla" is no total', async () => {
    const rows = people(9, (person) => (person % 3 === 0 ? 'Alla' : 'Bra'));
    expect((await imported(file(['Kommentar', ...items], rows))).respondents).toBe(9);
  });

  test('L-12: who mostly gives a code for vet ej is no total', async () => {
    const rows = [...people(8), items.map((_, place) => (place === 0 ? 3 : 99))];
    const { respondents, findings } = await imported(file(items, rows), '--accept-proposed');
    expect(respondents).toBe(9);
    expect(findings.filter(({ code }) => code === 'out-of-scale')).toHaveLength(items.length - 1);
  });

  test('L-14: is a duplicate only of one in the same year', async () => {
    const rows = [2021, 2022].flatMap((year) =>
      people(
        6,
        (person) => person + 1,
        () => year,
      ),
    );
    expect((await imported(file(['ID', 'År', ...items], rows))).respondents).toBe(6);
  });

  test('L-11: without a year among several years is left out and counted', async () => {
    const rows = [2021, 2022, null].flatMap((year) =>
      people(
        4,
        () => year,
        () => 'A',
      ),
    );
    const { respondents, leftOut } = await imported(file(['År', 'Förvaltning', ...items], rows));
    expect([respondents, leftOut]).toEqual([4, 8]);
  });
});

describe('words about a person', () => {
  test('L-9: beside a choice of unit become no unit', async () => {
    const rows = people(
      10,
      () => 'Skola',
      (person) => (person === 0 ? 'Anna Svensson, 070-1234567' : null),
    );
    const { unitNames } = await imported(
      file(['Förvaltning', 'Om annan förvaltning, ange vilken', ...items], rows),
    );
    expect(unitNames).toEqual(['Skola']);
  });

  test('L-9: in a unit column become no unit, and no value of a finding', async () => {
    const odd = ['anna.svensson@kommun.se', '850101-1234', 'A'.repeat(200)];
    const rows = people(12, (person) => odd[person] ?? 'Skola');
    const { unitNames, findings } = await imported(file(['Förvaltning', ...items], rows));
    expect(unitNames).toEqual(['Skola']);
    expect(findings.filter(({ code }) => code === 'unusable-unit').map(({ value }) => value)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('L-9: in a role column are kept in no finding', async () => {
    const rows = people(
      12,
      () => 'Skola',
      (person) => (person < 8 ? 'Chef' : 'Anna Svensson Ek'),
    );
    const { findings } = await imported(file(['Förvaltning', 'Roll', ...items], rows));
    expect(JSON.stringify(findings)).not.toContain('Anna');
  });

  test('L-5: under a heading with a name in it are dropped until someone says otherwise', async () => {
    const rows = people(12, (person) => (person % 2 === 0 ? 'Bo Ek' : 'Anna Svensson'));
    const fixture = file(['Chefens namn på enheten', ...items], rows);
    const questions = await new Workbench().questions(fixture, ...ofYear);
    expect(questions.map(({ proposed }) => proposed)).toEqual(['personal']);
    expect((await imported(fixture, '--accept-proposed')).unitNames).toEqual([]);
  });

  test('L-9: that may be a unit or a person are dropped unless someone says that they are the unit', async () => {
    const fixture = file(
      ['Ifylld av', ...items],
      people(12, (person) => (person % 2 === 0 ? 'Norr' : 'Syd')),
    );
    const [question] = await new Workbench().questions(fixture, ...ofYear);
    expect(question?.proposed).toBe('other');
    expect((await imported(fixture, '--accept-proposed')).unitNames).toEqual([]);
  });
});

describe('a list of response rates', () => {
  const rates = (rows: readonly FixtureCell[][]) => ({
    fileName: 'Svarsfrekvens 2022.xlsx',
    bytes: workbookBytes([
      { name: 'Blad1', rows: [['Förvaltning', 'Enhet', 'Inbjudna', 'Svarande'], ...rows] },
    ]),
  });

  test('A-9: of two levels adds the parts up', async () => {
    const bench = new Workbench();
    const rows = people(
      12,
      (person) => (person < 8 ? 'Skola' : 'Kultur'),
      (person) => (person % 2 === 0 ? 'Stab' : 'Grund'),
    );
    await bench.import(file(['Förvaltning', 'Enhet', ...items], rows), ...ofYear);
    await bench.import(
      rates([
        ['Skola', 'Stab', 10, 4],
        [null, 'Grund', 20, 4],
        ['Kultur', 'Stab', 8, 2],
        ['Kultur', 'Grund', 5, 2],
      ]),
      ...ofYear,
    );
    const { units = [] } = bench.scores().years[0] ?? {};
    const invited = units
      .filter(({ name }) => ['Skola', 'Kultur'].includes(name))
      .map((unit) => [unit.name, unit.invited]);
    expect(invited).toEqual([
      ['Kultur', 13],
      ['Skola', 30],
    ]);
    expect(units[0]?.invited).toBe(43);
  });

  test('A-9: says that a unit stands twice', async () => {
    const bench = new Workbench();
    const { findings } = await bench.import(
      rates([
        ['Skola', null, 10, 4],
        ['Skola', null, 99, 4],
      ]),
      ...ofYear,
    );
    expect(findings.map(({ code }) => code)).toEqual(['repeated-unit']);
  });
});
