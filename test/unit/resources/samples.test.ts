import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import instrument from '../../../resources/instruments/dimios.json' with { type: 'json' };
import published from '../../../resources/published-figures.json' with { type: 'json' };
import { measurementOf } from '../../../resources/samples/make/measurement.ts';
import { sampleFiles } from '../../../resources/samples/make/samples.ts';
import { verify } from '../../../resources/samples/make/verify.ts';
import { naiveScores } from '../../naive-scoring.ts';
import type { NaiveAnswer, NaiveScores } from '../../naive-scoring.ts';

const folder = fileURLToPath(new URL('../../../resources/samples/', import.meta.url));
const plain = 'DiMiOS 2020.xlsx';
const forms = 'DiMiOS 2021 (Microsoft Forms).xlsx';
const limeSurvey = 'DiMiOS 2022 (LimeSurvey).xlsx';
const responseRates = 'Svarsfrekvens 2022.xlsx';
const employeeSurvey = 'Medarbetarundersökning 2022.xlsx';
const committed = readdirSync(folder)
  .map((fileName) => fileName.normalize('NFC'))
  .filter((fileName) => fileName.endsWith('.xlsx'));

const items = instrument.dimensions.flatMap(({ categories }) =>
  categories.flatMap((category) => category.items),
);

function onlySheet(fileName: string): XLSX.WorkSheet {
  const book = XLSX.read(readFileSync(folder + fileName));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined || book.SheetNames.length !== 1)
    throw new Error(`${fileName} should have one sheet.`);
  return sheet;
}

function rowsOf(fileName: string): unknown[][] {
  return XLSX.utils.sheet_to_json<unknown[]>(onlySheet(fileName), { header: 1, defval: null });
}

function words(text: string): string[] {
  const folded = text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return folded.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

/** Codes of the items that a heading may be about: the bare name, or a stem entry all of whose stems begin a word. */
function itemsOf(heading: string): string[] {
  const statement = /\[([^[\]]*)\]\s*$/.exec(heading)?.[1] ?? heading;
  const named = items.filter(({ name }) => name.sv === statement);
  const about = items.filter(({ stems }) =>
    stems.some((entry) =>
      entry.split(' ').every((stem) => words(statement).some((word) => word.startsWith(stem))),
    ),
  );
  return (named.length > 0 ? named : about).map(({ code }) => code);
}

function answerIn(cell: unknown): NaiveAnswer {
  if (cell === null) return null;
  if (cell === 'Vet ej') return 'dontKnow';
  if (typeof cell !== 'string' && typeof cell !== 'number')
    throw new Error(`Not an answer: a ${typeof cell}`);
  const number = /^([1-6])(?: - .+)?$/.exec(String(cell))?.[1];
  if (number === undefined) throw new Error(`Not an answer: ${cell}`);
  return Number(number);
}

interface ReadMeasurement {
  readonly fileName: string;
  readonly headings: readonly string[];
  readonly answers: readonly (readonly NaiveAnswer[])[];
  readonly units: readonly unknown[];
  readonly subunits: readonly unknown[];
  readonly involved: readonly unknown[];
}

function readMeasurement(
  fileName: string,
  firstBackground: number,
  isComplete: (row: readonly unknown[]) => boolean = () => true,
): ReadMeasurement {
  const [header = [], ...all] = rowsOf(fileName);
  const rows = all.filter(isComplete);
  const first = firstBackground + 4;
  return {
    fileName,
    headings: header.slice(first, first + items.length).map(String),
    answers: rows.map((row) => row.slice(first, first + items.length).map(answerIn)),
    units: rows.map((row) => row[firstBackground]),
    subunits: rows.map((row) => row[firstBackground + 1]),
    involved: rows.map((row) => row[firstBackground + 3]),
  };
}

const measurements = new Map([
  [2020, readMeasurement(plain, 0)],
  [2021, readMeasurement(forms, 6)],
  [2022, readMeasurement(limeSurvey, 10, (row) => row[1] !== null)],
]);

function readOf(year: number): ReadMeasurement {
  const measurement = measurements.get(year);
  if (measurement === undefined) throw new Error(`No sample of ${year}.`);
  return measurement;
}

function scoresOf(year: number): NaiveScores {
  return naiveScores(readOf(year).answers, instrument);
}

function itemScore(scores: NaiveScores, publishedName: string): { mean: number; dontKnowPercent: number } {
  const code = items.find(({ name, aliases }) => [name.sv, ...aliases].includes(publishedName))?.code;
  const { mean, dontKnowPercent } = scores.items.find((item) => item.code === code) ?? {};
  if (typeof mean !== 'number' || typeof dontKnowPercent !== 'number')
    throw new Error(`No ${publishedName}.`);
  return { mean, dontKnowPercent };
}

function halfUp(value: number | null, decimals: number): string {
  if (value === null) return '-';
  return (Math.floor(value * 10 ** decimals + 0.5) / 10 ** decimals).toFixed(decimals);
}

/** Expected and computed side by side, both as printed. */
class Comparison {
  readonly #lines: { readonly what: string; readonly expected: string; readonly computed: string }[] = [];

  add(what: string, expected: number | null, computed: number | null, decimals: number): void {
    this.#lines.push({
      what,
      expected: expected === null ? '-' : expected.toFixed(decimals),
      computed: halfUp(computed, decimals),
    });
  }

  /** Fails with the whole table when a line differs. */
  check(lineCount: number): void {
    const table = this.#lines.map(
      ({ what, expected, computed }) =>
        `${what.padEnd(75)} ${expected.padStart(8)} ${computed.padStart(8)} ${expected === computed ? '' : '<-'}`,
    );
    const wrong = this.#lines.filter(({ expected, computed }) => expected !== computed);
    expect(wrong, `expected and computed:\n${table.join('\n')}\n`).toEqual([]);
    expect(this.#lines).toHaveLength(lineCount);
  }
}

