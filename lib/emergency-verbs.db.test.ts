/** What an emergency opens, verb by verb: every question that reads a case and leaves its trace, and not one command. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emergencyRole, ownRole, rolesWith } from "#lib/access/permissions.ts";
import { ask } from "#lib/core/ask.ts";
import { rehearse } from "#lib/core/rehearse.ts";
import { endEmergency } from "#lib/emergencies/commands/end-emergency.ts";
import { reviewEmergency } from "#lib/emergencies/commands/review-emergency.ts";
import { closedTo } from "./testing/apart.ts";
import { eventsSince, lastSeq } from "./testing/everything.ts";
import { inThisLane } from "./testing/lane.ts";
import { anEmergency } from "./testing/specimens/emergencies.ts";
import { commandSpecimens, querySpecimens } from "./testing/specimens/index.ts";
import { soundOf } from "./testing/verdict.ts";
import { aWorld, type World } from "./testing/world.ts";

const lane = process.env["ATTEST_LONG"];
const ofEmergencies = (name: string) => name.startsWith("emergency.");
/** A session is begun by somebody who has none. */
const questions = inThisLane(querySpecimens, lane).filter(({ query }) => !ofEmergencies(query.name));
const acts = inThisLane(commandSpecimens, lane).filter(
  ({ command, as }) => as !== "setup" && !ofEmergencies(command.name),
);

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** Does something while the world's case is open to whoever is on call, and closes and reviews it. */
async function inAnEmergency<T>(work: () => Promise<T>): Promise<T> {
  const opened = await anEmergency(world);
  const done = await work();
  const { version } = await world.do("on_call", endEmergency, opened);
  const found = { verdict: "justified", note: "an exercise" } as const;
  await world.do("protection_officer", reviewEmergency, { ...opened, version, ...found });
  return done;
}

describe("in an emergency", () => {
  it.each(questions.map((one) => [one.query.name, one] as const))(
    "the question %s",
    async (name, specimen) => {
      world.pass(61_000);
      const { query } = specimen;
      const input = await specimen.input(world);
      const asked = async () => soundOf(ask(query, world.person("on_call"), input));
      const before = await asked();
      const { heard, events } = await inAnEmergency(async () => {
        const seq = await lastSeq(world);
        const sound = await asked();
        return { heard: sound, events: (await eventsSince(world, seq)).filter(({ dec }) => dec === "allow") };
      });
      const opens = rolesWith(query.permission).includes(emergencyRole);
      if (!opens) {
        // What is seen at all may be refused by name now, where it was absent.
        expect([before, "Refused role.missing"]).toContain(heard);
        if (!rolesWith(query.permission).includes(ownRole)) expect(events).toEqual([]);
        return;
      }
      const onCall = { who: "on call", caller: world.person("on_call"), roles: [], live: true };
      if ((await closedTo(world, input))(onCall)) {
        // In a compartment for which nobody cleared them.
        expect([heard, events]).toEqual(["NotFound", []]);
        return;
      }
      expect(heard).toBe("answered");
      expect(events.map(({ act, actor_role, case: where }) => [act, actor_role, where])).toEqual([
        [name, emergencyRole, world.caseId],
      ]);
      if (namesARecord(input)) expect(events[0]?.obj, "which record").toMatch(/^[a-z]{1,2}_/);
    },
  );

  it.each(acts.map((one) => [one.command.name, one] as const))("not the command %s", async (_, specimen) => {
    world.pass(61_000);
    const { command } = specimen;
    const input = await specimen.input(world);
    const tried = async () => soundOf(rehearse(command, world.person("on_call"), input));
    const before = await tried();
    expect(before).not.toBe(rolesWith(command.permission).includes(ownRole) ? "" : "answered");
    expect(await inAnEmergency(tried)).toBe(before);
  });
});

const namesARecord = (input: Record<string, unknown>): boolean =>
  Object.keys(input).some((key) => key.endsWith("Id") && key !== "caseId");
