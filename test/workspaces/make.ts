import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { ExchangeFile } from '../../core/exchange/file.ts';
import { parseInstrument } from '../../core/instrument/instrument.ts';
import type { AnswersDraft, ImportDraft, UnitPath } from '../../core/intake/draft.ts';
import { unitKey } from '../../core/privacy/groups.ts';
import type { ImportMode, ImportRequest } from '../../electron/store/batch-records.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { createWorkspace } from '../../electron/store/workspace.ts';

/**
 * Makes the workspace that the present schema version leaves behind for later versions to be tested with:
 *
 *     node test/workspaces/make.ts
 *
 * Run it once, when a schema version is about to be released, and commit the file. A file that exists is
 * never made again: it must be what that version of the program wrote.
 */

const instrument = parseInstrument(
  fs.readFileSync(new URL('../../resources/instruments/dimios.json', import.meta.url), 'utf8'),
  'dimios.json',
);
const circumstances = { now: '2024-03-01T10:00:00Z', programVersion: '0.1.0' };
const [rykte] = instrument.items.filter(({ code }) => code === 'rykte');
if (rykte === undefined) throw new Error('The instrument has no item "rykte".');

/** Respondents who each gave one answer to every item, one character for each respondent. */
function answers(year: number, lines: readonly (readonly [UnitPath, string])[]): AnswersDraft {
  const itemCount = instrument.items.length;
  const each = lines.flatMap(([, signs], group) => Array.from(signs, (sign) => ({ sign, group })));
  return {
    kind: 'answers',
    year,
    rows: {
      itemCount,
      respondents: each.length,
      codes: Buffer.from(each.map(({ sign }) => sign.repeat(itemCount)).join(''), 'latin1'),
    },
    groups: lines.map(([unit], at) => ({ unit, role: null, gate: at % 2 === 0 ? 'yes' : 'no' })),
    groupOf: Int32Array.from(each, ({ group }) => group),
    reversed: [],
  };
}

function request(draft: ImportDraft, fileName: string, mode: ImportMode = 'new'): ImportRequest {
  const sha256 = Buffer.from(fileName).toString('hex').padEnd(64, '0').slice(0, 64);
  return {
    draft,
    mode,
    provenance: {
      fileName,
      sizeBytes: 1000,
      sha256,
      sheet: 'Blad1',
      platform: 'plain',
      profile: { note: 'exempel' },
      counts: { leftOut: 0 },
      findings: [
        {
          sheet: 'Blad1',
          row: 7,
          column: 'K',
          cell: 'K7',
          value: '9',
          code: 'out-of-scale',
          message: 'Värdet 9 ligger utanför skalan och räknas som obesvarat.',
        },
      ],
    },
  };
}

/** What a neighbour has shared: every item with the same counts, and no pairs. */
const exchangeSample: ExchangeFile = {
  format: 'dimios-exchange',
  version: 1,
  municipality: 'Grannstad',
  year: 2022,
  instrument: {
    code: instrument.code,
    version: instrument.version,
    scale: { min: 1, max: 6 },
    items: instrument.items.map(({ code }) => code),
  },
  provenance: {
    programVersion: circumstances.programVersion,
    writtenAt: circumstances.now,
    minimumGroup: 5,
    reason: null,
  },
  respondents: 40,
  invited: 80,
  gate: null,
  items: instrument.items.map(({ code }) => ({
    code,
    counts: [0, 0, 10, 20, 5, 0],
    dontKnow: 5,
    blank: 0,
    refused: 0,
  })),
  pairs: [],
};

