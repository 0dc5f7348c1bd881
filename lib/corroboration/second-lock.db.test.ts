/** What somebody who holds the database might try past every command: each attempt is refused by the database itself. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "#db/columns.ts";
import { ruleOfTrigger } from "#db/errors.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import {
  aSupportedAllegation,
  anAccount,
  anAllegation,
  linked,
} from "#lib/testing/specimens/corroboration.ts";
import { lodged } from "#lib/testing/specimens/appeals.ts";
import {
  approved,
  asked,
  drafted,
  type FindingOptions,
  submitted,
  taken,
} from "#lib/testing/specimens/findings.ts";
import { aVictim } from "#lib/testing/specimens/victims.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { approveFinding } from "./commands/approve-finding.ts";
import { recheckFinding } from "./commands/recheck-finding.ts";
import { resolveEvidence } from "./commands/resolve-evidence.ts";
import { retractEvidence } from "./commands/retract-evidence.ts";
import { returnFinding } from "./commands/return-finding.ts";
import { secondFinding } from "./commands/second-finding.ts";
import { takeFinding } from "./commands/take-finding.ts";
import { readFinding } from "./queries/read-finding.ts";
import { reviewQueue } from "./queries/review-queue.ts";
import type { AllegationFields } from "./rules/entered-fields.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  for (const person of ["investigator", "investigator2", "legal_officer"] as const)
    await world.do("administrator", admitMember, {
      caseId: world.caseId,
      accountId: world.person(person).accountId,
      role: "reviewer",
      expiresAt: null,
    });
});
afterAll(() => world.close());

const human = (person: PersonKey) => world.person(person).humanId;
const no = dialect === "postgres" ? "false" : "0";
const ruleOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => (error instanceof Refused || error instanceof Conflict ? error.rule : error),
  );
const forced = (table: string, id: string, changes: string) =>
  world.fresh.directSql(`update ${table} set ${changes} where id = '${id}'`).then(
    () => "done",
    (error: unknown) => ruleOfTrigger(error) ?? error,
  );

describe("the need of a second approver", () => {
  /** A finding that one reviewer has taken up and that the database is told to need no other. */
  const onItsOwn = async (
    allegation: Partial<AllegationFields>,
    options: FindingOptions & { child?: boolean } = {},
  ) => {
    const { child = false, facet = "occurrence", ...fields } = options;
    const { id } = await anAllegation(world, allegation);
    const witnessId = (await aWitness(world, child ? "child" : "adult")).id;
    const statement = await anAccount(world, {
      testimony: { witnessId },
      statement: { countBasis: "declared_statistic" },
    });
    await linked(world, statement.id, id, { facets: [facet] });
    const found = await taken(world, id, { facet, ...fields });
    return forced("findings", found.id, `status = 'approved', needs_second = ${no}`);
  };

  it("is not read from what the row says of itself", async () => {
    expect(await onItsOwn({}, { facet: "individual" })).toBe("finding.no_second");
    expect(await onItsOwn({}, { facet: "count" })).toBe("finding.no_second");
    expect(await onItsOwn({ violation: "G1" })).toBe("finding.no_second");
    expect(await onItsOwn({ violation: "C1" })).toBe("finding.no_second");
    expect(await onItsOwn({ childConcerned: true })).toBe("finding.no_second");
    const child = await aVictim(world, "child");
    expect(await onItsOwn({ victimId: child.id })).toBe("finding.no_second");
    expect(await onItsOwn({}, { child: true })).toBe("finding.no_second");
    expect(await onItsOwn({})).toBe("done");
  });

  it("holds for a refutation, which cannot pass for a determination either", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id);
    const refute = (status: string) =>
      forced("findings", found.id, `status = '${status}', conclusion = 'refuted', determination = 0`);
    expect(await refute("refuted")).toBe("finding.no_second");
    const second = `second_human_id = '${human("reviewer2")}'`;
    const swapped = `status = 'approved', conclusion = 'refuted', ${second}`;
    expect(await forced("findings", found.id, swapped)).toBe("finding.wrong_status");
  });

  it("is not lost by another act: what is alleged stays while a finding of it is under review", async () => {
    const { allegation } = await aSupportedAllegation(world);
    await submitted(world, allegation.id);
    expect(await forced("allegations", allegation.id, "violation = 'K2'")).toBe("allegation.has_findings");
  });
});

describe("a version", () => {
  it("is not approved past its review, and does not move to another facet", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const draft = await drafted(world, allegation.id);
    const approved = `status = 'approved', reviewer_human_id = '${human("reviewer2")}'`;
    expect(await forced("findings", draft.id, approved)).toBe("finding.wrong_status");
    expect(await forced("findings", draft.id, "facet = 'place'")).toBe("finding.facet_is_fixed");
  });
});

