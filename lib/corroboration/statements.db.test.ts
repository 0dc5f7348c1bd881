import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { Conflict, Invalid, NotFound } from "#lib/core/refusals.ts";
import { anAccount, anAllegation, linked, statementFields } from "#lib/testing/specimens/corroboration.ts";
import { aFigure } from "#lib/testing/specimens/figures.ts";
import { aMediaItem } from "#lib/testing/specimens/media.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { recordDependency } from "./commands/record-dependency.ts";
import { recordEvidence } from "./commands/record-evidence.ts";
import { recordStatement } from "./commands/record-statement.ts";
import { retractEvidence } from "./commands/retract-evidence.ts";
import { listStatementsOf } from "./queries/list-statements-of.ts";
import { readStatement } from "./queries/read-statement.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

interface Origin {
  testimonyId: string | null;
  mediaId: string | null;
  figureId: string | null;
}
const nothing: Origin = { testimonyId: null, mediaId: null, figureId: null };
const record = (origin: Partial<Origin>, changes: object = {}) =>
  world.do("investigator", recordStatement, {
    ...statementFields(world),
    ...nothing,
    ...origin,
    ...changes,
    caseId: world.caseId,
  });
const faults = (act: Promise<unknown>) =>
  act.then(
    () => [],
    (error: unknown) => {
      if (error instanceof Invalid) return error.fields.map(({ path, code }) => `${path} ${code}`);
      throw error;
    },
  );

describe("a statement", () => {
  it("is cut from exactly one testimony, media item or figure, and fits what it is cut from", async () => {
    const { id: testimonyId } = await aTestimony(world);
    const { id: mediaId } = await aMediaItem(world);
    const { id: figureId } = await aFigure(world);
    expect(await faults(record({}))).toEqual(["testimonyId required"]);
    expect(await faults(record({ testimonyId, figureId }))).toEqual(["testimonyId one_origin"]);
    expect(await faults(record({ testimonyId }, { testimonyNumber: null }))).toEqual([
      "testimonyNumber required",
    ]);
    expect(await faults(record({ testimonyId }, { mediaRank: "M4" }))).toEqual(["mediaRank media_only"]);
    expect(await faults(record({ figureId }, { paragraphs: [1] }))).toEqual([
      "testimonyNumber testimony_only",
      "paragraphs testimony_only",
    ]);
    expect(await faults(record({ mediaId }, { testimonyNumber: null }))).toEqual([
      "mediaRank required",
      "mediaCondition required",
      "showsActItself required",
    ]);
    expect(
      await faults(record({ figureId }, { testimonyNumber: null, countBasis: "declared_statistic" })),
    ).toEqual([]);
  });

  it("names paragraphs that its version holds", async () => {
    const { id: testimonyId } = await aTestimony(world);
    expect(await faults(record({ testimonyId }, { paragraphs: [1, 7, 9] }))).toEqual([
      "paragraphs.1 no_such_paragraph",
      "paragraphs.2 no_such_paragraph",
    ]);
    expect(await faults(record({ testimonyId }, { testimonyNumber: 2 }))).toEqual([
      "testimonyNumber no_such_version",
    ]);
    const made = await record({ testimonyId }, { paragraphs: [2, 1, 2] });
    const { statement, excerpt } = await world.ask("reviewer", readStatement, { statementId: made.id });
    expect(statement.paragraphs).toEqual([1, 2]);
    expect(excerpt.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("is never given plausibility 1, by command or by direct SQL: confirmed is only derived", async () => {
    const { id: testimonyId } = await aTestimony(world);
    expect(await faults(record({ testimonyId }, { plausibility: 1 }))).toEqual([
      "plausibility confirmed_is_derived",
    ]);
    expect(await faults(record({ testimonyId }, { plausibility: 7 }))).toEqual(["plausibility bad_choice"]);
    const { id } = await record({ testimonyId }, { plausibility: null });
    await expect(
      world.fresh.directSql(`update statements set plausibility = 1 where id = '${id}'`),
    ).rejects.toThrow();
  });

  it("is listed with its testimony, in the order of the text, with what it is linked to", async () => {
    const { id: testimonyId } = await aTestimony(world);
    const later = await record({ testimonyId }, { paragraphs: [2] });
    const earlier = await record({ testimonyId }, { paragraphs: [1] });
    const allegation = await anAllegation(world);
    await linked(world, later.id, allegation.id, { facets: ["place", "time"] });
    const { rows, may } = await world.ask("reviewer", listStatementsOf, { testimonyId });
    expect(rows.map(({ id, links }) => [id, links.length])).toEqual([
      [earlier.id, 0],
      [later.id, 2],
    ]);
    expect(may).toEqual({ cut: false });
  });
});

describe("a link", () => {
  it("is one a facet, and one only while it stands", async () => {
    const statement = await anAccount(world);
    const allegation = await anAllegation(world);
    const link = await linked(world, statement.id, allegation.id, { facets: ["occurrence", "place"] });
    await expect(linked(world, statement.id, allegation.id)).rejects.toThrow("already_exists");
    await world.do("investigator", retractEvidence, {
      linkId: link.id,
      version: link.version,
      reason: "mistaken",
    });
    await expect(linked(world, statement.id, allegation.id)).resolves.toMatchObject({ version: 1 });
  });

  it("never becomes another's, nor one to another facet, by direct SQL", async () => {
    const link = await linked(world, (await anAccount(world)).id, (await anAllegation(world)).id);
    for (const change of [`author_human_id = '${world.person("reviewer").humanId}'`, "facet = 'place'"]) {
      const error: unknown = await world.fresh
        .directSql(`update evidence_links set ${change} where id = '${link.id}'`)
        .catch((reason: unknown) => reason);
      expect(ruleOfTrigger(error)).toBe("evidence.link_is_fixed");
    }
  });

  it("reaches nothing of another case, even for a member of both", async () => {
    const admin = "administrator" as const;
    const open = { title: "Third case", titleAr: null, summary: "Third", kind: "live" as const };
    const { id: caseId } = await world.do(admin, openCase, open);
    const { accountId } = world.person("investigator");
    await world.do(admin, admitMember, { caseId, accountId, role: "investigator", expiresAt: null });
    const [statement, other] = [await anAccount(world), await anAccount(world)];
    const allegation = await anAllegation(world);
    const said = { caseId, facets: ["occurrence" as const], stance: "support" as const, rationale: "saw it" };
    const link = { ...said, statementId: statement.id, allegationId: allegation.id };
    await expect(world.do("investigator", recordEvidence, link)).rejects.toThrow(NotFound);
    const ends = { statementId: statement.id, otherStatementId: other.id };
    const tie = { caseId, ...ends, kind: "derived" as const, note: null };
    await expect(world.do("investigator", recordDependency, tie)).rejects.toThrow(NotFound);
  });
});

describe("a tie", () => {
  it("is between two, once a kind, whichever is named first", async () => {
    const [one, other] = [await anAccount(world), await anAccount(world)];
    const tie = (a: string, b: string) =>
      world.do("investigator", recordDependency, {
        caseId: world.caseId,
        kind: "same_household_or_kin",
        statementId: a,
        otherStatementId: b,
        note: null,
      });
    expect(await faults(tie(one.id, one.id))).toEqual(["otherStatementId same_statement"]);
    await tie(one.id, other.id);
    await expect(tie(other.id, one.id)).rejects.toThrow(Conflict);
    const { dependencies } = await world.ask("reviewer", readStatement, { statementId: other.id });
    expect(dependencies).toMatchObject([
      { kind: "same_household_or_kin", weightTenths: 3, with: { id: one.id } },
    ]);
  });
});
