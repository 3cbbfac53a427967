import process from 'node:process';
import { startJourney } from './journey.ts';

/** A short way through the window on the samples, run where there is no network; says so at the end. */
const journey = await startJourney({ size: { width: 1280, height: 800 } });
await journey.heading('Översikt').waitFor();
for (const screen of ['Kvadrant', 'Kategorier', 'Rapport', 'Data']) {
  await journey.open(screen);
  await journey.settled();
}
const { refused, faults } = journey;
await journey.close();
process.stdout.write(JSON.stringify({ refused, faults }));
process.exit();
