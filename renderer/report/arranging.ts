import type { OutputOf } from '../../core/api.ts';
import type { ReportSettings } from '../../core/report/settings.ts';

export type Outline = OutputOf<'report.get'>['outline'];
export type OutlineEntry = Outline[number];

/** What the settings say of each section, so that a switch shows at once what it was set to. */
export function withSettings(outline: Outline, settings: ReportSettings): Outline {
  return outline.map((entry) => ({
    ...entry,
    included:
      entry.isFixed || (settings.sections.find(({ id }) => id === entry.id)?.included ?? entry.included),
    hasOwnText: (settings.texts[entry.id] ?? []).length > 0,
    generated: entry.generated.map((block) => ({
      ...block,
      included: !settings.withoutGenerated.includes(block.id),
    })),
    figures: entry.figures.map((block) => ({
      ...block,
      included: settings.blocks[block.id]?.included ?? block.included,
      form: block.form === null ? null : (settings.blocks[block.id]?.form ?? 'native'),
    })),
  }));
}

/** Sections in their order with whether they are with, as settings keep them. */
export function sectionsOf(outline: Outline): ReportSettings['sections'] {
  return outline.map(({ id, included }) => ({ id, included }));
}

/** A section with what lies under it, beside its neighbours of the same level. */
interface Part {
  readonly id: string;
  readonly entries: OutlineEntry[];
}

/** The parts that can change places with a section: itself and those beside it. */
function besides(
  outline: Outline,
  id: string,
): { readonly parts: readonly Part[]; readonly from: number } | null {
  const at = outline.findIndex((entry) => entry.id === id);
  const own = outline[at];
  if (own === undefined) return null;
  let from = at;
  while (from > 0 && (outline[from - 1]?.level ?? 0) >= own.level) from--;
  const parts: Part[] = [];
  for (const entry of outline.slice(from)) {
    if (entry.level < own.level) break;
    if (entry.level === own.level) parts.push({ id: entry.id, entries: [entry] });
    else parts.at(-1)?.entries.push(entry);
  }
  return { parts, from };
}

/** True where the one can be put in the place of the other. */
export function areBeside(outline: Outline, id: string, other: string): boolean {
  return id !== other && besides(outline, id)?.parts.some((part) => part.id === other) === true;
}

/** The outline with a section in the place of another beside it; as it was where it is not beside it. */
export function movedTo(outline: Outline, id: string, other: string): Outline {
  const found = besides(outline, id);
  if (found === null || !areBeside(outline, id, other)) return outline;
  const { parts, from } = found;
  const to = parts.findIndex((part) => part.id === other);
  const own = parts.filter((part) => part.id === id);
  const others = parts.filter((part) => part.id !== id);
  const arranged = [...others.slice(0, to), ...own, ...others.slice(to)].flatMap(({ entries }) => entries);
  return [...outline.slice(0, from), ...arranged, ...outline.slice(from + arranged.length)];
}

/** The outline with a section one step up (-1) or down (1) among those beside it. */
export function moved(outline: Outline, id: string, step: -1 | 1): Outline {
  const parts = besides(outline, id)?.parts ?? [];
  const other = parts[parts.findIndex((part) => part.id === id) + step];
  return other === undefined ? outline : movedTo(outline, id, other.id);
}
