// Plain JavaScript on purpose: it must run on any Node, to say which one is needed before the native
// SQLite module (which dies with a bare segmentation fault on Node 20) or TypeScript is met.

const neededMajor = 24;

/**
 * The reason why a Node version cannot run the program, in plain Swedish, or null when it can.
 * @param {string} version such as "24.21.0"
 * @returns {string | null}
 */
export function nodeVersionProblem(version) {
  const major = Number.parseInt(version, 10);
  if (major >= neededMajor) return null;
  return (
    `Programmet behöver Node ${neededMajor} eller senare, men körs med Node ${version}. ` +
    `Kör "npm ci" så följer rätt version med på Linux, eller installera Node ${neededMajor} från nodejs.org, ` +
    `och starta sedan med "npm start" eller "npm run dimios -- …".`
  );
}

const problem = nodeVersionProblem(process.versions.node);
if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
