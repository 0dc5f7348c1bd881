/** What a finding stands on beside its level: words that were accepted, approvers without a part in it or an interest. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { findings } from "#db/schema/index.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import {
  aSupportedAllegation,
  anAccount,
  anAllegation,
  linked,
  statementFields,
} from "#lib/testing/specimens/corroboration.ts";
import { approved, asked, drafted, submitted, taken } from "#lib/testing/specimens/findings.ts";
import { testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import type { TestimonyFields } from "#lib/testimonies/vocabulary.ts";
import { amendStatement } from "./commands/amend-statement.ts";
import { approveFinding } from "./commands/approve-finding.ts";
import { resolveEvidence } from "./commands/resolve-evidence.ts";
import { returnFinding } from "./commands/return-finding.ts";
import { secondFinding } from "./commands/second-finding.ts";
import { submitFinding } from "./commands/submit-finding.ts";
import { takeFinding } from "./commands/take-finding.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await world.do("administrator", admitMember, {
    caseId: world.caseId,
    accountId: world.person("investigator2").accountId,
    role: "reviewer",
    expiresAt: null,
  });
});
afterAll(() => world.close());

const rowOf = async (findingId: string) => {
  const [row] = await world.fresh.store.read.select().from(findings).where(eq(findings.id, findingId));
  if (!row) throw new Error("no such finding");
  return row;
};
const ruleOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => (error instanceof Refused || error instanceof Conflict ? error.rule : error),
  );
const at = ({ id, version }: { id: string; version: number }) => ({ findingId: id, version });

type Account = Awaited<ReturnType<typeof anAccount>>;

/** Opens the next version of an account, saves it with other fields, and has it accepted. */
async function retold(account: Account, changes: Partial<TestimonyFields>) {
  const { testimonyId } = account;
  const of = ({ version }: { version: number }) => ({ testimonyId, version });
  const reason = "heard again";
  const draft = await world.do("investigator", amendTestimony, {
    ...of({ version: account.testimonyVersion }),
    reason,
  });
  const fields = await testimonyFields(world, { witnessId: account.witnessId, ...changes });
  const saved = await world.do("investigator", saveTestimony, { ...fields, ...of(draft) });
  const accept = async () => {
    const handedIn = await world.do("investigator", submitTestimony, of(saved));
    return world.do("reviewer", acceptTestimony, of(handedIn));
  };
  return { accept };
}

const words = (first: string, ...more: string[]) => [
  { number: 1, original: world.marked(first), translation: null },
  { number: 2, original: world.marked("They came from the north."), translation: null },
  ...more.map((original) => ({ number: null, original: world.marked(original), translation: null })),
];

