import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  await page.getByText(`Raderade inläsningen för gott ${number}`).waitFor();
  await page.getByText('Arbetsfilen är hel.').waitFor();
  await journey.picture('safety-trail');
});

test('A workspace is encrypted, asks for its passphrase when the program starts anew, and says when it is wrong', async () => {
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
  await field.fill('något annat');
  await field.press('Enter');
  await page.getByText(/^Lösenfrasen stämmer inte/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await journey.picture('safety-unlock');
  await field.fill(passphrase);
  await field.press('Enter');
  // Where one stood comes back with the workspace.
  await journey.heading('Inställningar').waitFor();

  // Logs, preferences, recent files and backups lie in the home folder.
  const kept = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(kept.length).toBeGreaterThan(3);
  for (const { parentPath, name } of kept) {
    const bytes = readFileSync(path.join(parentPath, name));
    for (const typed of [passphrase, 'något annat'])
      expect([name, bytes.includes(typed) || bytes.includes(Buffer.from(typed, 'utf16le'))]).toEqual([
        name,
        false,
      ]);
  }
});
