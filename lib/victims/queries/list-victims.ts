import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { incidents, victims } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { victimList } from "../find/listing.ts";
import { victimFacets } from "../vocabulary.ts";

/** Victims of a case, newest first, with the incident they are recorded under. They are never counted as a toll. */
export const listVictims = query({
  name: "victim.list",
  input: z.strictObject({
    caseId: CaseId,
    ...victimFacets,
    direction: z.enum(["asc", "desc"]).default("desc"),
    page: PageInput,
  }),
  permission: "victim.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read, scope } = ctx;
    const keys = keyset(page, direction, victims.createdAt, victims.id);
    const inList = listed(ctx, victimList, caseId, filters);
    const rows = await read
      .select({
        id: victims.id,
        code: victims.code,
        kind: victims.kind,
        label: victims.label,
        ageBand: victims.ageBand,
        sex: victims.sex,
        outcome: victims.outcome,
        createdAt: victims.createdAt,
        incident: {
          id: incidents.id,
          code: incidents.code,
          title: incidents.title,
          titleAr: incidents.titleAr,
        },
      })
      .from(victims)
      .leftJoin(
        incidents,
        and(eq(incidents.id, victims.incidentId), scope.cases(incidents.caseId, "incident.read")),
      )
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, victims, inList);
    return { ...paged(page, rows, (row) => ({ key: row.createdAt, id: row.id })), total };
  },
});
