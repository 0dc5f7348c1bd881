import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { accounts, caseMembers, places, sessions } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { execute } from "#lib/core/execute.ts";
import { newId } from "#lib/core/ids.ts";
import { NotFound, Refused } from "#lib/core/refusals.ts";
import { retractPlace } from "#lib/places/commands/retract-place.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, type World } from "#lib/testing/world.ts";

let world: World;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** Retracts a place, takes something from whoever asks, and retracts another, all in one act. */
const retractAround = (taken: (ctx: RunContext) => Promise<unknown>) =>
  command({
    name: "test.retract_around",
    input: z.strictObject({ caseId: z.string(), before: z.string(), after: z.string() }),
    permission: "place.write",
    sight: "case.read",
    load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
    async run(ctx, { before, after }) {
      await ctx.run(retractPlace, { placeId: before, version: 1, reason: "First of two." });
      await taken(ctx);
      await ctx.run(retractPlace, { placeId: after, version: 1, reason: "Second of two." });
      return { result: "done", entry: {} };
    },
  });

async function retractTwoAround(taken: (ctx: RunContext) => Promise<unknown>) {
  const [before, after] = [(await aPlace(world)).id, (await aPlace(world)).id];
  const verb = retractAround(taken);
  const done = world.do("investigator", verb, { caseId: world.caseId, before, after });
  const standing = async () => {
    const rows = await world.fresh.store.read
      .select()
      .from(places)
      .where(eq(places.retractionReason, "First of two."));
    return rows.every(({ id }) => id !== before);
  };
  return { done, standing };
}

it("an act that keeps its rights does all that it consists of", async () => {
  const { done, standing } = await retractTwoAround(async () => undefined);
  await expect(done).resolves.toBe("done");
  expect(await standing()).toBe(false);
});

it("a role that ends within an act is gone for what is left of it, and nothing of the act stays", async () => {
  const { done, standing } = await retractTwoAround(async (ctx) => {
    const mine = await ctx.read
      .select()
      .from(caseMembers)
      .where(eq(caseMembers.accountId, ctx.scope.accountId));
    for (const one of mine) await ctx.write.amend(caseMembers, one.id, one.version, { endedAt: ctx.now });
  });
  await expect(done).rejects.toThrow(NotFound);
  expect(await standing()).toBe(true);
});

it("a role that runs out within an act is gone for what is left of it", async () => {
  const between = await aPlace(world);
  const { done, standing } = await retractTwoAround(async (ctx) => {
    const mine = await ctx.read
      .select()
      .from(caseMembers)
      .where(eq(caseMembers.accountId, ctx.scope.accountId));
    for (const one of mine)
      await ctx.write.amend(caseMembers, one.id, one.version, { expiresAt: ctx.now + 1_000 });
    await ctx.run(retractPlace, { placeId: between.id, version: 1, reason: "While it lasts." });
    world.pass(1_000);
  });
  await expect(done).rejects.toThrow(NotFound);
  expect(await standing()).toBe(true);
});

it("a session that ends within an act does no more in it", async () => {
  const { accountId } = world.person("investigator");
  const expiresAt = world.now() + 3_600_000;
  const session = {
    id: newId("session"),
    accountId,
    createdAt: world.now(),
    seenAt: world.now(),
    expiresAt,
  };
  await world.fresh.store.transact((tx) => tx.insert(sessions).values(session));
  const [before, after] = [(await aPlace(world)).id, (await aPlace(world)).id];
  const verb = retractAround(async ({ books }) => {
    await books.update(sessions).set({ revokedAt: world.now() }).where(eq(sessions.id, session.id));
  });
  const caller = { ...world.person("investigator"), session: session.id };
  await expect(execute(verb, caller, { caseId: world.caseId, before, after })).rejects.toThrow(Refused);
});

it("an account that is disabled within an act does no more in it", async () => {
  const { done, standing } = await retractTwoAround(async (ctx) => {
    const [account] = await ctx.read.select().from(accounts).where(eq(accounts.id, ctx.scope.accountId));
    await ctx.write.amend(accounts, ctx.scope.accountId, account?.version ?? 0, { status: "disabled" });
  });
  await expect(done).rejects.toThrow(Refused);
  expect(await standing()).toBe(true);
});
