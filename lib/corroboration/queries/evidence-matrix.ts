import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { allegations, incidents } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { query } from "#lib/core/query.ts";
import { materialOfAllegations } from "../find/material.ts";
import { namedOrigins } from "../find/named-origins.ts";
import { evidenceCells } from "../rules/evidence-cells.ts";

const ACTS_MAX = 40;
const ORIGINS_MAX = 60;

/**
 * The allegations of an incident by what they rest on: for each testimony, recording and figure whether it supports or
 * contradicts, and with what weight. Of more than fit on a page, those that bear on most are shown, and how many are not.
 */
export const evidenceMatrix = query({
  name: "evidence.matrix",
  input: z.strictObject({ incidentId: idOf("incident") }),
  permission: "evidence.read",
  async run(ctx, { incidentId }) {
    const { read, scope } = ctx;
    await findRecord(ctx, incidents, incidentId);
    const ofIncident = and(
      scope.cases(allegations.caseId),
      eq(allegations.incidentId, incidentId),
      isNull(allegations.retractedAt),
    );
    const acts = await read
      .select({
        id: allegations.id,
        code: allegations.code,
        violation: allegations.violation,
        wording: allegations.wording,
      })
      .from(allegations)
      .where(ofIncident)
      .orderBy(asc(allegations.occurredSort), asc(allegations.id))
      .limit(ACTS_MAX);
    const total = acts.length < ACTS_MAX ? acts.length : await read.$count(allegations, ofIncident);
    const ids = acts.map(({ id }) => id);
    const material = await materialOfAllegations(read, ids);
    const rows = acts.map((act) => ({ ...act, cells: evidenceCells(material, act.id) }));
    const borne = Map.groupBy(
      rows.flatMap(({ cells }) => cells),
      ({ originId }) => originId,
    );
    const byWeight = [...borne.keys()].toSorted(
      (a, b) => (borne.get(b)?.length ?? 0) - (borne.get(a)?.length ?? 0) || (a < b ? -1 : 1),
    );
    const shown = new Set(byWeight.slice(0, ORIGINS_MAX));
    return {
      acts: rows.map((row) => ({ ...row, cells: row.cells.filter(({ originId }) => shown.has(originId)) })),
      origins: await namedOrigins(ctx, [...shown]),
      left: { acts: total - acts.length, origins: byWeight.length - shown.size },
    };
  },
});
