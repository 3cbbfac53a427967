import { hiddenCell, tableOf, textCell } from '../cells.ts';
import type { WholeChange } from '../../analysis/whole.ts';
import type { SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { Telling } from '../tell.ts';
import { words } from '../words.ts';

/** The outcome beside last year's, the target and the nation. */
export function resultSection(context: ReportContext): SectionDraft {
  const { settings, own, compared, wholeChange, figure, year, years, unit, indicators, instrument } = context;
  const say = words[settings.language];
  const telling = new Telling(context);
  const { cells } = telling;
  const uncertainty = compared?.uncertainty ?? null;
  const dimensions = instrument.dimensions.map((dimension) => {
    const found = own.dimensions.find(({ code }) => code === dimension.code);
    return telling.result(
      dimension.name[settings.language],
      { percent: found?.percent ?? null, hidden: found?.hidden.percent },
      uncertainty?.dimensions.find(({ code }) => code === dimension.code),
    );
  });
  return sectionDraft('result', unit === null ? say.sections.result : say.sections.unitResult, [
    generated('result:change', [
      telling.result(
        say.maturityInSentence,
        { percent: own.maturityPercent, hidden: own.hidden.maturityPercent },
        uncertainty?.maturity,
      ),
      ...dimensions,
    ]),
    generated('result:mix', [
      wholeChange === null ? null : mixSentence(wholeChange, telling),
      wholeChange === null ? null : weightedSentence(wholeChange, telling),
    ]),
    generated(
      'result:targets',
      unit === null ? indicators.filter((row) => row.year >= year).map((row) => telling.indicator(row)) : [],
    ),
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
            indicators.map(({ year: of, outcome, target, benchmarks }) => [
              textCell(String(of)),
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

/** What of the change comes from who answered. */
function mixSentence({ split }: WholeChange, telling: Telling): string | null {
  const { sentence, difference, mix } = split.maturity;
  if (telling.language === 'sv' || sentence === null) return sentence;
  const shown = (points: number | null): string => telling.cells.difference(points, 1).shown;
  return `Of the change, ${shown(difference)} points, ${shown(mix)} comes from who answered and had an opinion; the rest comes from the results of the units themselves.`;
}

/** Where weighting to the invited says something else. */
function weightedSentence({ weighted, unweighted }: WholeChange, telling: Telling): string | null {
  const own = weighted?.maturity;
  if (own === undefined || own.remark === null || telling.language === 'sv') return own?.remark ?? null;
  const shown = (points: number | null): string => telling.cells.difference(points, 1).shown;
  return `With each unit weighted to how many were invited the difference is ${shown(own.difference)} points instead of ${shown(unweighted.maturity.difference)}.`;
}

function metText(met: boolean | null, say: { readonly yes: string; readonly no: string }): string {
  if (met === null) return '-';
  return met ? say.yes : say.no;
}
