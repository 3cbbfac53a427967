import path from 'node:path';
import type { Texts } from '../../../core/api.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import { backupMissing, listBackups, makeBackup, restoreBackup } from '../../store/backups.ts';
import type { Backup } from '../../store/backups.ts';
import { eraseBatch, planErasure } from '../../store/forget.ts';
import { otherHolder } from '../../store/lock.ts';
import { liesOnNetwork } from '../../store/network-folder.ts';
import { changeProtection, protectionOf, recoveryKey, unlockWith } from '../../store/protection.ts';
import type { Desk } from '../desk.ts';
import { eventTexts, unitNamesOf } from '../event-texts.ts';
import { eventsFile } from '../events-file.ts';
import type { HandlersOf } from '../registry.ts';
import type { WorkspaceId } from '../../../core/api.ts';
import { unknownWorkspace } from '../desk.ts';

/** Passphrase, backups, erasing, and what was done with a workspace. */
export const safetyHandlers: HandlersOf<
  | 'safety.unlock'
  | 'safety.state'
  | 'safety.setPassphrase'
  | 'safety.recoveryKey'
  | 'safety.backups'
  | 'safety.makeBackup'
  | 'safety.restore'
  | 'safety.planErasure'
  | 'safety.erase'
  | 'safety.events'
  | 'safety.exportEvents'
> = {
  'safety.unlock': ({ workspaceId, secret }, { desk }) => {
    unlockWith(placeOf(desk, workspaceId), secret);
    return {};
  },

  'safety.state': ({ workspaceId }, { desk }) => {
    const file = path.resolve(desk.workspace(workspaceId).path);
    return { cipher: protectionOf(file)?.cipher ?? null, notices: noticesOf(file) };
  },

  'safety.setPassphrase': ({ workspaceId, passphrase, cipher }, { desk }) => {
    const change = desk.whileClosed(workspaceId, (file) =>
      changeProtection(file, passphrase === null ? null : { passphrase, cipher }),
    );
    return { rewritten: [...change.rewritten], left: [...change.left] };
  },

  'safety.recoveryKey': ({ workspaceId }, { desk }) => ({
    recoveryKey: recoveryKey(placeOf(desk, workspaceId)),
  }),

  'safety.backups': ({ workspaceId }, { desk }) => ({
    backups: listBackups(placeOf(desk, workspaceId)).map(backupView),
  }),

  'safety.makeBackup': ({ workspaceId }, { desk, now }) => ({
    backup: backupView(makeBackup(placeOf(desk, workspaceId), now)),
  }),

  'safety.restore': ({ workspaceId, fileName }, { desk, now }) => {
    const { kept } = desk.whileClosed(workspaceId, (file) => {
      // The window names one of the backups that it was shown, and never a path.
      const backup = listBackups(file).find((each) => each.fileName === fileName);
      if (backup === undefined) throw backupMissing(fileName);
      return restoreBackup(file, backup.path, now);
    });
    return { kept: kept === null ? null : path.basename(kept) };
  },

  'safety.planErasure': ({ workspaceId, batch }, { desk }) => ({
    backups: planErasure(placeOf(desk, workspaceId), batch).backups.map((each) => ({ ...each })),
  }),

  'safety.erase': ({ workspaceId, batch }, { desk, now }) => {
    desk.whileClosed(workspaceId, (file) => eraseBatch(file, batch, now));
    return { inverse: null };
  },

  'safety.events': ({ workspaceId }, { desk }) => {
    const { reader } = desk.workspace(workspaceId);
    const names = unitNamesOf(reader);
    const told = reader.events().map((event) => ({
      id: event.id,
      at: event.at,
      person: event.person,
      text: eventTexts(event, names),
    }));
    return { events: told.reverse() };
  },

  'safety.exportEvents': async ({ workspaceId, targetId }, { desk }) => {
    const target = desk.target(targetId);
    const { reader } = desk.workspace(workspaceId);
    const bytes = eventsFile(reader.events(), unitNamesOf(reader));
    await writeFileWhole(target, bytes);
    return { targetId, shownPath: path.normalize(target), sizeBytes: bytes.length };
  },
};

/** Where a workspace lies, open or not. @throws Refusal `workspace-unknown` */
function placeOf(desk: Desk, id: WorkspaceId): string {
  const file = desk.pathOf(id);
  if (file === null) throw unknownWorkspace();
  return path.resolve(file);
}

function backupView({ fileName, madeAt, sizeBytes, isEncrypted }: Backup) {
  return { fileName, madeAt, sizeBytes, isEncrypted };
}

function noticesOf(file: string): Texts[] {
  const holder = otherHolder(file);
  const held: Texts[] =
    holder === null
      ? []
      : holder.user === ''
        ? [
            {
              sv: 'Ett annat program har arbetsfilen öppen. Den kan läsas men inte ändras härifrån.',
              en: 'Another program has the workspace open. It can be read but not changed from here.',
            },
          ]
        : [
            {
              sv: `${holder.user} på datorn ${holder.host} har arbetsfilen öppen. Den kan läsas men inte ändras härifrån.`,
              en: `${holder.user} on ${holder.host} has the workspace open. It can be read but not changed from here.`,
            },
          ];
  const network: Texts[] = liesOnNetwork(file)
    ? [
        {
          sv: 'Arbetsfilen ligger på en nätverksenhet. Det går, men är långsammare och känsligare för avbrott än den egna disken.',
          en: 'The workspace lies on a network drive. That works, but slower and with more risk than on your own disk.',
        },
      ]
    : [];
  return [...held, ...network];
}
