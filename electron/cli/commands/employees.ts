import type { Measurements } from '../../../core/analysis/measurements.ts';
import type { CrossCell, CrossChange } from '../../../core/employees/cross-reference.ts';
import type { Direction, Position } from '../../../core/employees/positions.ts';
import { swedishDifference, swedishNumber, swedishPercent } from '../../../core/numbers.ts';
import { hiddenSign } from '../../../core/privacy/reasons.ts';
import { listed } from '../../../core/text.ts';
import type { EmployeeSurvey } from '../../workbench/employees.ts';
import { acceptProposedLinks, decideLink, employeeSurveyOf } from '../../workbench/employees.ts';
import { withWriter } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { noPositionals, pair, text, workspacePath } from '../options.ts';
import { table } from '../table.ts';
import { wrapped } from '../wrap.ts';

/** `employees`: the employee survey beside the measurement, and the links between the two. */
export const employees: Command = {
  name: 'employees',
  usage:
    '--in ARBETSFIL [--link FRÅGA=MÄTPUNKT | --link ENHET=ENHET] [--unlink A=B] [--accept-proposed]\n' +
    `                        ${measuredUsage} [--json]`,
  summary: 'Ställer medarbetarundersökningen bredvid mätningen och kopplar ihop dem.',
  options: {
    ...measuredOptions,
    link: { type: 'string' },
    unlink: { type: 'string' },
    'accept-proposed': { type: 'boolean' },
  },
  run(positionals, options) {
    noPositionals(positionals);
    const now = new Date().toISOString();
    const link = text(options, 'link');
    const unlink = text(options, 'unlink');
    const accepts = options['accept-proposed'] === true;
    if (link !== null || unlink !== null || accepts) {
      withWriter(workspacePath(options), (writer) => {
        if (link !== null) decideLink(writer, pair(link, 'link'), 'confirmed', now);
        if (unlink !== null) decideLink(writer, pair(unlink, 'unlink'), 'rejected', now);
        if (accepts) acceptProposedLinks(writer, now);
      });
    }
    return withMeasurements(options, (measurements, reader) => {
      const survey = employeeSurveyOf(reader, measurements);
      return {
        json: survey ?? {
          table: null,
          structure: null,
          check: null,
          decided: null,
          proposed: null,
          references: [],
        },
        text:
          survey === null
            ? 'Ingen medarbetarundersökning är inläst. Läs in dess tabell med "dimios import".'
            : employeesText(survey, measurements),
      };
    });
  },
};

function employeesText(survey: EmployeeSurvey, measurements: Measurements): string {
  const { references, check, proposed } = survey;
  return [
    ...references.map((reference) => referenceText(reference)),
    ...(references.length === 0 ? ['Inga kopplingar är bekräftade ännu.'] : []),
    ...(check.findings.length === 0
      ? []
      : [
          'Tryckta siffror som inte följer av varandra:\n' +
            check.findings.map(({ message }) => `  – ${message}`).join('\n'),
        ]),
    ...proposedText(proposed, measurements),
  ].join('\n\n');
}

/** One link: both surveys' results per unit and year, how they moved, and how alike the units' order is. */
export function referenceText({
  employeeItem,
  itemName,
  cells,
  changes,
  correlations,
}: EmployeeSurvey['references'][number]): string {
  const rows = cells.map((cell) => [
    String(cell.year),
    cell.unitName,
    positionText(cell.survey),
    indexText(cell.employees),
    swedishDifference(cell.difference, 0),
    movedText(cell, changes),
  ]);
  const remarks = new Set([
    ...cells.flatMap(({ notComparable }) => notComparable?.sentence ?? []),
    ...changes.flatMap(({ notComparable }) => notComparable?.sentence ?? []),
    ...correlations.map(({ year, result }) => `${year}: ${result.sentence}`),
  ]);
  return [
    `${itemName} – "${employeeItem}"`,
    table([['År', 'Enhet', 'Mätning', 'Medarbetare', 'Skillnad', 'Sedan förra'], ...rows], [2, 3, 4]),
    movedNote,
    ...[...remarks].map((remark) => wrapped(remark, 2)),
  ].join('\n');
}

function positionText({ percent, hidden }: Position): string {
  return hidden ? hiddenSign : swedishPercent(percent, 0);
}

/** An index 0–100 has no unit. */
function indexText({ percent, hidden }: Position): string {
  return hidden ? hiddenSign : swedishNumber(percent, 0);
}

const movedNote = 'Sedan förra: mätningen / medarbetarna.';

/** "Unchanged" of the measurement is a change within the uncertainty, which is not the same as none. */
const surveyDirections: Readonly<Record<Direction, string>> = {
  up: 'upp',
  down: 'ned',
  unchanged: 'osäkert',
};

const employeeDirections: Readonly<Record<Direction, string>> = {
  up: 'upp',
  down: 'ned',
  unchanged: 'lika',
};

/** "ned / upp", with "-" where a direction is not known; "" where neither is. */
function movedText({ unit, year, employeeUnit }: CrossCell, changes: readonly CrossChange[]): string {
  const change = changes.find((own) => own.unit === unit && own.to === year);
  if (change === undefined || employeeUnit === '') return '';
  const { survey, employees: own } = change;
  if (survey.direction === null && own.direction === null) return '';
  const surveyText = survey.direction === null ? '-' : surveyDirections[survey.direction];
  const ownText = own.direction === null ? '-' : employeeDirections[own.direction];
  return `${surveyText} / ${ownText}`;
}

function proposedText({ items, units }: EmployeeSurvey['proposed'], measurements: Measurements): string[] {
  if (items.length === 0 && units.length === 0) return [];
  const last = measurements.years.at(-1);
  const names = new Map(
    last === undefined ? [] : measurements.instrumentOf(last).items.map(({ code, name }) => [code, name.sv]),
  );
  const lines = [
    ...units.map(({ employeeUnit, unitName, reason }) => `  – ${employeeUnit} = ${unitName} (${reason})`),
    ...items.map(
      ({ employeeItem, item, reason }) => `  – ${employeeItem} = ${names.get(item) ?? item} (${reason})`,
    ),
  ];
  const how = listed(['--link "A=B" för en i taget', '--accept-proposed för enheterna och de kända']);
  return [`Föreslagna kopplingar, att bekräfta med ${how}:\n${lines.join('\n')}`];
}
