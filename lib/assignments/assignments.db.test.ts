import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { readDesk } from "#lib/cases/queries/read-desk.ts";
import { anAssignment } from "#lib/testing/specimens/assignments.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { assignRecord } from "./commands/assign-record.ts";
import { endAssignment } from "./commands/end-assignment.ts";
import { assignmentOf } from "./queries/assignment-of.ts";
import { listMyAssignments } from "./queries/list-my-assignments.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const give = (recordId: string, to: PersonKey, more: object = {}) =>
  world.do("investigator", assignRecord, { recordId, assigneeId: world.person(to).accountId, ...more });
const mine = (person: PersonKey) => world.ask(person, listMyAssignments, { page: {} });
const seen = (recordId: string) => world.ask("investigator", assignmentOf, { recordId });

async function leaves(person: PersonKey): Promise<void> {
  const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
  for (const { id: memberId, version, accountId } of rows)
    if (accountId === world.person(person).accountId)
      await world.do("administrator", endMembership, { memberId, version, reason: "term is over" });
}

describe("giving a record to somebody", () => {
  it("shows it at the record and at their desk, the first due day first, and leaves no more than one holder", async () => {
    const [late, soon, open] = [await anIncident(world), await anIncident(world), await aWitness(world)];
    await give(late.id, "reviewer", { dueOn: "2031-05-01" });
    await give(open.id, "reviewer");
    await give(soon.id, "reviewer", { dueOn: "2031-02-19", note: "the dates" });
    const { rows, total } = await mine("reviewer");
    expect(total).toBe(3);
    expect(rows.map(({ recordId }) => recordId)).toEqual([soon.id, late.id, open.id]);
    expect(rows[0]).toMatchObject({ isOverdue: false, note: "the dates", record: { code: soon.code } });
    const { cases } = await world.ask("reviewer", readDesk, {});
    expect(cases.flatMap(({ tasks }) => tasks)).toContainEqual({ task: "assigned", count: 3 });
    await give(soon.id, "reviewer2");
    expect((await mine("reviewer")).total).toBe(2);
    expect(await seen(soon.id)).toMatchObject({
      current: { assignee: "Demo reviewer2", isMember: true },
      earlier: [{ assignee: "Demo reviewer", ending: "replaced" }],
    });
  });

  it("pages by key through what shares a day", async () => {
    for (let n = 0; n < 5; n++) await give((await anIncident(world)).id, "reviewer", { dueOn: "2031-05-01" });
    const first = await world.ask("reviewer", listMyAssignments, { page: { size: 3 } });
    const second = await world.ask("reviewer", listMyAssignments, { page: { size: 3, after: first.next! } });
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(5);
    expect(second.next).toBeNull();
  });

  it("goes to members alone, and tells an outsider from nobody no more than from anybody", async () => {
    const { id } = await anIncident(world);
    const refused = { fields: [{ path: "assigneeId", code: "not_a_member" }] };
    for (const person of ["stranger", "newcomer", "administrator"] as const)
      await expect(give(id, person), person).rejects.toMatchObject(refused);
    const assigneeId = `${world.person("reviewer").accountId.slice(0, -6)}AbSeNt`;
    await expect(world.do("investigator", assignRecord, { recordId: id, assigneeId })).rejects.toMatchObject(
      refused,
    );
    await expect(give(id, "reviewer", { dueOn: "2031-02-30" })).rejects.toMatchObject({
      fields: [{ path: "dueOn", code: "not_a_day" }],
    });
  });

  it("does not overwrite what a colleague decided meanwhile", async () => {
    const { id } = await anIncident(world);
    await give(id, "reviewer", { replacesId: null });
    await expect(give(id, "reviewer2", { replacesId: null })).rejects.toThrow("assignment.moved_on");
    const { current } = await seen(id);
    await give(id, "reviewer2", { replacesId: current!.id });
    await expect(give(id, "reviewer2")).rejects.toThrow("assignment.held");
  });
});

describe("ending an assignment", () => {
  it("is done by anybody in the case; only its holder hands it back, and neither twice", async () => {
    const { id: assignmentId, version } = await anAssignment(world, "reviewer");
    const end = (as: PersonKey, ending: "done" | "handed_back", at = version) =>
      world.do(as, endAssignment, { assignmentId, version: at, ending });
    await expect(end("investigator", "handed_back")).rejects.toThrow("assignment.of_another");
    await end("reviewer", "handed_back");
    await expect(end("investigator", "done", version + 1)).rejects.toThrow("assignment.ended");
    expect((await mine("reviewer")).total).toBe(0);
  });

  it("says of a holder who left that they are no member, and shows them nothing any more", async () => {
    const { recordId } = await anAssignment(world, "reviewer");
    await leaves("reviewer");
    expect((await seen(recordId)).current).toMatchObject({ assignee: "Demo reviewer", isMember: false });
    expect(await mine("reviewer")).toMatchObject({ rows: [], total: 0 });
    expect((await world.ask("reviewer", readDesk, {})).cases).toEqual([]);
  });
});
