/** How SQLite finds what is asked most: by an index, never by walking through a table of records. */
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { readMap } from "#lib/analysis/queries/read-map.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";
import { listLinksOf } from "#lib/links/queries/list-links-of.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { ask } from "#lib/core/ask.ts";
import { querySpecimens } from "#lib/testing/specimens/index.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { openSqliteConnection } from "./sqlite-connection.ts";

/** Tables that grow with the work; what is small may be walked through. */
const GROWING = [
  "actors",
  "allegations",
  "audit_events",
  "evidence_links",
  "findings",
  "incidents",
  "links",
  "media_items",
  "notices",
  "statements",
  "taggings",
  "testimonies",
  "testimony_versions",
  "testimony_writers",
  "victims",
  "witnesses",
];

let world: World;
let testimony: { id: string };
let incident: { id: string };
let compiled: Set<string> | null = null;

beforeAll(async () => {
  const compile = Database.prototype.prepare;
  Database.prototype.prepare = function prepare(this: Database.Database, text: string) {
    compiled?.add(text);
    return compile.call(this, text);
  } as typeof compile;
  world = await aWorld();
  testimony = await aTestimony(world);
  incident = await anIncident(world);
});
afterAll(() => world.close());

/** The steps of the plans of every statement that some work compiles for the first time. */
async function stepsOf(work: () => Promise<unknown>): Promise<{ text: string; step: string }[]> {
  compiled = new Set();
  await work();
  const texts = [...compiled].filter((text) => /^\s*select/i.test(text));
  compiled = null;
  const connection = openSqliteConnection(world.fresh.path ?? "", { readonly: true, key: TEST_FILE_KEY });
  try {
    return texts.flatMap((text) => {
      const marks = Array.from({ length: text.split("?").length - 1 }, () => null);
      const plan = connection.prepare(`explain query plan ${text}`).all(...marks) as { detail: string }[];
      return plan.map(({ detail }) => ({ text, step: detail }));
    });
  } finally {
    connection.close();
  }
}

/** Their work is to go through all of it. */
const OVER_THE_WHOLE_LOG = new Set(["audit.summary", "audit.verifyNow"]);
/** Who holds no right in any case is told so by a condition that no row meets, and SQLite looks at none. */
const NOWHERE = "1 = 0";

/** Nearly all events have one decision: whoever looks for them by it walks through the log. */
const walks = (step: string) =>
  /audit_events_decision_idx \(decision=\?\)/.test(step) ||
  GROWING.some((table) => new RegExp(`^SCAN ${table}\\b`).test(step));

describe("the plan of", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["a list", () => list({})],
    ["a list by stage and kind", () => list({ stage: "submitted", kind: "interview" })],
    ["a list by consent, the other way round", () => list({ consent: "yes", direction: "asc" })],
    ["a list of one witness", () => list({ witnessId: "w_0000000000000000000000" })],
    ["a list of one tag", () => list({ tagId: "tg_0000000000000000000000" })],
    [
      "a record's links",
      () => world.ask("investigator", listLinksOf, { recordId: incident.id, page: { size: 20 } }),
    ],
    ["an incident", () => world.ask("investigator", readIncident, { incidentId: incident.id })],
    ["a testimony", () => world.ask("investigator", readTestimony, { testimonyId: testimony.id })],
    ["the map of a case", () => world.ask("investigator", readMap, { caseId: world.caseId })],
    [
      "a record's history",
      () => world.ask("investigator", readHistory, { recordId: testimony.id, page: { size: 20 } }),
    ],
  ])("%s walks through no table of records", async (_, work) => {
    const steps = await stepsOf(work);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter(({ step }) => walks(step))).toEqual([]);
  });

  it.each(
    querySpecimens
      .filter(({ query }) => !OVER_THE_WHOLE_LOG.has(query.name))
      .map((one) => [one.query.name, one] as const),
  )("%s walks through no table of records either", async (_, { query, as, input }) => {
    const asked = await input(world);
    const steps = await stepsOf(() => ask(query, world.person(as), asked));
    expect(steps.filter(({ step, text }) => walks(step) && !text.includes(NOWHERE))).toEqual([]);
  });

  it("a page of a list sorts nothing: the index is in its order", async () => {
    const steps = await stepsOf(() => list({ kind: "written_statement" }));
    const page = steps.filter(({ text }) => /order by "testimonies"."taken_sort"/.test(text));
    expect(page.length).toBeGreaterThan(0);
    expect(page.filter(({ step }) => /TEMP B-TREE/.test(step))).toEqual([]);
  });
});

const list = (filter: object) =>
  world.ask("investigator", listTestimonies, { caseId: world.caseId, page: { size: 20 }, ...filter });
