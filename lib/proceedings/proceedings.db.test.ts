import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import { anActor } from "#lib/testing/specimens/actors.ts";
import { aProceeding, aTimelineNote, proceedingFields } from "#lib/testing/specimens/proceedings.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendProceeding } from "./commands/amend-proceeding.ts";
import { recordTimelineNote } from "./commands/record-timeline-note.ts";
import { retractProceeding } from "./commands/retract-proceeding.ts";
import { retractTimelineNote } from "./commands/retract-timeline-note.ts";
import { listProceedings } from "./queries/list-proceedings.ts";
import { listTimelineNotes } from "./queries/list-timeline-notes.ts";
import { readProceeding } from "./queries/read-proceeding.ts";
import { suggestProceedings } from "./queries/suggest-proceedings.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  const { accountId } = world.person("investigator");
  const membership = { caseId: world.otherCaseId, accountId, role: "investigator" as const, expiresAt: null };
  await world.do("administrator", admitMember, membership);
});
afterAll(() => world.close());

const read = (proceedingId: string) => world.ask("reviewer", readProceeding, { proceedingId });
const list = (more: object) =>
  world.ask("reviewer", listProceedings, { caseId: world.caseId, page: {}, ...more });

describe("proceedings and responses", () => {
  it("belong to the family of their kind, also when the kind is corrected", async () => {
    const { id, version } = await aProceeding(world, { kind: "trial", status: "ongoing" });
    expect(await read(id)).toMatchObject({ family: "proceeding" });
    const fields = await proceedingFields(world, { kind: "appeal", status: "answered" });
    await world.do("investigator", amendProceeding, { ...fields, proceedingId: id, version });
    expect(await read(id)).toMatchObject({ family: "response", kind: "appeal", status: "answered" });
  });

  it("refuse a status of the other family", async () => {
    const refused = { fields: [{ path: "status", code: "bad_choice" }] };
    await expect(aProceeding(world, { kind: "appeal", status: "ongoing" })).rejects.toMatchObject(refused);
    await expect(aProceeding(world, { kind: "trial", status: "call_made" })).rejects.toMatchObject(refused);
  });

  it("show their body and what they are a step of, or that there is none", async () => {
    const parent = await aProceeding(world, { kind: "trial", status: null, title: "The trial" });
    const body = await anActor(world);
    const { id } = await aProceeding(world, { parentId: parent.id, bodyActorId: body.id });
    expect(await read(id)).toMatchObject({
      parent: { id: parent.id, code: parent.code, title: "The trial" },
      body: { id: body.id, code: body.code },
      may: { write: false },
    });
    const alone = await aProceeding(world, { bodyActorId: null });
    expect(await read(alone.id)).toMatchObject({ parent: null, body: null });
    const asLegalOfficer = await world.ask("legal_officer", readProceeding, { proceedingId: id });
    expect(asLegalOfficer.may).toEqual({ write: true });
  });

  it("are never a step of themselves, however long the way round", async () => {
    const trial = await aProceeding(world);
    const hearing = await aProceeding(world, { parentId: trial.id });
    const sitting = await aProceeding(world, { parentId: hearing.id });
    const under = async (parentId: string) => {
      const fields = await proceedingFields(world, { parentId });
      return world.do("investigator", amendProceeding, { ...fields, proceedingId: trial.id, version: 1 });
    };
    for (const { id } of [trial, hearing, sitting]) {
      await expect(under(id)).rejects.toMatchObject({
        fields: [{ path: "parentId", code: "own_descendant" }],
      });
    }
    await expect(under(sitting.id)).rejects.toBeInstanceOf(Invalid);
    await under((await aProceeding(world)).id);
  });

  it("never point into another case, even for someone who is in both", async () => {
    const elsewhere = { ...world, caseId: world.otherCaseId };
    const bodyActorId = (await anActor(elsewhere)).id;
    await expect(aProceeding(world, { bodyActorId })).rejects.toBeInstanceOf(NotFound);
    const parentId = (await aProceeding(elsewhere)).id;
    await expect(aProceeding(world, { parentId })).rejects.toBeInstanceOf(NotFound);
  });

  it("are listed by date, family and kind; a retracted one is read and not listed", async () => {
    const late = await aProceeding(world, { kind: "risk_alert", status: "issued", heldEdtf: "2031-06" });
    const early = await aProceeding(world, { kind: "risk_alert", status: "issued", heldEdtf: "2031-05" });
    const { rows, total } = await list({ kind: "risk_alert" });
    expect([rows.map(({ id }) => id), total]).toEqual([[early.id, late.id], 2]);
    expect((await list({ family: "proceeding", kind: "risk_alert" })).rows).toEqual([]);
    expect((await list({ family: "response" })).rows.every(({ family }) => family === "response")).toBe(true);
    const retraction = { proceedingId: early.id, version: early.version, reason: "never held" };
    await world.do("legal_officer", retractProceeding, retraction);
    expect((await list({ kind: "risk_alert" })).rows.map(({ id }) => id)).toEqual([late.id]);
    expect(await read(early.id)).toMatchObject({ retractionReason: "never held", may: { write: false } });
  });

  it("are found by title, summary and code", async () => {
    const { id, code } = await aProceeding(world, { title: "Second sitting", summary: "Adjourned at noon" });
    for (const text of ["SECOND", "at noon", code]) {
      const { options } = await world.ask("investigator", suggestProceedings, { caseId: world.caseId, text });
      expect(options, text).toEqual([{ id, code, label: "Second sitting", labelAr: null }]);
    }
  });
});

describe("timeline notes", () => {
  it("come by date, those of no date last, and are gone from the list when taken back", async () => {
    const note = (title: string, notedEdtf: string | null) =>
      world.do("investigator", recordTimelineNote, {
        caseId: world.caseId,
        title,
        notedEdtf,
        body: "context",
      });
    await note("undated", null);
    await note("later", "2031-04");
    const { id, version } = await note("mistaken", "2031-03");
    await note("earlier", "2030-12");
    await aTimelineNote(world);
    const titles = async () => {
      const { rows } = await world.ask("reviewer", listTimelineNotes, { caseId: world.caseId, page: {} });
      return rows.map(({ title }) => title);
    };
    expect(await titles()).toEqual([
      "earlier",
      world.marked("before the event"),
      "mistaken",
      "later",
      "undated",
    ]);
    await world.do("legal_officer", retractTimelineNote, {
      timelineNoteId: id,
      version,
      reason: "wrong month",
    });
    expect(await titles()).not.toContain("mistaken");
  });

  it("say who may write them", async () => {
    const may = async (as: "investigator" | "reviewer") =>
      (await world.ask(as, listTimelineNotes, { caseId: world.caseId, page: {} })).may;
    expect([await may("investigator"), await may("reviewer")]).toEqual([{ write: true }, { write: false }]);
  });
});
