import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readMarks } from "#db/schema/index.ts";
import { endAssignment } from "#lib/assignments/commands/end-assignment.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { writeComment } from "#lib/comments/commands/write-comment.ts";
import { listComments } from "#lib/comments/queries/list-comments.ts";
import { contestFinding } from "#lib/corroboration/commands/contest-finding.ts";
import { tellEnding } from "#lib/exports/jobs.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { returnTestimony } from "#lib/testimonies/commands/return-testimony.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import { anAssignment } from "#lib/testing/specimens/assignments.ts";
import { aComment } from "#lib/testing/specimens/comments.ts";
import { aSupportedAllegation } from "#lib/testing/specimens/corroboration.ts";
import { aReadyExport } from "#lib/testing/specimens/exports.ts";
import { approved } from "#lib/testing/specimens/findings.ts";
import { aSubmittedTestimony, aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { forgetOld, markRead, markSeen } from "./acts.ts";
import { countUnread } from "./queries/count-unread.ts";
import { listNotices } from "./queries/list-notices.ts";
import { sinceSeen } from "./queries/since-seen.ts";
import { unreadOfRecords } from "./queries/unread-of-records.ts";

const DAY_MS = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const told = async (person: PersonKey) =>
  (await world.ask(person, listNotices, { page: {} })).rows.filter(({ kind }) => kind !== "admitted");
const kinds = async (person: PersonKey) => (await told(person)).map(({ kind }) => kind);
const unread = (person: PersonKey) => world.ask(person, countUnread, {});

async function leaves(person: PersonKey): Promise<void> {
  const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
  for (const { id: memberId, version, accountId } of rows)
    if (accountId === world.person(person).accountId)
      await world.do("administrator", endMembership, { memberId, version, reason: "term is over" });
}

describe("what somebody is told", () => {
  it("is that they were admitted", async () => {
    const { rows } = await world.ask("reviewer", listNotices, { page: {} });
    expect(rows).toMatchObject([{ kind: "admitted", noun: "case", by: "Demo administrator" }]);
  });

  it("is an assignment and its end, and nothing of one's own doing", async () => {
    const { id, version } = await anAssignment(world, "reviewer");
    expect(await told("reviewer")).toMatchObject([
      { kind: "assigned", noun: "incident", by: "Demo investigator", readAt: null },
    ]);
    await world.do("reviewer", endAssignment, { assignmentId: id, version, ending: "done" });
    expect(await kinds("investigator")).toEqual(["assignment_ended"]);
    expect(await kinds("reviewer")).toEqual(["assigned"]);
  });

  it("is a mention, or else a comment on what they have, wrote or said; once for each comment", async () => {
    const { recordId } = await anAssignment(world, "reviewer");
    const { id } = await aComment(world, { recordId, mentions: ["reviewer"] });
    expect((await kinds("reviewer")).toSorted()).toEqual(["assigned", "mentioned"]);
    expect(await told("reviewer")).toContainEqual(expect.objectContaining({ anchorId: id }));
    const say = (as: PersonKey, replyToId: string | null) =>
      world.do(as, writeComment, { recordId, visibility: "team", body: "yes", mentions: [], replyToId });
    await say("senior_reviewer", id);
    expect(await kinds("investigator")).toEqual(["commented"]);
    expect((await kinds("reviewer")).toSorted()).toEqual(["assigned", "commented", "mentioned"]);
    expect(await kinds("senior_reviewer")).toEqual([]);
  });

  it("is what was decided on one's testimony and finding", async () => {
    const one = await aSubmittedTestimony(world);
    await world.do("reviewer", returnTestimony, {
      testimonyId: one.id,
      version: one.version,
      comment: "Who was there?",
    });
    const two = await aSubmittedTestimony(world);
    await world.do("reviewer", acceptTestimony, { testimonyId: two.id, version: two.version });
    expect((await kinds("investigator")).toSorted()).toEqual(["testimony_accepted", "testimony_returned"]);
    const { allegation } = await aSupportedAllegation(world);
    const { id, version } = await approved(world, allegation.id);
    await world.do("legal_officer", contestFinding, { findingId: id, version, reason: "two fires or one?" });
    expect(await kinds("investigator")).toEqual(
      expect.arrayContaining(["finding_approved", "finding_contested"]),
    );
  });

  it("is a review that waits, if it was given to them", async () => {
    const { id: testimonyId, version } = await aTestimony(world);
    await anAssignment(world, "reviewer", testimonyId);
    await world.do("investigator", submitTestimony, { testimonyId, version });
    expect((await kinds("reviewer")).toSorted()).toEqual(["assigned", "review_waiting"]);
    expect(await kinds("reviewer2")).toEqual([]);
  });

  it("is that an export of theirs is ready, and once that it runs out", async () => {
    await aReadyExport(world);
    expect(await kinds("legal_officer")).toEqual(["export_ready"]);
    await tellEnding();
    world.pass(5 * DAY_MS);
    await tellEnding();
    await tellEnding();
    expect(await kinds("legal_officer")).toEqual(["export_expiring", "export_ready"]);
    expect(await kinds("senior_reviewer")).toEqual([]);
  });
});

describe("notices", () => {
  it("mark the rows of a list that hold something unread, until the record was opened", async () => {
    const { recordId } = await aComment(world, { mentions: ["reviewer"] });
    const { recordId: other } = await aComment(world);
    const marks = (person: PersonKey) =>
      world.ask(person, unreadOfRecords, { caseId: world.caseId, recordIds: [recordId, other] });
    expect(await marks("reviewer")).toEqual({ ids: [recordId] });
    expect(await marks("reviewer2")).toEqual({ ids: [] });
    await markSeen(world.person("reviewer"), { recordId });
    expect(await marks("reviewer")).toEqual({ ids: [] });
  });

  it("say an act, a code and a name, and never what the record or the comment says", async () => {
    await aComment(world, { mentions: ["reviewer"] });
    const [notice] = await told("reviewer");
    expect(notice?.code).toMatch(/^I-/);
    const { case: _, ...said } = notice!;
    expect(JSON.stringify(said)).not.toContain(world.marked("").trim());
  });

  it("go with the case: who left reads none of them, and counts none", async () => {
    await aComment(world, { mentions: ["reviewer"] });
    expect(await unread("reviewer")).toEqual({ unread: 2, mentions: 1 });
    await leaves("reviewer");
    expect(await unread("reviewer")).toEqual({ unread: 0, mentions: 0 });
    expect((await world.ask("reviewer", listNotices, { page: {} })).rows).toEqual([]);
  });

  it("are marked as read by their owner alone: some, or all", async () => {
    await aComment(world, { mentions: ["reviewer"] });
    const [notice] = await told("reviewer");
    await markRead(world.person("reviewer2"), { ids: [notice!.id] });
    expect((await unread("reviewer")).unread).toBe(2);
    await markRead(world.person("reviewer"), { ids: [notice!.id] });
    expect(await unread("reviewer")).toEqual({ unread: 1, mentions: 0 });
    await markRead(world.person("reviewer"), { all: true });
    expect((await unread("reviewer")).unread).toBe(0);
    await expect(markRead(world.person("reviewer"), { ids: [] })).rejects.toThrow("ids");
  });

  it("are forgotten after a year, with the marks", async () => {
    const { recordId } = await aComment(world, { mentions: ["reviewer"] });
    await markSeen(world.person("reviewer2"), { recordId });
    world.pass(366 * DAY_MS);
    await forgetOld();
    expect((await world.ask("reviewer", listNotices, { page: {} })).rows).toEqual([]);
    expect(await world.fresh.store.read.select().from(readMarks)).toEqual([]);
  });
});

describe("since a record was last opened", () => {
  it("tells what others said, marks it new, and forgets it once it was seen", async () => {
    const { recordId } = await aComment(world, { mentions: ["reviewer"] });
    const since = () => world.ask("reviewer", sinceSeen, { recordId });
    const marks = async () =>
      (await world.ask("reviewer", listComments, { recordId, visibility: "team", page: {} })).rows.map(
        ({ isNew }) => isNew,
      );
    expect(await since()).toEqual({ seenAt: null, changed: false, comments: 1, toNote: true });
    world.pass(1_000);
    await markSeen(world.person("reviewer"), { recordId });
    expect(await since()).toEqual({ seenAt: world.now(), changed: false, comments: 0, toNote: false });
    expect((await unread("reviewer")).mentions).toBe(0);
    world.pass(1_000);
    await aComment(world, { recordId });
    expect(await since()).toMatchObject({ comments: 1, toNote: true });
    expect(await marks()).toEqual([true, false]);
  });

  it("cannot be noted by somebody who may not read it", async () => {
    const { recordId } = await aComment(world);
    await expect(markSeen(world.person("stranger"), { recordId })).rejects.toThrow("not found");
  });
});
