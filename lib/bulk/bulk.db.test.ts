import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tagsOfRecord } from "#lib/tags/queries/tags-of-record.ts";
import { recordIncident } from "#lib/incidents/commands/record-incident.ts";
import { retractIncident } from "#lib/incidents/commands/retract-incident.ts";
import { assignmentOf } from "#lib/assignments/queries/assignment-of.ts";
import { anIncident, incidentFields } from "#lib/testing/specimens/incidents.ts";
import { PLAIN_LINK } from "#lib/testing/specimens/links.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aTag } from "#lib/testing/specimens/tags.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { assignRecords } from "./commands/assign-records.ts";
import { linkRecords } from "./commands/link-records.ts";
import { tagRecords } from "./commands/tag-records.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const counts = { done: 0, already: 0, refused: 0, absent: 0, retracted: 0, conflict: 0 };
const nowhere = "i_0000000000000000000000";

async function threeIncidents() {
  const [one, two, gone] = [await anIncident(world), await anIncident(world), await anIncident(world)];
  await world.do("investigator", retractIncident, {
    incidentId: gone.id,
    version: gone.version,
    reason: "entered twice",
  });
  return { one, two, gone };
}

/** One that stands in a case of which nobody here knows. */
async function aHiddenIncident(): Promise<string> {
  const fields = incidentFields(world);
  const { id } = await world.do("stranger", recordIncident, { ...fields, caseId: world.otherCaseId });
  return id;
}

describe("one act on several records", () => {
  it("does what each permits, counts the rest, and never tells what is hidden from what is absent", async () => {
    const { one, two, gone } = await threeIncidents();
    const tagId = (await aTag(world)).id;
    const hidden = await aHiddenIncident();
    const put = (recordIds: string[]) =>
      world.do("reviewer", tagRecords, { caseId: world.caseId, recordIds, tagId, act: "put" });
    expect(await put([one.id])).toEqual({ ...counts, done: 1 });
    expect(await put([one.id, two.id, two.id, gone.id, nowhere, hidden])).toEqual({
      ...counts,
      done: 1,
      already: 1,
      retracted: 1,
      absent: 2,
    });
    const { tags } = await world.ask("investigator", tagsOfRecord, { recordId: two.id });
    expect(tags.map(({ id }) => id)).toEqual([tagId]);
  });

  it("links each to one other once, in the direction that was chosen", async () => {
    const { one, two } = await threeIncidents();
    const otherId = (await aPlace(world)).id;
    const link = () =>
      world.do("investigator", linkRecords, {
        ...PLAIN_LINK,
        caseId: world.caseId,
        recordIds: [one.id, two.id],
        kind: "incident_place",
        side: "from",
        otherId,
      });
    expect(await link()).toEqual({ ...counts, done: 2 });
    expect(await link()).toEqual({ ...counts, already: 2 });
  });

  it("assigns each, and refuses the whole when the colleague is no member", async () => {
    const { one, two } = await threeIncidents();
    const recordIds = [one.id, two.id];
    const assign = (assigneeId: string) =>
      world.do("investigator", assignRecords, { caseId: world.caseId, recordIds, assigneeId });
    await expect(assign(world.person("stranger").accountId)).rejects.toMatchObject({
      fields: [{ path: "assigneeId", code: "not_a_member" }],
    });
    expect((await world.ask("reviewer", assignmentOf, { recordId: one.id })).current).toBeNull();
    expect(await assign(world.person("reviewer").accountId)).toEqual({ ...counts, done: 2 });
  });

  it("takes no more than a page of them", async () => {
    const { one } = await threeIncidents();
    const tagId = (await aTag(world)).id;
    const recordIds = Array.from({ length: 101 }, () => one.id);
    await expect(
      world.do("reviewer", tagRecords, { caseId: world.caseId, recordIds, tagId, act: "put" }),
    ).rejects.toMatchObject({ fields: [{ path: "recordIds", code: "too_long" }] });
  });
});
