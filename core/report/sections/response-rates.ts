import { Cells, countCell, tableOf, textCell } from '../cells.ts';
import type { SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { words } from '../words.ts';

/** How many answered, in all and unit by unit. */
export function responseRatesSection(context: ReportContext): SectionDraft {
  const { settings, own, result, figure, year, unit, measurements } = context;
  const say = words[settings.language];
  const cells = new Cells(context);
  const parent = unit === null ? null : measurements.tree.resolve(unit);
  const children = result.units.filter((child) => child.unit !== null && child.parent === parent);
  const rates = children.flatMap(({ name, responseRatePercent }) =>
    responseRatePercent === null ? [] : [{ name, percent: responseRatePercent }],
  );
  rates.sort((a, b) => a.percent - b.percent);
  const [lowest, highest] = [rates[0], rates.at(-1)];
  const shown = (percent: number): string => cells.percent(percent, undefined, 0).shown;
  const isSwedish = settings.language === 'sv';
  const spread =
    lowest === undefined || highest === undefined || lowest === highest
      ? null
      : isSwedish
        ? `Svarsfrekvensen är högst i ${highest.name} (${shown(highest.percent)}) och lägst i ${lowest.name} (${shown(lowest.percent)}).`
        : `The response rate is highest in ${highest.name} (${shown(highest.percent)}) and lowest in ${lowest.name} (${shown(lowest.percent)}).`;
  const total =
    own.respondents === null || own.invited === null
      ? null
      : isSwedish
        ? `${own.respondents} av ${own.invited} inbjudna svarade ${year}, ${cells.percent(own.responseRatePercent, undefined, 0).shown}.`
        : `${own.respondents} of ${own.invited} invited answered in ${year}, ${cells.percent(own.responseRatePercent, undefined, 0).shown}.`;
  return sectionDraft('response-rates', say.sections.responseRates, [
    generated('response-rates:text', [total, spread]),
    rates.length === 0
      ? null
      : figureBlock(
          'response-rates:figure',
          figure('response-rates', { years: [year], units: [unit, ...children.map((child) => child.unit)] }),
        ),
    {
      kind: 'table',
      id: 'response-rates:table',
      caption: `${say.responseRate} ${year}`,
      note: null,
      table: tableOf(
        [
          [say.unit, 'text'],
          [say.invited, 'number'],
          [say.respondents, 'number'],
          [say.responseRate, 'percent'],
        ],
        [own, ...children].map(({ name, invited, respondents, responseRatePercent }) => [
          textCell(name),
          countCell(invited),
          countCell(respondents),
          cells.percent(responseRatePercent, undefined, 0),
        ]),
      ),
    },
  ]);
}
