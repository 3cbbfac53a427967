import fs from 'node:fs';
import path from 'node:path';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { expect, test } from 'vitest';
import type { ExchangeFile } from '../../../../core/exchange/file.ts';
import { poolExchangeFiles } from '../../../../core/exchange/pool.ts';
import { exchangeFile } from '../../../../core/exchange/write.ts';
import { defaultInsightLimits } from '../../../../core/insights/limits.ts';
import type { ItemCode } from '../../../../core/instrument/instrument.ts';
import { unitKey } from '../../../../core/privacy/groups.ts';
import { emptyTally } from '../../../../core/survey/tally.ts';
import type { UnitId } from '../../../../core/survey/units.ts';
import type { WorkspaceWriter } from '../../../../electron/store/workspace.ts';
import { openReader, openWriter } from '../../../../electron/store/workspace.ts';
import {
  answersDraft,
  circumstances,
  contentOf,
  instrument,
  newWorkspace,
  refusalOf,
  request,
  rowsOf,
  temporaryFolder,
} from './samples.ts';

const { now } = circumstances;
const later = '2024-05-01T09:00:00Z';
const rykte = 'rykte' as ItemCode;

/** A workspace with a unit, and the unit. */
function withUnit(): { writer: WorkspaceWriter; kultur: UnitId } {
  const writer = newWorkspace();
  writer.importBatches([request(answersDraft(2022, [{ unit: ['Kultur'], answers: '345' }]))], circumstances);
  return { writer, kultur: writer.findUnit('Kultur').id };
}

/** A copy of a kept workspace. */
function keptCopy(name: string): string {
  const file = path.join(temporaryFolder(), 'Enkät.dimios');
  fs.copyFileSync(new URL(`../../../workspaces/${name}`, import.meta.url), file);
  return file;
}

test('W-28: a workspace of version 1 gets the tables of the analysis, empty, after a copy was made', () => {
  const file = keptCopy('v1.dimios');
  const before = contentOf(file);
  const reader = openReader(file);
  expect(reader.conclusions()).toEqual([]);
  expect(reader.employeeLinks()).toEqual({ items: [], units: [] });
  expect(reader.minimumGroup()).toEqual({ size: 5, reason: null });
  expect(reader.analysisChoices().insightLimits).toEqual(defaultInsightLimits);
  expect(reader.releases()).toEqual([]);
  expect(reader.exchangeFiles()).toEqual([]);
  reader.close();
  const copy = path.join(path.dirname(file), 'Enkät.v1.dimios-backup');
  expect(contentOf(copy)).toBe(before);
  expect(rowsOf(copy, 'PRAGMA user_version')).toEqual([{ user_version: 1 }]);
});

test('W-28: what a workspace of version 2 was left with is there', () => {
  const reader = openReader(keptCopy('v2.dimios'));
  expect(reader.employeeLinks()).toMatchObject({
    items: [{ employeeItem: 'Digitala verktyg', item: 'rykte', state: 'confirmed' }],
    units: [
      { employeeUnit: 'Exempelstad', unit: null, state: 'rejected' },
      { employeeUnit: 'Kultur', unit: reader.findUnit('Kultur').id, state: 'confirmed' },
    ],
  });
  expect(reader.minimumGroup()).toEqual({ size: 3, reason: 'Nämnden har beslutat det.' });
  expect(reader.analysisChoices()).toMatchObject({
    indexChangeLimit: 2,
    insightLimits: defaultInsightLimits,
  });
  const [conclusion, ...rest] = reader.conclusions();
  expect(rest).toEqual([]);
  expect(conclusion).toMatchObject({
    heading: 'Ryktet är svagt',
    basis: [{ kind: 'item', item: 'rykte' }, { kind: 'response-rate' }],
    activities: [{ due: '2022-09-30', state: 'done' }],
    decisions: [{ year: 2022, kind: 'changed', text: 'Ryktet är bättre.' }],
    paragraphs: [{ year: 2022, text: 'Egen text.', draft: 'Utkast.' }],
  });
  expect(reader.conclusionHistory(conclusion?.id ?? 0).map(({ change }) => change)).toEqual([
    'added',
    'decided',
    'followed-up',
  ]);
  expect(reader.conclusions('removed')).toHaveLength(1);
  expect(reader.releases(2022)).toMatchObject([{ group: 'whole', respondents: 10, minimumGroup: 3 }]);
  const files = reader.exchangeFiles().map(({ file }) => file);
  expect(poolExchangeFiles(files, reader.instrument(2022)).respondents).toBe(40);
  reader.close();
});

