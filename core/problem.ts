/**
 * A refusal as a value: what went wrong, where, and what to do next. Texts are plain Swedish and are shown
 * to analysts as they stand. `code` is stable and for machines.
 */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** File name without its folders. */
  readonly file?: string;
  readonly sheet?: string;
  /** Cell name such as "K14". */
  readonly cell?: string;
  readonly nextStep: string;
}

/**
 * A {@link Problem} on its way up to the nearest boundary (command line, workbench), where it becomes a
 * value again. Anything else that is thrown is a fault of the program.
 */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'Refusal';
    this.problem = problem;
  }
}
