import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const spec = readFileSync(new URL('core/SPEC.md', root), 'utf8');
const rules = [...spec.matchAll(/^- \*\*([^*]+)\*\*/gmu)].map(([, rule = '']) => rule);

/** Rules at the start of a test's name, such as "S2.1, K-3: …"; "S2" quotes all of that section. */
function quotedRules(): string[] {
  const files = readdirSync(new URL('test/', root), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.test\.tsx?$/u.test(file))
    .flatMap((file) => {
      const code = readFileSync(new URL(`test/${file}`, root), 'utf8');
      return [...code.matchAll(/['`]((?:[A-Z]{1,2}-?\d+(?:\.\d+)?(?:, )?)+): /gu)];
    })
    .flatMap(([, list = '']) => list.split(', '));
}

describe('the rules of core/SPEC.md', () => {
  test('have a number each', () => {
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
  });

  test('are there where a test quotes them', () => {
    const quoted = new Set(quotedRules());
    expect(quoted.size).toBeGreaterThan(rules.length / 2);
    const sections = new Set(rules.map((rule) => rule.replace(/\.\d+$/u, '')));
    expect([...quoted].filter((rule) => !rules.includes(rule) && !sections.has(rule))).toEqual([]);
  });
});
