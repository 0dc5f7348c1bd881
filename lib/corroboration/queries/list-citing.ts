import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { allegations, evidenceLinks, findings, statements, testimonies } from "#db/schema/index.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { RecordId, type RecordNoun } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { CitingKind, type CitingLine } from "../vocabulary.ts";

/**
 * What rests on a record without a link of its own: allegations that name it or that its statements speak to, findings
 * on those, and accounts taken at it. A page and a count of each; with `by`, of that one alone. Newest first.
 */
export const listCiting = query({
  name: "evidence.citing",
  input: z.strictObject({ recordId: RecordId, by: CitingKind.optional(), page: PageInput }),
  permission: "evidence.read",
  async run(ctx, { recordId, by, page }) {
    const record = await findCaseRecord(ctx, recordId);
    const groups = [];
    for (const kind of CITED_BY[record.noun] ?? []) {
      if (by === undefined || by === kind) groups.push({ kind, ...(await READ[kind](ctx, record, page)) });
    }
    return { record: { id: record.id, code: record.code, noun: record.noun, caseId: record.caseId }, groups };
  },
});

/** By what each noun can be cited; for the other nouns the page shows it in parts of its own. */
const CITED_BY: Partial<Record<RecordNoun, readonly CitingKind[]>> = {
  actor: ["allegation", "finding"],
  victim: ["allegation", "finding"],
  place: ["allegation", "finding", "testimony"],
  media: ["allegation", "finding"],
  figure: ["allegation", "finding"],
  testimony: ["allegation", "finding"],
};

type Cited = Awaited<ReturnType<typeof findCaseRecord>>;

const READ = { allegation: readAllegations, finding: readFindings, testimony: readTestimonies } as const;

/** Where an allegation names the record itself. */
const NAMED_IN: Partial<Record<RecordNoun, AnyPgColumn>> = {
  actor: allegations.actorId,
  victim: allegations.victimId,
  place: allegations.placeId,
};

/** From what statements are cut. */
const CUT_FROM: Partial<Record<RecordNoun, AnyPgColumn>> = {
  testimony: statements.testimonyId,
  media: statements.mediaId,
  figure: statements.figureId,
};

/** Allegations of the record's case that name it, or that statements cut from it speak to. */
function concerning({ read }: AskContext, { noun, id, caseId }: Cited): SQL | undefined {
  const inCase = and(eq(allegations.caseId, caseId), isNull(allegations.retractedAt));
  const named = NAMED_IN[noun];
  if (named) return and(inCase, eq(named, id));
  const spoken = read
    .select({ id: evidenceLinks.allegationId })
    .from(evidenceLinks)
    .innerJoin(statements, eq(statements.id, evidenceLinks.statementId))
    .where(
      and(
        eq(CUT_FROM[noun] ?? statements.id, id),
        isNull(statements.retractedAt),
        isNull(evidenceLinks.retractedAt),
      ),
    );
  return and(inCase, inArray(allegations.id, spoken));
}

async function readAllegations(ctx: AskContext, record: Cited, page: PageInput) {
  const where = and(ctx.scope.cases(allegations.caseId, "allegation.read"), concerning(ctx, record));
  const keys = keyset(page, "desc", allegations.createdAt, allegations.id);
  const rows = await ctx.read
    .select({
      id: allegations.id,
      code: allegations.code,
      label: allegations.wording,
      edtf: allegations.occurredEdtf,
      createdAt: allegations.createdAt,
    })
    .from(allegations)
    .where(and(where, keys.where))
    .orderBy(...keys.orderBy)
    .limit(keys.limit);
  const lines = rows.map((row): CitingLine => ({ ...row, facet: null, status: null }));
  return { count: await countUpTo(ctx.read, allegations, where), ...paged(page, lines, keyOf) };
}

async function readFindings(ctx: AskContext, record: Cited, page: PageInput) {
  const named = ctx.read.select({ id: allegations.id }).from(allegations).where(concerning(ctx, record));
  const where = and(
    ctx.scope.cases(findings.caseId, "finding.read"),
    inArray(findings.allegationId, named),
    isNull(findings.retractedAt),
  );
  const keys = keyset(page, "desc", findings.createdAt, findings.id);
  const rows = await ctx.read
    .select({
      id: findings.id,
      code: findings.code,
      facet: findings.facet,
      status: findings.status,
      createdAt: findings.createdAt,
    })
    .from(findings)
    .where(and(where, keys.where))
    .orderBy(...keys.orderBy)
    .limit(keys.limit);
  const lines = rows.map((row): CitingLine => ({ ...row, label: "", edtf: null }));
  return { count: await countUpTo(ctx.read, findings, where), ...paged(page, lines, keyOf) };
}

async function readTestimonies(ctx: AskContext, record: Cited, page: PageInput) {
  const where = and(
    ctx.scope.cases(testimonies.caseId, "testimony.read"),
    eq(testimonies.caseId, record.caseId),
    eq(testimonies.takenPlaceId, record.id),
    isNull(testimonies.retractedAt),
  );
  const keys = keyset(page, "desc", testimonies.createdAt, testimonies.id);
  const rows = await ctx.read
    .select({
      id: testimonies.id,
      code: testimonies.code,
      label: testimonies.title,
      edtf: testimonies.takenEdtf,
      createdAt: testimonies.createdAt,
    })
    .from(testimonies)
    .where(and(where, keys.where))
    .orderBy(...keys.orderBy)
    .limit(keys.limit);
  const lines = rows.map((row): CitingLine => ({ ...row, facet: null, status: null }));
  return { count: await countUpTo(ctx.read, testimonies, where), ...paged(page, lines, keyOf) };
}

const keyOf = ({ createdAt, id }: CitingLine) => ({ key: createdAt, id });
