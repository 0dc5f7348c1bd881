import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { listHolds } from "#db/json-list.ts";
import { incidents } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { ViolationCode } from "#lib/codebook/violations.ts";
import { IncidentKind, Side, VictimGroup } from "#lib/codebook/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";

/** Incidents of a case by date, earliest first; those without a date come last in that order. */
export const listIncidents = query({
  name: "incident.list",
  input: z.strictObject({
    caseId: CaseId,
    recordKind: IncidentKind.optional(),
    violation: ViolationCode.optional(),
    attributedSide: Side.optional(),
    victimGroup: VictimGroup.optional(),
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "incident.read",
  caseOf: ({ caseId }) => caseId,
  async run(
    { read, scope },
    { caseId, recordKind, violation, attributedSide, victimGroup, direction, page },
  ) {
    const keys = keyset(page, direction, incidents.occurredSort, incidents.id);
    const inList = and(
      scope.cases(incidents.caseId),
      eq(incidents.caseId, caseId),
      isNull(incidents.retractedAt),
      given(incidents.recordKind, recordKind),
      given(incidents.attributedSide, attributedSide),
      given(incidents.victimGroup, victimGroup),
      violation === undefined ? undefined : listHolds(incidents.violations, violation),
    );
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
