import * as z from 'zod';
import type { Conclusion, ConclusionContent, Decision } from '../../core/conclusions/conclusion.ts';
import { checkedConclusion, checkedDecision } from '../../core/conclusions/conclusion.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { Refusal } from '../../core/problem.ts';
import type { ConclusionChange } from './conclusions.ts';
import { findConclusion } from './conclusions.ts';
import type { WriteConnection } from './connection.ts';
import { editableUnits } from './editable-units.ts';

/** Changes to conclusions. Each leaves the conclusion, as it then is, in its history. `now` is an ISO time. */

/**
 * Adds a conclusion.
 * @throws Refusal `conclusion-invalid`, `conclusion-number-taken`, `unit-missing`.
 */
export function addConclusion(
  connection: WriteConnection,
  content: ConclusionContent,
  instrument: Instrument,
  now: string,
): Conclusion {
  const checked = checkedConclusion(content, instrument);
  return connection.transaction(() => {
    checkPlace(connection, checked, null);
    const { year, unit, number, heading, text, basis } = checked;
    const id = connection.run(
      `INSERT INTO conclusion (year, unit, number, heading, text, basis)
       VALUES (@year, @unit, @number, @heading, @text, @basis)`,
      { year, unit, number, heading, text, basis: JSON.stringify(basis) },
    );
    storeActivities(connection, id, checked);
    return remember(connection, id, 'added', now);
  });
}

/**
 * Puts new content in the place of what a conclusion says; decisions and follow-ups stay.
 * @throws Refusal `conclusion-missing`, `conclusion-invalid`, `conclusion-number-taken`, `unit-missing`.
 */
export function editConclusion(
  connection: WriteConnection,
  id: number,
  content: ConclusionContent,
  instrument: Instrument,
  now: string,
): Conclusion {
  const checked = checkedConclusion(content, instrument);
  return connection.transaction(() => {
    standing(connection, id);
    checkPlace(connection, checked, id);
    const { year, unit, number, heading, text, basis } = checked;
    connection.run(
      `UPDATE conclusion SET year = @year, unit = @unit, number = @number, heading = @heading, text = @text,
         basis = @basis WHERE id = @id`,
      { id, year, unit, number, heading, text, basis: JSON.stringify(basis) },
    );
    connection.run('DELETE FROM activity WHERE conclusion = @id', { id });
    storeActivities(connection, id, checked);
    return remember(connection, id, 'edited', now);
  });
}

/**
 * Sets what was decided about a conclusion in a year's follow-up, in place of what was decided before; null
 * takes the decision back.
 * @throws Refusal `conclusion-missing`, `decision-invalid`.
 */
export function decideConclusion(
  connection: WriteConnection,
  id: number,
  year: number,
  decision: Omit<Decision, 'year'> | null,
  now: string,
): Conclusion {
  return connection.transaction(() => {
    const conclusion = standing(connection, id);
    const checked = decision === null ? null : checkedDecision(conclusion, { ...decision, year });
    connection.run('DELETE FROM conclusion_decision WHERE conclusion = @id AND year = @year', { id, year });
    if (checked !== null) {
      connection.run(
        'INSERT INTO conclusion_decision (conclusion, year, kind, text) VALUES (@id, @year, @kind, @text)',
        { id, year, kind: checked.kind, text: checked.text },
      );
    }
    return remember(connection, id, 'decided', now);
  });
}

/**
 * Keeps the analyst's own follow-up text for a year, with the draft that stood beside it; an empty text takes
 * it away, and the draft shows again.
 * @throws Refusal `conclusion-missing`.
 */
export function writeParagraph(
  connection: WriteConnection,
  id: number,
  year: number,
  text: string,
  draft: string,
  now: string,
): Conclusion {
  return connection.transaction(() => {
    standing(connection, id);
    connection.run('DELETE FROM conclusion_paragraph WHERE conclusion = @id AND year = @year', { id, year });
    if (text.trim() !== '') {
      connection.run(
        'INSERT INTO conclusion_paragraph (conclusion, year, text, draft) VALUES (@id, @year, @text, @draft)',
        { id, year, text, draft },
      );
    }
    return remember(connection, id, 'followed-up', now);
  });
}

/**
 * Takes a conclusion away; it stays in the file and can be restored.
 * @throws Refusal `conclusion-missing`.
 */
export function removeConclusion(connection: WriteConnection, id: number, now: string): void {
  connection.transaction(() => {
    standing(connection, id);
    connection.run('UPDATE conclusion SET removed_at = @now WHERE id = @id', { id, now });
    remember(connection, id, 'removed', now);
  });
}

/**
 * Brings a removed conclusion back.
 * @throws Refusal `conclusion-missing`, `conclusion-not-removed`, `conclusion-number-taken`.
 */
export function restoreConclusion(connection: WriteConnection, id: number, now: string): Conclusion {
  return connection.transaction(() => {
    const found = findConclusion(connection, id);
    if (found === null) throw missing(id);
    if (!found.removed) {
      throw new Refusal({
        code: 'conclusion-not-removed',
        message: `Slutsats ${found.conclusion.number} från ${found.conclusion.year} är inte borttagen.`,
        nextStep: 'Inget mer behövs.',
      });
    }
    checkPlace(connection, found.conclusion, id);
    connection.run('UPDATE conclusion SET removed_at = NULL WHERE id = @id', { id });
    return remember(connection, id, 'restored', now);
  });
}

function missing(id: number): Refusal {
  return new Refusal({
    code: 'conclusion-missing',
    message: `Det finns ingen slutsats med löpnummer ${id}.`,
    nextStep: 'Se vilka slutsatser som finns i listan.',
  });
}

function standing(connection: WriteConnection, id: number): Conclusion {
  const found = findConclusion(connection, id);
  if (found === null || found.removed) throw missing(id);
  return found.conclusion;
}

/** That the unit exists, and that no other conclusion of its year and unit has the number. */
function checkPlace(
  connection: WriteConnection,
  { year, unit, number }: ConclusionContent,
  self: number | null,
): void {
  if (unit !== null) editableUnits(connection).get(unit);
  const taken = connection.get(
    z.object({ heading: z.string() }),
    `SELECT heading FROM conclusion
     WHERE removed_at IS NULL AND year = @year AND unit IS @unit AND number = @number AND id IS NOT @self`,
    { year, unit, number, self },
  );
  if (taken === null) return;
  throw new Refusal({
    code: 'conclusion-number-taken',
    message: `Slutsats ${number} för ${year} finns redan: "${taken.heading}".`,
    nextStep: 'Välj ett annat nummer.',
  });
}

function storeActivities(connection: WriteConnection, id: number, { activities }: ConclusionContent): void {
  for (const [at, { text, responsible, due, state }] of activities.entries()) {
    connection.run(
      `INSERT INTO activity (conclusion, position, text, responsible, due, state)
       VALUES (@id, @position, @text, @responsible, @due, @state)`,
      { id, position: at + 1, text, responsible, due, state },
    );
  }
}

/** Writes the conclusion, as it now is, into its history. */
function remember(
  connection: WriteConnection,
  id: number,
  change: ConclusionChange,
  now: string,
): Conclusion {
  const found = findConclusion(connection, id);
  if (found === null) throw new Error(`Conclusion ${id} was changed but is not there.`);
  connection.run(
    'INSERT INTO conclusion_history (conclusion, at, change, snapshot) VALUES (@id, @now, @change, @snapshot)',
    { id, now, change, snapshot: JSON.stringify(found.conclusion) },
  );
  return found.conclusion;
}