test('W-29: links are confirmed, rejected or taken back; an item has many, a unit of the employee survey one', () => {
  const { writer, kultur } = withUnit();
  const link = { employeeItem: 'Provar nya idéer', item: rykte };
  const other = { ...link, item: 'innovationskultur' as ItemCode };
  writer.decideItemLink(link, 'confirmed', now);
  writer.decideItemLink(other, 'confirmed', now);
  writer.decideItemLink(link, 'rejected', later);
  expect(writer.employeeLinks().items).toEqual([
    { ...other, state: 'confirmed' },
    { ...link, state: 'rejected' },
  ]);
  writer.decideItemLink(link, null, later);
  expect(writer.employeeLinks().items).toHaveLength(1);

  writer.decideUnitLink({ employeeUnit: 'Kulturen', unit: null }, 'confirmed', now);
  writer.decideUnitLink({ employeeUnit: 'Kulturen', unit: kultur }, 'confirmed', later);
  expect(writer.employeeLinks().units).toEqual([
    { employeeUnit: 'Kulturen', unit: kultur, state: 'confirmed' },
  ]);
  writer.decideUnitLink({ employeeUnit: 'Kulturen', unit: null }, 'rejected', later);
  expect(writer.employeeLinks().units).toHaveLength(2);
  writer.decideUnitLink({ employeeUnit: 'Kulturen', unit: kultur }, null, later);
  expect(writer.employeeLinks().units).toEqual([{ employeeUnit: 'Kulturen', unit: null, state: 'rejected' }]);

  const unknown = { employeeUnit: 'Kulturen', unit: 99 as UnitId };
  const refusals = [
    () => {
      writer.decideUnitLink(unknown, 'confirmed', now);
    },
    () => {
      writer.decideItemLink({ ...link, employeeItem: ' ' }, 'confirmed', now);
    },
  ];
  expect(refusals.map((work) => refusalOf(work).code)).toEqual(['unit-missing', 'link-name-missing']);
});

test('W-31: a minimum group under the usual needs a reason, and each that was set stays on record', () => {
  const writer = newWorkspace();
  const refused = [
    [4, null],
    [4, ' '],
    [2, 'Därför.'],
    [21, null],
  ] as const;
  for (const [size, reason] of refused) {
    expect(refusalOf(() => writer.setMinimumGroup(size, reason, now)).code).toMatch(/^minimum-group-/);
  }
  writer.setMinimumGroup(3, ' Litet kontor. ', now);
  expect(writer.minimumGroup()).toEqual({ size: 3, reason: 'Litet kontor.' });
  writer.setMinimumGroup(8, null, later);
  expect(writer.minimumGroup()).toEqual({ size: 8, reason: null });
  expect(writer.minimumGroupChanges().map(({ size, setAt }) => [size, setAt])).toEqual([
    [3, now],
    [8, later],
  ]);
});

