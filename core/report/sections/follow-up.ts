import type { SectionDraft } from '../draft.ts';
import { generated, generatedList, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { words } from '../words.ts';

/** Each conclusion of earlier years: what was done, what its figures did, and whether it stands. */
export function followUpSection({ settings, followUps }: ReportContext): SectionDraft {
  const say = words[settings.language];
  return sectionDraft(
    'follow-up',
    say.sections.followUp,
    [generated('follow-up:none', followUps.length === 0 ? [say.noFollowUp] : [])],
    {
      sections: followUps.map(({ conclusion, standingText, changes, text, isOwnText, decision }) => {
        const { year, number, heading, activities } = conclusion;
        const id = `follow-up:${year}-${number}`;
        return sectionDraft(id, `${say.conclusion} ${number} (${year}): ${heading}`, [
          generated(`${id}:text`, [standingText]),
          generatedList(
            `${id}:activities`,
            activities.map((activity) => activity.text),
          ),
          isOwnText
            ? { kind: 'paragraph', id: `${id}:paragraph`, origin: 'own', runs: [{ text }] }
            : generated(
                `${id}:paragraph`,
                changes.map(({ sentence }) => sentence),
              ),
          generated(`${id}:decision`, decision === null ? [] : [say.decisions[decision.kind], decision.text]),
        ]);
      }),
    },
  );
}