describe("the words that a finding rests on", () => {
  it("were accepted before it is submitted, and before it is approved", async () => {
    const allegation = await anAllegation(world);
    await linked(world, (await anAccount(world, { accepted: false })).id, allegation.id);
    const draft = await drafted(world, allegation.id);
    expect(await ruleOf(world.do("investigator", submitFinding, at(draft)))).toBe(
      "finding.testimony_not_accepted",
    );
    const other = await aSupportedAllegation(world);
    const review = await taken(world, other.allegation.id);
    await linked(world, (await anAccount(world, { accepted: false })).id, other.allegation.id);
    const now = at(await rowOf(review.id));
    expect(await ruleOf(world.do("reviewer", approveFinding, now))).toBe("finding.testimony_not_accepted");
  });

  it("open it for review again when a version accepted since says something else there", async () => {
    const { allegation, statement } = await aSupportedAllegation(world, { statement: { paragraphs: [1] } });
    const found = await approved(world, allegation.id);
    const { accept } = await retold(statement, { paragraphs: words("I was not at the bridge.") });
    expect((await rowOf(found.id)).status).toBe("approved"); // a draft is nobody's word yet
    await accept();
    expect(await rowOf(found.id)).toMatchObject({
      status: "contested",
      contestReason: "finding.cited_text_changed",
    });
  });

  it("leave it as it is when the new version adds to them or changes others", async () => {
    const { allegation, statement } = await aSupportedAllegation(world, { statement: { paragraphs: [2] } });
    const found = await approved(world, allegation.id);
    await (await retold(statement, { paragraphs: words("I was near the bridge.", "It was dark.") })).accept();
    expect((await rowOf(found.id)).status).toBe("approved");
    const next = await drafted(world, allegation.id);
    expect(await ruleOf(world.do("investigator", submitFinding, at(next)))).toBe("done");
  });

  it("keep a new finding from being submitted until the statement is cut from what was accepted", async () => {
    const { allegation, statement } = await aSupportedAllegation(world, { statement: { paragraphs: [1] } });
    await (await retold(statement, { paragraphs: words("I was not at the bridge.") })).accept();
    const draft = await drafted(world, allegation.id);
    expect(await ruleOf(world.do("investigator", submitFinding, at(draft)))).toBe(
      "finding.cited_text_changed",
    );
    const anew = statementFields(world, { paragraphs: [1], testimonyNumber: 2 });
    const { id: statementId, version } = statement;
    await world.do("investigator", amendStatement, { ...anew, statementId, version });
    expect(await ruleOf(world.do("investigator", submitFinding, at(draft)))).toBe("done");
  });
});

describe("an approver who comes to have a part in the evidence", () => {
  const approvedBy2 = async () => {
    const { allegation, statement } = await aSupportedAllegation(world);
    const { id } = await approved(world, allegation.id, { author: "investigator", by: "investigator2" });
    return { allegation, statement, id };
  };
  const TOOK_PART = { status: "contested", contestReason: "finding.approver_took_part" };

  it("by a link, even one in support, opens the finding for review again", async () => {
    const { allegation, id } = await approvedBy2();
    await linked(world, (await anAccount(world)).id, allegation.id, { as: "investigator" });
    expect((await rowOf(id)).status).toBe("approved");
    await linked(world, (await anAccount(world)).id, allegation.id, { as: "investigator2" });
    expect(await rowOf(id)).toMatchObject(TOOK_PART);
  });

  it("by an interview that somebody else links does so too", async () => {
    const { allegation, id } = await approvedBy2();
    const people = [
      { role: "interviewer" as const, accountId: world.person("investigator2").accountId, description: null },
    ];
    const own = await anAccount(world, { testimony: { people } });
    await linked(world, own.id, allegation.id, { as: "investigator" });
    expect(await rowOf(id)).toMatchObject(TOOK_PART);
  });

  it("by being named as present afterwards does so too", async () => {
    const { statement, id } = await approvedBy2();
    const people = [
      { role: "interpreter" as const, accountId: world.person("investigator2").accountId, description: null },
    ];
    await retold(statement, { people, paragraphs: words("I was at the bridge.") });
    expect(await rowOf(id)).toMatchObject(TOOK_PART);
  });
});

describe("a reviewer who comes to have a part while a finding is with them", () => {
  const people = () => [
    { role: "interpreter" as const, accountId: world.person("investigator2").accountId, description: null },
  ];

  it("approves it no longer, and can still give it back, since nobody else could", async () => {
    const { allegation, statement } = await aSupportedAllegation(world);
    const { id } = await taken(world, allegation.id, { author: "investigator", by: "investigator2" });
    await retold(statement, { people: people(), paragraphs: words("I was at the bridge.") });
    const now = { findingId: id, version: (await rowOf(id)).version };
    expect(await ruleOf(world.do("investigator2", approveFinding, now))).toBe(
      "finding.reviewer_is_interpreter",
    );
    await world.do("investigator2", returnFinding, { ...now, comment: "I interpreted in it" });
    expect((await rowOf(id)).status).toBe("returned");
  });

  it("leaves a first approval that nobody can confirm, only give back", async () => {
    const { allegation, statement } = await aSupportedAllegation(world, { facets: ["individual"] });
    const options = { author: "investigator", by: "investigator2", facet: "individual" } as const;
    const { id } = await approved(world, allegation.id, options);
    expect((await rowOf(id)).status).toBe("first_approved");
    await retold(statement, { people: people(), paragraphs: words("I was at the bridge.") });
    const now = { findingId: id, version: (await rowOf(id)).version };
    expect(await ruleOf(world.do("reviewer", secondFinding, { ...now, conflict: "no" }))).toBe(
      "finding.first_approver_took_part",
    );
    await world.do("reviewer", returnFinding, { ...now, comment: "to be reviewed by others" });
    expect((await rowOf(id)).status).toBe("returned");
  });
});

