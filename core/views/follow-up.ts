import type { Mark, Texts } from '../api.ts';
import type { FigureChange, FollowUp } from '../conclusions/follow-up.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { markOf } from './changes.ts';
import { capital, countWord } from './words.ts';

/** What the follow-up starts with: how many conclusions, and where they stand. */
export function followUpLead(items: readonly FollowUp[], year: number): Texts {
  if (items.length === 0)
    return {
      sv: `Det finns inga tidigare slutsatser att följa upp ${year}.`,
      en: `There are no earlier conclusions to follow up in ${year}.`,
    };
  const worse = items.filter(({ direction }) => direction === 'worse').length;
  const better = items.filter(({ direction }) => direction === 'better').length;
  const open = items.filter(({ decision }) => decision === null).length;
  const count = capital(countWord(items.length));
  const waiting: Texts =
    open === 0
      ? { sv: 'Alla har ett beslut.', en: 'All have a decision.' }
      : {
          sv: `${capital(countWord(open)).sv} väntar på beslut.`,
          en: `${capital(countWord(open)).en} wait for a decision.`,
        };
  const one = items.length === 1;
  return {
    sv: `${count.sv} ${one ? 'slutsats' : 'slutsatser'} att följa upp: för ${countWord(better).sv} har underlaget säkert blivit bättre, för ${countWord(worse).sv} sämre. ${waiting.sv}`,
    en: `${count.en} ${one ? 'conclusion' : 'conclusions'} to follow up: for ${countWord(better).en} the figures are certainly better, for ${countWord(worse).en} worse. ${waiting.en}`,
  };
}

/** The mark of what one of the figures did; null for what is not tested. */
export function followUpMark(change: FigureChange, { display }: Instrument): Mark | null {
  if (change.kind !== 'item') return null;
  const isHidden = change.hidden.mean !== undefined;
  const side = (value: number | null) => ({
    value: isHidden ? null : value,
    hidden: isHidden ? ('rests-on-hidden' as const) : null,
  });
  return markOf(
    {
      from: side(change.mean.from),
      to: side(change.mean.to),
      difference: change.mean.difference,
      ciLow: null,
      ciHigh: null,
      verdict: change.verdict,
      firm: change.firm ?? false,
      sentence: change.sentence,
    },
    { unit: 'mean', display },
  );
}