const file = fileURLToPath(new URL(`v${migrations.length}.dimios`, import.meta.url));
const writer = createWorkspace(file, { instrument, organisation: 'Exempelstad', ...circumstances });
writer.changeSettings({ itDepartment: 'IT-centrum', display: { percentDecimals: 1 } });
writer.importBatches(
  [
    request(
      answers(2022, [
        [['Kultur'], '34?'],
        [['Biblioteket'], '4'],
        [['Skola'], '35-'],
        [['Skola', 'Förskola'], '66'],
        [[], '2'],
      ]),
      'svar 2022.xlsx',
    ),
    request(answers(2022, [[['Vård'], '111']]), 'svar 2022 vård.xlsx', 'add'),
    request(
      {
        kind: 'responseRates',
        year: 2022,
        lines: [
          { unit: [], invited: 40, answered: 10 },
          { unit: ['Kultur'], invited: 10, answered: 4 },
          { unit: ['Skola'], invited: 20, answered: null },
        ],
      },
      'svarsfrekvens 2022.xlsx',
    ),
    request(
      {
        kind: 'aggregated',
        year: 2021,
        lines: [{ unit: [], item: rykte.code, mean: 3.1, n: 120, dontKnowPercent: 26 }],
        reversed: [],
      },
      'medelvärden 2021.xlsx',
    ),
    request(
      {
        kind: 'employeeSurvey',
        year: 2022,
        answered: [{ unit: 'Kultur', year: 2022, answered: 80 }],
        indices: [{ unit: 'Kultur', year: 2022, item: 'Digitala verktyg', index: 67 }],
      },
      'medarbetare 2022.xlsx',
    ),
  ],
  circumstances,
);
writer.undoBatch(2, circumstances.now);
const kultur = writer.findUnit('Kultur').id;
writer.mergeUnits(writer.findUnit('Biblioteket').id, kultur);
writer.addAlias(kultur, 'Kulturförvaltningen');
writer.setValidity(kultur, 2019, null);
writer.setSuccessors(writer.findUnit('Biblioteket').id, [kultur]);
writer.addFigure({ kind: 'published', year: 2020, percent: 39.5, source: 'Årsrapport 2020' });
writer.addFigure({ kind: 'benchmark', year: 2022, percent: 51, source: 'Exempelkälla' });
writer.addFigure({ kind: 'target', year: 2023, percent: 60, source: 'Budget 2023' });
writer.decideItemLink({ employeeItem: 'Digitala verktyg', item: rykte.code }, 'confirmed', circumstances.now);
writer.decideUnitLink({ employeeUnit: 'Kultur', unit: kultur }, 'confirmed', circumstances.now);
writer.decideUnitLink({ employeeUnit: 'Exempelstad', unit: null }, 'rejected', circumstances.now);
writer.setMinimumGroup(3, 'Nämnden har beslutat det.', circumstances.now);
writer.changeAnalysisChoices({ indexChangeLimit: 2 });
const conclusion = writer.addConclusion(
  {
    year: 2021,
    unit: null,
    number: 1,
    heading: 'Ryktet är svagt',
    text: 'Förtroendet behöver byggas upp.',
    basis: [{ kind: 'item', item: rykte.code }, { kind: 'response-rate' }],
    activities: [{ text: 'Öppet hus', responsible: 'IT-centrum', due: '2022-09-30', state: 'done' }],
  },
  circumstances.now,
);
writer.decideConclusion(
  conclusion.id,
  2022,
  { kind: 'changed', text: 'Ryktet är bättre.' },
  circumstances.now,
);
writer.writeParagraph(conclusion.id, 2022, 'Egen text.', 'Utkast.', circumstances.now);
const unneeded = writer.addConclusion({ ...conclusion, number: 2, unit: kultur }, circumstances.now);
writer.removeConclusion(unneeded.id, circumstances.now);
writer.recordReleases(
  [
    {
      year: 2022,
      group: unitKey(null),
      name: 'Exempelstad',
      respondents: 10,
      minimumGroup: 3,
      treeKey: 'Kultur, Skola',
      answersKey: null,
      reason: null,
    },
  ],
  circumstances.now,
);
writer.takeInExchangeFiles([{ file: exchangeSample, name: 'Grannstad 2022.json' }], circumstances.now);
writer.close();

// One file without a write-ahead log, so that the committed file stays as it is when it is looked at.
const database = new Database(file);
database.pragma('journal_mode = DELETE');
database.exec('VACUUM');
database.close();
