import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { aSource } from "#lib/testing/specimens/sources.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendVictim } from "./commands/amend-victim.ts";
import { recordVictim } from "./commands/record-victim.ts";
import { retractVictim } from "./commands/retract-victim.ts";
import { listVictims } from "./queries/list-victims.ts";
import { readVictim } from "./queries/read-victim.ts";
import { suggestVictims } from "./queries/suggest-victims.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  const { accountId } = world.person("investigator");
  const membership = { caseId: world.otherCaseId, accountId, role: "investigator" as const, expiresAt: null };
  await world.do("administrator", admitMember, membership);
});
afterAll(() => world.close());

const fields = {
  kind: "person" as "person" | "group",
  label: "Man who worked an orchard",
  ageBand: "adult" as const,
  sex: "male" as const,
  outcome: null as "killed" | null,
  incidentId: null as string | null,
  sourceId: null as string | null,
  note: null,
};
const record = (more: Partial<typeof fields> = {}) =>
  world.do("investigator", recordVictim, { ...fields, caseId: world.caseId, ...more });
const list = async (more: object = {}) =>
  (await world.ask("reviewer", listVictims, { caseId: world.caseId, page: {}, ...more })).rows;

describe("victims", () => {
  it("show the incident and the source they are recorded under, or that there is none", async () => {
    const incident = await anIncident(world);
    const source = await aSource(world);
    const { id } = await record({ incidentId: incident.id, sourceId: source.id });
    const alone = await record();
    expect(await world.ask("reviewer", readVictim, { victimId: id })).toMatchObject({
      incident: { id: incident.id, code: incident.code },
      source: { id: source.id, code: source.code },
      outcome: null,
    });
    expect(await world.ask("reviewer", readVictim, { victimId: alone.id })).toMatchObject({
      incident: null,
      source: null,
    });
    expect((await list({ incidentId: incident.id })).map((row) => row.id)).toEqual([id]);
    expect((await list()).find((row) => row.id === id)?.incident?.code).toBe(incident.code);
    expect((await list()).find((row) => row.id === alone.id)?.incident).toBeNull();
  });

  it("never point into another case, even for someone who is in both", async () => {
    const elsewhere = await anIncident({ ...world, caseId: world.otherCaseId });
    const source = await aSource({ ...world, caseId: world.otherCaseId });
    await expect(record({ incidentId: elsewhere.id })).rejects.toBeInstanceOf(NotFound);
    await expect(record({ sourceId: source.id })).rejects.toBeInstanceOf(NotFound);
    const { id, version } = await record();
    const change = { ...fields, victimId: id, version, incidentId: elsewhere.id };
    await expect(world.do("investigator", amendVictim, change)).rejects.toBeInstanceOf(NotFound);
  });

  it("are narrowed by kind and by what became of them", async () => {
    const group = await record({ kind: "group", label: "Families of the quarter" });
    const killed = await record({ outcome: "killed" });
    expect((await list({ kind: "group" })).map((row) => row.id)).toEqual([group.id]);
    expect((await list({ outcome: "killed" })).map((row) => row.id)).toEqual([killed.id]);
  });

  it("are found by description or code, and after a retraction only read", async () => {
    const { id, version, code } = await record({ label: "Woman of the upper terrace" });
    const suggest = async (text: string) =>
      (await world.ask("investigator", suggestVictims, { caseId: world.caseId, text })).options.map(
        (one) => one.id,
      );
    expect(await suggest("UPPER terrace")).toEqual([id]);
    expect(await suggest(code)).toEqual([id]);
    await world.do("investigator", retractVictim, { victimId: id, version, reason: "the same as another" });
    expect(await suggest(code)).toEqual([]);
    expect((await list()).map((row) => row.id)).not.toContain(id);
    expect(await world.ask("reviewer", readVictim, { victimId: id })).toMatchObject({
      retractionReason: "the same as another",
      may: { write: false },
    });
  });
});
