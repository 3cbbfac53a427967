import { Cells, hiddenCell, tableOf, textCell } from '../cells.ts';
import type { SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { Telling } from '../tell.ts';
import { words } from '../words.ts';

/** The outcome beside last year's, the target and the nation. */
export function resultSection(context: ReportContext): SectionDraft {
  const { settings, compared, figure, years, unit, indicators, instrument } = context;
  const say = words[settings.language];
  const cells = new Cells(context);
  const telling = new Telling(context);
  const uncertainty = compared?.uncertainty ?? null;
  const names = new Map<string, string>(
    instrument.dimensions.map(({ code, name }) => [code, name[settings.language]]),
  );
  return sectionDraft('result', say.sections.result, [
    generated('result:change', [
      uncertainty === null ? null : telling.change(say.maturity, uncertainty.maturity, 'percent'),
      ...(uncertainty?.dimensions ?? []).map((dimension) =>
        telling.change(names.get(dimension.code) ?? dimension.code, dimension, 'percent'),
      ),
    ]),
    unit === null && settings.language === 'sv'
      ? generated(
          'result:targets',
          indicators.map(({ sentence }) => sentence),
        )
      : null,
    figureBlock('result:trend', figure('trend', { years, units: [unit], measure: 'percent' })),
    unit !== null
      ? null
      : {
          kind: 'table',
          id: 'result:indicators',
          caption: `${say.maturity}: ${say.outcome.toLowerCase()}, ${say.target.toLowerCase()}`,
          note: null,
          table: tableOf(
            [
              [say.year, 'text'],
              [say.outcome, 'percent'],
              [say.target, 'percent'],
              [say.distance, 'difference'],
              [say.met, 'text'],
              [say.benchmark, 'text'],
            ],
            indicators.map(({ year, outcome, target, benchmarks }) => [
              textCell(String(year)),
              outcome?.hidden === true ? hiddenCell : cells.percent(outcome?.percent ?? null, undefined, 1),
              cells.percent(target?.percent ?? null, undefined, 1),
              outcome?.hidden === true ? hiddenCell : cells.difference(target?.distance ?? null, 1),
              textCell(metText(target?.met ?? null, say)),
              textCell(
                benchmarks.length === 0
                  ? '-'
                  : benchmarks
                      .map(({ source, percent }) => `${source} ${cells.percent(percent, undefined, 1).shown}`)
                      .join(', '),
              ),
            ]),
          ),
        },
  ]);
}

function metText(met: boolean | null, say: { readonly yes: string; readonly no: string }): string {
  if (met === null) return '-';
  return met ? say.yes : say.no;
}
