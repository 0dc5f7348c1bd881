import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { readDesk } from "#lib/cases/queries/read-desk.ts";
import { aPlacedTestimony } from "#lib/testing/specimens/compartments.ts";
import { askedToDelete, aTakenBackTestimony, held } from "#lib/testing/specimens/retention.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { approveDeletion } from "./commands/approve-deletion.ts";
import { classifyTestimony } from "./commands/classify-testimony.ts";
import { liftHold } from "./commands/lift-hold.ts";
import { refuseDeletion } from "./commands/refuse-deletion.ts";
import { requestDeletion } from "./commands/request-deletion.ts";
import { setTerm } from "./commands/set-term.ts";
import { listDue } from "./queries/list-due.ts";
import { readRetention } from "./queries/read-retention.ts";
import { readTestimonyRetention } from "./queries/read-testimony-retention.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const due = async (as: "legal_officer" | "protection_officer" = "legal_officer") => {
  const { rows, total } = await world.ask(as, listDue, { caseId: world.caseId, page: {} });
  expect(total).toBe(rows.length);
  return rows.map(({ id, next }) => [id, next]);
};
const reason = "as was agreed";
const approve = (deletionId: string, as: "legal_officer" | "legal_officer2" = "legal_officer2") =>
  world.do(as, approveDeletion, { deletionId, version: 1 });
const byHand = (statement: string) =>
  world.fresh.directSql(statement).then(
    () => "done",
    (error: unknown) => ruleOfTrigger(error) ?? error,
  );

describe("an account is due to be deleted", () => {
  it("once the term of its class is over and not a moment before, and never where it is kept", async () => {
    const { caseId } = world;
    const short = await aTestimony(world);
    world.pass(1);
    const standard = await aTestimony(world);
    const kept = await aTestimony(world);
    const say = (testimonyId: string, retentionClass: "short" | "kept") =>
      world.do("legal_officer", classifyTestimony, { testimonyId, retentionClass, reason, seen: 0 });
    await say(short.id, "short");
    await say(kept.id, "kept");
    await world.do("legal_officer", setTerm, {
      caseId,
      retentionClass: "short",
      months: 3,
      reason,
      seen: 0,
    });
    const dueAt = async (testimonyId: string) =>
      (await world.ask("reviewer", readTestimonyRetention, { testimonyId })).dueAt;
    const first = (await dueAt(short.id)) ?? 0;
    world.pass(first - world.now() - 1);
    expect(await due()).toEqual([]);
    world.pass(1);
    expect(await due()).toEqual([[short.id, "in_use"]]);
    world.pass(((await dueAt(standard.id)) ?? 0) - world.now());
    expect(await due()).toEqual([
      [short.id, "in_use"],
      [standard.id, "in_use"],
    ]);
    expect(await dueAt(kept.id)).toBeNull();
  });

  it("and not before that is a ground to ask for it, nor while it is in use", async () => {
    const { id: testimonyId, version } = await aTestimony(world);
    expect(await soundOf(askedToDelete(world, testimonyId))).toBe("Conflict deletion.in_use");
    await world.do("investigator", retractTestimony, { testimonyId, version, reason });
    expect(await soundOf(askedToDelete(world, testimonyId, "due"))).toBe("Conflict deletion.not_due");
    world.pass(121 * 31 * 86_400_000);
    expect(await due()).toEqual([[testimonyId, "ready"]]);
    await askedToDelete(world, testimonyId, "due");
    expect(await due()).toEqual([[testimonyId, "waits"]]);
    expect(await soundOf(askedToDelete(world, testimonyId, "due"))).toBe("Conflict deletion.waits");
    const { requests } = await world.ask("reviewer", readTestimonyRetention, { testimonyId });
    await world.do("legal_officer", classifyTestimony, {
      testimonyId,
      retentionClass: "kept",
      reason,
      seen: 0,
    });
    expect(await soundOf(approve(requests[0]?.id ?? ""))).toBe("Conflict deletion.not_due");
  });

  it("only to those who may see it, like its hold and the request to delete it", async () => {
    const { recordId: testimonyId } = await aPlacedTestimony(world);
    const { version } = (await world.ask("protection_officer", readTestimony, { testimonyId })).testimony;
    await world.do("protection_officer", classifyTestimony, {
      testimonyId,
      retentionClass: "short",
      reason,
      seen: 0,
    });
    expect(await soundOf(held(world, testimonyId))).toBe("NotFound");
    world.pass(25 * 31 * 86_400_000);
    expect(await due("protection_officer")).toEqual([[testimonyId, "in_use"]]);
    expect(await due()).toEqual([]);
    expect(await soundOf(askedToDelete(world, testimonyId))).toBe("NotFound");
    expect(version).toBeGreaterThan(0);
  });
});

