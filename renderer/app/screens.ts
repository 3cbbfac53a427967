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
import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';
import type { destinations } from '../../core/api.ts';

export type ScreenId = (typeof destinations)[number];
export type ScreenGroup = 'explore' | 'conclude' | 'ground' | 'program';

/** A screen in the rail. Its name is the text `app:screens.<id>`. */
export interface Screen {
  readonly id: ScreenId;
  readonly group: ScreenGroup;
  readonly icon: Icon;
  readonly component: LazyExoticComponent<ComponentType>;
}

/** All screens in the order of the rail; each is loaded when first opened. */
export const screens: readonly Screen[] = [
  {
    id: 'overview',
    group: 'explore',
    icon: IconLayoutDashboard,
    component: lazy(() => import('../overview/index.tsx')),
  },
  {
    id: 'quadrant',
    group: 'explore',
    icon: IconTarget,
    component: lazy(() => import('../quadrant/index.tsx')),
  },
  {
    id: 'categories',
    group: 'explore',
    icon: IconChartBar,
    component: lazy(() => import('../categories/index.tsx')),
  },
  {
    id: 'compare',
    group: 'explore',
    icon: IconColumns3,
    component: lazy(() => import('../compare/index.tsx')),
  },
  {
    id: 'employees',
    group: 'explore',
    icon: IconUsers,
    component: lazy(() => import('../employees/index.tsx')),
  },
  {
    id: 'priorities',
    group: 'conclude',
    icon: IconListNumbers,
    component: lazy(() => import('../priorities/index.tsx')),
  },
  {
    id: 'conclusions',
    group: 'conclude',
    icon: IconMessage2Check,
    component: lazy(() => import('../conclusions/index.tsx')),
  },
  {
    id: 'report',
    group: 'conclude',
    icon: IconFileText,
    component: lazy(() => import('../report/index.tsx')),
  },
  {
    id: 'data',
    group: 'ground',
    icon: IconDatabase,
    component: lazy(() => import('../data/index.tsx')),
  },
  {
    id: 'import',
    group: 'ground',
    icon: IconFileImport,
    component: lazy(() => import('../import/index.tsx')),
  },
  {
    id: 'settings',
    group: 'program',
    icon: IconAdjustmentsHorizontal,
    component: lazy(() => import('../settings/index.tsx')),
  },
];

/** The screen of a place; the first where the place names none that there is. */
export function screenOf(id: string): Screen {
  const screen = screens.find((candidate) => candidate.id === id) ?? screens[0];
  if (screen === undefined) throw new Error('There are no screens.');
  return screen;
}
