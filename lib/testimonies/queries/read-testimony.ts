import { and, eq, getTableColumns } from "drizzle-orm";
import { places, sources, testimonies, testimonyVersions, witnesses } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { attachmentsOf, humansWhoTookPart, peopleOf, publishersOf, versionsOf } from "../find.ts";
import { whyNotDecide } from "../policy.ts";
import { TestimonyId } from "../vocabulary.ts";

/** One testimony whole: facts, the newest version, all versions' histories, people present, files. Its reading is logged. */
export const readTestimony = query({
  name: "testimony.read",
  input: z.strictObject({ testimonyId: TestimonyId, number: z.number().int().min(1).optional() }),
  permission: "testimony.read",
  async run(ctx, { testimonyId, number }) {
    const { read, scope } = ctx;
    const [found] = await read
      .select({
        testimony: getTableColumns(testimonies),
        witnessCode: witnesses.code,
        sourceCode: sources.code,
        sourceName: sources.name,
        sourceNameAr: sources.nameAr,
        placeCode: places.code,
        placeName: places.name,
        placeNameAr: places.nameAr,
        placePrecision: places.precision,
      })
      .from(testimonies)
      .leftJoin(witnesses, eq(witnesses.id, testimonies.witnessId))
      .leftJoin(sources, eq(sources.id, testimonies.sourceId))
      .leftJoin(places, eq(places.id, testimonies.takenPlaceId))
      .where(and(eq(testimonies.id, testimonyId), scope.cases(testimonies.caseId)));
    if (!found) throw new NotFound();
    const { testimony, ...named } = found;
    const versions = await versionsOf(ctx, testimonyId);
    const shown = versions.find((version) => version.number === (number ?? testimony.versionNumber));
    if (!shown) throw new NotFound();
    const [text] = await read
      .select({ paragraphs: testimonyVersions.paragraphs })
      .from(testimonyVersions)
      .where(and(eq(testimonyVersions.testimonyId, testimonyId), eq(testimonyVersions.number, shown.number)));
    return {
      testimony,
      ...named,
      publishers: await publishersOf(ctx, testimony.publisherIds),
      version: { ...shown, paragraphs: text?.paragraphs ?? [] },
      versions,
      people: await peopleOf(ctx, testimonyId),
      attachments: await attachmentsOf(ctx, testimonyId),
      may: await mayDo(ctx, testimony, versions),
    };
  },
  traceOf: ({ testimony }) => ({
    caseId: testimony.caseId,
    object: { id: testimony.id, version: testimony.version },
  }),
});

/** What this caller may do now; the same conditions hold in the commands. */
async function mayDo(
  ctx: AskContext,
  testimony: typeof testimonies.$inferSelect,
  versions: { number: number; authorHumanId: string }[],
) {
  const { scope } = ctx;
  const { caseId, stage } = testimony;
  const stands = testimony.retractedAt === null;
  const writes = stands && scope.roleFor("testimony.write", caseId) !== null;
  const newest = versions.find((version) => version.number === testimony.versionNumber);
  const decides = stands && stage === "submitted" && scope.roleFor("testimony.decide", caseId) !== null;
  const facts = {
    authorHumanId: newest?.authorHumanId ?? "",
    tookPartHumanIds: await humansWhoTookPart(ctx, testimony.id),
  };
  return {
    save: writes && stage === "draft",
    submit: writes && stage === "draft",
    amend: writes && (stage === "accepted" || stage === "returned"),
    retract: writes,
    attach: writes,
    link: stands && scope.roleFor("link.write", caseId) !== null,
    cut: stands && scope.roleFor("statement.write", caseId) !== null,
    setConsent:
      stands && testimony.kind !== "published_account" && scope.roleFor("testimony.consent", caseId) !== null,
    decide: decides,
    whyNotDecide: decides ? whyNotDecide(scope.humanId, facts) : null,
  };
}

export type TestimonyAnswer = Awaited<ReturnType<typeof readTestimony.run>>;
