import fs from 'node:fs';
import path from 'node:path';

/**
 * Whether a file lies on a network drive. SQLite's write-ahead log needs memory that all programs share, which
 * machines do not do over a network (https://sqlite.org/wal.html), so there it is off.
 */

/** The numbers by which Linux knows file systems of other machines: NFS, SMB (three), AFS, 9P, FUSE, Ceph. */
const networkTypes = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x65735546, 0x00c36400,
]);

/** What is asked of the operating system. */
export interface DriveProbe {
  /** The number of the file system's type. */
  readonly typeOf: (folder: string) => number;
  /** The real place of a path; Windows gives \\server\share for a drive letter of the network. */
  readonly realPath: (folder: string) => string;
}

const ownProbe: DriveProbe = {
  typeOf: (folder) => fs.statfsSync(folder).type,
  realPath: (folder) => fs.realpathSync.native(folder),
};

/** True when the file is known to lie on a network drive. */
export function liesOnNetwork(full: string, { typeOf, realPath }: DriveProbe = ownProbe): boolean {
  const folder = path.dirname(full);
  try {
    if (/^[\\/]{2}[^\\/?.]/.test(realPath(folder))) return true;
    return networkTypes.has(typeOf(folder));
  } catch {
    return false;
  }
}
