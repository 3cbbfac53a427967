import { expect, test } from 'vitest';
import type { WorkspaceWriter } from '../../../../electron/store/workspace.ts';
import { fingerprintOf } from '../../../../electron/workbench/fingerprint.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { answersDraft, circumstances, newWorkspace, request } from '../store/samples.ts';

const secret = Buffer.alloc(32, 7);
const first = answersDraft(2022, [{ unit: ['Skola'], answers: '34455' }]);
const second = answersDraft(2022, [{ unit: ['Vård'], answers: '22335' }]);

function filled(drafts: readonly (typeof first)[], name?: string): WorkspaceWriter {
  const writer = newWorkspace(name);
  drafts.forEach((draft, at) => {
    const options = { mode: at === 0 ? 'new' : 'add', file: `${at}.xlsx` } as const;
    writer.importBatches([request(draft, options)], circumstances);
  });
  return writer;
}

function printOf(writer: WorkspaceWriter, settings: unknown = { kind: 'model' }, key = secret): string {
  return fingerprintOf(key, { measurements: measurementsOf(writer), years: [2022], settings });
}

test('D-10: a fingerprint is eight hexadecimal digits, the same for the same answers made into the same figure', () => {
  const writer = filled([first, second]);
  expect(printOf(writer)).toMatch(/^[0-9a-f]{8}$/);
  expect(printOf(writer, { a: 1, b: [2] })).toBe(printOf(writer, { b: [2], a: 1 }));
});

test('D-10: answers, settings, the minimum group, a name of a unit and the key each change it', () => {
  const writer = filled([first, second]);
  const before = printOf(writer);
  const others = [
    printOf(filled([first])),
    printOf(writer, { kind: 'matrix' }),
    printOf(writer, { kind: 'model' }, Buffer.alloc(32, 8)),
  ];
  writer.setMinimumGroup(6, null, circumstances.now);
  others.push(printOf(writer));
  writer.renameUnit(writer.findUnit('Skola').id, 'Utbildning');
  others.push(printOf(writer));
  expect(new Set([before, ...others]).size).toBe(others.length + 1);
});

test('D-10: an answer in a year that the figure does not show does not change it', () => {
  const writer = filled([first, second]);
  const before = printOf(writer);
  writer.importBatches(
    [request(answersDraft(2021, [{ unit: ['Skola'], answers: '11111' }]), { file: 'förra året.xlsx' })],
    circumstances,
  );
  expect(printOf(writer)).toBe(before);
});

test('D-10: a batch that is undone and put back leaves it as it was', () => {
  const writer = filled([first, second]);
  const before = printOf(writer);
  writer.undoBatch(2, circumstances.now);
  expect(printOf(writer)).not.toBe(before);
  writer.redoBatch(2, circumstances.now);
  expect(printOf(writer)).toBe(before);
});
