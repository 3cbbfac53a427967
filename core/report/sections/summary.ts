import type { SectionDraft } from '../draft.ts';
import { generated, generatedList, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { ItemTelling } from '../tell-items.ts';
import { Telling } from '../tell.ts';
import { words } from '../words.ts';

/** So many of the items that deserve attention are told in the summary. */
const prioritiesTold = 5;
/** Maturity is a target with a decimal. */
const maturityDecimals = 1;

/** The result, what can be said of its change, and what deserves attention. */
export function summarySection(context: ReportContext): SectionDraft {
  const { settings, own, year, unit, since, compared, attention, indicators, conclusions } = context;
  const say = words[settings.language];
  const telling = new Telling(context);
  const items = new ItemTelling(context);
  const { cells } = telling;
  const uncertainty = compared?.uncertainty ?? null;
  const isHidden = own.hidden.maturityPercent !== undefined;
  const value = cells.percent(own.maturityPercent, undefined, maturityDecimals).shown;
  const rate = cells.percent(own.responseRatePercent, undefined, 0).shown;
  const target = indicators.find((row) => row.year === year);
  const top = attention.priorities.items.slice(0, prioritiesTold);
  const better = attention.improvements
    .filter(({ certainty }) => certainty === 'firm')
    .map(({ code }) => items.name(code));
  return sectionDraft(
    'summary',
    say.sections.summary,
    [
      generated('summary:result', [
        isHidden
          ? telling.say(
              `Den digitala mognaden ${year} visas inte för ${own.name}, för att skydda små grupper.`,
              `Digital maturity in ${year} is not shown for ${own.name}, to protect small groups.`,
            )
          : telling.say(
              `Den digitala mognaden ${year} är ${value} för ${own.name}.`,
              `Digital maturity in ${year} is ${value} for ${own.name}.`,
            ),
        own.respondents === null
          ? null
          : own.invited === null
            ? telling.say(`${own.respondents} svarade.`, `${own.respondents} answered.`)
            : telling.say(
                `${own.respondents} av ${own.invited} inbjudna svarade (${rate}).`,
                `${own.respondents} of ${own.invited} invited answered (${rate}).`,
              ),
        isHidden || uncertainty === null ? null : telling.before(uncertainty.maturity, maturityDecimals),
      ]),
      generated('summary:target', [unit === null && target !== undefined ? telling.indicator(target) : null]),
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
              top.map((priority) => items.short(priority)),
            ),
          ]),
      generated('summary:better', [
        better.length === 0 || since === null
          ? null
          : `${telling.say(`Säkert högre än ${since}`, `Firmly higher than in ${since}`)}: ${telling.list(better)}.`,
      ]),
    ],
    { numbered: false },
  );
}
