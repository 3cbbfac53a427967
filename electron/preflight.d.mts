/** The reason why a Node version cannot run the program, in plain Swedish, or null when it can. */
export function nodeVersionProblem(version: string): string | null;
