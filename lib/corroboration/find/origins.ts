/** Testimonies, media items and figures as origins: who speaks in them, who carried them, who asked. */
import { and, inArray, isNotNull, isNull } from "drizzle-orm";
import { outside } from "#db/hidden-by.ts";
import { figures, mediaItems, sources, testimonies, testimonyPeople } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { OriginMaterial, StatementMaterial } from "../rules/material.ts";
import { inPieces } from "./in-pieces.ts";

/**
 * Adds the origins of statements that are not there yet, with all testimonies of the same witnesses; returns the new.
 * @param tied witnesses who are tied to somebody that speaks here
 * @param seen the compartments, as bits, out of which other testimonies are taken in
 */
export async function originsOf(
  read: Reader,
  found: readonly StatementMaterial[],
  tied: readonly string[],
  known: Map<string, OriginMaterial>,
  seen: number,
) {
  const ids = found.map(({ originId }) => originId).filter((id) => !known.has(id));
  const direct = await inPieces(ids, (some) =>
    read.select().from(testimonies).where(inArray(testimonies.id, some)),
  );
  const witnessIds = [...direct.flatMap((row) => row.witnessId ?? []), ...tied];
  const others = await inPieces(witnessIds, (some) =>
    read
      .select()
      .from(testimonies)
      .where(and(inArray(testimonies.witnessId, some), outside(testimonies, ~seen))),
  );
  const rows = [...new Map([...direct, ...others].map((row) => [row.id, row])).values()].filter(
    ({ id }) => !known.has(id),
  );
  const people = await peopleAt(
    read,
    rows.map(({ id }) => id),
  );
  const media = await inPieces(ids, (some) =>
    read.select().from(mediaItems).where(inArray(mediaItems.id, some)),
  );
  const counts = await inPieces(ids, (some) => read.select().from(figures).where(inArray(figures.id, some)));
  const bearingOf = await bearingsOf(read, [
    ...rows.flatMap(({ sourceId }) => sourceId ?? []),
    ...media.flatMap(({ circulatedBy }) => circulatedBy[0] ?? []),
    ...counts.map(({ sourceId }) => sourceId),
  ]);
  const fresh = [
    ...rows.map((row) => testimonyOrigin(row, people.get(row.id) ?? [])),
    ...media.map(mediaOrigin),
    ...counts.map(figureOrigin),
  ].map((origin): OriginMaterial => ({
    ...origin,
    ...(origin.kind === "interview" ? {} : bearingOf(origin.gradedBy)),
  }));
  for (const origin of fresh) known.set(origin.id, origin);
  return fresh;
}

/** For whom sources speak, and to what they belong. */
async function bearingsOf(read: Reader, sourceIds: readonly string[]) {
  const rows = await inPieces(sourceIds, (some) =>
    read
      .select({
        id: sources.id,
        party: sources.partyId,
        organisation: sources.organisationId,
        originUnknown: sources.isUnattributed,
      })
      .from(sources)
      .where(inArray(sources.id, some)),
  );
  const parts = await inPieces(sourceIds, (some) =>
    read
      .selectDistinct({ id: sources.organisationId })
      .from(sources)
      .where(and(inArray(sources.organisationId, some), isNull(sources.retractedAt))),
  );
  const wholes = new Set(parts.map(({ id }) => id));
  const byId = new Map(
    rows.map(({ id, organisation, ...rest }) => [
      id,
      { ...rest, organisation: organisation ?? (wholes.has(id) ? id : null) },
    ]),
  );
  return (sourceId: string | null) => (sourceId === null ? undefined : byId.get(sourceId));
}

interface Present {
  role: string;
  humanId: string | null;
}

async function peopleAt(read: Reader, testimonyIds: string[]): Promise<Map<string, Present[]>> {
  const rows = await inPieces(testimonyIds, (some) =>
    read
      .select({
        testimonyId: testimonyPeople.testimonyId,
        role: testimonyPeople.role,
        humanId: testimonyPeople.humanId,
      })
      .from(testimonyPeople)
      .where(
        and(
          inArray(testimonyPeople.testimonyId, some),
          isNull(testimonyPeople.endedAt),
          isNotNull(testimonyPeople.humanId),
          inArray(testimonyPeople.role, ["interviewer", "interpreter"]),
        ),
      ),
  );
  return Map.groupBy(rows, (row) => row.testimonyId);
}

/** Consent to our own analysis: only an explicit yes counts, and a published account needs none. */
export const coveredByConsent = ({ consentInternal }: { consentInternal: string }): boolean =>
  consentInternal === "yes" || consentInternal === "not_needed";

function testimonyOrigin(row: typeof testimonies.$inferSelect, people: readonly Present[]): OriginMaterial {
  const published = row.kind === "published_account";
  const speaker = published ? row.sourceId : row.witnessId;
  const humans = (role: string) => people.flatMap((one) => (one.role === role ? (one.humanId ?? []) : []));
  return {
    id: row.id,
    kind: published ? "published_account" : "interview",
    gradedBy: speaker,
    speaker,
    carriers: [...(published && row.sourceId !== null ? [row.sourceId] : []), ...row.publisherIds],
    interviewers: humans("interviewer"),
    interpreters: humans("interpreter"),
    contaminationAsked: row.contamination === "yes",
    sawCoverage: row.sawCoverage,
    withdrawn: row.retractedAt !== null || !coveredByConsent(row),
  };
}

const NO_INTERVIEW = { interviewers: [], interpreters: [], contaminationAsked: false } as const;

function mediaOrigin(row: typeof mediaItems.$inferSelect): OriginMaterial {
  const { id, circulatedBy: carriers, retractedAt } = row;
  const gradedBy = carriers[0] ?? null;
  return {
    ...NO_INTERVIEW,
    id,
    kind: "media",
    gradedBy,
    speaker: null,
    carriers,
    withdrawn: retractedAt !== null,
  };
}

function figureOrigin(row: typeof figures.$inferSelect): OriginMaterial {
  const { id, sourceId, reportedViaId, retractedAt } = row;
  const carriers = reportedViaId === null ? [sourceId] : [sourceId, reportedViaId];
  return {
    ...NO_INTERVIEW,
    id,
    kind: "figure",
    gradedBy: sourceId,
    speaker: sourceId,
    carriers,
    withdrawn: retractedAt !== null,
  };
}
