import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditDetails, auditEvents, commentTexts, notices, receipts } from "#db/schema/index.ts";
import { retractIncident } from "#lib/incidents/commands/retract-incident.ts";
import { aComment } from "#lib/testing/specimens/comments.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { amendComment } from "./commands/amend-comment.ts";
import { retractComment } from "./commands/retract-comment.ts";
import { writeComment } from "./commands/write-comment.ts";
import { listComments } from "./queries/list-comments.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const say = (as: PersonKey, recordId: string, body: string, more: object = {}) =>
  world.do(as, writeComment, { recordId, body, visibility: "team", mentions: [], ...more });
const heard = async (as: PersonKey, recordId: string, visibility: "team" | "own" = "team") =>
  (await world.ask(as, listComments, { recordId, visibility, page: {} })).rows;

describe("a comment", () => {
  it("stands at its record, newest first, in pages, and begins where a link leads", async () => {
    const { id: recordId } = await anIncident(world);
    const said = [];
    for (let n = 1; n <= 5; n++) {
      said.push(await say("investigator", recordId, `number ${n}`));
      world.pass(1_000);
    }
    const ask = (more: object) =>
      world.ask("reviewer", listComments, { recordId, visibility: "team", page: { size: 2 }, ...more });
    const first = await ask({});
    expect(first.rows.map(({ body }) => body)).toEqual(["number 5", "number 4"]);
    const second = await ask({ page: { size: 2, after: first.next! } });
    expect(second.rows.map(({ body }) => body)).toEqual(["number 3", "number 2"]);
    expect((await ask({ from: said[1]!.id })).rows.map(({ body }) => body)).toEqual(["number 2", "number 1"]);
  });

  it("is changed and taken back by its author alone, and what stood before is kept", async () => {
    const { id: commentId, version, recordId } = await aComment(world);
    const change = { commentId, version, body: "at one", mentions: [] };
    await expect(world.do("reviewer", amendComment, change)).rejects.toThrow("comment.of_another");
    await world.do("investigator", amendComment, change);
    await expect(world.do("investigator", amendComment, change)).rejects.toMatchObject({
      rule: "stale",
      current: { body: "at one" },
    });
    expect(await heard("reviewer", recordId)).toMatchObject([{ body: "at one", isAmended: true }]);
    const kept = await world.fresh.store.read
      .select({ body: commentTexts.body, number: commentTexts.number })
      .from(commentTexts);
    expect(kept).toEqual([{ body: world.marked("the gate was closed at noon"), number: 1 }]);
    const gone = { commentId, version: 2 };
    await expect(world.do("reviewer", retractComment, gone)).rejects.toThrow("comment.of_another");
    await world.do("investigator", retractComment, gone);
    expect(await heard("reviewer", recordId)).toMatchObject([{ body: null, isAmended: false }]);
    await expect(world.do("investigator", amendComment, { ...change, version: 3 })).rejects.toThrow(
      "record.retracted",
    );
  });

  it("for oneself is seen by its author alone, answers nobody else's question, and calls nobody", async () => {
    const { id: recordId } = await anIncident(world);
    const { id } = await say("investigator", recordId, "ask again", { visibility: "own" });
    expect(await heard("investigator", recordId, "own")).toHaveLength(1);
    expect(await heard("investigator2", recordId, "own")).toEqual([]);
    expect(await heard("investigator2", recordId)).toEqual([]);
    await expect(say("investigator2", recordId, "what?", { replyToId: id })).rejects.toThrow("not found");
    const called = { visibility: "own", mentions: [world.person("reviewer").accountId] };
    await expect(say("investigator", recordId, "and you", called)).rejects.toMatchObject({
      fields: [{ path: "mentions", code: "mention_in_own" }],
    });
  });

  it("calls only those who may read the record, and says which name does not fit", async () => {
    const { id: recordId } = await anIncident(world);
    for (const person of ["stranger", "newcomer", "auditor"] as const) {
      const mentions = [world.person("reviewer").accountId, world.person(person).accountId];
      await expect(say("investigator", recordId, "look", { mentions }), person).rejects.toMatchObject({
        fields: [{ path: "mentions.1", code: "not_a_member" }],
      });
    }
    const kinds = await world.fresh.store.read.select({ kind: notices.kind }).from(notices);
    expect(kinds.filter(({ kind }) => kind !== "admitted")).toEqual([]);
  });

  it("is not added to what was retracted, nor to another record's talk", async () => {
    const [incident, other] = [await anIncident(world), await anIncident(world)];
    const { id } = await say("investigator", other.id, "here");
    await expect(say("investigator", incident.id, "there", { replyToId: id })).rejects.toThrow(
      "comment.of_another_record",
    );
    const { id: incidentId, version } = incident;
    await world.do("investigator", retractIncident, { incidentId, version, reason: "recorded twice" });
    await expect(say("investigator", incident.id, "still")).rejects.toThrow("record.retracted");
  });

  it("leaves its words in no entry of the log, in no notice and in no receipt", async () => {
    const { id: commentId, version, recordId } = await aComment(world, { mentions: ["reviewer"] });
    await world.do("investigator", amendComment, {
      commentId,
      version,
      body: world.marked("a name"),
      mentions: [],
    });
    await say("reviewer", recordId, world.marked("an answer"), { replyToId: commentId });
    const { read } = world.fresh.store;
    const kept = JSON.stringify([
      await read.select({ body: auditEvents.body }).from(auditEvents),
      await read.select().from(notices),
      await read.select().from(receipts),
    ]);
    expect(kept).not.toContain(world.marked("").trim());
    const acts = await read.select({ seq: auditEvents.seq, act: auditEvents.act }).from(auditEvents);
    const ours = new Set(acts.filter(({ act }) => act.startsWith("comment.")).map(({ seq }) => seq));
    const details = await read.select({ seq: auditDetails.seq }).from(auditDetails);
    expect(ours.size).toBe(3);
    expect(details.filter(({ seq }) => ours.has(seq))).toEqual([]);
  });
});
