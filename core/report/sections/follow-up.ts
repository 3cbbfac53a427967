import type { FollowUp } from '../../conclusions/follow-up.ts';
import type { SectionDraft } from '../draft.ts';
import { generated, generatedList, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { ItemTelling } from '../tell-items.ts';
import { Telling } from '../tell.ts';
import { words } from '../words.ts';

/** Each conclusion of earlier years: what was done, what its figures did, and whether it stands. */
export function followUpSection(context: ReportContext): SectionDraft {
  const { settings, followUps } = context;
  const say = words[settings.language];
  return sectionDraft(
    'follow-up',
    say.sections.followUp,
    [generated('follow-up:none', followUps.length === 0 ? [say.noFollowUp] : [])],
    {
      sections: followUps.map(
        ({ conclusion, standingText, changes, direction, text, isOwnText, decision }) => {
          const { year, number, heading, activities } = conclusion;
          const id = `follow-up:${year}-${number}`;
          return sectionDraft(id, `${say.conclusion} ${number} (${year}): ${heading}`, [
            generated(`${id}:text`, [standingText]),
            generated(`${id}:done`, [activities.length === 0 ? say.noActivities : say.activities]),
            generatedList(
              `${id}:activities`,
              activities.map((activity) => `${activity.text} (${say.activityStates[activity.state]})`),
            ),
            isOwnText
              ? { kind: 'paragraph', id: `${id}:paragraph`, origin: 'own', runs: [{ text }] }
              : generated(
                  `${id}:paragraph`,
                  changes.length === 0
                    ? [say.noChanges]
                    : [...changes.map((change) => changeText(context, change)), say.directions[direction]],
                ),
            generated(
              `${id}:decision`,
              decision === null ? [say.undecided] : [say.decisions[decision.kind], decision.text],
            ),
          ]);
        },
      ),
    },
  );
}

/** How a figure that a conclusion rests on has changed; in Swedish in the words that the whole program shares. */
function changeText(context: ReportContext, change: FollowUp['changes'][number]): string {
  if (context.settings.language === 'sv') return change.sentence;
  const items = new ItemTelling(context);
  switch (change.kind) {
    case 'item': {
      const { item, mean, verdict, firm, dontKnow } = change;
      return items.englishChange({ ...mean, name: items.name(item), verdict, firm, dontKnow });
    }
    case 'gate-share':
      return items.share('The share involved in decisions', change.share);
    case 'response-rate': {
      const { cells } = new Telling(context);
      const shown = (percent: number | null): string => cells.percent(percent, undefined, 0).shown;
      return change.from === null || change.to === null
        ? 'The response rate cannot be compared.'
        : `The response rate went from ${shown(change.from)} to ${shown(change.to)}.`;
    }
  }
}
