/** Everything of a case that a dossier may be made from, and what of it stays. Reads only; decides by the release rules. */
import { and, eq, inArray, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import {
  actors,
  allegations,
  evidenceLinks,
  figures,
  findings,
  incidents,
  links,
  mediaItems,
  places,
  proceedings,
  sourceGrades,
  sources,
  statements,
  testimonies,
  testimonyPeople,
  testimonyVersions,
  victims,
  witnesses,
} from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import type { AskContext } from "#lib/core/query.ts";
import {
  FROM_WITHHELD,
  RETRACTED,
  whyFindingStays,
  whyTestimonyStays,
  type Withholding,
} from "../rules/release.ts";
import type { WithheldKind } from "../vocabulary.ts";
import { allOfCase } from "./slices.ts";

export interface WithheldItem extends Withholding {
  kind: WithheldKind;
  code: string;
}

export type Material = Awaited<ReturnType<typeof gatherMaterial>>;

/** Gathers a case. Retracted records are left out and testimonies named as withheld; nothing withheld is carried further. */
export async function gatherMaterial(ctx: AskContext, caseId: string) {
  const caseFile = await findCase(ctx, caseId, "case.read");
  const told = await releasedTestimonies(ctx, caseId);
  const cut = await releasedStatements(ctx, caseId, told.withheldIds);
  const decided = await releasedFindings(ctx, caseId, cut.withheldIds);
  const evidence = await allOfCase(ctx, evidenceLinks, caseId, isNull(evidenceLinks.retractedAt));
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
  return {
    caseFile,
    codes,
    incidents: standing("incident", await allOfCase(ctx, incidents, caseId)),
    places: standing("place", await allOfCase(ctx, places, caseId)),
    actors: standing("actor", await allOfCase(ctx, actors, caseId)),
    sources: standing("source", await allOfCase(ctx, sources, caseId)),
    witnesses: standing("witness", await allOfCase(ctx, witnesses, caseId)),
    figures: standing("figure", await allOfCase(ctx, figures, caseId)),
    media: standing("media", await allOfCase(ctx, mediaItems, caseId)),
    proceedings: standing("proceeding", await allOfCase(ctx, proceedings, caseId)),
    allegations: standing("allegation", await allOfCase(ctx, allegations, caseId)),
    victims: await allOfCase(ctx, victims, caseId),
    grades: await allOfCase(ctx, sourceGrades, caseId),
    links: await allOfCase(ctx, links, caseId, isNull(links.retractedAt)),
    testimonies: told.released,
    versions: await acceptedVersions(ctx, told.released),
    people: await allOfCase(ctx, testimonyPeople, caseId, isNull(testimonyPeople.endedAt)),
    statements: cut.released,
    evidence: evidence.filter((link) => !cut.withheldIds.has(link.statementId)),
    findings: decided.released,
    withheld: [
      ...retracted,
      ...told.withheld,
      ...cut.withheld,
      ...decided.withheld,
      ...evidence
        .filter((link) => cut.withheldIds.has(link.statementId))
        .map((link): WithheldItem => ({ kind: "evidence_link", code: link.code, ...FROM_WITHHELD })),
    ],
  };
}

/** What a legal officer sees before starting: how many go, and each that stays, with its reason. */
export async function previewRelease(ctx: AskContext, caseId: string) {
  const told = await releasedTestimonies(ctx, caseId);
  const cut = await releasedStatements(ctx, caseId, told.withheldIds);
  const decided = await releasedFindings(ctx, caseId, cut.withheldIds);
  return {
    testimonies: told.released.map(({ id, code, title, kind }) => ({ id, code, title, kind })),
    findings: decided.released.map(({ id, code, facet, status, determination }) => ({
      id,
      code,
      facet,
      status,
      determination,
    })),
    statements: cut.released.length,
    withheld: [
      ...told.withheld.map((item) => ({ ...item, title: told.titles.get(item.code) ?? null })),
      ...decided.withheld.map((item) => ({ ...item, title: null })),
    ],
  };
}

async function releasedTestimonies(ctx: AskContext, caseId: string) {
  const rows = await allOfCase(ctx, testimonies, caseId);
  const stays = rows.map((row) => ({
    row,
    why: whyTestimonyStays({ ...row, retracted: row.retractedAt !== null }),
  }));
  const kept = stays.flatMap(({ row, why }) => (why ? [{ row, why }] : []));
  return {
    released: stays.flatMap(({ row, why }) => (why ? [] : [row])),
    withheld: kept.map(({ row, why }): WithheldItem => ({ kind: "testimony", code: row.code, ...why })),
    withheldIds: new Set(kept.map(({ row }) => row.id)),
    titles: new Map(kept.map(({ row }) => [row.code, row.title])),
  };
}

async function releasedStatements(ctx: AskContext, caseId: string, withheldTestimonies: ReadonlySet<string>) {
  const rows = await allOfCase(ctx, statements, caseId, isNull(statements.retractedAt));
  const stays = (row: (typeof rows)[number]) =>
    row.testimonyId !== null && withheldTestimonies.has(row.testimonyId);
  return {
    released: rows.filter((row) => !stays(row)),
    withheld: rows
      .filter(stays)
      .map((row): WithheldItem => ({ kind: "statement", code: row.code, ...FROM_WITHHELD })),
    withheldIds: new Set(rows.filter(stays).map((row) => row.id)),
  };
}

async function releasedFindings(ctx: AskContext, caseId: string, withheldStatements: ReadonlySet<string>) {
  const rows = await allOfCase(ctx, findings, caseId, isNull(findings.retractedAt));
  const current = rows.filter((row) => row.status !== "superseded" && row.status !== "withdrawn");
  const judged = current.map((row) => {
    const restsOnWithheld = row.witnessSet.some((id) => withheldStatements.has(id));
    return { row, why: whyFindingStays({ status: row.status, restsOnWithheld }) };
  });
  return {
    released: judged.flatMap(({ row, why }) => (why ? [] : [row])),
    withheld: judged.flatMap(({ row, why }): WithheldItem[] =>
      why ? [{ kind: "finding", code: row.code, ...why }] : [],
    ),
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

/** Ids of testimonies that stay now: for asking the release rules again at each download. */
export async function nowStaying({ read, scope }: Pick<AskContext, "read" | "scope">, caseId: string) {
  const released: ("yes" | "not_needed")[] = ["yes", "not_needed"];
  const rows = await read
    .select({ id: testimonies.id })
    .from(testimonies)
    .where(
      and(
        scope.cases(testimonies.caseId, "case.read"),
        eq(testimonies.caseId, caseId),
        or(
          isNotNull(testimonies.retractedAt),
          isNull(testimonies.acceptedNumber),
          notInArray(testimonies.consentInternal, released),
          notInArray(testimonies.consentExport, released),
        ),
      ),
    );
  return rows.map(({ id }) => id);
}
