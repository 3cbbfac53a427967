import type { ImportPreview } from '../../core/api.ts';
import type { Language } from '../../core/figures/figure.ts';
import type { Problem } from '../../core/problem.ts';
import { findingsInEnglish, optionInEnglish, questionsInEnglish } from './intake-in-english.ts';
import { problemsInEnglish } from './problems-in-english.ts';

type Question = ImportPreview['questions'][number];

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

/** Answers of the machine do not change: each is said in English once, and is the same object then. */
const saidInEnglish = new WeakMap<ImportPreview, ImportPreview>();

/** What was read of a file, with its questions and findings in the language. */
export function previewIn(language: Language, preview: ImportPreview): ImportPreview {
  if (language === 'sv') return preview;
  const known = saidInEnglish.get(preview);
  if (known !== undefined) return known;
  const said = {
    ...preview,
    questions: preview.questions.map(questionInEnglish),
    findings: preview.findings.map((finding) => findingIn(language, finding)),
  };
  saidInEnglish.set(preview, said);
  return said;
}

/** A question about a file; names in it stay as they stand in the file. */
export function questionInEnglish(question: Question): Question {
  return {
    ...question,
    message: questionsInEnglish[question.code],
    options: question.options.map(({ value, label }) => ({
      value,
      label: optionInEnglish(question, value, label),
    })),
  };
}

/** The language that the page says it is in, for what is told outside a component. */
export function pageLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'sv';
}
