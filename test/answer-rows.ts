import fc from 'fast-check';
import type { Instrument } from '../core/instrument/instrument.ts';
import type { AnswerRows } from '../core/survey/answers.ts';
import { blankCode, dontKnowCode, refusedCode, valueCode } from '../core/survey/answers.ts';

/** One respondent's answer to an item, in words. */
export type Answer = number | 'dontKnow' | 'refused' | null;

/** Answers as the program keeps them. */
export function answerRows(instrument: Instrument, respondents: readonly (readonly Answer[])[]): AnswerRows {
  const codes = respondents.flatMap((answers) =>
    instrument.items.map((_, item) => codeOf(answers[item] ?? null)),
  );
  return {
    itemCount: instrument.items.length,
    respondents: respondents.length,
    codes: Uint8Array.from(codes),
  };
}

function codeOf(answer: Answer): number {
  if (answer === null) return blankCode;
  if (answer === 'dontKnow') return dontKnowCode;
  return answer === 'refused' ? refusedCode : valueCode(answer);
}

/** Random respondents of an instrument. */
export function respondentsOf(instrument: Instrument, maxLength = 60): fc.Arbitrary<Answer[][]> {
  const { min, max } = instrument.scale;
  const answer = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min, max }) },
    { weight: 2, arbitrary: fc.constant<Answer>('dontKnow') },
    { weight: 1, arbitrary: fc.constant<Answer>(null) },
    { weight: 1, arbitrary: fc.constant<Answer>('refused') },
  );
  const { length } = instrument.items;
  return fc.array(fc.array(answer, { minLength: length, maxLength: length }), { maxLength });
}
