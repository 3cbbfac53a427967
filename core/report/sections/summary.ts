import { maturityLabel } from '../../comparison/sentences.ts';
import { Cells } from '../cells.ts';
import type { SectionDraft } from '../draft.ts';
import { generated, generatedList, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { Telling } from '../tell.ts';
import { words } from '../words.ts';

/** So many of the items that deserve attention are told in the summary. */
const prioritiesTold = 5;

/** The result, what can be said of its change, and what deserves attention. */
export function summarySection(context: ReportContext): SectionDraft {
  const { settings, own, year, compared, wholeChange, attention, indicators, conclusions } = context;
  const say = words[settings.language];
  const cells = new Cells(context);
  const telling = new Telling(context);
  const isSwedish = settings.language === 'sv';
  const maturity = compared?.uncertainty?.maturity ?? null;
  const value = cells.percent(own.maturityPercent, own.hidden.maturityPercent, 1).shown;
  const answered =
    own.respondents === null
      ? null
      : own.invited === null
        ? isSwedish
          ? `${own.respondents} svarade.`
          : `${own.respondents} answered.`
        : isSwedish
          ? `${own.respondents} av ${own.invited} inbjudna svarade (${cells.percent(own.responseRatePercent, undefined, 0).shown}).`
          : `${own.respondents} of ${own.invited} invited answered (${cells.percent(own.responseRatePercent, undefined, 0).shown}).`;
  const result = isSwedish
    ? `${maturityLabel} ${year} är ${value} för ${own.name}.`
    : `Digital maturity in ${year} is ${value} for ${own.name}.`;
  const target = indicators.find((row) => row.year === year);
  const top = attention.priorities.items.slice(0, prioritiesTold);
  return sectionDraft(
    'summary',
    say.sections.summary,
    [
      generated('summary:result', [
        result,
        answered,
        maturity === null ? null : telling.change(say.maturity, maturity, 'percent'),
        isSwedish ? (wholeChange?.split.maturity.sentence ?? null) : null,
        isSwedish ? (wholeChange?.weighted?.maturity.remark ?? null) : null,
      ]),
      context.unit === null && isSwedish && target !== undefined
        ? generated('summary:target', [target.sentence])
        : null,
      ...(conclusions.length > 0
        ? [
            generatedList(
              'summary:conclusions',
              conclusions.map(({ heading }) => heading),
            ),
          ]
        : [
            generated('summary:attention-lead', top.length === 0 ? [] : [say.proposedConclusions]),
            generatedList(
              'summary:attention',
              top.map(({ name, code, figures, draft }) =>
                isSwedish
                  ? draft
                  : `${englishName(context, code, name)}: ${cells.mean(figures.mean, figures.hidden?.['mean']).shown}`,
              ),
            ),
          ]),
    ],
    { numbered: false },
  );
}

function englishName({ instrument }: ReportContext, code: string, name: string): string {
  return instrument.items.find((item) => item.code === code)?.name.en ?? name;
}
