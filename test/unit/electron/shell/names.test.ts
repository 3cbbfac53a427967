import { expect, test } from 'vitest';
import { distinctFileNames } from '../../../../electron/shell/names.ts';

test('K-21: names that would become the same file are told apart, also by systems that know no capitals', () => {
  expect(
    distinctFileNames([
      'Rapport Kultur/fritid',
      'Rapport Kultur:fritid',
      'rapport kultur fritid',
      'Rapport A.B',
    ]),
  ).toEqual(['Rapport Kultur fritid', 'Rapport Kultur fritid 2', 'rapport kultur fritid 3', 'Rapport A.B']);
});

test('K-21: names that are cut to what a system takes are told apart too', () => {
  const long = 'x'.repeat(150);
  const [one = '', two = ''] = distinctFileNames([`${long} norra`, `${long} södra`]);
  expect(one).not.toBe(two);
  expect(two.length).toBeLessThan(130);
});
