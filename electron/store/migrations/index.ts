import { start } from './001-start.ts';
import { analysis } from './002-analysis.ts';
import { secret } from './003-secret.ts';
import { employeeAnswers } from './004-employee-answers.ts';
import { events } from './005-events.ts';
import { hidingPlan } from './006-hiding-plan.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  start,
  analysis,
  secret,
  employeeAnswers,
  events,
  hidingPlan,
];
