import { statSync } from 'node:fs';
import process from 'node:process';
import { ImportPage } from './import-page.ts';
import { sample, startJourney } from './journey.ts';

/** A way through the window where there is no network: screens, an import, a saved figure. Says how it went at the end. */
const journey = await startJourney({ size: { width: 1280, height: 800 } });
const { page } = journey;
await journey.heading('Översikt').waitFor();
for (const screen of ['Kvadrant', 'Kategorier', 'Rapport', 'Data']) {
  await journey.open(screen);
  await journey.settled();
}
const importing = new ImportPage(page);
await importing.startOwn('Provköpings kommun');
await importing.handIn(sample('DiMiOS 2020.xlsx'));
await importing.choose('DiMiOS 2020');
await importing.answer();
await importing.storeAll();
await journey.open('Kategorier');
await journey.settled();
await page.getByRole('button', { name: 'Spara figuren' }).first().click();
await page.getByRole('menuitem', { name: 'PDF', exact: true }).click();
const told = page.getByText(/^Sparad: /).last();
await told.waitFor();
const saved = (await told.innerText()).replace(/^Sparad: /, '').trim();
const { refused, faults } = journey;
const savedBytes = statSync(saved).size;
await journey.close();
process.stdout.write(JSON.stringify({ refused, faults, isSaved: savedBytes > 10_000 }));
process.exit();
