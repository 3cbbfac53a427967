import * as z from 'zod';
import { sv } from 'zod/locales';
import { Refusal } from '../problem.ts';
import type { ExchangeFile, ExchangeItem, ExchangePair } from './file.ts';
import { answersOf, exchangeFormat, exchangeSchema, exchangeVersion, sharedItems } from './file.ts';

/**
 * Reads an exchange file from its text.
 * @throws Refusal `exchange-newer` for a version that this program does not read, or `exchange-invalid`, whose
 * message names the path of each fault.
 */
export function parseExchangeFile(jsonText: string, fileName: string): ExchangeFile {
  let candidate: unknown;
  try {
    candidate = JSON.parse(jsonText);
  } catch {
    throw invalid(fileName, ['filen är inte giltig JSON']);
  }
  const head = z.object({ format: z.literal(exchangeFormat), version: z.int() }).safeParse(candidate);
  if (head.success && head.data.version > exchangeVersion) {
    throw new Refusal({
      code: 'exchange-newer',
      message: `Utbytesfilen ${fileName} är av version ${head.data.version}; det här programmet läser version ${exchangeVersion}.`,
      file: fileName,
      nextStep: 'Uppdatera programmet, eller be avsändaren om en fil av den äldre versionen.',
    });
  }
  const checked = exchangeSchema.safeParse(candidate, { error: sv().localeError });
  if (!checked.success) {
    throw invalid(
      fileName,
      checked.error.issues.map(({ path, message }) =>
        path.length === 0 ? message : `${z.core.toDotPath(path)}: ${message}`,
      ),
    );
  }
  const faults = [...crossChecks(checked.data)];
  if (faults.length > 0) throw invalid(fileName, faults);
  return checked.data;
}

/** More faults than this say no more. */
const faultsTold = 10;

function invalid(fileName: string, faults: readonly string[]): Refusal {
  const more = faults.length - faultsTold;
  const told = faults.slice(0, faultsTold).join('; ') + (more > 0 ? `; och ${more} fel till` : '');
  return new Refusal({
    code: 'exchange-invalid',
    message: `Utbytesfilen ${fileName} går inte att använda: ${told}.`,
    file: fileName,
    nextStep: 'Be avsändaren att skriva filen på nytt ur sitt program.',
  });
}

/** What a file's numbers must be to each other for anyone to have answered so. */
function* crossChecks(file: ExchangeFile): Generator<string> {
  const { instrument, respondents, gate, items, pairs } = file;
  const { min, max } = instrument.scale;
  if (max <= min) yield `instrument.scale.max: måste vara större än ${min}`;
  if (new Set(instrument.items).size < instrument.items.length) {
    yield 'instrument.items: samma mätpunkt står två gånger';
  }
  if (items.map((item) => item.code).join() !== instrument.items.join()) {
    yield 'items: ska ha instrumentets mätpunkter, var och en en gång och i samma ordning';
  }
  if (gate !== null && gate.yes + gate.no > respondents) yield 'gate: fler svar än svarande';
  for (const [at, item] of items.entries()) {
    if ('counts' in item) yield* itemFaults(item, `items[${at}]`, file);
  }
  const shared = new Map(sharedItems(file).map((item) => [item.code, item]));
  const seen = new Set<string>();
  for (const [at, pair] of pairs.entries()) {
    const path = `pairs[${at}]`;
    const [first, second] = pair.items.map((item) => shared.get(item));
    if (first === undefined || second === undefined) {
      yield `${path}.items: en mätpunkt som inte delas`;
      continue;
    }
    const places = pair.items.map((item) => instrument.items.indexOf(item));
    if ((places[0] ?? 0) >= (places[1] ?? 0)) yield `${path}.items: ska stå i instrumentets ordning`;
    if (seen.has(pair.items.join())) yield `${path}.items: samma par står två gånger`;
    seen.add(pair.items.join());
    yield* pairFaults(pair, path, answersOf(first), answersOf(second), file);
  }
}

function* itemFaults(item: ExchangeItem, path: string, { instrument, respondents }: ExchangeFile) {
  const points = instrument.scale.max - instrument.scale.min + 1;
  if (item.counts.length !== points) yield `${path}.counts: ska ha ${points} tal, ett för varje värde`;
  const total = answersOf(item) + item.dontKnow + item.blank + item.refused;
  if (total !== respondents) yield `${path}: svaren är ${total} men de svarande ${respondents}`;
}

function* pairFaults(
  { both, sums, products }: ExchangePair,
  path: string,
  first: number,
  second: number,
  { instrument, respondents }: ExchangeFile,
) {
  const { min, max } = instrument.scale;
  if (both > Math.min(first, second) || both < first + second - respondents) {
    yield `${path}.both: ${both} kan inte ha svarat på båda`;
    return;
  }
  if (sums.some((sum) => sum < both * min || sum > both * max)) {
    yield `${path}.sums: kan inte vara summan av ${both} svar mellan ${min} och ${max}`;
    return;
  }
  // (y₁ − min)(y₂ − min) ≥ 0 and (y₁ − min)(max − y₂) ≥ 0 and so on, added up over those who answered both.
  const [a, b] = sums;
  const least = Math.max(min * (a + b) - both * min * min, max * (a + b) - both * max * max);
  const most = Math.min(min * a + max * b, max * a + min * b) - both * min * max;
  if (products < least || products > most) yield `${path}.products: stämmer inte med summorna`;
}
