import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { incidents, victims } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { idOf } from "#lib/core/fields.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { VictimKind, VictimOutcome } from "../vocabulary.ts";

/** Victims of a case, newest first, with the incident they are recorded under. They are never counted as a toll. */
export const listVictims = query({
  name: "victim.list",
  input: z.strictObject({
    caseId: CaseId,
    kind: VictimKind.optional(),
    outcome: VictimOutcome.optional(),
    incidentId: idOf("incident").optional(),
    direction: z.enum(["asc", "desc"]).default("desc"),
    page: PageInput,
  }),
  permission: "victim.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, kind, outcome, incidentId, direction, page }) {
    const keys = keyset(page, direction, victims.createdAt, victims.id);
    const inList = and(
      scope.cases(victims.caseId),
      eq(victims.caseId, caseId),
      isNull(victims.retractedAt),
      given(victims.kind, kind),
      given(victims.outcome, outcome),
      given(victims.incidentId, incidentId),
    );
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
