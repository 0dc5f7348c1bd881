import { incidents, sources, victims } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference, maybeRecord } from "#lib/core/find-record.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findVictim = (ctx: Context, victimId: string) => findRecord(ctx, victims, victimId);

interface PointsTo {
  incidentId: string | null;
  sourceId: string | null;
}

/** What a victim points to is in its case. @throws NotFound */
export async function mustHoldVictimReferences(
  ctx: Context,
  caseId: string,
  fields: PointsTo,
): Promise<void> {
  if (fields.incidentId !== null)
    await findReference(ctx, incidents, fields.incidentId, caseId, "incident.read");
  if (fields.sourceId !== null) await findReference(ctx, sources, fields.sourceId, caseId, "source.read");
}

/** The incident and the source of a victim by their names, as shown beside it; null where there is none. */
export async function victimSurroundings(ctx: Context, fields: PointsTo) {
  const incident =
    fields.incidentId && (await maybeRecord(ctx, incidents, fields.incidentId, "incident.read"));
  const source = fields.sourceId && (await maybeRecord(ctx, sources, fields.sourceId, "source.read"));
  return {
    incident: incident
      ? { id: incident.id, code: incident.code, title: incident.title, titleAr: incident.titleAr }
      : null,
    source: source ? { id: source.id, code: source.code, name: source.name, nameAr: source.nameAr } : null,
  };
}