test('W-31: choices of the analysis are kept beside the other settings, and faults are named', () => {
  const writer = newWorkspace();
  const settings = writer.settings();
  const limits = { ...defaultInsightLimits, lowPercent: 40 };
  writer.changeAnalysisChoices({ insightLimits: limits });
  writer.changeAnalysisChoices({
    uncertainty: { level: 0.9, correction: 'none', minimumAnswers: 5, retestReliability: 0.8 },
  });
  expect(writer.analysisChoices()).toMatchObject({
    insightLimits: limits,
    uncertainty: { level: 0.9, correction: 'none', retestReliability: 0.8 },
    indexChangeLimit: 1,
  });
  expect(writer.analysisChoices().employeeBands.map(({ from }) => from)).toEqual([75, 65, 50, 0]);
  expect(writer.settings()).toEqual(settings);
  const problem = refusalOf(() => {
    writer.changeAnalysisChoices({ insightLimits: { ...limits, lowPercent: 140 } });
  });
  expect(problem.code).toBe('analysis-choice-invalid');
  expect(problem.message).toContain('insightLimits.lowPercent');
});

test('W-32: the release log only grows, all of a release or none', () => {
  const { writer, kultur } = withUnit();
  const release = {
    year: 2022,
    group: unitKey(null),
    name: 'Exempelstad',
    respondents: 287,
    minimumGroup: 5,
    treeKey: 't',
    answersKey: '1,2',
    reason: null,
  };
  writer.recordReleases(
    [release, { ...release, group: unitKey(kultur), name: 'Kultur', respondents: 23 }],
    now,
  );
  expect(() => {
    writer.recordReleases([release, { ...release, respondents: -1 }], later);
  }).toThrow();
  writer.recordReleases([{ ...release, year: 2021 }], later);
  expect(
    writer.releases(2022).map(({ group, answersKey, releasedAt }) => [group, answersKey, releasedAt]),
  ).toEqual([
    ['whole', '1,2', now],
    [unitKey(kultur), '1,2', now],
  ]);
  expect(writer.releases()).toHaveLength(3);
});

test('W-33: an exchange file gives its place to a newer one of the same municipality and year, and can come back', () => {
  const writer = newWorkspace();
  const tally = emptyTally(instrument);
  tally.respondents = 30;
  instrument.items.forEach((_, at) => (tally.counts[at * 9 + 7] = 30));
  const shared = (municipality: string, invited: number): ExchangeFile =>
    exchangeFile({
      municipality,
      year: 2022,
      instrument,
      tally,
      invited,
      decision: { withheldItems: [], openPairs: [] },
      provenance: { programVersion: '0.1.0', writtenAt: now, minimumGroup: 5, reason: null },
    });
  const [first = 0] = writer.takeInExchangeFiles([{ file: shared('Grannstad', 60), name: 'a.json' }], now);
  writer.takeInExchangeFiles([{ file: shared('Annanstad', 50), name: 'b.json' }], now);
  const [second = 0] = writer.takeInExchangeFiles([{ file: shared('Grannstad', 70), name: 'c.json' }], later);
  const counting = () =>
    writer
      .exchangeFiles()
      .flatMap(({ id, removedAt, file }) => (removedAt === null ? [[id, file.invited]] : []));
  expect(counting()).toEqual([
    [2, 50],
    [second, 70],
  ]);
  expect(writer.exchangeFiles()[1]).toMatchObject({ id: first, fileName: 'a.json', removedAt: later });
  writer.restoreExchangeFile(first, later);
  expect(counting()).toEqual([
    [2, 50],
    [first, 60],
  ]);
  writer.removeExchangeFile(first, later);
  expect(counting()).toEqual([[2, 50]]);
  for (const work of [
    () => {
      writer.removeExchangeFile(first, later);
    },
    () => {
      writer.restoreExchangeFile(99, later);
    },
  ]) {
    expect(refusalOf(work).code).toBe('exchange-file-missing');
  }
});

test('W-28: a file of the newest version is sound, and a reader cannot change what analysts wrote', () => {
  const file = keptCopy(`v${migrations.length}.dimios`);
  const before = contentOf(file);
  const reader = openReader(file);
  expect(reader.check().problems).toEqual([]);
  reader.close();
  const writer = openWriter(file);
  expect(writer.check().problems).toEqual([]);
  writer.close();
  expect(contentOf(file)).toBe(before);
});
