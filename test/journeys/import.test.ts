import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ImportPage } from './import-page.ts';
import type { Journey } from './journey.ts';
import { axeViolations, sample, startJourney } from './journey.ts';

let journey: Journey;
let screen: ImportPage;

afterEach(async () => {
  expect(journey.faults).toEqual([]);
  await journey.close();
});

async function startOwn(): Promise<void> {
  journey = await startJourney({ size: { width: 1600, height: 1000 } });
  screen = new ImportPage(journey.page);
  await journey.heading('Översikt').waitFor();
  await screen.startOwn('Provköpings kommun');
}

function written(name: string, text: string): string {
  const file = path.join(journey.home, name);
  writeFileSync(file, text);
  return file;
}

const items = ['Portföljstyrning', 'Förvaltningsstyrning', 'Projektstyrning', 'Försörjningsstrategi'];

/** Answers of `rows` respondents of 2021, one unit after another, with a column that nobody knows. */
function answers(rows: number, units: readonly string[]): string {
  const lines = [`Tidstämpel;Förvaltning;${items.join(';')};Övrigt betyg`];
  for (let row = 0; row < rows; row++) {
    const values = items
      .map((_, item) => (row === 40 && item === 0 ? 9 : ((row * 3 + item) % 6) + 1))
      .join(';');
    lines.push(`2021-03-0${(row % 9) + 1};${units[row % units.length] ?? ''};${values};${(row % 6) + 1}`);
  }
  return lines.join('\n');
}

test('From the empty window three years of three layouts are imported, the published 42 % and 44 % are seen, and all of it is there after a restart', async () => {
  await startOwn();
  await screen.handIn(
    sample('DiMiOS 2020.xlsx'),
    sample('DiMiOS 2021 (Microsoft Forms).xlsx'),
    sample('DiMiOS 2022 (LimeSurvey).xlsx'),
  );
  await screen.file('DiMiOS 2022').getByText('Klar').waitFor();
  expect(await screen.store.isDisabled()).toBe(true);

  await screen.choose('DiMiOS 2020');
  await screen.answer();
  await screen.file('DiMiOS 2020').getByText('Klar').waitFor();
  await journey.page.getByRole('button', { name: 'Förhandsvisa resultatet' }).click();
  await journey.page.getByText(/Mognaden blir 39\s% 2020, 44\s% 2021 och 42\s% 2022/).waitFor();
  expect(await axeViolations(journey.page)).toEqual([]);
  await journey.picture('import-resultat');
  await screen.storeAll();

  await journey.open('Översikt');
  await journey.page.getByText(/42\s%/).first().waitFor();
  await journey.page.getByText(/44\s%/).first().waitFor();

  const { home } = journey;
  await journey.close({ keepHome: true });
  journey = await startJourney({ home });
  // Where one stood is kept once it has come to rest, which a program closed at once does not wait for.
  await journey.open('Översikt');
  await journey.page.getByText('Provköpings kommun').first().waitFor();
  await journey.page.getByText(/42\s%/).first().waitFor();
});

test('A wrong file is refused with its reason, a column is corrected, two spellings become one, and names of any kind are shown as they stand', async () => {
  await startOwn();
  const hostile = ['=1+1|cmd', '<img src=x onerror=alert(1)>', '../../etc/passwd'];
  await screen.handIn(
    written('recept.csv', 'Ingrediens;Mängd\nMjöl;3 dl\nSalt;1 tsk\n'),
    written('trasig.xlsx', 'detta är ingen arbetsbok'),
    written('egen.csv', answers(60, ['Socialförvaltningen', 'Social förvaltningen', ...hostile])),
  );
  await screen.file('recept.csv').getByText('Läses inte in').waitFor();
  await screen.choose('trasig.xlsx');
  await journey.page.getByRole('alert').waitFor();
  await screen.choose('egen.csv');
  for (const [place, name] of hostile.entries())
    expect(await screen.cell(`B${place + 4}`).textContent()).toBe(name);

  await journey.page.getByRole('button', { name: /^Visa cellen: Cellen ligger utanför skalan/ }).click();
  await journey.page.locator('[data-cell="C42"][data-target="true"]').waitFor();
  await screen.setMeaning('G', 'Informationssäkerhet');
  await journey.page.getByText(/5 av 26 mätpunkter är funna/).waitFor();
  await screen.answer(/Ja, räkna som/);
  await screen.file('egen.csv').getByText('Klar').waitFor();
  expect(await axeViolations(journey.page)).toEqual([]);
  await journey.picture('import-rattad');
  await screen.storeAll();

  await journey.open('Data');
  await journey.page.getByRole('tab', { name: 'Enheter' }).click();
  for (const name of hostile) await journey.page.getByRole('rowheader', { name }).waitFor();
  expect(await journey.page.getByRole('rowheader', { name: /Social ?förvaltningen/ }).count()).toBe(1);
});

test('An import is undone, and done again', async () => {
  await startOwn();
  await screen.handIn(sample('DiMiOS 2022 (LimeSurvey).xlsx'));
  await screen.storeAll();
  const years = journey.page.getByRole('group', { name: 'År' });
  await years.getByText('2022').waitFor();
  await journey.page.getByRole('button', { name: 'Ångra inläsningen' }).click();
  await years.waitFor({ state: 'detached' });
  await journey.open('Data');
  await journey.page.getByRole('cell', { name: 'Ångrad' }).waitFor();
  await journey.page.keyboard.press('Control+y');
  await years.getByText('2022').waitFor();
  await journey.page.getByRole('button', { name: 'Ångra inläsningen' }).click();
  await years.waitFor({ state: 'detached' });
  await journey.page.getByRole('button', { name: 'Räkna den igen' }).click();
  await years.getByText('2022').waitFor();
});

test('A large import is given up while it is read, and the work goes on', async () => {
  await startOwn();
  await screen.handIn(written('stor.csv', answers(400_000, ['Skolan', 'Vården'])));
  await journey.page.getByRole('button', { name: 'Sluta läsa stor.csv' }).click();
  await screen.file('stor.csv').waitFor({ state: 'detached' });
  await screen.handIn(sample('DiMiOS 2022 (LimeSurvey).xlsx'));
  await screen.storeAll();
  await journey.open('Översikt');
  await journey.page.getByText(/42\s%/).first().waitFor();
});
