import type { Instrument, ItemCode } from '../../core/instrument/instrument.ts';
import { ItemMatcher } from '../../core/intake/item-matching.ts';
import { Refusal } from '../../core/problem.ts';
import { listed } from '../../core/text.ts';

/**
 * The item that a person means by a code, a name or an alias.
 * @throws Refusal `item-missing`
 */
export function findItem(instrument: Instrument, named: string): ItemCode {
  const { items } = instrument;
  const found =
    items.find(({ code }) => code === named)?.code ?? new ItemMatcher(instrument).exact(named)?.code;
  if (found !== undefined) return found;
  throw new Refusal({
    code: 'item-missing',
    message: `Det finns ingen mätpunkt som heter "${named}".`,
    nextStep: `Välj en av ${listed(items.map(({ name }) => name.sv))}.`,
  });
}
