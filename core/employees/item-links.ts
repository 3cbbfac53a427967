import * as z from 'zod';
import { sv } from 'zod/locales';
import type { Instrument, Item, ItemCode } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import { fold } from '../text.ts';

/** What the user can say of a proposed link; either way it is not proposed again. */
export const linkStates = ['confirmed', 'rejected'] as const;
export type LinkState = (typeof linkStates)[number];

/** An item of the employee survey that asks about the same as an item of the instrument. Many to many. */
export interface ItemLink {
  readonly employeeItem: string;
  readonly item: ItemCode;
}

/** A link for the user to confirm or reject. */
export interface ProposedItemLink extends ItemLink {
  /** Plain Swedish. */
  readonly reason: string;
  /** True when the link is used in a published report, rather than guessed from words. */
  readonly known: boolean;
}

const text = z.string().trim().min(1, { error: 'texten får inte vara tom' });

const linkFile = z.strictObject({
  format: z.literal(1),
  /** Code of the instrument whose items are meant. */
  instrument: text,
  links: z.array(
    z.strictObject({
      employeeItem: text,
      item: text,
      /** `known`: used in a published report. `proposed`: by what the two are about. */
      status: z.enum(['known', 'proposed']),
      /** Plain Swedish. */
      reason: text,
    }),
  ),
});

/**
 * Reads a starting set of links (`resources/links/*.json`). A set for another instrument gives none.
 * @throws Refusal `links-invalid`, naming the path of every fault.
 */
export function parseItemLinks(
  jsonText: string,
  fileName: string,
  instrument: Instrument,
): ProposedItemLink[] {
  const checked = linkFile.safeParse(parsedJson(jsonText, fileName), { error: sv().localeError });
  if (!checked.success) {
    throw linksRefusal(
      fileName,
      checked.error.issues.map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`),
    );
  }
  if (checked.data.instrument !== instrument.code) return [];
  const itemOf = new Map<string, Item>(instrument.items.map((item) => [item.code, item]));
  const unknown = checked.data.links.flatMap(({ item }, at) =>
    itemOf.has(item) ? [] : [`links[${at}].item: mätpunkten "${item}" finns inte`],
  );
  if (unknown.length > 0) throw linksRefusal(fileName, unknown);
  return checked.data.links.flatMap(({ employeeItem, item, status, reason }) => {
    const found = itemOf.get(item);
    return found === undefined ? [] : [{ employeeItem, item: found.code, reason, known: status === 'known' }];
  });
}

function parsedJson(jsonText: string, fileName: string): unknown {
  try {
    return JSON.parse(jsonText);
  } catch {
    throw linksRefusal(fileName, ['filen är inte giltig JSON']);
  }
}

function linksRefusal(fileName: string, faults: readonly string[]): Refusal {
  return new Refusal({
    code: 'links-invalid',
    message: `Filen med kopplingar, ${fileName}, går inte att använda: ${faults.join('; ')}.`,
    file: fileName,
    nextStep: 'Rätta filen på de ställen som nämns, eller använd den medföljande.',
  });
}

/**
 * Proposes links for the items of an employee survey: those of the starting set, known ones first, then those
 * whose words name an item. What the user has confirmed or rejected is not proposed again.
 */
export function proposeItemLinks(
  employeeItems: readonly string[],
  instrument: Instrument,
  startingSet: readonly ProposedItemLink[],
  decided: readonly ItemLink[],
): ProposedItemLink[] {
  const seen = new Set(decided.map(keyOf));
  const proposed = employeeItems.flatMap((employeeItem) => [
    ...startingSet
      .filter((link) => fold(link.employeeItem) === fold(employeeItem))
      .map((link) => ({ ...link, employeeItem })),
    ...instrument.items.flatMap((item): ProposedItemLink[] => {
      const reason = wordReason(employeeItem, item);
      return reason === null ? [] : [{ employeeItem, item: item.code, reason, known: false }];
    }),
  ]);
  const fresh = proposed.filter((link) => {
    const key = keyOf(link);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  return [...fresh.filter(({ known }) => known), ...fresh.filter(({ known }) => !known)];
}

/** Two spellings of one employee item are one: case, accents and punctuation do not count. */
function keyOf({ employeeItem, item }: ItemLink): string {
  return `${fold(employeeItem)}\n${item}`;
}

/** Why the words of an employee item name an item of the instrument; null when they do not. */
function wordReason(employeeItem: string, { name, aliases, stems }: Item): string | null {
  const words = fold(employeeItem).split(' ');
  const begins = (stem: string): boolean => words.some((word) => word.startsWith(stem));
  const hit = [...[name.sv, ...aliases].map(fold), ...stems].find((entry) => entry.split(' ').every(begins));
  return hit === undefined ? null : `orden "${hit}" pekar på ${name.sv}`;
}
