import { overview } from '../../../core/views/overview.ts';
import { quadrant } from '../../../core/views/quadrant.ts';
import { givenOf, overviewContext } from '../context.ts';
import type { HandlersOf } from '../registry.ts';

/** What the screens show. */
export const resultHandlers: HandlersOf<'overview.get' | 'quadrant.get'> = {
  'overview.get': ({ workspaceId, choice }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    return overview(workspace.measurements(), choice, overviewContext(workspace));
  },

  'quadrant.get': ({ workspaceId, choice, focus }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    return quadrant(workspace.measurements(), choice, focus, givenOf(workspace));
  },
};
