import type { WorkspaceSummary } from '../../../core/api.ts';
import { createWorkspace } from '../../store/workspace.ts';
import type { OpenWorkspace } from '../desk.ts';
import { readLogo } from '../logo.ts';
import type { CallContext, HandlersOf } from '../registry.ts';
import { bundledInstrument, programVersion } from '../resources.ts';
import { hasSamplesWorkspace, makeSamplesWorkspace, samplesWorkspacePath } from '../samples-workspace.ts';
import { summaryOf } from '../summary.ts';
import { forgetRecent, workspaceIdOf } from '../user.ts';
import { listedWorkspaces } from '../workspace-list.ts';

export const workspaceHandlers: HandlersOf<
  | 'workspace.list'
  | 'workspace.open'
  | 'workspace.openSamples'
  | 'workspace.create'
  | 'workspace.close'
  | 'workspace.forget'
  | 'workspace.summary'
> = {
  'workspace.list': () => ({ workspaces: listedWorkspaces() }),

  'workspace.open': ({ workspaceId }, context) => opened(context, context.desk.workspace(workspaceId)),

  'workspace.openSamples': async ({ afresh }, context) => {
    const { desk, now } = context;
    if (afresh || !hasSamplesWorkspace()) {
      context.progress({ sv: 'Läser in exempelfilerna', en: 'Importing the samples' }, null);
      desk.close(workspaceIdOf(samplesWorkspacePath()), now);
      await makeSamplesWorkspace(now);
    }
    return opened(context, desk.openPath(samplesWorkspacePath()));
  },

  'workspace.create': (
    { targetId, organisation, itDepartment, administrator, logo, passphrase },
    context,
  ) => {
    const { desk, now } = context;
    const file = desk.target(targetId);
    const picture = logo === null ? null : readLogo(desk.files.path(logo.fileId), organisation);
    const writer = createWorkspace(file, {
      instrument: bundledInstrument(),
      organisation,
      now,
      programVersion: programVersion(),
      protection: passphrase === null ? null : { passphrase, cipher: 'chacha20' },
    });
    try {
      writer.changeSettings({ itDepartment, administrator, logo: picture });
    } finally {
      writer.close();
    }
    return opened(context, desk.openPath(file));
  },

  'workspace.close': ({ workspaceId }, { desk, now }) => {
    desk.close(workspaceId, now);
    return {};
  },

  'workspace.forget': ({ workspaceId }, { desk, now }) => {
    desk.close(workspaceId, now);
    forgetRecent(workspaceId);
    return {};
  },

  'workspace.summary': ({ workspaceId }, { desk }) => summaryOf(desk.workspace(workspaceId)),
};

function opened({ desk, now }: CallContext, workspace: OpenWorkspace): WorkspaceSummary {
  desk.remember(workspace, now);
  return summaryOf(workspace);
}
