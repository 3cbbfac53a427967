import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allFiles, passphrasesIn, shownProcesses } from '../passphrase-traces.ts';
import type { Journey } from './journey.ts';
import { axeViolations, startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney({ size: { width: 1440, height: 900 } });
  await journey.heading('Översikt').waitFor();
});

afterAll(async () => {
  expect(journey.faults).toEqual([]);
  await journey.close();
});

const passphrase = 'fyra ord utan band';
const wrong = 'något annat';

function workspaceFiles(): string[] {
  const folder = path.join(journey.home, 'workspaces');
  return readdirSync(folder).map((name) => path.join(folder, name));
}

async function openSettings(section: string): Promise<void> {
  await journey.open('Inställningar');
  await journey.page.getByRole('button', { name: section, exact: true }).click();
  await journey.page.getByRole('heading', { name: section, exact: true }).waitFor();
}

test('A backup is made, and the workspace restored from it', async () => {
  const { page } = journey;
  await openSettings('Säkerhetskopior');
  await page.getByRole('button', { name: 'Gör en säkerhetskopia nu' }).click();
  await page.getByRole('button', { name: /^Återställ \d/ }).click();
  expect(await axeViolations(page)).toEqual([]);
  await journey.picture('safety-restore');
  await page.getByRole('button', { name: 'Återställ', exact: true }).last().click();
  await page.getByText(/^Arbetsytan är återställd/).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await journey.settled();
  expect(await axeViolations(page)).toEqual([]);
  await journey.picture('safety-backups');
});

test('An import is erased for good once its number has been typed', async () => {
  const { page } = journey;
  await journey.open('Data');
  await page.getByRole('button', { name: 'Radera för gott …' }).click();
  await page.getByText('skrivs om utan inläsningen').first().waitFor();
  const confirm = page.getByRole('button', { name: 'Radera för gott', exact: true });
  expect(await confirm.isDisabled()).toBe(true);
  const field = page.getByRole('textbox', { name: /^Skriv inläsningens nummer/ });
  const number =
    /\d+/.exec((await page.getByText(/^Skriv inläsningens nummer/).textContent()) ?? '')?.[0] ?? '';
  await field.fill(number);
  expect(await axeViolations(page)).toEqual([]);
  await journey.picture('safety-erase');
  await confirm.click();
  await page.getByText(`Inläsning ${number} är raderad.`).waitFor();
  await page.getByRole('tab', { name: 'Kontroll' }).click();
  await page.getByText(`Raderade för gott inläsning ${number}`).waitFor();
  await page.getByText('Arbetsfilen är hel.').waitFor();
  await journey.picture('safety-trail');
});

test('B-5: A workspace is encrypted, leaves its passphrase nowhere, asks for its passphrase when the program starts anew, and says when it is wrong', async () => {
  await openSettings('Lösenfras');
  await journey.page.getByRole('textbox', { name: 'Ny lösenfras' }).fill(passphrase);
  await journey.page.getByRole('textbox', { name: 'Samma en gång till' }).fill(passphrase);
  expect(await axeViolations(journey.page)).toEqual([]);
  await journey.page.getByRole('button', { name: 'Kryptera arbetsfilen' }).click();
  await journey.page.getByText('Arbetsfilen är krypterad (ChaCha20).').waitFor();
  await journey.page.getByRole('button', { name: 'Visa återställningsnyckeln' }).click();
  await journey.page.getByText(/^(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}$/).waitFor();
  await journey.picture('safety-passphrase');
  for (const file of workspaceFiles()) expect(readFileSync(file).includes('Exempelkommunen')).toBe(false);

  const { home } = journey;
  await journey.close({ keepHome: true });
  journey = await startJourney({ size: { width: 1440, height: 900 }, home });
  const { page } = journey;
  const field = page.getByRole('textbox', { name: 'Lösenfras' });
  await field.fill(wrong);
  await field.press('Enter');
  await page.getByText(/^Lösenfrasen stämmer inte/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await journey.picture('safety-unlock');
  await field.fill(passphrase);
  await field.press('Enter');
  // Where one stood comes back with the workspace.
  await journey.heading('Inställningar').waitFor();

  // Logs, preferences, recent files and backups lie in the home folder; what the browser keeps, in its profile.
  const typed = [passphrase, wrong];
  const kept = [home, ...browserProfiles()].flatMap(allFiles);
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.flatMap((file) => passphrasesIn(file, bytesOf(file), typed))).toEqual([]);
  const processes = shownProcesses(process.pid).filter(({ bytes }) => bytes.includes('--type=renderer'));
  expect(processes.length).toBeGreaterThan(0);
  for (const { pid, bytes } of shownProcesses(process.pid))
    expect(passphrasesIn(String(pid), bytes, typed)).toEqual([]);
});

/** The folders in which open windows keep what their browser writes. */
function browserProfiles(): string[] {
  return readdirSync(os.tmpdir())
    .filter((name) => name.startsWith('dimios-window-'))
    .map((name) => path.join(os.tmpdir(), name));
}

/** Nothing of a file that the browser has just taken away. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
