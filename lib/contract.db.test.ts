import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notFoundTallies } from "#db/schema/index.ts";
import type { Caller } from "#lib/core/caller.ts";
import type { Command } from "#lib/core/command.ts";
import { execute } from "#lib/core/execute.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import { eventsSince, everything, lastSeq } from "./testing/everything.ts";
import { inThisLane } from "./testing/lane.ts";
import { commandSpecimens } from "./testing/specimens/index.ts";
import { aWorld, MARKER, type World } from "./testing/world.ts";

let world: World;

const refusal = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => null,
    (error: unknown) => error,
  );

/** What names the record, its version or why it is changed; a case's own id is never among what is amended. */
const NOT_OF_THE_RECORD =
  /^(version|reason|(testimony|witness|victim|incident|actor|place|source|link|figure|media|proceeding|recipient|timelineNote|allegation|statement|dependency|sourceTie|finding|comment|case|tag|savedView)Id)$/;

const rightful = (as: (typeof commandSpecimens)[number]["as"]): Caller =>
  as === "setup" ? { kind: "setup" } : world.person(as);

/** Who may do it stands in lib/matrix.db.test.ts, that each has a specimen in lib/authorised.test.ts. */
describe("the contract of every command", () => {
  // One world a command, and the checks in this order: refusals first, as each must leave everything as it was.
  describe.each(
    inThisLane(commandSpecimens, process.env["ATTEST_LONG"]).map((one) => [one.command.name, one] as const),
  )("%s", (_, specimen) => {
    const verb: Command = specimen.command;
    const caller = () => rightful(specimen.as);
    let input: Record<string, unknown>;
    let untouched: string;

    beforeAll(async () => {
      world = await aWorld({ empty: specimen.as === "setup" });
      input = await specimen.input(world);
      untouched = await everything(world);
    });
    afterAll(() => world.close());

    it("refuses an unknown field and each missing one by name, writing nothing", async () => {
      const surplus = await refusal(execute(verb, caller(), { ...input, sneaked: 1 }));
      expect(surplus).toBeInstanceOf(Invalid);
      expect((surplus as Invalid).fields).toEqual([{ path: "sneaked", code: "unknown_field" }]);
      for (const name of Object.keys(input)) {
        const { [name]: _, ...rest } = input;
        if (verb.input.safeParse(rest).success) continue; // optional on purpose
        const missing = await refusal(execute(verb, caller(), rest));
        expect(missing).toBeInstanceOf(Invalid);
        expect((missing as Invalid).fields.map((field) => field.path)).toContain(name);
      }
      expect(await everything(world)).toBe(untouched);
    });

    it("refuses a stale version, if it takes one", async () => {
      if (typeof input["version"] !== "number") return;
      const error = await refusal(execute(verb, caller(), { ...input, version: input["version"] + 7 }));
      expect(error).toBeInstanceOf(Conflict);
      expect(await everything(world)).toBe(untouched);
      if (!/\.(amend|save)$/.test(verb.name)) return;
      // What the form would overwrite is told, all of it, or a person would write over what they never saw.
      const told = Object.keys((error as Conflict).current ?? {});
      const written = Object.keys(input).filter((name) => !NOT_OF_THE_RECORD.test(name));
      expect(told).toEqual(expect.arrayContaining(written));
    });

    it("leaves no row and no entry when it throws half-way", async () => {
      const broken: Command = {
        ...verb,
        async run(ctx, parsed, subject) {
          await verb.run(ctx, parsed, subject);
          throw new Error("the power went out");
        },
      };
      await expect(execute(broken, caller(), input)).rejects.toThrow("the power went out");
      expect(await everything(world)).toBe(untouched);
    });

    it("does its work once, with exactly one entry that keeps what was typed to itself, however often it is sent", async () => {
      const before = await lastSeq(world);
      const first = await execute(verb, caller(), input, "one-human-act");
      const events = await eventsSince(world, before);
      const own = events.filter((event) => event.act === verb.name);
      expect(own).toHaveLength(1);
      expect(own[0]?.dec).toBe("allow");
      expect(new Set(events.map((event) => event.req)).size).toBe(1);
      const log = JSON.stringify(events);
      expect(log).not.toContain(MARKER);
      for (const typed of Object.values(input).filter(
        (value) => typeof value === "string" && /\s/.test(value),
      )) {
        expect(log).not.toContain(typed);
      }
      if (specimen.as === "setup") return; // done once, setup itself is over
      const state = await everything(world);
      expect(await execute(verb, caller(), input, "one-human-act")).toEqual(first);
      expect(await everything(world)).toBe(state);
    });
  });

  it("counts repeated not-found answers of one person into one event a minute", async () => {
    world = await aWorld();
    const specimen = commandSpecimens.find((one) => one.command.name === "place.amend");
    const input = await specimen?.input(world);
    const before = await lastSeq(world);
    const knock = () => refusal(execute(specimen?.command as Command, world.person("stranger"), input));
    for (let n = 0; n < 25; n++) await knock();
    expect(await eventsSince(world, before)).toHaveLength(1);
    const [tally] = await world.fresh.store.read.select().from(notFoundTallies);
    expect(tally?.count).toBe(24);
    world.pass(61_000);
    await knock();
    expect((await eventsSince(world, before)).at(-1)).toMatchObject({ dec: "deny", repeats: 24 });
    await world.close();
  });
});
