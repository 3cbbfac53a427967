import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allTexts } from '../../../renderer/texts/texts.ts';

const renderer = path.join(import.meta.dirname, '../../../renderer');

/** Every text as "file:way.into.it". The forms for one and for several count as one text. */
function keysOf(texts: Readonly<Record<string, unknown>>): string[] {
  const walk = (node: unknown, way: string): string[] =>
    typeof node === 'object' && node !== null
      ? Object.entries(node).flatMap(([key, value]) =>
          walk(value, way.endsWith(':') ? `${way}${key}` : `${way}.${key}`),
        )
      : [way.replace(/_(zero|one|other)$/, '')];
  return [...new Set(Object.entries(texts).flatMap(([file, content]) => walk(content, `${file}:`)))];
}

/** Keys as they stand in the code; what is inserted (`${…}`) may be anything. */
function keysInCode(files: readonly string[]): RegExp[] {
  const found = new Set<string>();
  const key = new RegExp(`['"\`]((?:${files.join('|')}):[\\w.$\\{\\}\\[\\]()?' -]+)['"\`]`, 'g');
  for (const file of readdirSync(renderer, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, match] of readFileSync(path.join(renderer, file), 'utf8').matchAll(key))
      found.add(match ?? '');
  }
  return [...found].map(
    (match) =>
      new RegExp(
        `^${match
          .split(/\$\{[^}]*\}/)
          .map((part) => part.replace(/[.$]/g, '\\$&'))
          .join('[\\w-]+')}$`,
      ),
  );
}

describe('the texts of the window', () => {
  const { sv, en } = allTexts();
  const keys = keysOf(sv);
  const inCode = keysInCode(Object.keys(sv));

  it('are the same in Swedish and English', () => {
    expect(keys.length).toBeGreaterThan(100);
    expect(keysOf(en).sort()).toEqual([...keys].sort());
  });

  it('insert the same values in both languages', () => {
    const inserted = (texts: Readonly<Record<string, unknown>>) =>
      Object.entries(texts).flatMap(([file, content]) =>
        [...JSON.stringify(content).matchAll(/"(\w+)":"([^"]*)"/g)].flatMap(([, key, text]) =>
          [...(text ?? '').matchAll(/\{\{\w+\}\}/g)].map(([name]) => `${file} ${key ?? ''} ${name}`),
        ),
      );
    expect(inserted(en).sort()).toEqual(inserted(sv).sort());
  });

  it('exist wherever the code names one', () => {
    const missing = inCode.filter((pattern) => !keys.some((key) => pattern.test(key)));
    expect(missing.map(String)).toEqual([]);
  });

  it('are all used', () => {
    expect(keys.filter((key) => !inCode.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('hold no hyphen where Swedish writes a minus or a dash', () => {
    const texts = JSON.stringify(sv);
    expect(texts).not.toMatch(/\d-\d|[^\w]-\d/);
  });
});
