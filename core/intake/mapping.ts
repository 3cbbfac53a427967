import * as z from 'zod';
import { sv } from 'zod/locales';
import { Refusal } from '../problem.ts';
import { fold } from '../text.ts';
import { employeeScales } from './employee-scales.ts';
import { columnRoles } from './vocabulary.ts';

/**
 * What the user has said about a layout. The same format is a mapping file (`--mapping`) and a profile kept
 * for the next file with the same headings. It holds headings and value codes, never what people answered.
 */
const mappingSchema = z.strictObject({
  format: z.literal(1),
  /** Shown when the profile is offered. */
  name: z.string().trim().min(1).max(120).optional(),
  /** A column is named by its heading, or by its letters where headings are missing or repeated. */
  columns: z
    .array(
      z.strictObject({
        header: z.string().optional(),
        column: z
          .string()
          .regex(/^[A-Z]{1,3}$/, { error: 'kolumnen skrivs med bokstäver, till exempel "K"' })
          .optional(),
        role: z.enum(columnRoles),
        item: z.string().optional(),
        /** True when agreeing with the statement means low maturity. */
        reversed: z.boolean().optional(),
        /** 1 for förvaltning, 2 for enhet under it. */
        level: z.union([z.literal(1), z.literal(2)]).optional(),
      }),
    )
    .default([]),
  values: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        meaning: z.union([z.int(), z.enum(['dontKnow', 'blank', 'refused'])]),
      }),
    )
    .default([]),
  /** `sameAs` names the unit that `name` is; null says that it is a unit of its own. */
  units: z.array(z.strictObject({ name: z.string(), sameAs: z.string().nullable() })).default([]),
  duplicates: z.enum(['first', 'all']).optional(),
  incomplete: z.enum(['leave-out', 'include']).optional(),
  /** Whether the file's numbers run as the instrument's scale or the other way. */
  scale: z.enum(['straight', 'turned']).optional(),
  /** Of answers to the employee survey: the scale is the whole numbers from 1 to this. */
  points: z.int().min(employeeScales.fewest).max(employeeScales.most).optional(),
  /** The sheet to read where several would do. */
  sheet: z.string().min(1).optional(),
  year: z.int().min(1990).max(2100).optional(),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type ColumnMapping = Mapping['columns'][number];

export const emptyMapping: Mapping = { format: 1, columns: [], values: [], units: [] };

/**
 * Reads a mapping or profile from the text of its file.
 * @throws Refusal `mapping-invalid`, whose message names the path of each fault.
 */
export function parseMapping(jsonText: string, fileName: string): Mapping {
  let candidate: unknown;
  try {
    candidate = JSON.parse(jsonText);
  } catch {
    throw mappingRefusal(fileName, 'filen är inte giltig JSON');
  }
  const result = mappingSchema.safeParse(candidate, { error: sv().localeError });
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    (issue) => `${issue.path.join('.') || '(hela filen)'}: ${issue.message}`,
  );
  throw mappingRefusal(fileName, faults.join('; '));
}

function mappingRefusal(fileName: string, faults: string): Refusal {
  return new Refusal({
    code: 'mapping-invalid',
    message: `Mappningsfilen ${fileName} går inte att använda: ${faults}.`,
    file: fileName,
    nextStep: 'Rätta filen, eller skapa en ny med "inspect FIL --write-mapping NY.json".',
  });
}

/** What the mapping says of a column, by its letters first, then by its heading. */
export function mappedColumn(mapping: Mapping, letters: string, header: string): ColumnMapping | null {
  const byLetters = mapping.columns.find(({ column }) => column === letters);
  if (byLetters !== undefined) {
    const matches = byLetters.header === undefined || fold(byLetters.header) === fold(header);
    if (matches) return byLetters;
  }
  return (
    mapping.columns.find(
      (entry) =>
        entry.column === undefined &&
        entry.header !== undefined &&
        fold(entry.header) === fold(header) &&
        fold(header) !== '',
    ) ?? null
  );
}
