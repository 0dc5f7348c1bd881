import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents, notFoundTallies } from "#db/schema/index.ts";
import * as schema from "#db/schema/index.ts";
import { caseRoles, ownRole, rolesWith } from "#lib/access/permissions.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import type { Caller } from "#lib/core/caller.ts";
import type { Command } from "#lib/core/command.ts";
import { execute } from "#lib/core/execute.ts";
import { Conflict, Invalid, NotFound, Refused } from "#lib/core/refusals.ts";
import { commands } from "#lib/registry.ts";
import { inThisLane } from "./testing/lane.ts";
import { commandSpecimens } from "./testing/specimens/index.ts";
import { aWorld, MARKER, type World } from "./testing/world.ts";

let world: World;

const eventsSince = async (seq: number): Promise<AuditEvent[]> => {
  const rows = await world.fresh.store.read
    .select({ seq: auditEvents.seq, body: auditEvents.body })
    .from(auditEvents);
  return rows
    .filter((row) => row.seq > seq)
    .toSorted((a, b) => a.seq - b.seq)
    .map((row) => JSON.parse(row.body) as AuditEvent);
};
const lastSeq = async () => (await eventsSince(0)).length;

/** Every row of every table, so that "nothing was written" means nothing at all. */
async function everything(except: string[] = []): Promise<string> {
  const dump: Record<string, unknown[]> = {};
  for (const table of Object.values<unknown>(schema).filter(isTable)) {
    const name = getTableName(table);
    if (except.includes(name)) continue;
    const rows: unknown[] = await world.fresh.store.read.select().from(table);
    dump[name] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return JSON.stringify(dump);
}
const isTable = (value: unknown): value is PgTable =>
  typeof value === "object" && value !== null && "getSQL" in value;

const refusal = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => null,
    (error: unknown) => error,
  );

/** What names the record, its version or why it is changed; a case's own id is never among what is amended. */
const NOT_OF_THE_RECORD =
  /^(version|reason|(testimony|witness|victim|incident|actor|place|source|link|figure|media|proceeding|timelineNote|allegation|statement|dependency|finding|comment|case|tag|savedView)Id)$/;

const rightful = (as: (typeof commandSpecimens)[number]["as"]): Caller =>
  as === "setup" ? { kind: "setup" } : world.person(as);

describe("the contract of every command", () => {
  it("has a specimen for each, and none for what is not registered", () => {
    expect(commandSpecimens.map((one) => one.command.name).toSorted()).toEqual(
      commands.map((one) => one.name).toSorted(),
    );
  });

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
      untouched = await everything();
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
      expect(await everything()).toBe(untouched);
    });

    it("refuses a stale version, if it takes one", async () => {
      if (typeof input["version"] !== "number") return;
      const error = await refusal(execute(verb, caller(), { ...input, version: input["version"] + 7 }));
      expect(error).toBeInstanceOf(Conflict);
      expect(await everything()).toBe(untouched);
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
      expect(await everything()).toBe(untouched);
    });

    it("refuses a stranger as if nothing were there, and records it", async () => {
      if (specimen.as === "setup") return; // before the first run there are no strangers
      const before = await lastSeq();
      if (rolesWith(verb.permission).includes(ownRole)) {
        // what concerns only oneself is everyone's, and is done to nobody else
        if (!specimen.noSubject) {
          expect(await refusal(execute(verb, world.person("stranger"), input))).toBeInstanceOf(NotFound);
          return;
        }
        await execute(verb, world.person("stranger"), input);
        expect((await eventsSince(before)).map((event) => event.actor_role)).toEqual([ownRole]);
        return;
      }
      const error = await refusal(execute(verb, world.person("stranger"), input));
      expect(error).toBeInstanceOf(specimen.noSubject ? Refused : NotFound);
      const [event, ...more] = await eventsSince(before);
      expect(more).toEqual([]);
      expect(event).toMatchObject({ act: verb.name, dec: "deny" });
    });

    it("refuses a member whose role lacks the permission, and records it", async () => {
      if (specimen.as === "setup" || rolesWith(verb.permission).includes(ownRole)) return;
      const unfit = caseRoles.filter((role) => !rolesWith(verb.permission).includes(role));
      for (const role of unfit) {
        world.pass(61_000);
        const before = await lastSeq();
        const error = await refusal(execute(verb, world.person(role), input));
        const sees = specimen.noSubject || rolesWith(verb.sight).includes(role);
        expect(error, role).toBeInstanceOf(sees ? Refused : NotFound);
        expect((await eventsSince(before)).map((event) => event.dec)).toEqual(["deny"]);
      }
    });

    it("does its work once, with exactly one entry that keeps what was typed to itself, however often it is sent", async () => {
      const before = await lastSeq();
      const first = await execute(verb, caller(), input, "one-human-act");
      const events = await eventsSince(before);
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
      const state = await everything();
      expect(await execute(verb, caller(), input, "one-human-act")).toEqual(first);
      expect(await everything()).toBe(state);
    });
  });

  it("counts repeated not-found answers of one person into one event a minute", async () => {
    world = await aWorld();
    const specimen = commandSpecimens.find((one) => one.command.name === "place.amend");
    const input = await specimen?.input(world);
    const before = await lastSeq();
    const knock = () => refusal(execute(specimen?.command as Command, world.person("stranger"), input));
    for (let n = 0; n < 25; n++) await knock();
    expect(await eventsSince(before)).toHaveLength(1);
    const [tally] = await world.fresh.store.read.select().from(notFoundTallies);
    expect(tally?.count).toBe(24);
    world.pass(61_000);
    await knock();
    expect((await eventsSince(before)).at(-1)).toMatchObject({ dec: "deny", repeats: 24 });
    await world.close();
  });
});
