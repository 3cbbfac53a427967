import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { fetched } from '../../../renderer/shared/fetched.ts';

function Hello(): ReactNode {
  return 'hej';
}

describe('a component that is fetched', () => {
  it('is there at once after it has come, and is fetched once', async () => {
    let fetches = 0;
    const code = fetched(() => {
      fetches++;
      return Promise.resolve({ default: Hello });
    });
    expect(code.now()).toBeNull();
    await Promise.all([code.load(), code.load()]);
    expect(code.now()).toBe(Hello);
    expect(fetches).toBe(1);
  });

  it('is fetched again after it could not be', async () => {
    let fetches = 0;
    const code = fetched<object>(() =>
      ++fetches === 1 ? Promise.reject(new Error('borta')) : Promise.resolve({ default: Hello }),
    );
    await expect(code.load()).rejects.toThrow('borta');
    expect(code.now()).toBeNull();
    await code.load();
    expect(code.now()).toBe(Hello);
  });
});
