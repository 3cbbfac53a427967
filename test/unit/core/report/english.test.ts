import { describe, expect, it } from 'vitest';
import { reportToHtml } from '../../../../electron/publishing/html/report-html.ts';
import { employeeSurveyOf } from '../../../../electron/workbench/employees.ts';
import { measurementsOf } from '../../../../electron/workbench/measurements.ts';
import { withReader } from '../../../../electron/workbench/workspace.ts';
import { sampleReports } from '../../../sample-reports.ts';

const reports = sampleReports();

/** What is written in Swedish because somebody wrote it: names, sources, conclusions, questions of the employee survey. */
function ownWords(): string[] {
  return withReader(reports.workspace, (reader) => {
    const conclusions = reader
      .conclusions()
      .flatMap(({ heading, text, activities }) => [heading, text, ...activities.map((own) => own.text)]);
    const employees = employeeSurveyOf(reader, measurementsOf(reader))?.references ?? [];
    return [
      ...reader.units().map(({ name }) => name),
      ...reader.figures().map(({ source }) => source),
      ...conclusions,
      ...employees.map(({ employeeItem }) => employeeItem),
    ].toSorted((a, b) => b.length - a.length);
  });
}

/** What stands on a page, in pictures and for those who do not see them too, a piece of text each. */
function textsOf(page: string): string[] {
  const body = page.slice(page.indexOf('<body>'));
  return [...body.matchAll(/>([^<>]+)</g)].map(([, text = '']) =>
    text
      .replace(/&amp;/g, '&')
      .replace(/&quot;/g, '"')
      .trim(),
  );
}

const swedish =
  /[åäö]|\b(?:och|inte|svarade|av|till|med|som|visas|mot|utfall|andel|andelen|den|det|ett|en|vet ej|enhet|enheter|grupper|svar|medel|procent)\b/i;

function swedishIn(page: string): string[] {
  const own = ownWords();
  // A long name stands in a drawing line by line.
  const isOwn = (text: string): boolean => own.some((words) => words.includes(text));
  return [...new Set(textsOf(page))].filter(
    (text) => !isOwn(text) && swedish.test(own.reduce((left, words) => left.replaceAll(words, ''), text)),
  );
}

describe('an English report', () => {
  it.each([null, 'Leanlink', 'Social- och omsorgsförvaltningen', 'LKDATA'])(
    'RP-9: says nothing in Swedish but what somebody wrote so (%s)',
    (unit) => {
      const page = reportToHtml(reports.of(unit, { language: 'en' })).toString('utf8');
      expect(swedishIn(page)).toEqual([]);
      // The search finds what it looks for.
      expect(swedishIn(reportToHtml(reports.of(unit)).toString('utf8')).length).toBeGreaterThan(50);
    },
  );
});
