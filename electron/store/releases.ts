import * as z from 'zod';
import type { ReadConnection, WriteConnection } from './connection.ts';

/** A group whose figures have left the program, as the release log keeps it (P10). Nothing that anyone answered. */
export interface Release {
  readonly year: number;
  /** Name of the group that is the same in every year and release, such as "unit:3/role:chef". */
  readonly groupKey: string;
  readonly respondents: number;
  /** The minimum group that it was shown under. */
  readonly minimumGroup: number;
  /** Stands for the tree of units as it then was. */
  readonly treeKey: string;
  /** Why it was released although an earlier release stood in the way; null where none did. */
  readonly reason: string | null;
}

/** A release with the time of it. */
export interface RecordedRelease extends Release {
  /** ISO time. */
  readonly releasedAt: string;
}

const releaseRow = z.object({
  year: z.int(),
  groupKey: z.string(),
  respondents: z.int(),
  minimumGroup: z.int(),
  treeKey: z.string(),
  reason: z.string().nullable(),
  releasedAt: z.string(),
});

/** What has been released of a year, or (null) of all years, oldest first. */
export function listReleases(connection: ReadConnection, year: number | null): RecordedRelease[] {
  return connection.all(
    releaseRow,
    `SELECT year, group_key AS groupKey, respondents, minimum_group AS minimumGroup, tree_key AS treeKey, reason,
       released_at AS releasedAt
     FROM release WHERE @year IS NULL OR year = @year ORDER BY id`,
    { year },
  );
}

/** Adds to the release log: all of `releases`, or none. A release is never taken out of it: what is known is known. */
export function recordReleases(connection: WriteConnection, releases: readonly Release[], now: string): void {
  connection.transaction(() => {
    for (const { year, groupKey, respondents, minimumGroup, treeKey, reason } of releases) {
      connection.run(
        `INSERT INTO release (year, group_key, respondents, minimum_group, tree_key, reason, released_at)
         VALUES (@year, @groupKey, @respondents, @minimumGroup, @treeKey, @reason, @now)`,
        { year, groupKey, respondents, minimumGroup, treeKey, reason, now },
      );
    }
  });
}
