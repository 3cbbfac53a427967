import type { AdjustedCorrelation, EmployeeReferenceInput } from '../../core/analysis/employee-reference.ts';
import { employeeReference } from '../../core/analysis/employee-reference.ts';
import type { Measurements } from '../../core/analysis/measurements.ts';
import type { TableCheck } from '../../core/employees/check-table.ts';
import { checkEmployeeTable } from '../../core/employees/check-table.ts';
import type { LinkReference } from '../../core/employees/cross-reference.ts';
import { gateEmployeeTable } from '../../core/employees/gate.ts';
import type { ProposedItemLink } from '../../core/employees/item-links.ts';
import { proposeItemLinks } from '../../core/employees/item-links.ts';
import type { EmployeeStructure, EmployeeTable } from '../../core/employees/table.ts';
import { proposeStructure, unique } from '../../core/employees/table.ts';
import type { ProposedUnitLink } from '../../core/employees/unit-links.ts';
import { proposeUnitLinks } from '../../core/employees/unit-links.ts';
import { alikeReason } from '../../core/intake/unit-names.ts';
import { Refusal } from '../../core/problem.ts';
import type { UnitId } from '../../core/survey/units.ts';
import { fold, listed } from '../../core/text.ts';
import type { DecidedLinks } from '../store/employee-links.ts';
import type { WorkspaceReader, WorkspaceWriter } from '../store/workspace.ts';
import { findItem } from './find-item.ts';
import { wholeNameOf } from './measurements.ts';
import { bundledItemLinks } from './resources.ts';

/** The employee survey beside the measurement. */
export interface EmployeeSurvey {
  /** Past the small-group gate. */
  readonly table: EmployeeTable;
  readonly structure: EmployeeStructure;
  /** Printed figures that do not follow from each other. */
  readonly check: TableCheck;
  readonly decided: DecidedLinks;
  readonly proposed: EmployeeProposals;
  /** By the links that are confirmed. */
  readonly references: readonly LinkReference<AdjustedCorrelation>[];
}

/** Links for the user to confirm or reject. */
export interface EmployeeProposals {
  readonly items: readonly ProposedItemLink[];
  readonly units: readonly ProposedUnitLink[];
}

/** The employee survey of a workspace; null where none has been imported. */
export function employeeSurveyOf(reader: WorkspaceReader, measurements: Measurements): EmployeeSurvey | null {
  const input = employeeInputOf(reader, measurements);
  if (input === null) return null;
  const { table } = input.employees;
  const structure = proposeStructure(reader.employeeSurvey());
  return {
    table,
    structure,
    check: checkEmployeeTable(table, structure),
    decided: reader.employeeLinks(),
    proposed: proposals(reader),
    references: employeeReference(measurements, input),
  };
}

/** What both surveys are set side by side from, past the gate, by the links that are confirmed; null without one. */
export function employeeInputOf(
  reader: WorkspaceReader,
  measurements: Measurements,
): EmployeeReferenceInput | null {
  const raw = reader.employeeSurvey();
  if (raw.indices.length === 0) return null;
  const structure = proposeStructure(raw);
  const { items, units } = reader.employeeLinks();
  const { employeeBands, indexChangeLimit } = reader.analysisChoices();
  const isConfirmed = ({ state }: { readonly state: string }): boolean => state === 'confirmed';
  return {
    bands: employeeBands,
    indexChangeLimit,
    itemLinks: items.filter(isConfirmed),
    unitLinks: units.filter(isConfirmed),
    employees: {
      table: gateEmployeeTable(raw, structure, measurements.minimumGroup),
      whole: structure.whole,
    },
  };
}

function proposals(reader: WorkspaceReader): EmployeeProposals {
  const { indices } = reader.employeeSurvey();
  const instrument = reader.currentInstrument();
  const decided = reader.employeeLinks();
  return {
    items: proposeItemLinks(
      unique(indices.map(({ item }) => item)),
      instrument,
      bundledItemLinks(instrument),
      decided.items,
    ),
    units: proposeUnitLinks({
      employeeUnits: unique(indices.map(({ unit }) => unit)),
      units: reader.units(),
      wholeName: wholeNameOf(reader),
      alike: alikeReason,
      decided: decided.units,
    }),
  };
}

/** Confirms every unit link that is proposed, and the item links that a published report has used. */
export function acceptProposedLinks(writer: WorkspaceWriter, now: string): void {
  const { items, units } = proposals(writer);
  for (const { employeeItem, item, known } of items) {
    if (known) writer.decideItemLink({ employeeItem, item }, 'confirmed', now);
  }
  for (const { employeeUnit, unit } of units) writer.decideUnitLink({ employeeUnit, unit }, 'confirmed', now);
}

/**
 * Confirms or rejects a link by names: a question of the employee survey and an item, or a unit of the employee
 * survey and one of the measurement.
 * @throws Refusal `link-name-missing` when no question or unit has the name, `item-missing`, `unit-missing`
 */
export function decideLink(
  writer: WorkspaceWriter,
  [employeeName, surveyName]: readonly [string, string],
  state: 'confirmed' | 'rejected',
  now: string,
): void {
  const { indices } = writer.employeeSurvey();
  const named = (names: readonly string[]): string | undefined =>
    unique(names).find((name) => fold(name) === fold(employeeName));
  const employeeUnit = named(indices.map(({ unit }) => unit));
  if (employeeUnit !== undefined) {
    writer.decideUnitLink({ employeeUnit, unit: unitNamed(writer, surveyName) }, state, now);
    return;
  }
  const employeeItem = named(indices.map(({ item }) => item));
  if (employeeItem === undefined) {
    throw new Refusal({
      code: 'link-name-missing',
      message: `Medarbetarundersökningen har ingen fråga eller enhet som heter "${employeeName}".`,
      nextStep: `Välj en av ${listed(unique(indices.map(({ item }) => item)))}.`,
    });
  }
  const item = findItem(writer.currentInstrument(), surveyName);
  writer.decideItemLink({ employeeItem, item }, state, now);
}

/** Null for the whole. */
function unitNamed(reader: WorkspaceReader, name: string): UnitId | null {
  return fold(name) === fold(wholeNameOf(reader)) ? null : reader.findUnit(name).id;
}
