import type { Category, Dimension } from '../../instrument/instrument.ts';
import { Cells, tableOf, textCell } from '../cells.ts';
import type { BlockDraft, SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { ItemTelling } from '../tell-items.ts';
import { Telling } from '../tell.ts';
import { words } from '../words.ts';

/** A section for each dimension, with one for each of its categories. */
export function dimensionSections(context: ReportContext): SectionDraft[] {
  return context.instrument.dimensions.map((dimension) => dimensionSection(context, dimension));
}

function dimensionSection(context: ReportContext, dimension: Dimension): SectionDraft {
  const { settings, own, compared } = context;
  const telling = new Telling(context);
  const name = dimension.name[settings.language];
  const change = compared?.uncertainty?.dimensions.find(({ code }) => code === dimension.code);
  const found = own.dimensions.find(({ code }) => code === dimension.code);
  const told = { percent: found?.percent ?? null, hidden: found?.hidden.percent };
  return sectionDraft(
    `dimension:${dimension.code}`,
    name,
    [generated(`dimension:${dimension.code}:text`, [telling.result(name, told, change)])],
    { sections: dimension.categories.map((category) => categorySection(context, category)) },
  );
}

/** So many of the items that deserve attention are treated however unsure their reasons are. */
const alwaysTreated = 5;

function categorySection(context: ReportContext, category: Category): SectionDraft {
  const { settings, own, compared, figure, years, unit, year, attention } = context;
  const telling = new Telling(context);
  const name = category.name[settings.language];
  const id = `category:${category.code}`;
  const found = own.categories.find(({ code }) => code === category.code);
  const change = compared?.uncertainty?.categories.find(({ code }) => code === category.code);
  const told = { percent: found?.percent ?? null, hidden: found?.hidden.percent };
  const items = new ItemTelling(context);
  const treated = attention.priorities.items.filter(
    ({ code, rank, certainty }) =>
      category.items.some((item) => item.code === code) && (certainty !== 'unsure' || rank <= alwaysTreated),
  );
  const codes = new Set(treated.map(({ code }) => code));
  return sectionDraft(id, name, [
    generated(`${id}:text`, [telling.result(name, told, change), movedSentence(context, category, codes)]),
    ...treated.map((priority) => generated(`${id}:${priority.code}`, [items.full(priority)])),
    figureBlock(`${id}:figure`, figure('category-bars', { years, units: [unit], category: category.code })),
    itemsTable(context, category),
    figureBlock(
      `${id}:distribution`,
      figure('distribution', { years: [year], units: [unit], category: category.code }),
      false,
    ),
  ]);
}

/** "Säkert högre än 2021: Digitalt först." Items that are treated at length tell their change themselves. */
function movedSentence(
  context: ReportContext,
  category: Category,
  treated: ReadonlySet<string>,
): string | null {
  const { settings, compared, since } = context;
  const items = compared?.uncertainty?.items ?? [];
  const { say, list } = sayingOf(context);
  const named = (verdict: 'risen' | 'fallen'): string[] =>
    category.items.flatMap((item) => {
      const own = items.find(({ code }) => code === item.code);
      return own?.verdict === verdict && own.firm && !treated.has(item.code)
        ? [item.name[settings.language]]
        : [];
    });
  const [fallen, risen] = [named('fallen'), named('risen')];
  const parts = [
    ...(fallen.length === 0
      ? []
      : [
          `${say(`Säkert lägre än ${since ?? ''}`, `Firmly lower than in ${since ?? ''}`)}: ${list(fallen)}.`,
        ]),
    ...(risen.length === 0
      ? []
      : [
          `${say(`Säkert högre än ${since ?? ''}`, `Firmly higher than in ${since ?? ''}`)}: ${list(risen)}.`,
        ]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

function sayingOf(context: ReportContext) {
  const telling = new Telling(context);
  return {
    say: (swedish: string, english: string): string => telling.say(swedish, english),
    list: (parts: readonly string[]): string => telling.list(parts),
  };
}

function itemsTable(context: ReportContext, category: Category): BlockDraft {
  const { settings, own, compared, since, year, measurements } = context;
  const say = words[settings.language];
  const cells = new Cells(context);
  const telling = new Telling(context);
  const sure = compared?.uncertainty?.items ?? [];
  const heading =
    since === null ? String(year) : `${since} ${settings.language === 'sv' ? 'och' : 'and'} ${year}`;
  return {
    kind: 'table',
    id: `category:${category.code}:table`,
    caption: `${category.name[settings.language]}, ${heading}`,
    note: hasHidden(context, category) ? say.hiddenNote(measurements.minimumGroup.size) : null,
    table: tableOf(
      [
        [say.item, 'text'],
        ...(since === null ? [] : [[`${say.mean} ${since}`, 'number'] as const]),
        [`${say.mean} ${year}`, 'number'],
        ...(since === null ? [] : [[say.change, 'difference'] as const, [say.verdict, 'text'] as const]),
        [`${say.dontKnow} ${year}`, 'percent'],
      ],
      category.items.map((item) => {
        const found = own.items.find(({ code }) => code === item.code);
        const change = sure.find(({ code }) => code === item.code);
        const before = compared?.items.find(({ code }) => code === item.code);
        return [
          textCell(item.name[settings.language]),
          ...(since === null ? [] : [cells.mean(before?.from.mean ?? null, hiddenBefore(before))]),
          cells.mean(found?.mean ?? null, found?.hidden.mean),
          ...(since === null
            ? []
            : [
                cells.difference(before?.difference ?? null, 1, before?.hidden.difference),
                textCell(change === undefined ? '-' : telling.verdict(change)),
              ]),
          cells.percent(found?.dontKnowPercent ?? null, found?.hidden.dontKnowPercent, 0),
        ];
      }),
    ),
  };
}

/** The year before is hidden where it has no mean and the difference is hidden. */
function hiddenBefore(
  change:
    | { readonly from: { readonly mean: number | null }; readonly hidden: { readonly difference?: string } }
    | undefined,
): string | undefined {
  return change?.from.mean === null ? change.hidden.difference : undefined;
}

function hasHidden({ own }: ReportContext, category: Category): boolean {
  return category.items.some((item) => {
    const { hidden } = own.items.find(({ code }) => code === item.code) ?? {};
    return hidden !== undefined && Object.keys(hidden).length > 0;
  });
}
