import { testimonies, testimonyPeople, testimonyVersions } from "#db/schema/index.ts";
import type { Outcome, RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand, type Saved } from "#lib/core/outcome.ts";
import { findVersion, humansWhoTookPart, peoplePresent, type resolvePeople, type Testimony } from "./find.ts";
import { mustBeAnotherThanThoseInvolved } from "./policy.ts";
import { mustAwaitDecision } from "./rules.ts";

/** Decides on the newest version, which waits for it: the part that accepting and returning share. */
export async function decideOnVersion(
  ctx: RunContext,
  testimony: Testimony,
  version: number,
  decision: { stage: "accepted" | "returned"; comment: string | null },
): Promise<Outcome<Saved>> {
  mustStand(testimony);
  mustAwaitDecision(testimony.stage);
  const submitted = await findVersion(ctx, testimony.id, testimony.versionNumber);
  const { humanId } = ctx.scope;
  const tookPartHumanIds = await humansWhoTookPart(ctx, testimony.id);
  mustBeAnotherThanThoseInvolved(humanId, { authorHumanId: submitted.authorHumanId, tookPartHumanIds });
  const { stage, comment } = decision;
  const after = await ctx.write.amend(testimonies, testimony.id, version, {
    stage,
    updatedAt: ctx.now,
    ...(stage === "accepted" ? { acceptedNumber: submitted.number } : {}),
  });
  await ctx.write.amend(testimonyVersions, submitted.id, submitted.version, {
    stage,
    comment,
    decidedAt: ctx.now,
    decidedByHumanId: humanId,
  });
  const { id, code } = after;
  return {
    result: { id, code, version: after.version },
    entry: { object: { id, version: after.version }, detail: { number: submitted.number, comment } },
  };
}

/** Brings the record of those present to what was entered: others are ended, new ones added, nothing is deleted. */
export async function writePeople(
  ctx: RunContext,
  testimony: { id: string; caseId: string },
  entered: Awaited<ReturnType<typeof resolvePeople>>,
) {
  const keyOf = (one: { role: string; humanId: string | null; description: string | null }) =>
    JSON.stringify([one.role, one.humanId, one.description]);
  const present = await peoplePresent(ctx, testimony.id);
  const wanted = new Set(entered.map(keyOf));
  const kept = new Set(present.map(keyOf));
  for (const one of present) {
    if (!wanted.has(keyOf(one)))
      await ctx.write.amend(testimonyPeople, one.id, one.version, { endedAt: ctx.now });
  }
  for (const one of entered) {
    if (kept.has(keyOf(one))) continue;
    await ctx.write.insert(testimonyPeople, {
      id: newId("person"),
      caseId: testimony.caseId,
      testimonyId: testimony.id,
      ...one,
    });
    kept.add(keyOf(one));
  }
}
