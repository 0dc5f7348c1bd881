import type { AskContext } from "#lib/core/query.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { ledgerOf } from "#lib/consent/find/ledger.ts";
import { deletedAt } from "#lib/retention/find/retention.ts";
import { newestReading } from "#lib/third-persons/find.ts";
import { z } from "zod";
import { attachmentsOf, findTestimony, findVersion, partiesTo, type Testimony, versionsOf } from "../find.ts";
import { lacksReferral } from "../find/referral.ts";
import { asEntered, statedBy } from "../find/stated.ts";
import { whyNotDecide } from "../policy.ts";
import { unansweredIn } from "../rules.ts";
import { TestimonyId } from "../vocabulary.ts";

/** One testimony whole: a version with its facts and text, all versions' histories, people present, files. Its reading is logged. */
export const readTestimony = query({
  name: "testimony.read",
  input: z.strictObject({ testimonyId: TestimonyId, number: z.number().int().min(1).optional() }),
  permission: "testimony.read",
  async run(ctx, { testimonyId, number }) {
    const testimony = await findTestimony(ctx, testimonyId);
    const versions = await versionsOf(ctx, testimonyId);
    const listed = versions.find((version) => version.number === (number ?? testimony.versionNumber));
    if (!listed) throw new NotFound();
    const shown = await findVersion(ctx, testimonyId, listed.number);
    const stated = await statedBy(ctx, shown);
    return {
      testimony,
      version: { ...listed, paragraphs: shown.paragraphs },
      /** The facts as the version that was asked for states them. */
      stated,
      entered: asEntered(shown, stated),
      versions,
      /** Who else is in it, as it was read last, beside the version that counts: the accepted one, or the newest while none is. */
      others: await othersIn(ctx, testimony),
      /** When its words were deleted, in ms since 1970, or null. */
      deletedAt: testimony.retractedAt === null ? null : await deletedAt(ctx.read, testimonyId),
      attachments: await attachmentsOf(ctx, testimonyId),
      may: await mayDo(ctx, testimony, stated.form),
      /** What has to be answered before the draft can be handed in, by the names of its form. */
      unanswered: listed.stage === "draft" ? unansweredIn(testimony.kind, shown.facts) : [],
      /** Help was taken up, and nobody has recorded what became of it. */
      lacksReferral:
        listed.stage === "draft" &&
        ctx.scope.roleFor("testimony.write", testimony.caseId) !== null &&
        (await lacksReferral(ctx, testimony.kind, shown.facts)),
    };
  },
  traceOf: ({ testimony }) => ({
    caseId: testimony.caseId,
    object: { id: testimony.id, version: testimony.version },
  }),
});

/** How many others an account was found to have in it; who they are is asked for by itself. */
async function othersIn({ read }: AskContext, { id, kind, acceptedNumber, versionNumber }: Testimony) {
  const reading = await newestReading(read, id);
  const persons = reading?.persons ?? [];
  return {
    isPublished: kind === "published_account",
    countsNumber: acceptedNumber ?? versionNumber,
    readNumber: reading?.testimonyNumber ?? null,
    count: persons.length,
    undecided: persons.filter(({ decision }) => decision === "undecided").length,
  };
}

/** What this caller may do now; the same conditions hold in the commands. */
async function mayDo(ctx: AskContext, testimony: Testimony, form: string) {
  const { scope } = ctx;
  const { caseId, stage } = testimony;
  const stands = testimony.retractedAt === null;
  const writes = stands && scope.roleFor("testimony.write", caseId) !== null;
  const takesFull = scope.roleFor("testimony.takeFull", caseId) !== null;
  const decides = stands && stage === "submitted" && scope.roleFor("testimony.decide", caseId) !== null;
  return {
    copy: scope.roleFor("testimony.copy", caseId) !== null,
    save: writes && stage === "draft" && (form !== "full_statement" || takesFull),
    takeFull: takesFull,
    submit: writes && stage === "draft",
    amend: writes && (stage === "accepted" || stage === "returned"),
    retract: writes,
    attach: writes,
    link: stands && scope.roleFor("link.write", caseId) !== null,
    cut: stands && scope.roleFor("statement.write", caseId) !== null,
    setConsent:
      stands &&
      testimony.kind !== "published_account" &&
      scope.roleFor("testimony.consent", caseId) !== null &&
      // Once the person has a ledger, these answers follow from it.
      (testimony.witnessId === null || (await ledgerOf(ctx.read, testimony.witnessId)).length === 0),
    decide: decides,
    whyNotDecide: decides ? whyNotDecide(scope.humanId, await partiesTo(ctx, testimony.id)) : null,
  };
}

export type TestimonyAnswer = Awaited<ReturnType<typeof readTestimony.run>>;
