import { expect, it } from 'vitest';
import * as z from 'zod';
import { dimios } from '../../../dimios.ts';
import { succeeded } from '../../import/workbench.ts';
import { samples } from './samples.ts';

const { workspace } = samples();
const listed = z.array(z.object({ name: z.string(), parent: z.string().nullable() }));

it('says it when a merge moves people from one förvaltning to another, and not otherwise', async () => {
  const units = listed.parse(await succeeded('units', '--in', workspace));
  const [first, ...others] = units.filter(({ parent }) => parent !== null);
  const beside = others.find(({ parent }) => parent === first?.parent);
  const other = others.find(({ parent }) => parent !== first?.parent);
  if (first === undefined || beside === undefined || other === undefined) throw new Error('too few units');

  const within = await dimios('units', '--in', workspace, '--merge', `${first.name}=${beside.name}`);
  expect(within.out).not.toContain('räknas nu under');

  const across = await dimios('units', '--in', workspace, '--merge', `${beside.name}=${other.name}`);
  expect(across.out).toContain(`räknas nu under ${other.parent ?? ''} i stället för ${beside.parent ?? ''}`);
});

it('sets the interval of each item beside its difference', async () => {
  const { out } = await dimios('compare', '--in', workspace, '--from', '2021', '--to', '2022');
  expect(out).toMatch(/Mätpunkt +2021 +2022 +Skillnad +95\u00A0% intervall +Vet ej 2021/);
  expect(out).toMatch(
    /Portföljstyrning .*−0,31 +−0,47 till −0,14 +16\u00A0% +17\u00A0% +\+1 +säker minskning/,
  );
});
