import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  allegations,
  auditEvents,
  contradictions,
  dependencies,
  evidenceLinks,
  findings,
  statements,
  testimonies,
  witnesses,
} from "#db/schema/index.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { compareAccounts } from "#lib/contradictions/queries/compare-accounts.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { type FacetRef, facetKey } from "#lib/corroboration/find/affected-facets.ts";
import { ceilingsOf } from "#lib/corroboration/find/ceilings.ts";
import { corroborationOfTestimony } from "#lib/corroboration/queries/corroboration-of-testimony.ts";
import { listAppeals } from "#lib/corroboration/queries/list-appeals.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { listDoubles } from "#lib/victim-lists/queries/list-doubles.ts";
import { isTrainingLoaded, loadTraining } from "./load.ts";
import { TrainingCase } from "./schema.ts";
import type { TrainingCast } from "./script.ts";

const FILE = new URL("../../../db/seed/training-wadi-narin.json", import.meta.url);
const raw: unknown = JSON.parse(readFileSync(FILE, "utf8"));
const training = TrainingCase.parse(raw);
const { expected } = training;

let world: World;
let steps: number;
let interrupted: unknown;
let finishedTooEarly: boolean;

const castOf = (changes: Partial<TrainingCast> = {}): TrainingCast => ({
  investigator1: world.person("investigator"),
  investigator2: world.person("investigator2"),
  reviewer1: world.person("reviewer"),
  reviewer2: world.person("reviewer2"),
  senior_reviewer: world.person("senior_reviewer"),
  legal_officer1: world.person("legal_officer"),
  legal_officer2: world.person("legal_officer"),
  protection_officer: world.person("protection_officer"),
  ...changes,
});
const read = () => world.fresh.store.read;
const inOrder = (a: string, b: string) => a.localeCompare(b);
const eventCount = () => world.fresh.store.read.$count(auditEvents);

beforeAll(async () => {
  world = await aWorld();
  // Once with somebody in the cast who has no part in the case: the load stops at the second approval.
  interrupted = await loadTraining(
    raw,
    world.caseId,
    castOf({ senior_reviewer: world.person("newcomer") }),
  ).catch((error: unknown) => error);
  finishedTooEarly = await isTrainingLoaded(raw, world.caseId);
  steps = await loadTraining(raw, world.caseId, castOf());
}, 120_000);
afterAll(() => world.close());

/** The program's ids of records that the file names by key. */
async function idsByKey(table: typeof testimonies | typeof allegations): Promise<Map<string, string>> {
  const rows = await world.fresh.store.read
    .select({ key: table.importKey, id: table.id })
    .from(table)
    .where(eq(table.caseId, world.caseId));
  return new Map(rows.map(({ key, id }) => [key ?? "", id]));
}

