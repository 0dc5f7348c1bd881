import { and, eq, isNull, ne, notInArray } from "drizzle-orm";
import { allegations, findings, incidents } from "#db/schema/index.ts";
import { mustNotBelongToItself } from "#lib/core/ancestry.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference, maybeRecord } from "#lib/core/find-record.ts";
import { Conflict } from "#lib/core/refusals.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findIncident = (ctx: Context, incidentId: string) => findRecord(ctx, incidents, incidentId);

/**
 * The incident that another one is part of is in its case and is not itself part of it.
 * @param incidentId null for a new incident
 * @throws NotFound; Invalid `own_descendant`
 */
export async function mustHoldParentIncident(
  ctx: Context,
  caseId: string,
  incidentId: string | null,
  parentId: string | null,
): Promise<void> {
  if (parentId === null) return;
  await findReference(ctx, incidents, parentId, caseId, "incident.read");
  if (incidentId !== null) await mustNotBelongToItself(ctx, incidents, incidentId, parentId);
}

/** @throws Conflict `incident.holds_findings` when a finding other than a count stands: a pattern or umbrella takes none */
export async function mustHoldNoFindingButACount(
  { read }: Pick<Context, "read">,
  incidentId: string,
): Promise<void> {
  const [standing] = await read
    .select({ id: findings.id })
    .from(findings)
    .innerJoin(allegations, eq(allegations.id, findings.allegationId))
    .where(
      and(
        eq(allegations.incidentId, incidentId),
        ne(findings.facet, "count"),
        notInArray(findings.status, ["withdrawn", "superseded"]),
        isNull(findings.retractedAt),
      ),
    )
    .limit(1);
  if (standing) throw new Conflict("incident.holds_findings");
}

/** @throws Conflict `incident.holds_allegations`: an allegation cannot outlive the incident it was made of */
export async function mustHoldNoAllegation(
  { read }: Pick<Context, "read">,
  incidentId: string,
): Promise<void> {
  const [standing] = await read
    .select({ id: allegations.id })
    .from(allegations)
    .where(and(eq(allegations.incidentId, incidentId), isNull(allegations.retractedAt)))
    .limit(1);
  if (standing) throw new Conflict("incident.holds_allegations");
}

/** The incident that another one is part of, as shown beside it; a retracted one says so. */
export async function parentIncident(ctx: Context, parentId: string | null) {
  const parent = parentId === null ? null : await maybeRecord(ctx, incidents, parentId);
  if (!parent) return null;
  const { id, code, title, titleAr, retractedAt } = parent;
  return { id, code, title, titleAr, retracted: retractedAt !== null };
}

const PARTS_MAX = 200;

/** The incidents that are part of one, by date. */
export const partsOfIncident = ({ read, scope }: Context, incidentId: string) =>
  read
    .select({
      id: incidents.id,
      code: incidents.code,
      title: incidents.title,
      titleAr: incidents.titleAr,
      recordKind: incidents.recordKind,
      occurredEdtf: incidents.occurredEdtf,
      occurredWording: incidents.occurredWording,
    })
    .from(incidents)
    .where(
      and(scope.cases(incidents.caseId), eq(incidents.parentId, incidentId), isNull(incidents.retractedAt)),
    )
    .orderBy(incidents.occurredSort, incidents.id)
    .limit(PARTS_MAX);
