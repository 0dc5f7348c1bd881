import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { contradictions, evidenceLinks, statements } from "#db/schema/index.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { amendStatement } from "#lib/corroboration/commands/amend-statement.ts";
import { recordStatement } from "#lib/corroboration/commands/record-statement.ts";
import { resolveEvidence } from "#lib/corroboration/commands/resolve-evidence.ts";
import { listStatements } from "#lib/corroboration/queries/list-statements.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { Conflict, Invalid, NotFound, Refused } from "#lib/core/refusals.ts";
import { aClearance } from "#lib/testing/specimens/compartments.ts";
import { aContradiction, stands, twoAccounts } from "#lib/testing/specimens/contradictions.ts";
import { anAccount, anAllegation, linked, statementFields } from "#lib/testing/specimens/corroboration.ts";
import { aFigure } from "#lib/testing/specimens/figures.ts";
import { approved } from "#lib/testing/specimens/findings.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { decideContradiction } from "./commands/decide-contradiction.ts";
import { dismissContradiction } from "./commands/dismiss-contradiction.ts";
import { recordContradiction } from "./commands/record-contradiction.ts";
import { resolveContradiction } from "./commands/resolve-contradiction.ts";
import { compareAccounts } from "./queries/compare-accounts.ts";
import { contradictionsOf } from "./queries/contradictions-of.ts";
import { listContradictions } from "./queries/list-contradictions.ts";
import { readContradiction } from "./queries/read-contradiction.ts";

const CHILDREN = 2;

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await world.do("administrator", admitMember, {
    caseId: world.caseId,
    accountId: world.person("investigator").accountId,
    role: "reviewer",
    expiresAt: null,
  });
});
afterAll(() => world.close());

const outcome = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => "done",
    (error: unknown) => error,
  );
const ruleOf = async (act: Promise<unknown>) => {
  const error = await outcome(act);
  return error instanceof Refused || error instanceof Conflict ? error.rule : error;
};
const triggerOf = async (statement: string) => ruleOfTrigger(await outcome(world.fresh.directSql(statement)));
const rowOf = async (id: string) => {
  const [row] = await world.fresh.store.read.select().from(contradictions).where(eq(contradictions.id, id));
  return row;
};
const of = async (recordId: string, as: PersonKey = "reviewer") =>
  (await world.ask(as, contradictionsOf, { recordId })).rows;
const reason = "they speak of two nights";
const act = ({ id, version }: { id: string; version: number }) => ({ contradictionId: id, version, reason });

describe("what is proposed", () => {
  it("is found when the second of two is linked, shown on both and on what they are of, and not twice", async () => {
    const { allegation, accounts } = await twoAccounts(
      world,
      { saidEdtf: "2031-02-10/2031-02-12" },
      { saidEdtf: "2031-02-14" },
    );
    const [found] = await of(allegation.id);
    expect(found).toMatchObject({
      kind: "time",
      facet: "time",
      state: "proposed",
      material: null,
      byRule: true,
    });
    for (const { id, testimonyId } of accounts) {
      expect((await of(id)).map((one) => one.id)).toEqual([found?.id]);
      expect((await of(testimonyId)).map((one) => one.id)).toEqual([found?.id]);
    }
    await linked(world, accounts[0].id, allegation.id, { facets: ["time"] });
    expect(await of(allegation.id)).toHaveLength(1);
  });

  it("stays dismissed while both say the same, and is asked anew once one says something else", async () => {
    const { allegation, accounts } = await twoAccounts(
      world,
      { saidEdtf: "2031-02-10" },
      { saidEdtf: "2031-02-14" },
    );
    const [found] = await of(allegation.id);
    const row = await rowOf(found?.id ?? "");
    if (!row) throw new Error("nothing was proposed");
    await world.do("reviewer", dismissContradiction, act(row));
    const amend = async (changes: object) => {
      const [now] = await world.fresh.store.read
        .select()
        .from(statements)
        .where(eq(statements.id, accounts[1].id));
      return world.do("investigator", amendStatement, {
        ...statementFields(world, changes),
        statementId: accounts[1].id,
        version: now?.version ?? 0,
      });
    };
    await amend({ plausibility: 3 });
    expect((await of(allegation.id)).map(({ state }) => state)).toEqual(["dismissed"]);
    // Left out is as it was.
    await amend({ saidEdtf: "2031-02-20" });
    expect((await of(allegation.id)).map(({ state }) => state).toSorted()).toEqual(["dismissed", "proposed"]);
  });

  it("takes a figure's own number, and refuses a range that runs backwards by the field's name", async () => {
    const figure = await aFigure(world, { min: 12, max: null, certainty: "more_than" });
    const cut = { testimonyId: null, mediaId: null, figureId: figure.id, caseId: world.caseId };
    const fields = { ...statementFields(world), testimonyNumber: null };
    const made = await world.do("investigator", recordStatement, { ...fields, ...cut });
    const [row] = await world.fresh.store.read.select().from(statements).where(eq(statements.id, made.id));
    expect(row).toMatchObject({ saidMin: 13, saidMax: null, saidUnit: "persons" });
    const backwards = { saidMin: 9, saidMax: 3, saidUnit: "persons" as const };
    const refused = await outcome(
      world.do("investigator", recordStatement, { ...fields, ...cut, ...backwards }),
    );
    expect(refused).toBeInstanceOf(Invalid);
    expect((refused as Invalid).fields).toEqual([{ path: "saidMax", code: "figure.below_minimum" }]);
  });

  it("is hidden with either of the two, in every place where it stood", async () => {
    const { id, accounts } = await aContradiction(world);
    const [open, closed] = accounts;
    expect(await of(open.id)).toHaveLength(1);
    await expect(of(open.id, "stranger")).rejects.toThrow();
    await aClearance(world, "investigator", CHILDREN);
    const placed = { recordId: closed.testimonyId, add: CHILDREN, reason: "it is to be kept apart" };
    await world.do("investigator", placeRecord, placed);
    expect(await of(open.id)).toEqual([]);
    expect(await of(open.id, "investigator")).toHaveLength(1);
    await expect(world.ask("reviewer", readContradiction, { contradictionId: id })).rejects.toThrow(NotFound);
    const seen = async (as: PersonKey) =>
      (await world.ask(as, listContradictions, { caseId: world.caseId, page: { size: 100 } })).rows;
    expect((await seen("reviewer")).map((row) => row.id)).not.toContain(id);
    expect((await seen("investigator")).map((row) => row.id)).toContain(id);
  });
});

