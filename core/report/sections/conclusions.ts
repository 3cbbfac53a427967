import type { SectionDraft } from '../draft.ts';
import { generated, generatedList, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { words } from '../words.ts';

/** More proposals than these are no longer a choice. */
const mostProposed = 6;

/** The conclusions drawn this year; until there are any, what deserves attention. */
export function conclusionsSection({ settings, conclusions, attention }: ReportContext): SectionDraft {
  const say = words[settings.language];
  const proposals =
    settings.language === 'sv'
      ? attention.priorities.items.filter(({ certainty }) => certainty !== 'unsure').slice(0, mostProposed)
      : [];
  return sectionDraft(
    'conclusions',
    say.sections.conclusions,
    conclusions.length > 0
      ? []
      : [
          generated('conclusions:lead', [
            proposals.length === 0 ? say.noConclusions : say.proposedConclusions,
          ]),
          generatedList(
            'conclusions:proposed',
            proposals.map(({ draft }) => draft),
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