describe("a contradiction too weak to contest a finding", () => {
  const approvedInItsFace = async () => {
    const { allegation } = await aSupportedAllegation(world);
    const rumour = await anAccount(world, { statement: { basis: "B5" } });
    const link = await linked(world, rumour.id, allegation.id, { stance: "contradict" });
    const { id } = await approved(world, allegation.id);
    expect(await rowOf(id)).toMatchObject({ status: "approved", contested: false });
    return { rumour, link, id };
  };
  const SETTLED = { status: "contested", contestReason: "finding.contradiction_settled" };

  it("opens its review again when it is resolved: the level may rise by it", async () => {
    const { link, id } = await approvedInItsFace();
    const resolved = { linkId: link.id, version: link.version, reason: "speaks of the bridge" };
    await world.do("reviewer2", resolveEvidence, resolved);
    expect(await rowOf(id)).toMatchObject(SETTLED);
  });

  it("opens its review again when it is graded lower, and not when it is graded the same", async () => {
    const { rumour, id } = await approvedInItsFace();
    const { id: statementId, version } = rumour;
    const graded = (plausibility: 3 | 5) => statementFields(world, { basis: "B5", plausibility });
    const same = await world.do("investigator", amendStatement, { ...graded(3), statementId, version });
    expect((await rowOf(id)).status).toBe("approved");
    await world.do("investigator", amendStatement, { ...graded(5), statementId, version: same.version });
    expect(await rowOf(id)).toMatchObject(SETTLED);
  });
});

describe("a conflict of interest", () => {
  it("is asked of who takes a finding up: anything but no refuses, and the answer is kept", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await submitted(world, allegation.id);
    for (const conflict of ["yes", "not_asked"] as const)
      expect(await ruleOf(world.do("reviewer", takeFinding, { ...at(found), conflict }))).toBe(
        "finding.reviewer_has_conflict",
      );
    expect((await rowOf(found.id)).status).toBe("submitted");
    await world.do("reviewer", takeFinding, asked(found));
    expect(await rowOf(found.id)).toMatchObject({ status: "in_review", reviewerConflict: "no" });
  });

  it("keeps a reviewer out by direct SQL too, and a kept answer does not change", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await submitted(world, allegation.id);
    const forced = (changes: string) =>
      world.fresh.directSql(`update findings set ${changes} where id = '${found.id}'`).then(
        () => "done",
        (error: unknown) => ruleOfTrigger(error) ?? error,
      );
    const took = `status = 'in_review', reviewer_human_id = '${world.person("reviewer").humanId}'`;
    expect(await forced(took)).toBe("finding.reviewer_has_conflict");
    expect(await forced(`${took}, reviewer_conflict = 'yes'`)).toBe("finding.reviewer_has_conflict");
    const review = await world.do("reviewer", takeFinding, asked(found));
    await world.do("reviewer", approveFinding, at(review));
    expect(await forced("reviewer_conflict = 'yes'")).toBe("finding.approved_is_immutable");
    expect(await forced("contradictions = null")).toBe("finding.approved_is_immutable");
  });
});