describe("who took part", () => {
  it("stays one who linked, though the link was taken back: by command, in the queue and by direct SQL", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const other = await anAccount(world);
    const link = await linked(world, other.id, allegation.id, { as: "investigator2" });
    const gone = { linkId: link.id, version: link.version, reason: "another night" };
    await world.do("investigator2", retractEvidence, gone);
    const found = await submitted(world, allegation.id, { author: "investigator" });
    const { rows } = await world.ask("investigator2", reviewQueue, {
      caseId: world.caseId,
      page: { size: 100 },
    });
    expect(rows.map(({ id }) => id)).not.toContain(found.id);
    expect(await ruleOf(world.do("investigator2", takeFinding, asked(found)))).toBe(
      "finding.approver_made_link",
    );
    const took = `status = 'in_review', reviewer_human_id = '${human("investigator2")}'`;
    expect(await forced("findings", found.id, took)).toBe("finding.reviewer_linked_evidence");
    expect(await forced("evidence_links", link.id, "retracted_at = null")).toBe("evidence.link_is_fixed");
  });

  it("stays one who interviewed, though no longer named as present", async () => {
    const people = [
      { role: "interviewer" as const, accountId: world.person("legal_officer").accountId, description: null },
    ];
    const { allegation, statement } = await aSupportedAllegation(world, { testimony: { people } });
    const found = await submitted(world, allegation.id, { author: "investigator" });
    const present = (changes: string) =>
      world.fresh
        .directSql(`update testimony_people set ${changes} where testimony_id = '${statement.testimonyId}'`)
        .then(
          () => "done",
          (error: unknown) => ruleOfTrigger(error) ?? error,
        );
    for (const other of [`human_id = '${human("reviewer")}'`, "role = 'support_person'", "human_id = null"])
      expect(await present(other), other).toBe("testimony.people_are_fixed");
    expect(await present("ended_at = 1")).toBe("done");
    expect(await ruleOf(world.do("legal_officer", takeFinding, asked(found)))).toBe(
      "finding.reviewer_is_interviewer",
    );
    const took = `status = 'in_review', reviewer_human_id = '${human("legal_officer")}'`;
    expect(await forced("findings", found.id, took)).toBe("finding.reviewer_took_part");
    const elsewhere = "testimony_id = null, testimony_number = null";
    expect(await forced("statements", statement.id, elsewhere)).toBe("statement.origin_is_fixed");
  });
});

describe("a contradiction", () => {
  const denied = async () => {
    const people = [
      { role: "interpreter" as const, accountId: world.person("legal_officer").accountId, description: null },
    ];
    const { allegation } = await aSupportedAllegation(world);
    const denial = await anAccount(world, { testimony: { people } });
    const link = await linked(world, denial.id, allegation.id, { stance: "contradict" });
    await drafted(world, allegation.id, { author: "investigator2", determination: 1 });
    return link;
  };

  it("is not resolved by who interpreted for it, or who wrote the finding that it troubles", async () => {
    const link = await denied();
    const by = (person: PersonKey) =>
      forced("evidence_links", link.id, `resolved_at = 1, resolved_by_human_id = '${human(person)}'`);
    expect(await by("legal_officer")).toBe("evidence.resolver_took_part");
    expect(await by("investigator2")).toBe("evidence.resolver_wrote_finding");
    expect(await by("reviewer")).toBe("done");
  });

  it("does not become something else, and stays resolved by whom it was", async () => {
    const link = await denied();
    expect(await forced("evidence_links", link.id, "stance = 'context'")).toBe(
      "evidence.contradiction_stays",
    );
    const resolved = { linkId: link.id, version: link.version, reason: "speaks of the bridge" };
    await world.do("reviewer", resolveEvidence, resolved);
    for (const change of ["resolved_at = null, resolved_by_human_id = null", "resolution_reason = 'other'"])
      expect(await forced("evidence_links", link.id, change)).toBe("evidence.already_resolved");
  });
});

