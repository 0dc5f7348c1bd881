import { assignments } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";

type Row = typeof assignments.$inferSelect;

/** Ends a live assignment; its record is free for another. @throws Conflict `stale` */
export const endedAssignment = (
  { write, now }: Pick<RunContext, "write" | "now">,
  { id, version, liveKey }: Pick<Row, "id" | "version" | "liveKey">,
  ending: NonNullable<Row["ending"]>,
) => write.amend(assignments, id, version, { endedAt: now, ending, liveKey: `${liveKey}:${id}` });
