import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { nodeVersionProblem } from '../../../electron/preflight.mjs';

describe('the preflight', () => {
  it.each(['24.0.0', '24.21.0', '26.1.0'])('lets Node %s through', (version) => {
    expect(nodeVersionProblem(version)).toBeNull();
  });

  it.each(['20.20.2', '22.14.0', '8.0.0'])('says which version is needed where Node %s is met', (version) => {
    expect(nodeVersionProblem(version)).toMatch(new RegExp(`Node 24 eller senare.*Node ${version}.*npm ci`));
  });

  it('stops a program before anything else is loaded', () => {
    const pretend = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });";
    const preflight = new URL('../../../electron/preflight.mjs', import.meta.url).href;
    const script = `${pretend} await import(${JSON.stringify(preflight)}); console.log('went on');`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('Node 24');
  });
});
