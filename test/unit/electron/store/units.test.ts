import { expect, test } from 'vitest';
import type { UnitId } from '../../../../core/survey/units.ts';
import type { WorkspaceWriter } from '../../../../electron/store/workspace.ts';
import {
  answersDraft,
  circumstances,
  newWorkspace,
  refusalOf,
  request,
  respondentsIn,
  rowsOf,
} from './samples.ts';

/** A workspace in which one förvaltning goes by two names, each with a kitchen. */
function twoSpellings(): WorkspaceWriter {
  const writer = newWorkspace();
  const draft = answersDraft(2022, [
    { unit: ['KLF'], answers: '1' },
    { unit: ['KLF', 'Kök'], answers: '22' },
    { unit: ['Kommunledningsförvaltningen'], answers: '333' },
    { unit: ['Kommunledningsförvaltningen', 'Kök'], answers: '4444' },
    { unit: ['Skola'], answers: '55555' },
  ]);
  writer.importBatches([request(draft)], circumstances);
  return writer;
}

function idOf(writer: WorkspaceWriter, name: string): UnitId {
  return writer.findUnit(name).id;
}

test('W-18: a merge changes what is counted, not what is stored, and can be taken back', () => {
  const writer = twoSpellings();
  const [short, long] = [idOf(writer, 'KLF'), idOf(writer, 'Kommunledningsförvaltningen')];
  const longKitchen = idOf(writer, 'Kommunledningsförvaltningen/Kök');
  const stored = () => rowsOf(writer.path, 'SELECT id, batch, unit, role, gate, respondents FROM cell');
  const before = { stored: stored(), units: writer.units() };

  writer.mergeUnits(short, long);
  expect(respondentsIn(writer, 2022, long)).toBe(10);
  expect(respondentsIn(writer, 2022, longKitchen)).toBe(6);
  expect(stored()).toEqual(before.stored);

  writer.splitUnit(short);
  expect(respondentsIn(writer, 2022, long)).toBe(7);
  expect(respondentsIn(writer, 2022, longKitchen)).toBe(4);
  expect(writer.units()).toEqual(before.units);
});

test('W-18: an import after a merge finds the merged units again', () => {
  const writer = twoSpellings();
  const [short, long] = [idOf(writer, 'KLF'), idOf(writer, 'Kommunledningsförvaltningen')];
  writer.mergeUnits(short, long);
  const unitCount = writer.units().length;
  writer.importBatches(
    [request(answersDraft(2023, [{ unit: ['klf', 'KÖK'], answers: '1' }]))],
    circumstances,
  );
  expect(writer.units()).toHaveLength(unitCount);
  expect(respondentsIn(writer, 2023, long)).toBe(1);
});

test('W-18: a unit is never merged into itself, into a unit under it, or twice', () => {
  const writer = twoSpellings();
  const [short, long] = [idOf(writer, 'KLF'), idOf(writer, 'Kommunledningsförvaltningen')];
  const refused = (from: UnitId, into: UnitId) =>
    refusalOf(() => {
      writer.mergeUnits(from, into);
    }).code;
  expect(refused(short, short)).toBe('unit-merge-ring');
  expect(refused(short, idOf(writer, 'KLF/Kök'))).toBe('unit-merge-ring');
  writer.mergeUnits(short, long);
  expect(refused(short, idOf(writer, 'Skola'))).toBe('unit-already-merged');
  expect(refused(long, short)).toBe('unit-merge-ring');
  const notMerged = refusalOf(() => {
    writer.splitUnit(long);
  });
  expect(notMerged.code).toBe('unit-not-merged');
});

test('W-16: an alias means its unit in the next import', () => {
  const writer = twoSpellings();
  const school = idOf(writer, 'Skola');
  writer.addAlias(school, ' Utbildning  och skola ');
  writer.importBatches(
    [request(answersDraft(2023, [{ unit: ['utbildning och skola'], answers: '1' }]))],
    circumstances,
  );
  expect(respondentsIn(writer, 2023, school)).toBe(1);
  const problem = refusalOf(() => {
    writer.addAlias(school, 'klf');
  });
  expect(problem.code).toBe('unit-name-taken');
});

test('W-27: a renamed unit is still found by its old name', () => {
  const writer = twoSpellings();
  const school = idOf(writer, 'Skola');
  writer.renameUnit(school, 'Utbildning');
  expect(writer.findUnit('utbildning').id).toBe(school);
  expect(writer.findUnit('Skola').id).toBe(school);
  writer.importBatches([request(answersDraft(2023, [{ unit: ['Skola'], answers: '1' }]))], circumstances);
  expect(respondentsIn(writer, 2023, school)).toBe(1);
  for (const [name, code] of [
    ['KLF', 'unit-name-taken'],
    ['  ', 'unit-name-empty'],
  ] as const) {
    const problem = refusalOf(() => {
      writer.renameUnit(school, name);
    });
    expect(problem.code).toBe(code);
  }
});

test('W-27: a moved unit takes what is under it along, and never goes under itself', () => {
  const writer = twoSpellings();
  const [short, school] = [idOf(writer, 'KLF'), idOf(writer, 'Skola')];
  writer.moveUnit(short, school);
  expect(respondentsIn(writer, 2022, school)).toBe(8);
  const problem = refusalOf(() => {
    writer.moveUnit(school, idOf(writer, 'KLF/Kök'));
  });
  expect(problem.code).toBe('unit-move-ring');
  writer.moveUnit(short, null);
  expect(respondentsIn(writer, 2022, school)).toBe(5);
});

test('W-27: years of validity and successors are kept, and must make sense', () => {
  const writer = twoSpellings();
  const [short, long, school] = ['KLF', 'Kommunledningsförvaltningen', 'Skola'].map((name) =>
    idOf(writer, name),
  );
  if (short === undefined || long === undefined || school === undefined) return expect.fail('No units.');
  writer.setValidity(short, null, 2022);
  writer.setSuccessors(short, [long, school, long]);
  expect(writer.findUnit('KLF')).toMatchObject({
    validFrom: null,
    validTo: 2022,
    successors: [long, school],
  });
  writer.setSuccessors(short, [school]);
  expect(writer.findUnit('KLF').successors).toEqual([school]);
  const reversed = refusalOf(() => {
    writer.setValidity(short, 2023, 2022);
  });
  expect(reversed.code).toBe('validity-reversed');
  const itself = refusalOf(() => {
    writer.setSuccessors(short, [short]);
  });
  expect(itself.code).toBe('unit-successor-itself');
});

test('W-26: a unit is found by name or path; several or none is refused with what to write instead', () => {
  const writer = twoSpellings();
  expect(writer.findUnit('skola ').name).toBe('Skola');
  expect(writer.findUnit('klf / kök').parent).toBe(idOf(writer, 'KLF'));
  const several = refusalOf(() => writer.findUnit('Kök'));
  expect(several.code).toBe('unit-ambiguous');
  expect(several.message).toContain('KLF/Kök');
  expect(several.message).toContain('Kommunledningsförvaltningen/Kök');
  const none = refusalOf(() => writer.findUnit('Skolan'));
  expect(none).toMatchObject({ code: 'unit-missing', nextStep: 'Menade du Skola?' });
  expect(refusalOf(() => writer.findUnit('Räddningstjänsten')).nextStep).toContain('listan');
});

test('W-26: of several units with a name, the one that others are merged into is meant', () => {
  const writer = twoSpellings();
  const long = idOf(writer, 'Kommunledningsförvaltningen');
  writer.mergeUnits(idOf(writer, 'KLF'), long);
  expect(writer.findUnit('Kök').parent).toBe(long);
});
