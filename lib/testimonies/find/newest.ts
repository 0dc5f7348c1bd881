import { and, eq, type SQL } from "drizzle-orm";
import { testimonies, testimonyVersions } from "#db/schema/index.ts";

/** The condition that a version is the newest of its testimony, wherever both are in a statement. */
export const isNewestVersion = (): SQL | undefined =>
  and(
    eq(testimonyVersions.testimonyId, testimonies.id),
    eq(testimonyVersions.number, testimonies.versionNumber),
  );
