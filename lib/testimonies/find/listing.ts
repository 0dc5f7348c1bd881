import { and, eq, exists, isNull, not, type SQL, sql } from "drizzle-orm";
import { assignments, sources, testimonies, testimonyVersions, witnesses } from "#db/schema/index.ts";
import { byColumn, byRecord, byTie, byValue, type FacetContext as Context } from "#lib/core/facet.ts";
import { byDays, byWrittenDays, type Listing } from "#lib/core/listing.ts";
import { given } from "#lib/core/where.ts";
import { hasLink } from "#lib/links/find.ts";
import { byTag } from "#lib/tags/find.ts";
import type { testimonyFacets } from "../vocabulary.ts";
import { newestIsMine } from "./mine.ts";
import { isNewestVersion } from "./newest.ts";

/** Testimonies of a case, as lists narrow and count them. */
export const testimonyList: Listing<keyof typeof testimonyFacets> = {
  table: testimonies,
  facets: {
    stage: byColumn(testimonies.stage),
    kind: byColumn(testimonies.kind),
    consent: byColumn(testimonies.consentExport),
    basis: byColumn(testimonies.basis),
    language: byValue((ctx) => sql`(${newest(ctx)})`, writtenIn),
    witnessId: byRecord(testimonies.witnessId, { table: witnesses, name: witnesses.code }, "witness.read"),
    sourceId: byRecord(
      testimonies.sourceId,
      { table: sources, name: sources.name, nameAr: sources.nameAr },
      "source.read",
    ),
    incident: byTie((ctx) => hasLink(ctx, testimonies, "testimony_incident")),
    assigned: byValue(assignedAs, isAssigned),
    tagId: byTag(testimonies),
  },
  filters: {
    ...byDays("taken", testimonies.takenSort),
    ...byWrittenDays("event", testimonies.eventEdtf),
    mine: newestIsMine,
  },
};

const newest = ({ read }: Context) =>
  read
    .select({ language: testimonyVersions.originalLanguage })
    .from(testimonyVersions)
    .where(isNewestVersion());

function writtenIn({ read }: Context, language: string): SQL {
  return exists(
    read
      .select({ id: testimonyVersions.id })
      .from(testimonyVersions)
      .where(and(isNewestVersion(), eq(testimonyVersions.originalLanguage, language))),
  );
}

function assignedAs(ctx: Context): SQL {
  const me = assignedTo(ctx, ctx.scope.humanId);
  return sql`case when ${me} then 'me' when ${assignedTo(ctx)} then 'others' else 'nobody' end`;
}

/** To whom it is assigned. @param to one of `ASSIGNED` */
function isAssigned(ctx: Context, to: string): SQL {
  const me = assignedTo(ctx, ctx.scope.humanId);
  if (to === "me") return me;
  return to === "nobody" ? not(assignedTo(ctx)) : sql`(${assignedTo(ctx)} and ${not(me)})`;
}

/** A live assignment; to one person, when they are given. */
const assignedTo = ({ read }: Context, humanId?: string) =>
  exists(
    read
      .select({ id: assignments.id })
      .from(assignments)
      .where(
        and(
          eq(assignments.caseId, testimonies.caseId),
          eq(assignments.liveKey, testimonies.id),
          isNull(assignments.endedAt),
          given(assignments.assigneeHumanId, humanId),
        ),
      ),
  );
