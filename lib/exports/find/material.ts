/** Everything of a case that a dossier may be made from, and what of it stays. Reads only; decides by the release rules. */
import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { textAt } from "#db/json-text.ts";
import {
  actors,
  compartmentMarks,
  figures,
  incidents,
  links,
  mediaItems,
  places,
  proceedings,
  sourceGrades,
  sources,
  testimonies,
  testimonyPeople,
  testimonyVersions,
  victims,
  witnesses,
} from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { isOverride } from "#lib/corroboration/rules/appeal.ts";
import type { AskContext } from "#lib/core/query.ts";
import { FROM_WITHHELD, INTERVIEW_PLACE, RETRACTED } from "../rules/release.ts";
import type { Destination } from "./gate-worlds.ts";
import { judgeRelease, type WithheldItem } from "./release.ts";
import { allOfCase } from "./slices.ts";

export type Material = Awaited<ReturnType<typeof gatherMaterial>>;

/**
 * Gathers a case. What stays is named as withheld, by code and rule, and nothing of it is carried further.
 * @throws NotFound | Conflict when the case was retracted, if only while the export waited
 */
export async function gatherMaterial(ctx: AskContext, caseId: string, to: Destination) {
  const caseFile = await findOpenCase(ctx, caseId);
  const { released, keptTestimonies, keptAllegations, withheld } = await judgeRelease(ctx, caseId, to);
  const taken = await interviewPlaces(ctx, caseId);
  const retracted: WithheldItem[] = [];
  const codes = new Map<string, string>();
  /** Rows that stand; a retracted one is named as withheld, since others may still point to it. */
  const standing = <R extends { id: string; code: string; retractedAt: number | null }>(
    kind: WithheldItem["kind"],
    rows: R[],
  ): R[] => {
    for (const row of rows) codes.set(row.id, row.code);
    for (const row of rows)
      if (row.retractedAt !== null) retracted.push({ kind, code: row.code, ...RETRACTED });
    return rows.filter((row) => row.retractedAt === null);
  };
  const live = await allOfCase(ctx, links, caseId, isNull(links.retractedAt));
  const apart = await toldOfApart(ctx, caseId);
  const allPlaces = standing("place", await allOfCase(ctx, places, caseId));
  const registers = {
    incidents: standing("incident", await allOfCase(ctx, incidents, caseId)),
    actors: standing("actor", await allOfCase(ctx, actors, caseId)),
    sources: standing("source", await allOfCase(ctx, sources, caseId)),
    figures: standing("figure", await allOfCase(ctx, figures, caseId)),
    media: standing("media", await allOfCase(ctx, mediaItems, caseId)),
    proceedings: standing("proceeding", await allOfCase(ctx, proceedings, caseId)),
  };
  const spokenOf = new Set([
    ...live.map(({ placeId }) => placeId),
    ...[...released.allegations, ...registers.figures].map(({ placeId }) => placeId),
    ...allPlaces.map(({ parentId }) => parentId),
  ]);
  const isInterviewPlace = ({ id }: { id: string }) => taken.has(id) && !spokenOf.has(id);
  const shownPlaces = allPlaces.filter((place) => !isInterviewPlace(place));
  const ends = [...released.testimonies, ...shownPlaces, ...Object.values(registers).flat()];
  const linked = releasedLinks(live, new Set(ends.map(({ id }) => id)), keptTestimonies, apart);
  const named = [released.testimonies, released.statements, released.allegations, keptAllegations].flat();
  const witnessRows = standing("witness", await allOfCase(ctx, witnesses, caseId));
  for (const { id, code } of named) codes.set(id, code);
  return {
    caseFile,
    codes,
    ...registers,
    ...released,
    keptTestimonies,
    places: shownPlaces,
    witnesses: witnessRows,
    victims: await allOfCase(ctx, victims, caseId, isNull(victims.retractedAt)),
    grades: await allOfCase(ctx, sourceGrades, caseId),
    links: linked.released,
    versions: await acceptedVersions(ctx, released.testimonies),
    people: await allOfCase(ctx, testimonyPeople, caseId, isNull(testimonyPeople.endedAt)),
    withheld: [
      ...retracted,
      ...withheld.testimonies,
      ...withheld.allegations,
      ...withheld.findings,
      ...withheld.others,
      ...linked.withheld,
      ...allPlaces
        .filter(isInterviewPlace)
        .map(({ code }): WithheldItem => ({ kind: "place", code, ...INTERVIEW_PLACE })),
    ],
  };
}

