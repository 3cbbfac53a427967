import type { ImportKind, Platform } from '../../core/intake/draft.ts';
import type { ColumnRole } from '../../core/intake/vocabulary.ts';
import type { ResultSource } from '../../core/scoring/results.ts';

/** What the program's own words are called in Swedish on a terminal. */

export const kindNames: Readonly<Record<ImportKind, string>> = {
  answers: 'enkätsvar, en rad per svarande',
  aggregated: 'sammanställning per mätpunkt',
  responseRates: 'svarsfrekvenser per enhet',
  employeeSurvey: 'medarbetarundersökning',
  other: 'inget som känns igen',
};

export const platformNames: Readonly<Record<Platform, string>> = {
  plain: 'vanlig arbetsbok',
  'microsoft-forms': 'Microsoft Forms',
  'google-forms': 'Google Forms',
  limesurvey: 'LimeSurvey',
  surveymonkey: 'SurveyMonkey',
  'survey-and-report': 'Artologik Survey&Report',
};

export const roleNames: Readonly<Record<ColumnRole, string>> = {
  item: 'mätpunkt',
  unit: 'enhet',
  role: 'roll',
  gate: 'ingångsfråga',
  respondentId: 'svars-id (tas bort)',
  time: 'tid (tas bort)',
  personal: 'personuppgift (tas bort)',
  freeText: 'fritext (tas bort)',
  other: 'läses inte in',
};

export const sourceNames: Readonly<Record<ResultSource, string>> = {
  answers: 'ur svaren',
  aggregated: 'ur sammanställning',
  published: 'publicerat värde',
};
