import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "#lib/core/ask.ts";
import { queries } from "./registry.ts";
import { eventsSince, lastSeq } from "./testing/everything.ts";
import { inThisLane } from "./testing/lane.ts";
import { querySpecimens } from "./testing/specimens/index.ts";
import { aWorld, MARKER, type World } from "./testing/world.ts";

/** What shows protected material, or the names behind the log. By hand, so that no trace is dropped unseen. */
const TRACED = [
  "appeal.read",
  "audit.copy",
  "audit.excerpt",
  "audit.export",
  "audit.list",
  "audit.patterns",
  "audit.read",
  "audit.verifyNow",
  "breach.list",
  "consent.read",
  "contact.read",
  "contact.readPlan",
  "contradiction.accounts",
  "contradiction.read",
  "export.assemble",
  "factor.recoveryCodes",
  "finding.read",
  "history.read",
  "identity.listReveals",
  "identity.read",
  "identity.readRevealed",
  "identity.seek",
  "invitation.link",
  "pseudonymKey.assemble",
  "referral.list",
  "retention.read",
  "retention.readTestimony",
  "risk.read",
  "search.find",
  "statement.read",
  "talk.list",
  "testimony.compare",
  "testimony.print",
  "testimony.read",
  "testimony.readAttachment",
  "testimony.readPersons",
  "victimList.readNames",
  "witness.read",
];

// What leaves an entry is decided above the database.
describe.runIf(process.env["ATTEST_TEST_DIALECT"] !== "postgres")("what is logged of a question", () => {
  it("is an entry for all that shows protected material, and for nothing else", () => {
    const traced = queries.filter(({ traceOf }) => traceOf !== undefined);
    expect(traced.map(({ name }) => name).toSorted()).toEqual(TRACED);
  });

  it("is tried with every question", () => {
    const tried = new Set(querySpecimens.map(({ query }) => query.name));
    expect(queries.filter(({ name }) => !tried.has(name)).map(({ name }) => name)).toEqual([]);
  });

  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  // What a command leaves stands in lib/contract.db.test.ts.
  it.each(
    inThisLane(querySpecimens, process.env["ATTEST_LONG"]).map((one) => [one.query.name, one] as const),
  )("leaves of %s what the list says, written before it is answered", async (name, { query, as, input }) => {
    const asked = await input(world);
    const before = await lastSeq(world);
    await ask(query, world.person(as), asked);
    const events = await eventsSince(world, before);
    expect(events.map(({ act, dec }) => [act, dec])).toEqual(TRACED.includes(name) ? [[name, "allow"]] : []);
    expect(JSON.stringify(events)).not.toContain(MARKER);
  });
});