/**
 * Places where any version says that an account was taken: a draft names one too, and so do a version since replaced and an
 * account that nobody here may see. Of a case that was found.
 */
async function interviewPlaces({ read }: AskContext, caseId: string): Promise<Set<string>> {
  const placeId = textAt(testimonyVersions.facts, "takenPlaceId");
  const rows = await read
    .selectDistinct({ placeId })
    .from(testimonyVersions)
    .where(eq(testimonyVersions.caseId, caseId));
  return new Set(rows.flatMap((row) => row.placeId ?? []));
}

/** What accounts in compartments tell of. They stay, and what is said of such a thing may be theirs. */
async function toldOfApart({ read }: AskContext, caseId: string): Promise<string[]> {
  const rows = await read
    .selectDistinct({ toId: links.toId })
    .from(links)
    .innerJoin(compartmentMarks, eq(compartmentMarks.recordId, links.fromId))
    .where(and(eq(links.caseId, caseId), isNull(links.retractedAt), ne(compartmentMarks.mask, 0)));
  return rows.map(({ toId }) => toId);
}

type LinkRow = typeof links.$inferSelect;

/**
 * The links between records that go. How an account put a thing between two records is a part of that account: where
 * accounts of either stay, nobody can tell whose words a note holds, so it stays with them.
 */
function releasedLinks(
  live: readonly LinkRow[],
  ends: ReadonlySet<string>,
  kept: readonly { id: string }[],
  toldApart: readonly string[],
) {
  const keptIds = new Set(kept.map(({ id }) => id));
  const toldOf = new Set([
    ...live.flatMap(({ fromId, toId }) => (keptIds.has(fromId) ? toId : [])),
    ...toldApart,
  ]);
  const noteStays = ({ note, basis, testimonyId, fromId, toId }: LinkRow) =>
    note !== null &&
    testimonyId === null &&
    basis === "stated_in_account" &&
    (toldOf.has(fromId) || toldOf.has(toId));
  const released = live.filter(({ fromId, toId }) => ends.has(fromId) && ends.has(toId));
  return {
    released: released.map((link) => (noteStays(link) ? { ...link, note: null } : link)),
    withheld: released
      .filter(noteStays)
      .map(({ code }): WithheldItem => ({ kind: "link_note", code, ...FROM_WITHHELD })),
  };
}

/** The accepted version of each testimony: a newer draft is not what was decided on. */
async function acceptedVersions({ read }: AskContext, released: (typeof testimonies.$inferSelect)[]) {
  const found: (typeof testimonyVersions.$inferSelect)[] = [];
  for (let start = 0; start < released.length; start += 200) {
    const slice = released.slice(start, start + 200);
    const rows = await read
      .select()
      .from(testimonyVersions)
      .innerJoin(
        testimonies,
        and(
          eq(testimonies.id, testimonyVersions.testimonyId),
          eq(testimonies.acceptedNumber, testimonyVersions.number),
        ),
      )
      .where(
        inArray(
          testimonyVersions.testimonyId,
          slice.map((row) => row.id),
        ),
      );
    found.push(...rows.map((row) => row.testimony_versions));
  }
  return found;
}

/** What a legal officer sees before starting: how many go, and each that stays, with its reason. */
export async function previewRelease(ctx: AskContext, caseId: string, to: Destination | null) {
  const { released, keptTestimonies, withheld } = await judgeRelease(ctx, caseId, to);
  const titles = new Map(keptTestimonies.map(({ code, title }) => [code, title]));
  return {
    testimonies: released.testimonies.map(({ id, code, title, kind }) => ({ id, code, title, kind })),
    findings: released.findings.map(({ withheldEvidence, ...finding }) => {
      const { id, code, facet, status, determination } = finding;
      return { id, code, facet, status, determination, isOverride: isOverride(finding), withheldEvidence };
    }),
    statements: released.statements.length,
    withheld: [
      ...withheld.testimonies.map((item) => ({ ...item, title: titles.get(item.code) ?? null })),
      ...[...withheld.allegations, ...withheld.findings].map((item) => ({ ...item, title: null })),
    ],
  };
}