describe("a stored approval", () => {
  const ME = "investigator2";
  /** Copies a finding's row as another version, past every command. */
  const inserted = async (id: string, changes: Record<string, string>) => {
    const [row] = await world.fresh.store.read.raw<Record<string, unknown>>(
      sql.raw(`select * from findings where id = '${id}'`),
    );
    const fresh = crypto.randomUUID().slice(0, 12);
    const set: Record<string, string> = {
      id: `'fi_${fresh}'`,
      code: `'FI-${fresh}'`,
      number: "99",
      import_key: "null",
      ...changes,
    };
    const columns = Object.keys(row ?? {});
    const values = columns.map((column) => set[column] ?? column);
    return world.fresh
      .directSql(
        `insert into findings (${columns.join(", ")}) select ${values.join(", ")} from findings where id = '${id}'`,
      )
      .then(
        () => "done",
        (error: unknown) => ruleOfTrigger(error) ?? error,
      );
  };
  const by = (reviewer: PersonKey, second?: PersonKey) => ({
    reviewer_human_id: `'${human(reviewer)}'`,
    reviewer_conflict: "'no'",
    second_human_id: second ? `'${human(second)}'` : "null",
    second_conflict: second ? "'no'" : "null",
  });

  it("is never one's own: not by the first nor the second approver, written anew or changed", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id, { author: ME });
    const set = (columns: Record<string, string>) =>
      forced(
        "findings",
        found.id,
        Object.entries(columns)
          .map(([column, value]) => `${column} = ${value}`)
          .join(", "),
      );
    for (const status of ["'first_approved'", "'approved'"]) {
      for (const tried of [set, (columns: Record<string, string>) => inserted(found.id, columns)]) {
        expect(await tried({ status, ...by(ME) })).toBe("finding.reviewer_is_author");
        expect(await tried({ status, ...by("reviewer", ME) })).toBe("finding.reviewer_is_author");
        expect(await tried({ status, ...by("reviewer", "reviewer") })).toBe("finding.second_is_first");
        expect(await tried({ status, reviewer_human_id: "null" })).toBe("finding.no_reviewer");
      }
    }
  });

  it("follows a review: none is written as approved but to settle a contested one or an appeal", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id, { author: ME });
    for (const status of ["first_approved", "approved", "contested", "superseded", "in_review", "withdrawn"])
      expect(await inserted(found.id, { status: `'${status}'`, ...by("reviewer") }), status).toBe(
        "finding.wrong_status",
      );
    const draft = await drafted(world, allegation.id, { facet: "place" });
    for (const status of ["contested", "superseded", "in_review", "returned"])
      expect(await forced("findings", draft.id, `status = '${status}'`), status).toBe("finding.wrong_status");
  });

  it("is of what its author submitted: nobody changes it on the way", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id);
    for (const change of ["determination = 1", "reasoning = 'other'", "standard = 'reasonable_suspicion'"])
      for (const status of ["in_review", "approved"])
        expect(await forced("findings", found.id, `status = '${status}', ${change}`), change).toBe(
          "finding.submitted_is_fixed",
        );
  });

  it("is not above the ceiling in any state, and no appeal that was not varied lifts it there", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const high = await taken(world, allegation.id, { determination: 4, author: ME });
    for (const status of ["first_approved", "approved"])
      expect(await forced("findings", high.id, `status = '${status}'`), status).toBe("finding.above_ceiling");
    const { allegation: other } = await aSupportedAllegation(world);
    const found = await approved(world, other.id, { author: ME });
    const appeal = await lodged(world, found.id);
    const above = { status: "'approved'", determination: "4", ...by("reviewer2") };
    expect(await inserted(found.id, { ...above, appeal_id: `'${appeal.id}'` })).toBe(
      "finding.appeal_does_not_carry",
    );
    expect(await forced("findings", found.id, `appeal_id = '${appeal.id}'`)).toBe("finding.appeal_is_fixed");
    expect(await forced("appeals", appeal.id, "state = 'varied', decided_at = 1")).toBe(
      "appeal.panel_is_not_two",
    );
  });

  it("above a ceiling that was raised by hand with it is out of a trigger's reach, and the next recheck finds it", async () => {
    const { allegation, link } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id, { determination: 4, standard: "none" });
    const raised = "status = 'approved', approved_at = 1, ceiling = 5";
    expect(await forced("findings", found.id, raised)).toBe("done");
    await world.do("legal_officer", recheckFinding, { findingId: found.id });
    const { finding } = await world.ask("reviewer", readFinding, { findingId: found.id });
    expect(finding).toMatchObject({ status: "contested", contestReason: "finding.ceiling_fell" });
    expect(link.version).toBe(1);
  });
});

describe("a stale approval", () => {
  it("is refused when the evidence changed after it was read", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id);
    const read = await world.ask("reviewer", readFinding, { findingId: found.id });
    const more = await anAccount(world, { testimony: { people: [] } });
    await linked(world, more.id, allegation.id);
    const now = await world.ask("reviewer", readFinding, { findingId: found.id });
    expect(now.finding.inputsHash).not.toBe(read.finding.inputsHash);
    const approve = (version: number) =>
      ruleOf(world.do("reviewer", approveFinding, { findingId: found.id, version }));
    expect(await approve(read.finding.version)).toBe("stale");
    expect(await approve(now.finding.version)).toBe("done");
  });

  it("is refused at the second approval too, and where no recheck told of the change", async () => {
    const { allegation } = await aSupportedAllegation(world, { facets: ["individual"] });
    const found = await approved(world, allegation.id, { facet: "individual" });
    expect(await forced("findings", found.id, "inputs_hash = 'of other evidence'")).toBe("done");
    expect(await ruleOf(world.do("reviewer2", secondFinding, asked(found)))).toBe("finding.evidence_moved");
    const back = { findingId: found.id, version: found.version, comment: "the evidence moved" };
    expect(await ruleOf(world.do("reviewer2", returnFinding, back))).toBe("done");
  });
});
