import type { Texts } from '../../core/api.ts';
import type { CheckReport } from '../store/check.ts';

/** What was looked through when the whole file was checked. */
export function checkWorkspaceTexts({
  batches,
  cells,
  respondents,
  units,
}: CheckReport['counts']): { text: Texts; count: number }[] {
  return [
    { text: { sv: 'Inläsningar', en: 'Imports' }, count: batches },
    { text: { sv: 'Räknade grupper', en: 'Counted groups' }, count: cells },
    { text: { sv: 'Svarande', en: 'Respondents' }, count: respondents },
    { text: { sv: 'Enheter', en: 'Units' }, count: units },
  ];
}
