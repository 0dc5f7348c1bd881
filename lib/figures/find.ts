import { type SQL, sql } from "drizzle-orm";
import { figures, incidents, places, sources } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findFigure = (ctx: Context, figureId: string) => findRecord(ctx, figures, figureId);

/** What a figure points to is in its case. @throws NotFound */
export async function mustHoldFigureReferences(
  ctx: Context,
  caseId: string,
  fields: {
    incidentId: string | null;
    placeId: string | null;
    sourceId: string;
    reportedViaId: string | null;
  },
): Promise<void> {
  const { incidentId, placeId, sourceId, reportedViaId } = fields;
  await findReference(ctx, sources, sourceId, caseId, "source.read");
  if (reportedViaId !== null) await findReference(ctx, sources, reportedViaId, caseId, "source.read");
  if (incidentId !== null) await findReference(ctx, incidents, incidentId, caseId, "incident.read");
  if (placeId !== null) await findReference(ctx, places, placeId, caseId, "place.read");
}

/** A figure in one line for pickers and links: its number in signs, then the publisher's wording. */
export const figureLabel: SQL<string> = sql<string>`case
  when ${figures.certainty} = 'about' then '≈ '
  when ${figures.certainty} = 'at_least' then '≥ '
  when ${figures.certainty} = 'more_than' then '> '
  when ${figures.certainty} = 'up_to' then '≤ '
  when ${figures.certainty} = 'fewer_than' then '< '
  else '' end
  || case
  when ${figures.min} is null and ${figures.max} is null then coalesce(${figures.valueText}, '')
  when ${figures.min} is null then cast(${figures.max} as text)
  when ${figures.max} is null or ${figures.max} = ${figures.min} then cast(${figures.min} as text)
  else cast(${figures.min} as text) || '–' || cast(${figures.max} as text) end
  || ' · ' || ${figures.wording}`;
