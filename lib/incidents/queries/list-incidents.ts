import { and } from "drizzle-orm";
import { z } from "zod";
import { incidents } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { incidentList } from "../find/listing.ts";
import { incidentFilters } from "../vocabulary.ts";

/** Incidents of a case by date, earliest first; those without a date come last in that order. */
export const listIncidents = query({
  name: "incident.list",
  input: z.strictObject({
    caseId: CaseId,
    ...incidentFilters,
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "incident.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, incidents.occurredSort, incidents.id);
    const inList = listed(ctx, incidentList, caseId, filters);
    const rows = await read
      .select({
        id: incidents.id,
        code: incidents.code,
        title: incidents.title,
        titleAr: incidents.titleAr,
        recordKind: incidents.recordKind,
        occurredEdtf: incidents.occurredEdtf,
        occurredWording: incidents.occurredWording,
        occurredSort: incidents.occurredSort,
        victimGroup: incidents.victimGroup,
        attributedSide: incidents.attributedSide,
        violations: incidents.violations,
      })
      .from(incidents)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, incidents, inList);
    return { ...paged(page, rows, (row) => ({ key: row.occurredSort, id: row.id })), total };
  },
});
