import type { SectionDraft } from '../draft.ts';
import { generated, generatedList, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { ItemTelling } from '../tell-items.ts';
import { words } from '../words.ts';

/** More proposals than these are no longer a choice. */
const mostProposed = 6;

/** The conclusions drawn this year; until there are any, what deserves attention. */
export function conclusionsSection(context: ReportContext): SectionDraft {
  const { settings, conclusions, attention } = context;
  const say = words[settings.language];
  const items = new ItemTelling(context);
  const proposals = attention.priorities.items
    .filter(({ certainty }) => certainty !== 'unsure')
    .slice(0, mostProposed);
  return sectionDraft(
    'conclusions',
    say.sections.conclusions,
    conclusions.length > 0
      ? []
      : [
          generated('conclusions:lead', [
            say.noConclusions,
            proposals.length === 0 ? null : say.whereToConclude,
          ]),
          generatedList(
            'conclusions:proposed',
            proposals.map((priority) => items.short(priority)),
            true,
          ),
        ],
    {
      sections: conclusions.map(({ number, heading, text, activities }) =>
        sectionDraft(`conclusion:${number}`, `${say.conclusion} ${number}: ${heading}`, [
          text === ''
            ? null
            : { kind: 'paragraph', id: `conclusion:${number}:text`, origin: 'own', runs: [{ text }] },
          generatedList(
            `conclusion:${number}:activities`,
            activities.map((activity) =>
              [activity.text, activity.responsible, activity.due].filter((part) => part !== null).join(' · '),
            ),
          ),
        ]),
      ),
    },
  );
}
