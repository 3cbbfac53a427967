import type { Problem } from '../../core/problem.ts';

/** What to do next in a window, where the command line's own step names its options. */
const nextSteps: Readonly<Record<string, string>> = {
  'already-imported':
    'Inget mer behövs. Ska filen tolkas på ett annat sätt: ångra inläsningen under Data först.',
  'organisation-missing': 'Ange organisationens namn under Inställningar.',
};

const usual = 'Se över det som nämns och försök igen.';

/** A problem as a window tells it: without the names of commands and options. */
export function forWindow(problem: Problem): Problem {
  const isOfCommands = /--[a-z]|"dimios |\bdimios [a-z]/.test(problem.nextStep);
  return isOfCommands ? { ...problem, nextStep: nextSteps[problem.code] ?? usual } : problem;
}
