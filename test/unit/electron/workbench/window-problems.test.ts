import { expect, test } from 'vitest';
import { forWindow } from '../../../../electron/workbench/window-problems.ts';

test('M-2: a next step in a window names no command and no option', () => {
  const told = {
    code: 'already-imported',
    message: 'Filen är redan inläst.',
    nextStep: 'Läs in med --replace-year.',
  };
  expect(forWindow(told).nextStep).toContain('under Data');
  const other = { code: 'other', message: 'Något.', nextStep: 'Se "dimios units --in ARBETSFIL".' };
  expect(forWindow(other).nextStep).not.toMatch(/--|dimios/);
  const plain = { code: 'unit-missing', message: 'Enheten finns inte.', nextStep: 'Se enheterna i listan.' };
  expect(forWindow(plain)).toEqual(plain);
});
