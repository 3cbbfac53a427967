/**
 * Why something is not shown. Small units and what is hidden for their sake follow from numbers of
 * respondents, which are public, and are told apart. Within a unit every hidden item has the same reason,
 * whether few answered it, (almost) all answered alike (rule P5) or another cell needs it: a reason of its
 * own for unanimous answers would tell what they are.
 */
export const hidingReasons = [
  'small-group',
  'protects-other',
  'protects-answers',
  'under-hidden',
  'rests-on-hidden',
] as const;
export type HidingReason = (typeof hidingReasons)[number];

/** What stands for a hidden value in text, figures and files. A missing value is "-". */
export const hiddenSign = '..';

const texts: Readonly<Record<HidingReason, string>> = {
  'small-group': 'Gruppen har färre svarande än den minsta gruppstorleken.',
  'protects-other': 'Visas inte, eftersom en mindre grupp annars skulle gå att räkna ut.',
  'protects-answers': 'Visas inte, för att skydda enskilda personers svar.',
  'under-hidden': 'Hör till en grupp som inte visas.',
  'rests-on-hidden': 'Bygger på ett värde som inte visas.',
};

/** The reason as a plain Swedish sentence. */
export function hidingReasonText(reason: HidingReason): string {
  return texts[reason];
}
