import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { allegations, auditEvents, findings } from "#db/schema/index.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import { command } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { recordAllegation } from "#lib/corroboration/commands/record-allegation.ts";
import { recordEvidence } from "#lib/corroboration/commands/record-evidence.ts";
import { recordStatement } from "#lib/corroboration/commands/record-statement.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { anAcceptedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { gradeSource } from "./commands/grade-source.ts";

let world: World;
let witnessId: string;
let findingId: string;

/** A finding on the occurrence of an allegation, still being written. */
const draftFinding = command({
  name: "test.draft",
  input: z.strictObject({ allegationId: z.string() }),
  permission: "finding.write",
  load: (ctx, { allegationId }) => findRecord(ctx, allegations, allegationId),
  async run(ctx, { allegationId }, { caseId }) {
    const finding = await ctx.write.insert(findings, {
      ...newRecord(ctx, "finding", "F"),
      caseId,
      allegationId,
      facet: "occurrence",
      number: 1,
      status: "draft",
      conclusion: "determined",
      standard: "none",
      reasoning: "one account so far",
      contrarySearch: "not_asked",
      ceiling: 0,
      contested: false,
      refutedProposed: false,
      witnessSet: [],
      inputsHash: "0",
      algorithmVersion: "1",
      codebookVersion: "1",
      needsSecond: false,
      authorHumanId: ctx.scope.humanId,
    });
    return recorded(finding);
  },
});

/** One first-hand account of a witness, as evidence that an act occurred, with a finding on it. */
beforeAll(async () => {
  world = await aWorld();
  const { caseId } = world;
  witnessId = (await aWitness(world)).id;
  const { id: testimonyId, version } = await anAcceptedTestimony(world, { witnessId, basis: "B2" });
  const consent = {
    consentInternal: "yes" as const,
    consentExport: "no" as const,
    reason: "asked after the interview",
  };
  await world.do("investigator", setConsent, { testimonyId, version, ...consent });
  const statement = await world.do("investigator", recordStatement, {
    caseId,
    testimonyId,
    mediaId: null,
    figureId: null,
    claim: "saw it from the bridge",
    testimonyNumber: 1,
    paragraphs: null,
    basis: "B2",
    plausibility: 2,
    identification: "none",
    countBasis: "none",
    mediaRank: null,
    mediaCondition: null,
    showsActItself: null,
    tags: [],
    note: null,
  });
  const allegation = await world.do("investigator", recordAllegation, {
    caseId,
    incidentId: (await anIncident(world)).id,
    violation: "K1",
    actorId: null,
    victimId: null,
    placeId: null,
    occurredEdtf: null,
    occurredWording: null,
    wording: "men are said to have been shot at the canal",
    childConcerned: false,
    note: null,
  });
  const ends = { statementId: statement.id, allegationId: allegation.id };
  const evidence = {
    ...ends,
    caseId,
    facets: ["occurrence" as const],
    stance: "support" as const,
    rationale: "saw it",
  };
  await world.do("investigator", recordEvidence, evidence);
  findingId = (await world.do("investigator", draftFinding, { allegationId: allegation.id })).id;
});
afterAll(() => world.close());

const grade = (id: string, reliability: "B" | "E") =>
  world.do("reviewer", gradeSource, { sourceId: null, witnessId: id, reliability, reason: "because" });
const finding = async () => {
  const [row] = await world.fresh.store.read.select().from(findings).where(eq(findings.id, findingId));
  return row;
};

it("a grade computes again, in the same act, the findings that rest on the one who is graded", async () => {
  await grade(witnessId, "B");
  const trusted = await finding();
  expect(trusted).toMatchObject({ version: 2, ceiling: 2 }); // one credible first-hand origin
  await grade(witnessId, "E");
  const mistrusted = await finding();
  expect(mistrusted?.version).toBe(3);
  expect(mistrusted?.ceiling).toBeLessThan(2);
  const rows = await world.fresh.store.read
    .select()
    .from(auditEvents)
    .orderBy(desc(auditEvents.seq))
    .limit(2);
  const events = rows.map((row) => JSON.parse(row.body) as AuditEvent);
  expect(events.map((event) => event.act)).toEqual(["source.grade", "finding.recheck"]);
  expect(new Set(events.map((event) => event.req)).size).toBe(1);
});

it("a grade of somebody else leaves them as they are", async () => {
  const before = await finding();
  await grade((await aWitness(world)).id, "E");
  expect(await finding()).toEqual(before);
});