describe("a legal hold wins", () => {
  it.each(["of the account", "of its case"])("over a request and over a yes: the hold %s", async (whose) => {
    const { id: testimonyId } = await aTakenBackTestimony(world);
    const { id: deletionId } = await askedToDelete(world, testimonyId);
    const { id: holdId } = await held(world, whose === "of its case" ? null : testimonyId);
    expect(await soundOf(approve(deletionId))).toBe("Conflict deletion.held");
    expect(
      await byHand(
        `update deletions set version = 2, status = 'approved', decided_at = 1, decided_by_human_id = '${world.person("legal_officer2").humanId}' where id = '${deletionId}'`,
      ),
    ).toBe("deletion.held");
    const other = await aTakenBackTestimony(world);
    expect(await soundOf(askedToDelete(world, other.id))).toBe(
      whose === "of its case" ? "Conflict deletion.held" : "answered",
    );
    await world.do("legal_officer", liftHold, { holdId, version: 1, reason });
    expect(await soundOf(world.do("legal_officer", liftHold, { holdId, version: 2, reason }))).toBe(
      "Conflict hold.lifted",
    );
    expect(await soundOf(approve(deletionId))).toBe("answered");
  });
});

describe("a deletion", () => {
  it("takes two people, also past the program, and can be refused and asked for again", async () => {
    const { id: testimonyId } = await aTakenBackTestimony(world);
    const { id: deletionId } = await askedToDelete(world, testimonyId);
    expect(await soundOf(approve(deletionId, "legal_officer"))).toBe("Refused deletion.second_person");
    expect(
      await byHand(
        `update deletions set version = 2, status = 'approved', decided_at = 1, decided_by_human_id = requested_by_human_id where id = '${deletionId}'`,
      ),
    ).toBe("deletion.second_person");
    await world.do("senior_reviewer", refuseDeletion, { deletionId, version: 1, reason });
    expect(await soundOf(approve(deletionId))).toBe("Conflict deletion.decided");
    world.pass(1);
    const mine = await askedToDelete(world, testimonyId);
    await world.do("legal_officer", refuseDeletion, { deletionId: mine.id, version: 1, reason });
    world.pass(1);
    const again = await world.do("protection_officer", requestDeletion, {
      testimonyId,
      ground: "mistake",
      reason,
    });
    const { requests, may } = await world.ask("legal_officer", readTestimonyRetention, { testimonyId });
    expect(requests.map(({ status }) => status)).toEqual(["waiting", "refused", "refused"]);
    expect(may).toMatchObject({ approve: true, request: false });
    const onDesk = async (as: "legal_officer" | "protection_officer") =>
      (await world.ask(as, readDesk, {})).cases.flatMap(({ tasks }) => tasks);
    expect(await onDesk("legal_officer")).toEqual([{ task: "deletion_decision", count: 1 }]);
    expect(await onDesk("protection_officer")).toEqual([]);
    expect(await soundOf(approve(again.id, "legal_officer"))).toBe("answered");
    const { waiting } = await world.ask("legal_officer", readRetention, { caseId: world.caseId });
    expect(waiting).toEqual([]);
  });
});
