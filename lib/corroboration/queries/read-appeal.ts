import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { allegations, humans } from "#db/schema/index.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { seatsOf, versionAfter } from "../find/appeals.ts";
import { type AppealRow, involvedIn, vacantSeats } from "../find/panels.ts";
import { findAppeal, findFinding } from "../find/records.ts";
import { isReplaced, whyNotTakeSeat, whyNotVote } from "../policy/appeal.ts";
import { answer } from "../policy/finding.ts";
import { isOverride } from "../rules/appeal.ts";
import { AppealId } from "../vocabulary.ts";

/**
 * An appeal with the version it is against, its panel and what follows. How the members voted is shown once both have: until
 * then each sees their own vote alone, and nobody's leads the other's.
 */
export const readAppeal = query({
  name: "appeal.read",
  input: z.strictObject({ appealId: AppealId }),
  permission: "appeal.read",
  async run(ctx, { appealId }) {
    const { read, scope } = ctx;
    const appeal = await findAppeal(ctx, appealId);
    const finding = await findFinding(ctx, appeal.findingId);
    const [allegation] = await read
      .select({ id: allegations.id, code: allegations.code, wording: allegations.wording })
      .from(allegations)
      .where(eq(allegations.id, finding.allegationId));
    const involved = await involvedIn(ctx, finding, appeal);
    const vacant = await vacantSeats(ctx, appeal, involved);
    const hears = scope.roleFor("appeal.hear", appeal.caseId) !== null;
    const asked = { conflict: "no" as const, vacant, involved };
    const { id, code, version, caseId, ground, groundWords, reasons, state, createdAt, decidedAt } = appeal;
    const { determination, standard, ceiling, conclusion, facet, number, status } = finding;
    return {
      appeal: { id, code, version, caseId, ground, groundWords, reasons, state, createdAt, decidedAt },
      appellantName: await nameOf(ctx, appeal.appellantHumanId),
      finding: {
        id: finding.id,
        code: finding.code,
        facet,
        number,
        status,
        conclusion,
        determination,
        standard,
        ceiling,
        isOverride: isOverride(finding),
      },
      allegation: allegation ?? null,
      panel: await panelOf(ctx, appeal),
      /** The version that followed: the panel's own, or the draft that went back to its author. */
      next: await versionAfter(read, appeal),
      isReplaced: decidedAt === null && isReplaced(finding),
      may: {
        takeSeat: answer(hears, whyNotTakeSeat(appeal, finding, scope.humanId, asked)),
        vote: answer(hears, whyNotVote(appeal, finding, scope.humanId, involved)),
      },
    };
  },
  traceOf: ({ appeal }) => ({ caseId: appeal.caseId, object: { id: appeal.id, version: appeal.version } }),
});

export type AppealAnswer = Awaited<ReturnType<typeof readAppeal.run>>;

async function panelOf({ read, scope }: AskContext, appeal: AppealRow) {
  const seats = seatsOf(appeal);
  const rows = await read
    .select({ id: humans.id, name: humans.displayName })
    .from(humans)
    .where(
      inArray(
        humans.id,
        seats.flatMap(({ humanId }) => humanId ?? []),
      ),
    );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return seats.map(({ place, humanId, outcome, determination, standard, reasons, votedAt }) => {
    const isMine = humanId === scope.humanId;
    const isShown = votedAt !== null && (appeal.decidedAt !== null || isMine);
    return {
      place,
      name: humanId === null ? null : (names.get(humanId) ?? null),
      isMine,
      votedAt,
      vote: isShown ? { outcome, determination, standard, reasons } : null,
    };
  });
}

async function nameOf({ read }: AskContext, humanId: string): Promise<string | null> {
  const [row] = await read.select({ name: humans.displayName }).from(humans).where(eq(humans.id, humanId));
  return row?.name ?? null;
}
