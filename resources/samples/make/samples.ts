import type { Respondent } from './answers.ts';
import { formsWorkbook } from './forms-workbook.ts';
import { drawIdentities, drawTimes } from './identities.ts';
import { limeSurveyWorkbook, pageCount } from './limesurvey-workbook.ts';
import type { LimeSurveyRow } from './limesurvey-workbook.ts';
import { measurementOf } from './measurement.ts';
import { plainWorkbook } from './plain-workbook.ts';
import { seededRandom } from './random.ts';
import { employeeSurveyWorkbook, responseRateWorkbook } from './table-workbooks.ts';
import { verify } from './verify.ts';
import { workbookBytes } from './workbook-bytes.ts';
import type { SheetContents } from './workbook-bytes.ts';

const formsMonday = '2021-03-15';
const limeSurveyMonday = '2022-03-14';
/** How far those came who never sent in their answers. */
const pagesOfIncomplete = [1, 2, 2, 1, 3, 2, 1, 3, 2];

/**
 * Every sample file: its name and its bytes.
 * @throws Error when what was drawn does not come out at the published figures.
 */
export function sampleFiles(): ReadonlyMap<string, Uint8Array> {
  const measurements = { 2020: measurementOf(2020), 2021: measurementOf(2021), 2022: measurementOf(2022) };
  verify(measurements);
  const contents: readonly (readonly [fileName: string, contents: SheetContents])[] = [
    ['DiMiOS 2020.xlsx', plainWorkbook(measurements[2020])],
    ['DiMiOS 2021 (Microsoft Forms).xlsx', formsOf(measurements[2021])],
    ['DiMiOS 2022 (LimeSurvey).xlsx', limeSurveyOf(measurements[2022])],
    ['Svarsfrekvens 2022.xlsx', responseRateWorkbook()],
    ['Medarbetarundersökning 2022.xlsx', employeeSurveyWorkbook()],
  ];
  return new Map(contents.map(([fileName, sheet]) => [fileName, workbookBytes(sheet)]));
}

function formsOf(respondents: readonly Respondent[]): SheetContents {
  const random = seededRandom(2021_2);
  const identities = drawIdentities(respondents.length, random);
  return formsWorkbook(respondents, identities, drawTimes(respondents.length, formsMonday, random));
}

function limeSurveyOf(complete: readonly Respondent[]): SheetContents {
  const random = seededRandom(2022_2);
  const mixed = random.shuffled(complete);
  const drawn = random.shuffled([
    ...complete.map((respondent) => ({ respondent, lastPage: pageCount })),
    ...pagesOfIncomplete.map((lastPage, place) => ({ respondent: crossed(mixed, place), lastPage })),
  ]);
  const identities = drawIdentities(drawn.length, random);
  const times = drawTimes(drawn.length, limeSurveyMonday, random);
  const rows = drawn.map(({ respondent, lastPage }, place): LimeSurveyRow => {
    const identity = identities[place];
    const time = times[place];
    if (identity === undefined || time === undefined) throw new Error('Too few identities or times.');
    return { respondent, lastPage, identity, times: time };
  });
  return limeSurveyWorkbook(rows, random);
}

/** Someone new: the background of one respondent with the answers of another. */
function crossed(respondents: readonly Respondent[], place: number): Respondent {
  const person = respondents[place]?.person;
  const answers = respondents[respondents.length - 1 - place]?.answers;
  if (person === undefined || answers === undefined) throw new Error('Too few respondents.');
  return { person, answers };
}
