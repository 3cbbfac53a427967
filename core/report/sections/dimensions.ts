import type { Category, Dimension } from '../../instrument/instrument.ts';
import { listed } from '../../text.ts';
import { Cells, tableOf, textCell } from '../cells.ts';
import type { BlockDraft, SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { Telling } from '../tell.ts';
import { words } from '../words.ts';

/** A section for each dimension, with one for each of its categories. */
export function dimensionSections(context: ReportContext): SectionDraft[] {
  return context.instrument.dimensions.map((dimension) => dimensionSection(context, dimension));
}

function dimensionSection(context: ReportContext, dimension: Dimension): SectionDraft {
  const { settings, own, compared, year } = context;
  const telling = new Telling(context);
  const name = dimension.name[settings.language];
  const change = compared?.uncertainty?.dimensions.find(({ code }) => code === dimension.code);
  const found = own.dimensions.find(({ code }) => code === dimension.code);
  return sectionDraft(
    `dimension:${dimension.code}`,
    name,
    [
      generated(`dimension:${dimension.code}:text`, [
        levelSentence(context, name, found?.percent ?? null, found?.hidden.percent, year),
        change === undefined ? null : telling.change(name, change, 'percent'),
      ]),
    ],
    { sections: dimension.categories.map((category) => categorySection(context, category)) },
  );
}

function levelSentence(
  context: ReportContext,
  name: string,
  percent: number | null,
  hidden: string | undefined,
  year: number,
): string {
  const isSwedish = context.settings.language === 'sv';
  if (hidden !== undefined)
    return isSwedish ? `${name} visas inte för ${year}.` : `${name} is not shown for ${year}.`;
  if (percent === null) return isSwedish ? `${name} saknas för ${year}.` : `${name} is missing for ${year}.`;
  const { shown } = new Cells(context).percent(percent);
  return isSwedish
    ? `${name} ligger på ${shown} av skalan ${year}.`
    : `${name} is at ${shown} of the scale in ${year}.`;
}

function categorySection(context: ReportContext, category: Category): SectionDraft {
  const { settings, own, compared, figure, years, unit, year, attention } = context;
  const telling = new Telling(context);
  const name = category.name[settings.language];
  const id = `category:${category.code}`;
  const found = own.categories.find(({ code }) => code === category.code);
  const change = compared?.uncertainty?.categories.find(({ code }) => code === category.code);
  const drafts = attention.priorities.items.filter(({ code }) =>
    category.items.some((item) => item.code === code),
  );
  return sectionDraft(id, name, [
    generated(`${id}:text`, [
      levelSentence(context, name, found?.percent ?? null, found?.hidden.percent, year),
      change === undefined ? null : telling.change(name, change, 'percent'),
      firmSentence(context, category),
    ]),
    ...(settings.language === 'sv'
      ? drafts.map(({ code, draft }) => generated(`${id}:${code}`, [draft]))
      : []),
    figureBlock(`${id}:figure`, figure('category-bars', { years, units: [unit], category: category.code })),
    itemsTable(context, category),
    figureBlock(
      `${id}:distribution`,
      figure('distribution', { years: [year], units: [unit], category: category.code }),
      false,
    ),
  ]);
}

/** "Säkert lägre än 2021: Nyttokontroll och Nyttorealisering." */
function firmSentence({ settings, compared, since }: ReportContext, category: Category): string | null {
  const items = compared?.uncertainty?.items ?? [];
  const named = (verdict: 'risen' | 'fallen'): string[] =>
    category.items.flatMap((item) => {
      const own = items.find(({ code }) => code === item.code);
      return own?.verdict === verdict && own.firm ? [item.name[settings.language]] : [];
    });
  const isSwedish = settings.language === 'sv';
  const [fallen, risen] = [named('fallen'), named('risen')];
  const parts = [
    ...(fallen.length === 0
      ? []
      : [
          `${isSwedish ? `Säkert lägre än ${since ?? ''}` : `Firmly lower than in ${since ?? ''}`}: ${joined(fallen, isSwedish)}.`,
        ]),
    ...(risen.length === 0
      ? []
      : [
          `${isSwedish ? `Säkert högre än ${since ?? ''}` : `Firmly higher than in ${since ?? ''}`}: ${joined(risen, isSwedish)}.`,
        ]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

function joined(names: readonly string[], isSwedish: boolean): string {
  return isSwedish ? listed(names) : names.join(', ');
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
