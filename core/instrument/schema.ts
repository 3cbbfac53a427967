import * as z from 'zod';
import { sv } from 'zod/locales';

/**
 * The shape of an instrument file (`resources/instruments/*.json`): what is asked, and how it adds up.
 * An instrument is data, so everything a municipality might word or weigh differently stands here.
 */

const code = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, {
  error: 'en kod får bara ha små bokstäver a–z, siffror och bindestreck',
});
const text = z.string().trim().min(1, { error: 'texten får inte vara tom' });
const texts = z.array(text);
const bilingual = z.strictObject({ sv: text, en: text });

const item = z.strictObject({
  code,
  name: bilingual,
  /** Plain Swedish; `{itDepartment}` stands for what the organisation calls its IT department. */
  definition: text,
  /** The same in English, for reports in English. */
  englishDefinition: text.optional(),
  /** Other names that a column heading may carry, compared without regard to case and accents. */
  aliases: texts,
  /** Word stems in plain ASCII; an entry is met when a statement has a word beginning with each of its stems. */
  stems: texts,
  /**
   * For an item whose own name is something bad: stems that a statement needs for agreement to mean high maturity
   * ("kontroll", "lag"). A statement without any of them is asked about.
   */
  reassuringStems: texts.optional(),
  /** True when a high answer means low maturity; the answer is then turned at scoring. */
  reversed: z.boolean().default(false),
});

const category = z.strictObject({
  code,
  name: bilingual,
  items: z.array(item).min(1, { error: 'en kategori behöver minst en mätpunkt' }),
});

const axis = z.enum(['x', 'y']);
const half = z.enum(['low', 'high']);

export const dimensionRules = ['categories', 'items'] as const;
export const roundingRules = ['half-up', 'half-down', 'half-even'] as const;

/** Settings that the instrument gives and a workspace may override. */
export const displaySchema = z.strictObject({
  percentDecimals: z.int().min(0).max(3),
  meanDecimals: z.int().min(0).max(3),
  rounding: z.enum(roundingRules),
});

const file = z.strictObject({
  format: z.literal(1),
  code,
  version: text,
  name: bilingual,
  scale: z.strictObject({
    min: z.int().min(0).max(9),
    max: z.int().min(1).max(35),
    minLabels: texts,
    maxLabels: texts,
  }),
  dontKnow: texts.min(1, { error: 'minst en text för "vet ej" behövs' }),
  gate: z
    .strictObject({
      code,
      name: bilingual,
      aliases: texts,
      stems: texts,
      yes: texts.min(1),
      no: texts.min(1),
    })
    .optional(),
  roles: z.array(z.strictObject({ code, name: bilingual, aliases: texts })),
  dimensionRule: z.enum(dimensionRules),
  dimensions: z
    .array(
      z.strictObject({
        code,
        name: bilingual,
        axis: axis.optional(),
        categories: z.array(category).min(1, { error: 'en dimension behöver minst en kategori' }),
      }),
    )
    .min(1, { error: 'minst en dimension behövs' }),
  quadrants: z
    .strictObject({
      limitPercent: z.number().min(0).max(100),
      types: z
        .array(z.strictObject({ code: text, x: half, y: half, name: bilingual, risks: texts, advice: texts }))
        .length(4, { error: 'fyra kvadranter behövs' }),
    })
    .optional(),
  display: displaySchema,
});

/** An instrument file that has been found valid. */
export type InstrumentFile = z.infer<typeof file>;

type Issue = { path: (string | number)[]; message: string };

function* crossChecks(candidate: InstrumentFile): Generator<Issue> {
  const { scale, dimensions, quadrants } = candidate;
  if (scale.max <= scale.min) {
    yield { path: ['scale', 'max'], message: `måste vara större än skalans lägsta värde, ${scale.min}` };
  }
  yield* repeatedCodes(dimensions.map(({ code }, d) => ({ code, path: ['dimensions', d, 'code'] })));
  yield* repeatedCodes(
    dimensions.flatMap(({ categories }, d) =>
      categories.map(({ code }, c) => ({ code, path: ['dimensions', d, 'categories', c, 'code'] })),
    ),
  );
  yield* repeatedCodes(
    dimensions.flatMap(({ categories }, d) =>
      categories.flatMap(({ items }, c) =>
        items.map(({ code }, i) => ({ code, path: ['dimensions', d, 'categories', c, 'items', i, 'code'] })),
      ),
    ),
  );
  yield* repeatedCodes(candidate.roles.map(({ code }, r) => ({ code, path: ['roles', r, 'code'] })));
  if (quadrants === undefined) return;
  const axes = dimensions.map((dimension) => dimension.axis ?? '').sort();
  if (axes.join() !== 'x,y') {
    yield {
      path: ['dimensions'],
      message: 'kvadranter behöver exakt två dimensioner, en med axeln "x" och en med axeln "y"',
    };
  }
  const corners = new Set(quadrants.types.map(({ x, y }) => `${x} ${y}`));
  if (corners.size !== 4) {
    yield { path: ['quadrants', 'types'], message: 'varje hörn (x och y, low och high) ska finnas en gång' };
  }
}

function* repeatedCodes(entries: { code: string; path: (string | number)[] }[]): Generator<Issue> {
  const seen = new Set<string>();
  for (const entry of entries) {
    if (seen.has(entry.code))
      yield { path: entry.path, message: `koden "${entry.code}" förekommer två gånger` };
    seen.add(entry.code);
  }
}

const checked = file.superRefine((candidate, context) => {
  for (const { path, message } of crossChecks(candidate)) context.addIssue({ code: 'custom', path, message });
});

/** One thing wrong in an instrument file: where (a path such as `dimensions[0].categories[1].code`) and what. */
export interface InstrumentFault {
  readonly path: string;
  readonly message: string;
}

/**
 * Checks that `candidate` (parsed JSON) is an instrument file.
 * Gives the file, or every fault found, with Swedish messages.
 */
export function validateInstrumentFile(
  candidate: unknown,
): { ok: true; file: InstrumentFile } | { ok: false; faults: InstrumentFault[] } {
  const result = checked.safeParse(candidate, { error: sv().localeError });
  if (result.success) return { ok: true, file: result.data };
  return {
    ok: false,
    faults: result.error.issues.map((issue) => ({ path: pathText(issue.path), message: issue.message })),
  };
}

function pathText(path: readonly PropertyKey[]): string {
  const written = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return written === '' ? '(hela filen)' : written.replace(/^\./, '');
}
