import * as z from 'zod';
import type { GroupKey } from '../../core/privacy/groups.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';

/** A group whose figures have left the program, as the release log keeps it (P10). Nothing that anyone answered. */
export interface Release {
  readonly year: number;
  readonly group: GroupKey;
  /** Its name as it was shown. */
  readonly name: string;
  readonly respondents: number;
  /** The minimum group that it was shown under. */
  readonly minimumGroup: number;
  /** Stands for the tree of units as it then was. */
  readonly treeKey: string;
  /** Stands for the set of answers, such as the batches that counted; null where that is not known. */
  readonly answersKey: string | null;
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
  group: z.string().transform((key) => key as GroupKey),
  name: z.string(),
  respondents: z.int(),
  minimumGroup: z.int(),
  treeKey: z.string(),
  answersKey: z.string().nullable(),
  reason: z.string().nullable(),
  releasedAt: z.string(),
});

/** What has been released of a year, or (null) of all years, oldest first. */
export function listReleases(connection: ReadConnection, year: number | null): RecordedRelease[] {
  return connection.all(
    releaseRow,
    `SELECT year, group_key AS "group", name, respondents, minimum_group AS minimumGroup, tree_key AS treeKey,
       answers_key AS answersKey, reason,
       released_at AS releasedAt
     FROM release WHERE @year IS NULL OR year = @year ORDER BY id`,
    { year },
  );
}

/** Adds to the release log: all of `releases`, or none. A release is never taken out of it: what is known is known. */
export function recordReleases(connection: WriteConnection, releases: readonly Release[], now: string): void {
  connection.transaction(() => {
    for (const { year, group, name, respondents, minimumGroup, treeKey, answersKey, reason } of releases) {
      connection.run(
        `INSERT INTO release
           (year, group_key, name, respondents, minimum_group, tree_key, answers_key, reason, released_at)
         VALUES (@year, @group, @name, @respondents, @minimumGroup, @treeKey, @answersKey, @reason, @now)`,
        { year, group, name, respondents, minimumGroup, treeKey, answersKey, reason, now },
      );
    }
  });
}
