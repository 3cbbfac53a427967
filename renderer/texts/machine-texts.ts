import type { ImportPreview } from '../../core/api.ts';
import type { Language } from '../../core/figures/figure.ts';
import type { Problem } from '../../core/problem.ts';
import {
  findingsInEnglish,
  optionInEnglish,
  problemsInEnglish,
  questionsInEnglish,
} from './machine-english.ts';

/** What the machine says in its own words, in the language of the window. */

/** A problem; one that has no English is told as the machine says it. */
export function problemIn(language: Language, problem: Problem): Problem {
  return language === 'sv' ? problem : { ...problem, ...problemsInEnglish[problem.code] };
}

/** What was noticed in a file; of a kind that is no longer known it is told as it was. */
export function findingIn<Found extends { readonly code: string; readonly message: string }>(
  language: Language,
  finding: Found,
): Found {
  const known: Readonly<Record<string, string | undefined>> = findingsInEnglish;
  return language === 'sv' ? finding : { ...finding, message: known[finding.code] ?? finding.message };
}

type Preview = Pick<ImportPreview, 'questions' | 'findings'>;

/** The questions and findings about a file. */
export function noticedIn(language: Language, { questions, findings }: Preview): Preview {
  if (language === 'sv') return { questions, findings };
  return {
    questions: questions.map((question) => ({
      ...question,
      message: questionsInEnglish[question.code],
      options: question.options.map(({ value, label }) => ({
        value,
        label: optionInEnglish(question, value, label),
      })),
    })),
    findings: findings.map((finding) => findingIn(language, finding)),
  };
}

/** The language that the page says it is in, for what is told outside a component. */
export function pageLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'sv';
}
