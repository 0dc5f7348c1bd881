import { eq, type SQL } from "drizzle-orm";
import { sources, testimonies, testimonyVersions, witnesses } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { corroborationOfTestimonies } from "#lib/corroboration/find.ts";
import { listPage } from "#lib/core/list-page.ts";
import { type Keyset, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { testimonyList } from "../find/listing.ts";
import { isNewestVersion } from "../find/newest.ts";
import { testimonyFilters } from "../vocabulary.ts";

/** Testimonies of a case by the date they were taken; undated last. */
export const listTestimonies = query({
  name: "testimony.list",
  input: z.strictObject({
    caseId: CaseId,
    ...testimonyFilters,
    direction: z.enum(["asc", "desc"]).default("desc"),
    page: PageInput,
  }),
  permission: "testimony.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const shown = await listPage(
      ctx,
      testimonyList,
      { caseId, filters, direction, page },
      testimonies.takenSort,
      pageOf,
      (row) => ({ key: row.takenSort, id: row.id }),
    );
    const ids = shown.rows.map((row) => row.id);
    const status = await corroborationOfTestimonies(ctx.read, ids, ctx.scope.closed(caseId));
    const rowsShown = shown.rows.map((row) => ({
      ...row,
      corroboration: status.get(row.id) ?? "not_assessed",
    }));
    return { ...shown, rows: rowsShown };
  },
});

const pageOf = (from: Pick<Reader, "select">, where: SQL | undefined, keys: Keyset) =>
  from
    .select({
      id: testimonies.id,
      code: testimonies.code,
      kind: testimonies.kind,
      title: testimonies.title,
      voice: testimonies.voice,
      takenEdtf: testimonies.takenEdtf,
      takenSort: testimonies.takenSort,
      stage: testimonies.stage,
      versionNumber: testimonies.versionNumber,
      consentInternal: testimonies.consentInternal,
      consentExport: testimonies.consentExport,
      updatedAt: testimonies.updatedAt,
      witnessCode: witnesses.code,
      sourceName: sources.name,
      sourceNameAr: sources.nameAr,
      originalLanguage: testimonyVersions.originalLanguage,
      textBasis: testimonyVersions.textBasis,
    })
    .from(testimonies)
    .innerJoin(testimonyVersions, isNewestVersion())
    .leftJoin(witnesses, eq(witnesses.id, testimonies.witnessId))
    .leftJoin(sources, eq(sources.id, testimonies.sourceId))
    .where(where)
    .orderBy(...keys.orderBy)
    .limit(keys.limit);
