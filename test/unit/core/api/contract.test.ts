import * as fc from 'fast-check';
import * as z from 'zod';
import { expect, test } from 'vitest';
import { calls, choice, isCallName, isWorkbenchCall, workbenchCalls } from '../../../../core/api.ts';
import { shellCalls } from '../../../../core/api/shell.ts';

test('M-1: no call is both the shell’s and the workbench’s, and the shell’s are named after it', () => {
  const shell = Object.keys(shellCalls);
  const workbench = Object.keys(workbenchCalls);
  expect(shell.filter((name) => workbench.includes(name))).toEqual([]);
  expect(shell.every((name) => name.startsWith('shell.'))).toBe(true);
  expect(Object.keys(calls)).toHaveLength(shell.length + workbench.length);
});

test('M-1: a name is only a call when it stands in the contract itself', () => {
  expect(isCallName('overview.get')).toBe(true);
  expect(isWorkbenchCall('shell.state')).toBe(false);
  for (const name of ['toString', '__proto__', 'constructor', 'overview', ''])
    expect(isCallName(name)).toBe(false);
});

test('M-2: no input takes more than it names', () => {
  for (const [name, { input }] of Object.entries(calls)) {
    const shape = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' });
    expect(shape, name).toMatchObject({ type: 'object', additionalProperties: false });
  }
});

test('M-4: no input takes a path: ids have neither separators nor dots', () => {
  const { input } = workbenchCalls['workspace.open'];
  fc.assert(
    fc.property(fc.string(), (text) => {
      const isId = /^[A-Za-z0-9_-]{1,64}$/.test(text);
      expect(input.safeParse({ workspaceId: text }).success).toBe(isId);
    }),
  );
  for (const path of ['/etc/passwd', '..', 'C:\\arbetsfil.dimios', 'a.dimios', 'a/b'])
    expect(input.safeParse({ workspaceId: path }).success).toBe(false);
});

test('a choice has at least a year and a unit, and no more than anybody looks at', () => {
  const usual = {
    years: [2022],
    units: [null],
    measure: 'mean',
    against: { nation: true, target: true, pool: false },
    who: { kind: 'all' },
  };
  expect(choice.safeParse(usual).success).toBe(true);
  const wrong = [
    { ...usual, years: [] },
    { ...usual, years: [22] },
    { ...usual, units: [] },
    { ...usual, units: [0] },
    { ...usual, measure: 'median' },
    { ...usual, who: { kind: 'unit', unit: 1 } },
    { ...usual, who: { kind: 'role', role: 'Chef; DROP' } },
    { ...usual, years: Array.from({ length: 13 }, (_, at) => 2000 + at) },
  ];
  for (const own of wrong) expect(choice.safeParse(own).success, JSON.stringify(own)).toBe(false);
});
