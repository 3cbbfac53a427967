import { expect, test } from 'vitest';
import { openReader, openWriter } from '../../../../electron/store/workspace.ts';
import { eventTexts } from '../../../../electron/workbench/event-texts.ts';
import { answersDraft, circumstances, newWorkspace, request, tamper } from './samples.ts';

const later = '2024-05-01T10:00:00.000Z';

function withTwoUnits(): string {
  const writer = newWorkspace();
  writer.importBatches(
    [
      request(
        answersDraft(2022, [
          { unit: ['Kultur'], answers: '34555' },
          { unit: ['Teknik'], answers: '66' },
        ]),
      ),
    ],
    circumstances,
  );
  writer.close();
  return writer.path;
}

test('B-30: the audit trail tells which limits and rules were changed, and to what', () => {
  const writer = newWorkspace();
  writer.changeSettings({ organisation: 'Annanstad', dimensionRule: 'items' });
  writer.changeSettings({ organisation: 'Exempelstad' });
  const { insightLimits, uncertainty } = writer.analysisChoices();
  const limits = {
    uncertainty: { ...uncertainty, level: 0.9 },
    insightLimits: { ...insightLimits, lowPercent: 30 },
  };
  writer.changeAnalysisChoices(limits);
  writer.changeAnalysisChoices(limits);
  const events = writer.events();
  expect(events.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['analysis-changed', { dimensionRule: 'items' }],
    ['analysis-changed', { level: 0.9, lowPercent: 30 }],
  ]);
  expect(events.map((event) => eventTexts(event, () => null).sv)).toEqual([
    'Ändrade gränser eller regler: dimension som medel av mätpunkterna',
    'Ändrade gränser eller regler: andel intervall som ska hålla 0,9, låg under procent 30',
  ]);
});

test('B-30: the audit trail says which rule is the instrument’s again', () => {
  const writer = newWorkspace();
  writer.changeSettings({ display: { percentDecimals: 1 } });
  writer.changeSettings({ display: {} });
  expect(writer.events().map((event) => eventTexts(event, () => null).sv)).toEqual([
    'Ändrade gränser eller regler: decimaler i procent 1',
    'Ändrade gränser eller regler: decimaler i procent som i instrumentet',
  ]);
});

test('B-30: the audit trail tells of a merge that is taken back by setting units as they were', () => {
  const writer = openWriter(withTwoUnits());
  const [from, into] = writer.units();
  if (from === undefined || into === undefined) throw new Error('two units are needed');
  writer.mergeUnits(from.id, into.id);
  const merged = writer.units();
  writer.restoreUnitStates([from]);
  writer.restoreUnitStates([from]);
  writer.restoreUnitStates(merged.filter(({ id }) => id === from.id));
  const told = writer.events().filter(({ kind }) => kind.startsWith('units-'));
  expect(told.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['units-merged', { unit: from.id, into: into.id }],
    ['units-split', { unit: from.id }],
    ['units-merged', { unit: from.id, into: into.id }],
  ]);
});

test('B-30: the audit trail tells of every change of a unit, of invited and of given values, and says so in words', () => {
  const writer = openWriter(withTwoUnits());
  const [first, second] = writer.units();
  if (first === undefined || second === undefined) throw new Error('two units are needed');
  const before = writer.events().length;
  writer.renameUnit(first.id, 'Nytt namn');
  writer.addAlias(second.id, 'Annan stavning');
  writer.moveUnit(second.id, first.id);
  writer.moveUnit(second.id, first.id);
  writer.setValidity(first.id, 2020, null);
  writer.recordSuccession(first.id, [second.id], 2030);
  writer.restoreUnitStates([first, second]);
  writer.setInvited(2022, first.id, 40);
  writer.setInvited(2022, null, null);
  const target = writer.addFigure({ kind: 'target', year: 2024, percent: 45.5, source: 'Budget' });
  writer.removeFigure(target.id);
  expect(() => {
    writer.moveUnit(first.id, first.id);
  }).toThrow();
  const names = (id: number): string | null => (id === first.id ? 'Ettan' : null);
  expect(
    writer
      .events()
      .slice(before)
      .map((event) => eventTexts(event, names).sv),
  ).toEqual([
    'Bytte namn på en enhet: Ettan',
    `Ändrade en enhets stavningar: en enhet som inte längre finns (${second.id})`,
    `Flyttade en enhet: en enhet som inte längre finns (${second.id}), till Ettan`,
    'Ändrade en enhets år: Ettan, från 2020',
    'Ändrade en enhets år: Ettan, från 2020, till och med 2029',
    `Ändrade vilka som tog över efter en enhet: Ettan, nu en enhet som inte längre finns (${second.id})`,
    'Bytte namn på en enhet: Ettan',
    'Ändrade en enhets år: Ettan',
    'Ändrade vilka som tog över efter en enhet: Ettan, nu ingen',
    `Ändrade en enhets stavningar: en enhet som inte längre finns (${second.id})`,
    `Flyttade en enhet: en enhet som inte längre finns (${second.id}), direkt under kommunen`,
    'Ändrade antalet inbjudna: 2022, Ettan, till 40',
    'Ändrade antalet inbjudna: 2022, hela kommunen, inget eget',
    'Lade in: mål, 2024, 45,5 %',
    'Tog bort: mål, 2024, 45,5 %',
  ]);
});

test('B-30: the audit trail tells who did what and when, and can only grow', () => {
  const file = withTwoUnits();
  const writer = openWriter(file);
  writer.undoBatch(1, later);
  writer.setMinimumGroup(7, null, later);
  writer.close();
  const events = openReader(file);
  expect(events.events().map(({ kind }) => kind)).toEqual(['imported', 'undone', 'minimum-group-set']);
  expect(events.events().every(({ person }) => person !== '')).toBe(true);
  events.close();
  expect(() => {
    tamper(file, "UPDATE event SET person = 'någon annan'");
  }).toThrow('only grows');
  expect(() => {
    tamper(file, 'DELETE FROM event');
  }).toThrow('only grows');
});