describe("what people decide", () => {
  it("links the one that speaks against the facet, contests what was approved, and settles both in the same words", async () => {
    const { allegation } = await twoAccounts(world);
    const finding = await approved(world, allegation.id);
    const made = await aContradiction(world);
    const wide = { ...stands(world, made), allegationId: allegation.id, facet: "occurrence" as const };
    expect(await ruleOf(world.do("reviewer", decideContradiction, { ...wide, against: "statement" }))).toBe(
      "contradiction.link_needs_writer",
    );
    expect(await ruleOf(world.do("investigator", decideContradiction, wide))).toBe("contradiction.name_side");
    const standing = await world.do("investigator", decideContradiction, { ...wide, against: "statement" });
    const answer = await world.ask("reviewer", readContradiction, { contradictionId: made.id });
    expect(answer).toMatchObject({
      state: "standing",
      material: true,
      against: "statement",
      link: { resolvedAt: null },
    });
    expect(answer.excerpts.statement).toBeDefined();
    const read = async () =>
      (await world.ask("reviewer", readFinding, { findingId: finding.id })).finding.status;
    expect(await read()).toBe("contested");
    expect(await ruleOf(world.do("investigator", resolveContradiction, act(standing)))).toBe(
      "contradiction.settler_wrote_statement",
    );
    // Nor is what was decided changed by direct SQL, or the link that says who may not settle it taken away.
    for (const column of ["material", "against", "evidence_link_id", "facet"])
      expect(await triggerOf(`update contradictions set ${column} = null where id = '${made.id}'`)).toBe(
        "contradiction.stays",
      );
    for (const set of ["decision_reason = 'x'", "decided_at = 1"])
      expect(await triggerOf(`update contradictions set ${set} where id = '${made.id}'`)).toBe(
        "contradiction.stays",
      );
    await world.do("reviewer2", resolveContradiction, act(standing));
    const [link] = await world.fresh.store.read
      .select()
      .from(evidenceLinks)
      .where(eq(evidenceLinks.id, answer.link?.id ?? ""));
    expect(link).toMatchObject({ stance: "contradict", resolutionReason: reason });
    expect(await rowOf(made.id)).toMatchObject({ state: "resolved", resolutionReason: reason });
  });

  it("is settled with its link, and refuses to link in a second sense", async () => {
    const { allegation, accounts, ...made } = await aContradiction(world);
    const facet = { allegationId: allegation.id, facet: "occurrence" as const };
    const decide = (against: "statement" | "other") =>
      world.do("investigator", decideContradiction, { ...stands(world, made), ...facet, against });
    expect(await ruleOf(decide("other"))).toBe("contradiction.linked_otherwise");
    const time = { allegationId: allegation.id, facet: "time" as const };
    await linked(world, accounts[0].id, allegation.id, { facets: ["time"], stance: "contradict" });
    const side = (await rowOf(made.id))?.statementId === accounts[0].id ? "statement" : "other";
    await world.do("investigator", decideContradiction, { ...stands(world, made), ...time, against: side });
    const row = await rowOf(made.id);
    await world.do("reviewer", resolveEvidence, { linkId: row?.evidenceLinkId ?? "", version: 1, reason });
    expect(await rowOf(made.id)).toMatchObject({ state: "resolved", resolutionReason: reason });
  });

  it("stands against nothing only where somebody says so whose words it is not about", async () => {
    const made = await aContradiction(world);
    const bare = { ...stands(world, made), allegationId: null, facet: null };
    expect(await ruleOf(world.do("investigator", decideContradiction, bare))).toBe(
      "contradiction.settler_wrote_statement",
    );
    await world.do("reviewer2", decideContradiction, bare);
    expect(await rowOf(made.id)).toMatchObject({ state: "standing", against: "neither" });
  });

  it("is not taken off the facet on which it was named by those whose words it is about", async () => {
    const { allegation, accounts } = await twoAccounts(world);
    const other = await anAllegation(world);
    const named = { allegationId: allegation.id, facet: "time" as const };
    const made = await world.do("investigator", recordContradiction, {
      caseId: world.caseId,
      statementId: accounts[0].id,
      otherStatementId: accounts[1].id,
      kind: "time",
      ...named,
      note: "before dawn, and at noon",
    });
    const decide = (on: object) =>
      ruleOf(
        world.do("investigator", decideContradiction, {
          ...stands(world, made),
          ...named,
          ...on,
          against: "statement",
        }),
      );
    expect(await decide({ allegationId: other.id })).toBe("contradiction.settler_wrote_statement");
    expect(await decide({})).toBe("done");
  });

  it("is kept by the database itself", async () => {
    const { id } = await aContradiction(world);
    const set = (columns: string) => triggerOf(`update contradictions set ${columns} where id = '${id}'`);
    expect(await triggerOf(`delete from contradictions where id = '${id}'`)).toBe("record.never_deleted");
    expect(await set("state = 'resolved'")).toBe("contradiction.stays");
    const by = `decided_at = 1, decided_by_human_id = '${world.person("reviewer2").humanId}'`;
    expect(await set(`state = 'dismissed', ${by}`)).toBe("contradiction.no_reason");
    const author = `decided_at = 1, decided_by_human_id = '${world.person("investigator").humanId}'`;
    expect(await set(`state = 'dismissed', ${author}, decision_reason = 'x'`)).toBe(
      "contradiction.settler_wrote_statement",
    );
    await world.fresh.directSql(
      `update contradictions set state = 'dismissed', ${by}, decision_reason = 'x' where id = '${id}'`,
    );
    expect(await set("state = 'proposed', decided_at = null, decided_by_human_id = null")).toBe(
      "contradiction.stays",
    );
    expect(await set("decision_reason = 'y'")).toBe("contradiction.stays");
  });
});