describe("the training case, loaded by its script", () => {
  it("stops at the step that a rule refuses, and is finished by the next load without doing anything twice", async () => {
    expect(interrupted).toBeInstanceOf(NotFound);
    expect(finishedTooEarly).toBe(false);
    expect(await isTrainingLoaded(raw, world.caseId)).toBe(true);
    const before = await eventCount();
    expect(await loadTraining(raw, world.caseId, castOf())).toBe(steps);
    expect(await eventCount()).toBe(before);
    expect(await world.fresh.store.read.$count(testimonies)).toBe(training.testimonies.length);
    expect(await world.fresh.store.read.$count(findings)).toBe(training.findings.length);
    const links = training.evidence.flatMap(({ facets }) => facets);
    expect(await world.fresh.store.read.$count(evidenceLinks)).toBe(links.length);
  });

  it("brings every testimony to the stage that the file expects", async () => {
    const rows = await world.fresh.store.read
      .select({ key: testimonies.importKey, stage: testimonies.stage, retractedAt: testimonies.retractedAt })
      .from(testimonies);
    const stages = rows.map(({ key, stage, retractedAt }) => [
      key ?? "",
      retractedAt === null ? stage : "retracted",
    ]);
    expect(Object.fromEntries(stages)).toEqual(expected.stages);
  });

  it("reaches exactly the expected ceilings, and contests the expected facets", async () => {
    const ids = await idsByKey(allegations);
    const facets = Object.keys(expected.ceilings).map((key): [string, FacetRef] => {
      const [allegation = "", facet = ""] = key.split("/");
      return [key, { allegationId: ids.get(allegation) ?? "", facet: facet as FacetRef["facet"] }];
    });
    const live = await ceilingsOf(
      world.fresh.store.read,
      facets.map(([, facet]) => facet),
    );
    const ceilings = facets.map(([key, facet]) => [key, live.get(facetKey(facet))?.ceiling] as const);
    expect(Object.fromEntries(ceilings.map(([key, ceiling]) => [key, ceiling?.level]))).toEqual(
      expected.ceilings,
    );
    expect(ceilings.filter(([, ceiling]) => ceiling?.contested).map(([key]) => key)).toEqual(
      expected.contested,
    );
  });

  it("shows every testimony the expected corroboration", async () => {
    const shown: Record<string, string> = {};
    for (const [key, testimonyId] of await idsByKey(testimonies)) {
      shown[key] = (await world.ask("reviewer", corroborationOfTestimony, { testimonyId })).status;
    }
    expect(shown).toEqual(expected.testimonies);
  });

  it("leaves each finding where its path leads, with every approval by another human than its author", async () => {
    const ids = new Map([...(await idsByKey(allegations))].map(([key, id]) => [id, key]));
    const rows = await world.fresh.store.read.select().from(findings);
    const statuses = rows.map((row) => [`${ids.get(row.allegationId)}/${row.facet}`, row.status]);
    expect(Object.fromEntries(statuses)).toEqual({
      "al_killing/occurrence": "approved",
      "al_killing/individual": "approved",
      "al_detention/occurrence": "approved",
      "al_burning/occurrence": "contested",
      "al_killing/unit": "returned",
      "al_beating/occurrence": "submitted",
    });
    for (const { authorHumanId, reviewerHumanId, secondHumanId } of rows) {
      expect([reviewerHumanId, secondHumanId]).not.toContain(authorHumanId);
    }
  });

  it("leaves what is in dispute as the script says: one question open, one decided, one appeal with a seat free", async () => {
    const { caseId } = world;
    const ask = { caseId, page: {} };
    const codes = new Map(
      (await read().select().from(statements)).map(({ id, importKey }) => [id, importKey]),
    );
    const differing = await read().select().from(contradictions);
    const said = differing.map((one) => ({
      between: [one.statementId, one.otherStatementId].map((id) => codes.get(id) ?? "").toSorted(inOrder),
      is: [one.kind, one.facet, one.state],
    }));
    expect(said.toSorted((a, b) => inOrder(a.is.join(), b.is.join()))).toEqual([
      { between: ["s04_count", "s13_count"], is: ["number", "count", "proposed"] },
      { between: ["s10_burning", "sm_denial_burning"], is: ["time", "time", "standing"] },
    ]);
    const witnessId =
      (await read().select().from(witnesses)).find(({ importKey }) => importKey === "w_04")?.id ?? "";
    const { accounts } = await world.ask("investigator", compareAccounts, { witnessId });
    expect(accounts.flatMap((one) => one.statements.flatMap(({ differs }) => differs))).toHaveLength(2);
    const appealed = await world.ask("senior_reviewer", listAppeals, ask);
    expect(appealed.rows).toMatchObject([{ state: "lodged", ground: "independence_misjudged" }]);
    // What waits for nobody yet: a name that a reader sent in, and two brothers on the other list.
    const doubles = await world.ask("protection_officer", listDoubles, { caseId });
    expect([doubles.merged, doubles.waiting, doubles.pairs].map(({ length }) => length)).toEqual([1, 1, 3]);
  });

  it("keeps the paragraphs' numbers through the amendment, and gives every tie the weight that the file names", async () => {
    const amended = training.testimonies.find(({ path }) => path.some((step) => step.do === "amend"));
    const testimonyId = (await idsByKey(testimonies)).get(amended?.key ?? "") ?? "";
    const { version, versions } = await world.ask("reviewer", readTestimony, { testimonyId });
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    const step = amended?.path.find((one) => one.do === "amend");
    for (const { number, original } of step?.paragraphs ?? []) {
      expect(version.paragraphs.find((paragraph) => paragraph.number === number)?.original).toBe(original);
    }
    const named = training.dependencies.map((tie) => [tie.kind, "weight" in tie ? tie.weight : null]);
    const stored = await world.fresh.store.read
      .select({ kind: dependencies.kind, weight: dependencies.weightTenths })
      .from(dependencies);
    const inOrder = (ties: unknown[][]) => ties.map((tie) => tie.join(" ")).toSorted();
    expect(inOrder(stored.map(({ kind, weight }) => [kind, weight]))).toEqual(inOrder(named));
  });

  it("leaves a log that holds", async () => {
    const { keys } = await system();
    expect((await verifyLog(world.fresh.store.read, keys)).verdict).toBe("holds");
  });
});
