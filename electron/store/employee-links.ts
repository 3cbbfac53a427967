import * as z from 'zod';
import type { ItemLink, LinkState } from '../../core/employees/item-links.ts';
import { linkStates } from '../../core/employees/item-links.ts';
import type { UnitLink } from '../../core/employees/unit-links.ts';
import { Refusal } from '../../core/problem.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';
import { editableUnits } from './editable-units.ts';
import { itemColumn, unitIdColumn } from './row-shapes.ts';

/** What the user has said of links between the two surveys. */
export interface DecidedLinks {
  readonly items: readonly (ItemLink & { readonly state: LinkState })[];
  readonly units: readonly (UnitLink & { readonly state: LinkState })[];
}

const itemLinkRow = z.object({ employeeItem: z.string(), item: itemColumn, state: z.enum(linkStates) });
const unitLinkRow = z.object({
  employeeUnit: z.string(),
  unit: unitIdColumn.nullable(),
  state: z.enum(linkStates),
});

/** Confirmed and rejected links, by the names of the employee survey. */
export function employeeLinks(connection: ReadConnection): DecidedLinks {
  return {
    items: connection.all(
      itemLinkRow,
      'SELECT employee_item AS employeeItem, item, state FROM employee_item_link ORDER BY employee_item, item',
    ),
    units: connection.all(
      unitLinkRow,
      'SELECT employee_unit AS employeeUnit, unit, state FROM employee_unit_link ORDER BY employee_unit, unit',
    ),
  };
}

/**
 * Confirms or rejects a link between items; null takes the decision back, so that it is proposed again.
 * An item may have several links, on both sides.
 * @throws Refusal `link-name-missing`.
 */
export function decideItemLink(
  connection: WriteConnection,
  { employeeItem, item }: ItemLink,
  state: LinkState | null,
  now: string,
): void {
  checkName(employeeItem);
  const link = { employeeItem, item };
  connection.transaction(() => {
    connection.run(
      'DELETE FROM employee_item_link WHERE employee_item = @employeeItem AND item = @item',
      link,
    );
    if (state === null) return;
    connection.run(
      `INSERT INTO employee_item_link (employee_item, item, state, decided_at)
       VALUES (@employeeItem, @item, @state, @now)`,
      { ...link, state, now },
    );
  });
}

/**
 * Confirms or rejects a link between units; null takes the decision back. A unit of the employee survey is one
 * unit here: confirming another takes the place of the one confirmed before.
 * @throws Refusal `link-name-missing`, `unit-missing`.
 */
export function decideUnitLink(
  connection: WriteConnection,
  { employeeUnit, unit }: UnitLink,
  state: LinkState | null,
  now: string,
): void {
  checkName(employeeUnit);
  connection.transaction(() => {
    if (unit !== null) editableUnits(connection).get(unit);
    connection.run(
      `DELETE FROM employee_unit_link WHERE employee_unit = @employeeUnit
       AND (unit IS @unit OR (@state = 'confirmed' AND state = 'confirmed'))`,
      { employeeUnit, unit, state },
    );
    if (state === null) return;
    connection.run(
      `INSERT INTO employee_unit_link (employee_unit, unit, state, decided_at)
       VALUES (@employeeUnit, @unit, @state, @now)`,
      { employeeUnit, unit, state, now },
    );
  });
}

function checkName(name: string): void {
  if (name.trim() !== '') return;
  throw new Refusal({
    code: 'link-name-missing',
    message: 'Kopplingen saknar namn från medarbetarundersökningen.',
    nextStep: 'Ange frågan eller enheten som den heter i medarbetarundersökningen.',
  });
}