describe('the sample workbooks', () => {
  test('are what the generator writes, byte for byte', () => {
    const made = sampleFiles();
    expect([...made.keys()].sort()).toEqual([...committed].sort());
    for (const [fileName, bytes] of made) {
      const same = Buffer.from(bytes).equals(readFileSync(folder + fileName));
      expect(same, `${fileName} differs: run "npm run samples" and commit`).toBe(true);
    }
  });

  test('are not written when what was drawn does not hold', () => {
    const drawn = { 2020: measurementOf(2020), 2021: measurementOf(2021), 2022: measurementOf(2022) };
    expect(() => {
      verify(drawn);
    }).not.toThrow();
    expect(() => {
      verify({ ...drawn, 2022: drawn[2021] });
    }).toThrow(/2022 maturity: 43\.99.* does not round to 42\.0[^]*prioritering has not declined/);
  });

  test('come out at every published figure of the measurements', () => {
    const comparison = new Comparison();
    for (const measurement of published.measurements) {
      const { year } = measurement;
      const { answers, involved } = readOf(year);
      const scores = scoresOf(year);
      const involvedYes = involved.filter((cell) => cell === 'Ja').length;
      expect(involvedYes + involved.filter((cell) => cell === 'Nej').length).toBe(answers.length);
      comparison.add(`${year} answered`, measurement.answered, answers.length, 0);
      comparison.add(`${year} maturity, %`, measurement.maturityPercent, scores.maturityPercent, 1);
      comparison.add(
        `${year} involved, %`,
        measurement.involvedYesPercent,
        (involvedYes / answers.length) * 100,
        0,
      );
      for (const [name, expected] of Object.entries(measurement.items ?? {})) {
        const computed = itemScore(scores, name);
        comparison.add(`${year} ${name}, mean`, expected.mean, computed.mean, 1);
        comparison.add(`${year} ${name}, vet ej %`, expected.dontKnowPercent, computed.dontKnowPercent, 0);
      }
    }
    comparison.check(3 * 3 + 2 * 4 * 2);
  });

  test('come out at every published response rate', () => {
    const comparison = new Comparison();
    const measurement = published.measurements.find(({ year }) => year === 2022);
    const [header, ...lines] = rowsOf(responseRates);
    expect(header).toEqual(['Förvaltning', 'Inbjudna', 'Svarande']);
    const { units } = readOf(2022);
    const counts = new Map(
      lines.map(([unit, invited, answered]) => [String(unit), [Number(invited), Number(answered)]]),
    );
    for (const [unit, rate] of Object.entries(measurement?.responseRatePercentByUnit ?? {})) {
      const [invited = NaN, answered = NaN] = counts.get(unit) ?? [];
      comparison.add(`${unit}, %`, rate, (answered / invited) * 100, 0);
    }
    const [invited = NaN, answered = NaN] = counts.get('Totalt') ?? [];
    comparison.add('Totalt, inbjudna', measurement?.invited ?? null, invited, 0);
    comparison.add('Totalt, svarande', measurement?.answered ?? null, answered, 0);
    comparison.add('Totalt, %', measurement?.responseRatePercent ?? null, (answered / invited) * 100, 0);
    comparison.add(
      'LKDATA, svarande',
      measurement?.answeredAtItDepartment ?? null,
      counts.get('LKDATA')?.[1] ?? null,
      0,
    );
    for (const [unit, [, listed = NaN]] of counts) {
      const found = unit === 'Totalt' ? units.length : units.filter((cell) => cell === unit).length;
      comparison.add(`${unit}, svarande i enkäten`, listed, found, 0);
    }
    comparison.check(7 + 4 + 9);
  });

  test('give the employee survey as published', () => {
    const { units, columns, answered, rows } = published.employeeSurvey;
    const [unitRow = [], yearRow = [], answerRow = [], ...itemRows] = rowsOf(employeeSurvey);
    expect(unitRow).toEqual([null, ...units.flatMap((unit) => [unit, null])]);
    expect(yearRow).toEqual([null, ...units.flatMap(() => columns.map(Number))]);
    expect(answerRow).toEqual(['Antal svar', ...answered.flat()]);
    expect(itemRows).toEqual(rows.map(({ short, values }) => [short, ...values.flat()]));
    expect(onlySheet(employeeSurvey)['!merges']?.map((range) => XLSX.utils.encode_range(range))).toEqual([
      'B1:C1',
      'D1:E1',
      'F1:G1',
      'H1:I1',
      'J1:K1',
    ]);
  });

  test('move in the directions that were stated', () => {
    const before = scoresOf(2021);
    const after = scoresOf(2022);
    const { declined, low } = published.directionStatedIn2022ComparedWith2021;
    const balancing = instrument.dimensions
      .flatMap(({ categories }) => categories)
      .find(({ name }) => name.sv === 'Balansering');
    const names = declined.flatMap((name) =>
      name === 'every item of Balansering' ? (balancing?.items.map((item) => item.name.sv) ?? []) : [name],
    );
    expect(names).toHaveLength(4 + 5);
    for (const name of names) {
      expect(itemScore(after, name).mean, name).toBeLessThan(itemScore(before, name).mean);
    }
    const others = after.items.map(({ mean }) => mean ?? NaN).sort((one, other) => one - other);
    for (const name of low) {
      expect(others.slice(0, low.length), name).toContain(itemScore(after, name).mean);
    }
  });

  test.each([...measurements])('of %i ask one recognisable statement per item', (_year, { headings }) => {
    expect(headings.map(itemsOf)).toEqual(items.map(({ code }) => [code]));
    const negative = headings.filter((heading) =>
      /(inte|ej|aldrig|ingen|inga|utan|saknar?|brist\w*)/i.test(heading),
    );
    expect(negative).toEqual([]);
  });

  test('have the same förvaltningar every year, with enheter too small to be shown', () => {
    const expected = readOf(2022).units;
    for (const { units, subunits } of measurements.values()) {
      expect(new Set(units)).toEqual(new Set(expected));
      const sizes = new Map<string, number>();
      for (const [place, unit] of units.entries()) {
        const key = `${String(unit)} / ${String(subunits[place])}`;
        sizes.set(key, (sizes.get(key) ?? 0) + 1);
      }
      const small = [...sizes.values()].filter((size) => size < 5);
      expect(small.length).toBeGreaterThan(3);
      expect(small.length).toBeLessThan(sizes.size / 2);
    }
  });

  test('leave some answers of LimeSurvey incomplete', () => {
    const [header = [], ...rows] = rowsOf(limeSurvey);
    const incomplete = rows.filter((row) => row[1] === null);
    expect(header[1]).toBe('submitdate');
    expect(incomplete).toHaveLength(9);
    expect(incomplete.every((row) => Number(row[2]) < 4 && row[40] === null)).toBe(true);
  });

  test('name nobody: every address is at example.se and every IP address is for documentation', () => {
    let emailCount = 0;
    let ipCount = 0;
    for (const fileName of committed) {
      for (const cell of rowsOf(fileName).flat()) {
        for (const [email] of String(cell).matchAll(/\S*@\S*/g)) {
          emailCount += 1;
          expect(email).toMatch(/^[a-z]+\.[a-z]+@example\.se$/);
        }
        for (const [ip] of String(cell).matchAll(/\d+\.\d+\.\d+\.\d+/g)) {
          ipCount += 1;
          expect(ip).toMatch(/^192\.0\.2\.\d{1,3}$/);
        }
      }
    }
    expect(emailCount).toBe(readOf(2021).answers.length);
    expect(ipCount).toBe(readOf(2022).answers.length + 9);
  });
});
