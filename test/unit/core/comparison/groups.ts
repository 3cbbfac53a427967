import type { Group } from '../../../../core/comparison/group.ts';
import type { Instrument } from '../../../../core/instrument/instrument.ts';
import type { GateAnswer } from '../../../../core/survey/tally.ts';
import { tallyAnswers } from '../../../../core/survey/tally.ts';
import type { Answer } from '../../../answer-rows.ts';
import { answerRows } from '../../../answer-rows.ts';
import { smallInstrument } from '../../../instruments.ts';

export const small = smallInstrument();

/** A group of respondents, each a row of answers in the order of the instrument's items. */
export function groupOf(
  respondents: readonly (readonly Answer[])[],
  invited: number | null = null,
  instrument: Instrument = small,
  gate: GateAnswer = null,
): Group {
  return { tally: tallyAnswers(instrument, gate, answerRows(instrument, respondents)), invited, instrument };
}

/** A group in which each respondent gave one value to every item. */
export function groupOfValues(
  values: readonly number[],
  invited: number | null = null,
  instrument: Instrument = small,
): Group {
  return groupOf(
    values.map((value) => instrument.items.map(() => value)),
    invited,
    instrument,
  );
}

/** The first of a list that has one. */
export function first<Value>(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined) throw new Error('The list is empty.');
  return value;
}

/** A value that is known to be there. */
export function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('There is no value.');
  return value;
}
