import { expect, test } from 'vitest';
import type { ConclusionContent } from '../../../../core/conclusions/conclusion.ts';
import { followUp } from '../../../../core/conclusions/follow-up.ts';
import type { ItemCode } from '../../../../core/instrument/instrument.ts';
import type { UnitId } from '../../../../core/survey/units.ts';
import type { WorkspaceWriter } from '../../../../electron/store/workspace.ts';
import {
  answersDraft,
  circumstances,
  contentOf,
  instrument,
  newWorkspace,
  refusalOf,
  request,
} from './samples.ts';

const { now } = circumstances;
const later = '2024-05-01T09:00:00Z';
const rykte = 'rykte' as ItemCode;

const content: ConclusionContent = {
  year: 2021,
  unit: null,
  number: 1,
  heading: 'Ryktet är svagt',
  text: 'Förtroendet behöver byggas upp.',
  basis: [{ kind: 'item', item: rykte }, { kind: 'gate-share' }],
  activities: [
    { text: 'Öppet hus', responsible: 'IT-centrum', due: '2022-09-30', state: 'done' },
    { text: 'Nyhetsbrev', responsible: null, due: null, state: 'planned' },
  ],
};

/** A workspace with a unit, and the unit. */
function withUnit(): { writer: WorkspaceWriter; kultur: UnitId } {
  const writer = newWorkspace();
  writer.importBatches([request(answersDraft(2022, [{ unit: ['Kultur'], answers: '345' }]))], circumstances);
  return { writer, kultur: writer.findUnit('Kultur').id };
}

test('W-30: a conclusion is kept whole, and every change of it stays in its history', () => {
  const { writer } = withUnit();
  const added = writer.addConclusion(content, now);
  expect(added).toMatchObject({ ...content, decisions: [], paragraphs: [] });
  const edited = writer.editConclusion(
    added.id,
    { ...content, heading: 'Ryktet är bättre', activities: [] },
    later,
  );
  expect(edited).toMatchObject({ id: added.id, heading: 'Ryktet är bättre', activities: [] });
  writer.decideConclusion(added.id, 2022, { kind: 'remains', text: null }, later);
  writer.decideConclusion(added.id, 2022, { kind: 'closed', text: 'Klart.' }, later);
  expect(writer.conclusions()[0]?.decisions).toEqual([{ year: 2022, kind: 'closed', text: 'Klart.' }]);
  writer.decideConclusion(added.id, 2022, null, later);
  expect(writer.conclusions()[0]?.decisions).toEqual([]);
  const history = writer.conclusionHistory(added.id);
  expect(history.map(({ change, at }) => [change, at])).toEqual([
    ['added', now],
    ['edited', later],
    ['decided', later],
    ['decided', later],
    ['decided', later],
  ]);
  expect(history[0]?.conclusion).toEqual(added);
  expect(history[3]?.conclusion.decisions[0]?.kind).toBe('closed');
});

test("W-30: the analyst's own follow-up text stays until the analyst takes it away", () => {
  const { writer } = withUnit();
  const { id } = writer.addConclusion(content, now);
  const told = () =>
    followUp({ instrument, year: 2022, conclusions: writer.conclusions(), changesOf: () => null })[0];
  const draft = told()?.draft ?? '';
  writer.writeParagraph(id, 2022, 'Egen text.', draft, now);
  expect(told()).toMatchObject({ text: 'Egen text.', isOwnText: true, draftHasChanged: false });
  writer.editConclusion(id, { ...content, heading: 'Ny rubrik' }, later);
  expect(told()).toMatchObject({ text: 'Egen text.', isOwnText: true, draftHasChanged: true });
  writer.writeParagraph(id, 2022, ' ', '', later);
  expect(told()?.isOwnText).toBe(false);
});

test('W-30: a removed conclusion is out of the way, keeps its history, and can come back', () => {
  const { writer } = withUnit();
  const { id } = writer.addConclusion(content, now);
  writer.removeConclusion(id, later);
  expect(writer.conclusions()).toEqual([]);
  expect(writer.conclusions('removed')).toHaveLength(1);
  expect(refusalOf(() => writer.editConclusion(id, content, later)).code).toBe('conclusion-missing');
  writer.restoreConclusion(id, later);
  expect(writer.conclusions()).toHaveLength(1);
  expect(refusalOf(() => writer.restoreConclusion(id, later)).code).toBe('conclusion-not-removed');
  writer.removeConclusion(id, later);
  writer.addConclusion(content, later);
  expect(refusalOf(() => writer.restoreConclusion(id, later)).code).toBe('conclusion-number-taken');
  expect(writer.conclusionHistory(id).map(({ change }) => change)).toEqual([
    'added',
    'removed',
    'restored',
    'removed',
  ]);
});

test('W-30: a conclusion that cannot be kept changes nothing', () => {
  const { writer, kultur } = withUnit();
  const { id } = writer.addConclusion(content, now);
  writer.addConclusion({ ...content, unit: kultur }, now);
  const before = contentOf(writer.path);
  const refusals = [
    () => writer.addConclusion(content, later),
    () => writer.addConclusion({ ...content, number: 2, basis: [] }, later),
    () => writer.addConclusion({ ...content, number: 2, unit: 99 as UnitId }, later),
    () => writer.decideConclusion(id, 2022, { kind: 'changed', text: null }, later),
    () => writer.decideConclusion(99, 2022, null, later),
  ];
  expect(refusals.map((work) => refusalOf(work).code)).toEqual([
    'conclusion-number-taken',
    'conclusion-invalid',
    'unit-missing',
    'decision-invalid',
    'conclusion-missing',
  ]);
  expect(contentOf(writer.path)).toBe(before);
});
