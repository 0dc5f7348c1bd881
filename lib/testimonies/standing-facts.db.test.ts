import { signedSize } from "#lib/testing/signed-size.ts";
/** What was accepted stands, facts and text, until another version is accepted in its place. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testimonies, testimonyPeople } from "#db/schema/index.ts";
import { heardAs } from "#lib/imports/training/interviewed.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { sortOf } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { assembleDossier } from "#lib/exports/queries/assemble-dossier.ts";
import { anExport, mayLeave } from "#lib/testing/specimens/exports.ts";
import { anAcceptedTestimony, aTestimony, testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { acceptTestimony } from "./commands/accept-testimony.ts";
import { amendTestimony } from "./commands/amend-testimony.ts";
import { returnTestimony } from "./commands/return-testimony.ts";
import { saveTestimony } from "./commands/save-testimony.ts";
import { setConsent } from "./commands/set-consent.ts";
import { submitTestimony } from "./commands/submit-testimony.ts";
import { compareVersions } from "./queries/compare-versions.ts";
import { readTestimony } from "./queries/read-testimony.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const rowOf = async (id: string) => {
  const [row] = await world.fresh.store.read.select().from(testimonies).where(eq(testimonies.id, id));
  if (!row) throw new Error("no such testimony");
  return row;
};
const present = async (id: string) => {
  const rows = await world.fresh.store.read
    .select()
    .from(testimonyPeople)
    .where(eq(testimonyPeople.testimonyId, id));
  return rows.filter((row) => row.endedAt === null).map(({ role, description }) => description ?? role);
};
const allowed = async ({ id, version }: { id: string; version: number }) =>
  world.do("protection_officer", setConsent, {
    testimonyId: id,
    version,
    consentInternal: "yes",
    consentExport: "yes",
    reason: "in person",
  });

/** An accepted testimony with consent, and a draft of its second version that says everything otherwise. */
async function anAmendedTestimony() {
  const accepted = await allowed(await anAcceptedTestimony(world));
  const opened = await world.do("investigator", amendTestimony, {
    testimonyId: accepted.id,
    version: accepted.version,
    reason: "a mistake in the name",
  });
  const fields = await testimonyFields(world, {
    title: "another title",
    voice: "resident",
    basis: "B3",
    takenEdtf: "2032",
    heardBefore: heardAs("no"),
    people: [{ role: "interviewer", accountId: null, description: "a colleague of another house" }],
    paragraphs: [{ number: 1, original: "I was there.", translation: null }],
  });
  const drafted = await world.do("investigator", saveTestimony, {
    ...fields,
    testimonyId: accepted.id,
    version: opened.version,
  });
  return { ...drafted, witnessId: fields.witnessId };
}
const sent = ({ id, version }: { id: string; version: number }) =>
  world.do("investigator", submitTestimony, { testimonyId: id, version });

