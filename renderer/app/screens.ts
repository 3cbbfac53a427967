import type { Icon } from '@tabler/icons-react';
import {
  IconAdjustmentsHorizontal,
  IconChartBar,
  IconColumns3,
  IconDatabase,
  IconFileImport,
  IconFileText,
  IconLayoutDashboard,
  IconListNumbers,
  IconMessage2Check,
  IconTarget,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { destinations } from '../../core/api.ts';
import type { Fetched } from '../shared/fetched.ts';
import { fetched } from '../shared/fetched.ts';

export type ScreenId = (typeof destinations)[number];
export type ScreenGroup = 'explore' | 'conclude' | 'ground' | 'program';

/** A screen in the rail. Its name is the text `app:screens.<id>`. */
export interface Screen {
  readonly id: ScreenId;
  readonly group: ScreenGroup;
  readonly icon: Icon;
  readonly code: Fetched<object>;
}

type Load = () => Promise<{ readonly default: ComponentType<object> }>;

function screen(id: ScreenId, group: ScreenGroup, icon: Icon, load: Load): Screen {
  return { id, group, icon, code: fetched(load) };
}

/** All screens in the order of the rail; each is loaded when first opened. */
export const screens: readonly Screen[] = [
  screen('overview', 'explore', IconLayoutDashboard, () => import('../overview/index.tsx')),
  screen('quadrant', 'explore', IconTarget, () => import('../quadrant/index.tsx')),
  screen('categories', 'explore', IconChartBar, () => import('../categories/index.tsx')),
  screen('compare', 'explore', IconColumns3, () => import('../compare/index.tsx')),
  screen('employees', 'explore', IconUsers, () => import('../employees/index.tsx')),
  screen('priorities', 'conclude', IconListNumbers, () => import('../priorities/index.tsx')),
  screen('conclusions', 'conclude', IconMessage2Check, () => import('../conclusions/index.tsx')),
  screen('report', 'conclude', IconFileText, () => import('../report/index.tsx')),
  screen('data', 'ground', IconDatabase, () => import('../data/index.tsx')),
  screen('import', 'ground', IconFileImport, () => import('../import/index.tsx')),
  screen('settings', 'program', IconAdjustmentsHorizontal, () => import('../settings/index.tsx')),
];

/** The screen of a place; the first where the place names none that there is. */
export function screenOf(id: string): Screen {
  const found = screens.find((candidate) => candidate.id === id) ?? screens[0];
  if (found === undefined) throw new Error('There are no screens.');
  return found;
}
