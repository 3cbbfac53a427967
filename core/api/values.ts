import * as z from 'zod';
import { verdicts } from '../comparison/verdicts.ts';
import { certainties } from '../insights/figures.ts';
import type { CategoryCode, DimensionCode, ItemCode, RoleCode } from '../instrument/instrument.ts';
import { hidingReasons } from '../privacy/reasons.ts';
import type { UnitId } from '../survey/units.ts';

/** The shapes that many calls share. Numbers are unrounded: the window rounds them with `core/numbers.ts`. */

declare const workspaceBrand: unique symbol;
/** Names a workspace file without its path, which the window never learns. */
export type WorkspaceId = string & { readonly [workspaceBrand]: true };
declare const fileBrand: unique symbol;
/** Names a file that the user handed in. */
export type FileId = string & { readonly [fileBrand]: true };
declare const targetBrand: unique symbol;
/** Names a place that the user chose to save to. */
export type TargetId = string & { readonly [targetBrand]: true };

const code = (candidate: unknown): boolean =>
  typeof candidate === 'string' && candidate.length <= 200 && /^[a-z0-9][a-z0-9-]*$/.test(candidate);
const handle = (candidate: unknown): boolean =>
  typeof candidate === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(candidate);
const wholeFrom1 = (candidate: unknown): boolean => Number.isSafeInteger(candidate) && Number(candidate) > 0;

export const workspaceId = z.custom<WorkspaceId>(handle, { error: 'okänd arbetsyta' });
export const fileId = z.custom<FileId>(handle, { error: 'okänd fil' });
export const targetId = z.custom<TargetId>(handle, { error: 'okänd plats att spara på' });
export const unitId = z.custom<UnitId>(wholeFrom1, { error: 'okänd enhet' });
export const itemCode = z.custom<ItemCode>(code, { error: 'okänd mätpunkt' });
export const categoryCode = z.custom<CategoryCode>(code, { error: 'okänd kategori' });
export const dimensionCode = z.custom<DimensionCode>(code, { error: 'okänd dimension' });
export const roleCode = z.custom<RoleCode>(code, { error: 'okänd roll' });
/** Null for the whole. */
export const unitOrWhole = unitId.nullable();

export const year = z.int().min(1900).max(2999);
/** Text that a person wrote: of any kind, but not without end. */
export const writtenText = z.string().max(20_000);
export const shortText = z.string().max(300);

export const languages = ['sv', 'en'] as const;
export const language = z.enum(languages);

/** The same in both languages. */
export const texts = z.strictObject({ sv: z.string(), en: z.string() });
export type Texts = z.infer<typeof texts>;

/**
 * A text with the words that carry it marked: `emphasis` names the pieces to be shown strong. The pieces put
 * together are the whole text.
 */
export const lead = z.strictObject({
  sv: z.array(z.strictObject({ text: z.string(), strong: z.boolean() })),
  en: z.array(z.strictObject({ text: z.string(), strong: z.boolean() })),
});
export type Lead = z.infer<typeof lead>;

export const hidingReason = z.enum(hidingReasons);

/** A value that may be hidden (then null, with the reason) or missing (null without one). */
export const shownValue = z.strictObject({
  value: z.number().nullable(),
  hidden: hidingReason.nullable(),
});
export type ShownValue = z.infer<typeof shownValue>;

/** A value with its interval; the ends are null where there are no answers behind it, and where it is hidden. */
export const estimate = shownValue.extend({
  ciLow: z.number().nullable(),
  ciHigh: z.number().nullable(),
});
export type Estimate = z.infer<typeof estimate>;

/** Shape of the mark that stands for a verdict. */
export const markShapes = ['up', 'down', 'none', 'too-few', 'not-comparable', 'hidden', 'missing'] as const;

/**
 * The mark of a verdict. Shape tells direction (`none`: rounds to no change), fill how sure it is: `firm` full,
 * `among-invited` half, `unsure` hollow.
 */
export const mark = z.strictObject({
  shape: z.enum(markShapes),
  certainty: z.enum(certainties),
  /** The verdict in words, for those who do not see the mark. */
  words: texts,
});
export type Mark = z.infer<typeof mark>;

/** A difference with its verdict: percentage points for percents, steps of the scale for means. */
export const change = z.strictObject({
  from: shownValue,
  to: shownValue,
  difference: z.number().nullable(),
  ciLow: z.number().nullable(),
  ciHigh: z.number().nullable(),
  /** Null where it is hidden, or nothing was tested. */
  verdict: z.enum(verdicts).nullable(),
  mark,
  /** One sentence that says what can be said of it, and no more. */
  sentence: texts,
});
export type Change = z.infer<typeof change>;

export const measures = ['mean', 'percent'] as const;
export type MeasureName = (typeof measures)[number];

/** Who is looked at. */
export const who = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('gate'), answer: z.enum(['yes', 'no']) }),
  z.strictObject({ kind: z.literal('role'), role: roleCode }),
  z.strictObject({ kind: z.literal('without'), unit: unitId }),
]);
export type Who = z.infer<typeof who>;

/** What the top bar holds: every call for results takes it. */
export const choice = z.strictObject({
  /** Newest first. */
  years: z.array(year).min(1).max(12),
  /** The first is the one that a screen is about where it is about one. */
  units: z.array(unitOrWhole).min(1).max(200),
  measure: z.enum(measures),
  against: z.strictObject({ nation: z.boolean(), target: z.boolean(), pool: z.boolean() }),
  who,
});
export type Choice = z.infer<typeof choice>;

/** What every call for results is asked with. */
export const resultsInput = z.strictObject({ workspaceId, choice });

/** Who the figures are of, as asked for and as they could be given. */
export const shownWho = z.strictObject({
  name: texts,
  /** Why the group that was asked for is not shown and all are shown instead; null where it is shown. */
  notice: texts.nullable(),
});

/** The call that takes a change back. The window keeps it and calls it as it stands. */
export const inverse = z
  .strictObject({
    call: z.string(),
    input: z.unknown(),
    /** What taking it back does, such as "Ångra sammanslagningen". */
    label: texts,
  })
  .nullable();
export type Inverse = z.infer<typeof inverse>;

/** What a change answers when it has nothing to tell but how it is taken back. */
export const changed = z.strictObject({ inverse });