describe("the facts that stand", () => {
  it("are those of the accepted version while a draft says otherwise, and go out with its text", async () => {
    const before = await rowOf((await anAcceptedTestimony(world)).id);
    const drafted = await anAmendedTestimony();
    const row = await rowOf(drafted.id);
    expect(row).toMatchObject({
      title: before.title,
      voice: "witness",
      basis: "B2",
      takenEdtf: "2031-02-18",
    });
    expect([row.contamination, row.witnessId === drafted.witnessId]).toEqual(["yes", false]);
    expect(await present(drafted.id)).toEqual(["interviewer"]);

    const answer = await world.ask("legal_officer", readTestimony, { testimonyId: drafted.id });
    expect(answer.stated).toMatchObject({ title: "another title", voice: "resident" });
    const first = await world.ask("legal_officer", readTestimony, { testimonyId: drafted.id, number: 1 });
    expect(first.stated).toMatchObject({ title: before.title, voice: "witness" });

    await mayLeave(world, drafted.id);
    const { id: exportId } = await anExport(world);
    const { dossier } = await world.ask("legal_officer", assembleDossier, {
      exportId,
      size: await signedSize(),
    });
    const [told] = dossier.testimonies.filter(({ code }) => code === row.code);
    expect(told).toMatchObject({ title: row.title, voice: "witness", version: 1 });
    expect(told?.present.map(({ role, description }) => description ?? role)).toEqual(["interviewer"]);
    expect(told?.heardBefore?.map(({ answer }) => answer)).toEqual(["yes", "no", "no", "no"]);
    expect(told?.interview).toMatchObject({ freeRecall: "yes", leadingQuestions: [expect.any(String)] });
    expect(JSON.stringify(dossier)).not.toContain("another title");
  });

  it("stay when the new version is returned, and are exchanged when it is accepted", async () => {
    const first = await sent(await anAmendedTestimony());
    const back = await world.do("reviewer", returnTestimony, {
      testimonyId: first.id,
      version: first.version,
      comment: "which house?",
    });
    expect(await rowOf(first.id)).toMatchObject({ voice: "witness", stage: "returned", acceptedNumber: 1 });
    const opened = await world.do("investigator", amendTestimony, {
      testimonyId: first.id,
      version: back.version,
      reason: "said which",
    });
    const again = await sent(opened);
    await world.do("reviewer", acceptTestimony, { testimonyId: first.id, version: again.version });
    expect(await rowOf(first.id)).toMatchObject({
      title: "another title",
      voice: "resident",
      takenEdtf: "2032",
      takenSort: sortOf("2032"),
      acceptedNumber: 3,
    });
    expect(await present(first.id)).toEqual(["a colleague of another house"]);
  });

  it("are the draft's while none was accepted yet", async () => {
    const { id, version } = await aTestimony(world);
    const fields = await testimonyFields(world, { title: "a better title", paragraphs: [] });
    await world.do("investigator", saveTestimony, { ...fields, testimonyId: id, version });
    expect(await rowOf(id)).toMatchObject({ title: "a better title" });
  });

  it("are compared with those of another version, each as its version states it", async () => {
    const { id } = await anAmendedTestimony();
    const found = await world.ask("reviewer", compareVersions, { testimonyId: id, before: 1, after: 2 });
    expect(found.changed).toEqual([
      "title",
      "witnessId",
      "voice",
      "basis",
      "taken",
      "people",
      "contamination",
      "heardBefore",
    ]);
    expect([found.before.stated.title, found.after.stated.title]).toEqual([
      world.marked("what happened at the bridge"),
      "another title",
    ]);
    expect(found.before.stated.witness?.code).not.toBe(found.after.stated.witness?.code);
  });
});

describe("consent", () => {
  const answers = async (id: string) => {
    const { consentInternal, consentExport } = await rowOf(id);
    return [consentInternal, consentExport];
  };
  const lastChange = async (id: string) => {
    const { rows } = await world.ask("investigator", readHistory, { recordId: id, page: {} });
    return JSON.stringify(rows[0]);
  };

  it("goes back to not asked when a draft is told to be another witness's, and the entry says so", async () => {
    const draft = await allowed(await aTestimony(world));
    const fields = await testimonyFields(world, { paragraphs: [] });
    const input = { ...fields, testimonyId: draft.id, version: draft.version };
    await world.do("investigator", saveTestimony, input);
    expect(await answers(draft.id)).toEqual(["not_asked", "not_asked"]);
    expect(await lastChange(draft.id)).toMatch(/consentExport.*not_asked/);
  });

  it("stays when anything else of the draft changes", async () => {
    const draft = await allowed(await aTestimony(world));
    const { witnessId } = await rowOf(draft.id);
    const fields = await testimonyFields(world, { witnessId, title: "a better title", paragraphs: [] });
    await world.do("investigator", saveTestimony, {
      ...fields,
      testimonyId: draft.id,
      version: draft.version,
    });
    expect(await answers(draft.id)).toEqual(["yes", "yes"]);
  });

  it("stays with the accepted account, and is not asked from the moment another witness's stands", async () => {
    const drafted = await anAmendedTestimony();
    expect(await answers(drafted.id)).toEqual(["yes", "yes"]);
    const { version } = await sent(drafted);
    await world.do("reviewer", acceptTestimony, { testimonyId: drafted.id, version });
    expect(await answers(drafted.id)).toEqual(["not_asked", "not_asked"]);
    expect(await lastChange(drafted.id)).toMatch(/consentExport.*not_asked/);
  });

  it("takes no yes while a draft names another witness, and always a no", async () => {
    const { id, version } = await anAmendedTestimony();
    const answer = (consentExport: "yes" | "no") =>
      world.do("protection_officer", setConsent, {
        testimonyId: id,
        version,
        consentInternal: "no",
        consentExport,
        reason: "by telephone",
      });
    const error = await answer("yes").catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(Conflict);
    expect((error as Conflict).rule).toBe("consent.other_witness_in_draft");
    await answer("no");
    expect(await answers(id)).toEqual(["no", "no"]);
  });
});