describe("what is listed", () => {
  it("holds the links that contradict an allegation too, page by page and by filter", async () => {
    const allegation = await anAllegation(world);
    const statement = await anAccount(world);
    const link = await linked(world, statement.id, allegation.id, {
      facets: ["count"],
      stance: "contradict",
    });
    const list = (filters: object) =>
      world.ask("reviewer", listContradictions, { caseId: world.caseId, page: { size: 100 }, ...filters });
    expect((await list({ kind: "number", state: "standing" })).rows).toMatchObject([
      { id: link.id, other: null },
    ]);
    const all = await list({});
    expect(all.total).toBe(all.rows.length);
    const first = await world.ask("reviewer", listContradictions, {
      caseId: world.caseId,
      page: { size: 2 },
    });
    const second = await world.ask("reviewer", listContradictions, {
      caseId: world.caseId,
      page: { size: 2, after: first.next ?? "" },
    });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(
      all.rows.slice(0, 4).map(({ id }) => id),
    );
    expect((await list({ state: "dismissed" })).rows.every(({ state }) => state === "dismissed")).toBe(true);
  });

  it("sets the accounts of one person side by side, and holds back what they do not let us work with", async () => {
    const one = await anAccount(world, { statement: { saidEdtf: "2031-02-10", exculpatory: "yes" } });
    const again = { witnessId: one.witnessId };
    const two = await anAccount(world, {
      testimony: again,
      reliability: null,
      statement: { saidEdtf: "2031-02-19" },
    });
    const allegation = await anAllegation(world);
    for (const { id } of [one, two]) await linked(world, id, allegation.id);
    const { accounts } = await world.ask("reviewer", compareAccounts, { witnessId: one.witnessId });
    expect(accounts).toHaveLength(2);
    for (const account of accounts)
      expect(account.statements[0]?.differs).toMatchObject([
        { kind: "time", contradiction: { state: "proposed" } },
      ]);
    await world.do("investigator", setConsent, {
      testimonyId: two.testimonyId,
      version: two.testimonyVersion,
      consentInternal: "no",
      consentExport: "no",
      reason,
    });
    const now = (await world.ask("reviewer", compareAccounts, { witnessId: one.witnessId })).accounts;
    expect(now.find((account) => account.id === two.testimonyId)).toMatchObject({
      isHeldBack: true,
      statements: [],
    });
    const tagged = await world.ask("reviewer", listStatements, {
      caseId: world.caseId,
      exculpatory: "yes",
      page: {},
    });
    expect(tagged.rows.map(({ id }) => id)).toEqual([one.id]);
  });
});
