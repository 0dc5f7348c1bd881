import { readFileSync } from "node:fs";
import { and, eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "#db/columns.ts";
import * as schema from "#db/schema/index.ts";
import { readFigureGroups } from "#lib/analysis/queries/read-figure-groups.ts";
import { readFigureRanges } from "#lib/analysis/queries/read-figure-ranges.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { Invalid, NotFound, Refused } from "#lib/core/refusals.ts";
import { rehearse } from "#lib/core/rehearse.ts";
import { system } from "#lib/core/system.ts";
import { facetKey } from "#lib/corroboration/find/affected-facets.ts";
import { ceilingOf, ceilingsOf } from "#lib/corroboration/find/ceilings.ts";
import { comparable } from "#lib/figures/rules.ts";
import { retractPlace } from "#lib/places/commands/retract-place.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { importCoastal } from "../commands/import-coastal.ts";
import { listNamedContradictions } from "../queries/list-named-contradictions.ts";
import { aCoastalRecord } from "../testing/a-coastal-record.ts";
import { NAMED_NUMBERS } from "../testing/named-numbers.ts";
import { KNOWN_CONTRADICTIONS } from "./known-contradictions.ts";
import type { CoastalFiles } from "./read-record.ts";
import { COASTAL_FILES } from "./records.ts";

const FOLDER = new URL("../../../db/seed/coastal-2025/", import.meta.url);

let world: World;
const read = () => world.fresh.store.read;
const importing = (
  files: unknown,
  as: Parameters<World["person"]>[0] = "investigator",
  caseId = world.caseId,
) => world.do(as, importCoastal, { caseId, files: files as CoastalFiles as never });
const thrownBy = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => null,
    (error: unknown) => error,
  );

/** How many rows each table has, so that "nothing was added" means nothing at all. */
async function counts(): Promise<Record<string, number>> {
  const tables = Object.entries<unknown>(schema).filter(([, table]) => isTable(table));
  const counted: Record<string, number> = {};
  for (const [name, table] of tables) counted[name] = await read().$count(table as typeof schema.cases);
  return counted;
}
const isTable = (value: unknown): boolean => typeof value === "object" && value !== null && "getSQL" in value;

// On PGlite the whole record takes a minute: there it is imported in the slow lane, and the small one below always.
const isQuick = dialect === "sqlite" || process.env["ATTEST_LONG"] === "1";

describe.runIf(isQuick)("the coastal-2025 record", () => {
  let answer: Awaited<ReturnType<typeof importing>>;

  beforeAll(async () => {
    world = await aWorld();
    const parsed = (file: string): unknown =>
      JSON.parse(readFileSync(new URL(`${file}.json`, FOLDER), "utf8"));
    const files = COASTAL_FILES.map((file) => [file, parsed(file)] as const);
    answer = await importing(Object.fromEntries(files));
  }, 600_000);
  afterAll(() => world.close());

  it("is there in full, by the counts of its own description", async () => {
    const { added, skipped } = answer;
    const described = {
      sources: 90,
      places: 110,
      actors: 63,
      incidents: 128,
      figures: 186,
      media: 37,
      testimonies: 161,
    };
    expect(added).toMatchObject({
      ...described,
      proceedings: 41,
      timelineNotes: 13,
      links: 1387,
      allegations: 183,
    });
    expect(new Set(Object.values(skipped))).toEqual(new Set([0]));
    const stored = await counts();
    expect(stored).toMatchObject({
      sources: 90,
      places: 110,
      actors: 63,
      incidents: 128,
      figures: 186,
      mediaItems: 37,
    });
    expect(stored).toMatchObject({ testimonies: 161, testimonyVersions: 161, proceedings: 41, links: 1387 });
    const fromAccounts = isNotNull(schema.statements.testimonyId);
    expect(await read().$count(schema.statements, fromAccounts)).toBe(291);
    expect(stored["statements"]).toBe(added.statements);
    expect(stored["evidenceLinks"]).toBe(added.evidence);
    expect(stored["dependencies"]).toBe(added.dependencies);
  });

  it("has no grade, no finding, no verification of ours and nothing accepted", async () => {
    const { sourceGrades, findings, statements, testimonies } = schema;
    expect(await read().$count(sourceGrades)).toBe(0);
    expect(await read().$count(findings)).toBe(0);
    expect(await read().$count(statements, isNotNull(statements.plausibility))).toBe(0);
    const ranks = await read()
      .selectDistinct({ rank: statements.mediaRank, condition: statements.mediaCondition })
      .from(statements);
    expect(ranks.filter(({ rank }) => rank !== null)).toEqual([{ rank: "M0", condition: "usable" }]);
    expect(await read().$count(testimonies, eq(testimonies.stage, "submitted"))).toBe(161);
  });

  it("keeps accounts as retellings, with their chain and an unknown date where none is given", async () => {
    const { testimonies } = schema;
    const [row] = await read()
      .select({ id: testimonies.id })
      .from(testimonies)
      .where(eq(testimonies.importKey, "accounts:acc_62nd_division_denial"));
    const { testimony, version, stated } = await world.ask("reviewer", readTestimony, {
      testimonyId: row?.id ?? "",
    });
    expect(testimony).toMatchObject({
      kind: "published_account",
      voice: "perpetrator",
      basis: "B0",
      takenEdtf: "XXXX-XX-XX",
    });
    expect(version).toMatchObject({ textBasis: "paraphrase", originalLanguage: "unknown" });
    expect(version.paragraphs).toHaveLength(1);
    expect(stated.publishers.map(({ name }) => name)).toEqual([
      "Seed encyclopedia article (no source named)",
    ]);
    const undated = eq(testimonies.takenEdtf, "XXXX-XX-XX");
    expect(await read().$count(testimonies, undated)).toBe(13);
  });

  it("reads its one summer as months with the word, and persecution as a tag", async () => {
    const { incidents, statements } = schema;
    const [summer] = await read()
      .select({ edtf: incidents.occurredEdtf, wording: incidents.occurredWording })
      .from(incidents)
      .where(eq(incidents.importKey, "incidents:inc_detentions_druze_2025_summer"));
    expect(summer).toEqual({ edtf: "2025-06~/2025-08~", wording: "summer" });
    const tags = await read().select({ tags: statements.tags }).from(statements);
    expect(tags.filter((row) => row.tags.includes("persecution"))).toHaveLength(16);
  });

  it("lets no act rise above what ungraded and mostly second-hand accounts carry, and sees where one source contradicts itself", async () => {
    const { allegations } = schema;
    const rows = await read().select({ id: allegations.id, key: allegations.importKey }).from(allegations);
    const facets = rows.map(({ id }) => ({ allegationId: id, facet: "occurrence" as const }));
    const live = await ceilingsOf(read(), facets);
    const levels = facets.map((facet) => live.get(facetKey(facet))?.ceiling.level);
    expect(new Set(levels)).toEqual(new Set([0, 1, 3]));
    // The same monitor says that women and children were killed, and that they were spared.
    const unsupported = rows.filter((_, index) => levels[index] === 0).map(({ key }) => key);
    expect(unsupported).toEqual(["incidents:inc_latakia_executions_2025_03_07/vio_unlawful_killing"]);
  });

  it("draws the published counts in one chart for each thing that is counted, and adds none of them up", async () => {
    const { groups, others } = await world.ask("reviewer", readFigureGroups, { caseId: world.caseId });
    expect(groups.map((group) => group.figures.length)).toEqual([3, 2, 2, 2, 2, 2]);
    expect(others).toBe(186 - 13);
    for (const { figures, ...group } of groups) {
      expect(Object.keys(group)).toEqual(["top"]);
      for (const figure of figures) expect(comparable(figure, figures[0]!)).toEqual({ comparable: true });
    }
  });

  it("draws the published counts of the whole event in one chart, each as it was stated, and none summed", async () => {
    const { caseId } = world;
    const { days, scale, unit, hasMore } = await world.ask("reviewer", readFigureRanges, { caseId });
    const drawn = days.flatMap(({ figures }) => figures);
    const { figures } = schema;
    const stated = await read()
      .select({ id: figures.id, min: figures.min, max: figures.max })
      .from(figures)
      .where(and(eq(figures.scope, "whole_event"), eq(figures.unit, "persons")));
    const boundsOf = (some: typeof stated) =>
      some.map(({ id, min, max }) => `${id} ${min} ${max}`).toSorted();
    expect(boundsOf(drawn)).toEqual(boundsOf(stated));
    expect(drawn.map(({ min }) => min)).toEqual(expect.arrayContaining([1479, 1084, 1557, 1659]));
    expect({ unit, hasMore, kind: scale?.kind }).toEqual({
      unit: "persons",
      hasMore: false,
      kind: "logarithmic",
    });
    for (const one of drawn)
      for (const id of one.countsTheSame) {
        const other = drawn.find((figure) => figure.id === id)!;
        expect(comparable(one, other)).toEqual({ comparable: true });
      }
    const village = eq(schema.incidents.importKey, "incidents:inc_al_mukhtariya_2025_03_07");
    const [incident] = await read().select({ id: schema.incidents.id }).from(schema.incidents).where(village);
    const ofOne = await world.ask("reviewer", readFigureRanges, { caseId, incidentId: incident!.id });
    const counted = ofOne.days.flatMap((day) => day.figures.map(({ min }) => min));
    expect(new Set(counted)).toEqual(new Set([38, 40, 157]));
  });

  it("shows every contradiction that its description names, with the numbers that it names, or says what is out of reach", async () => {
    const { rows } = await world.ask("reviewer", listNamedContradictions, { caseId: world.caseId });
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 41 }, (_, at) => at + 1));
    for (const { number, sets, records, outOfReach, contradictions } of rows) {
      const numbers = sets.map((set) => set.map(({ min, max, valueText }) => min ?? max ?? valueText));
      expect(numbers, `numbers of ${number}`).toEqual(NAMED_NUMBERS[number] ?? []);
      const known = KNOWN_CONTRADICTIONS[number - 1]!;
      expect(records, `records of ${number}`).toHaveLength(known.records.length);
      expect(contradictions, `proposals of ${number}`).toHaveLength(known.pairs.length);
      expect(contradictions.every(({ state }) => state === "proposed")).toBe(true);
      const isShown = new Set([...sets.flat(), ...records].map(({ id }) => id)).size >= 2;
      expect(isShown || outOfReach !== null, `${number} is shown or has a reason`).toBe(true);
    }
    const readme = readFileSync(new URL("README.md", FOLDER), "utf8").replaceAll("**", "");
    for (const { number, text } of rows) expect(readme).toContain(`\n${number}. ${text}\n`);
  });

  it("leaves a log that holds, in which every record has an entry of its own", async () => {
    const { keys } = await system();
    expect((await verifyLog(read(), keys)).verdict).toBe("holds");
    const { auditEvents } = schema;
    const entries = (act: string) =>
      read().$count(auditEvents, and(eq(auditEvents.act, act), eq(auditEvents.decision, "allow")));
    expect(await entries("import.coastal")).toBe(1);
    expect(await entries("testimony.submit")).toBe(161);
    expect(await entries("source.record")).toBe(90);
  });
});

describe("importing a record", () => {
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const files = () => aCoastalRecord((words) => words);

  it("changes nothing when it is only tried, and says what it would do", async () => {
    const before = await counts();
    const input = { caseId: world.caseId, files: files() };
    const { added } = await rehearse(importCoastal, world.person("investigator"), input);
    expect(added).toMatchObject({ sources: 3, places: 3, testimonies: 3, proceedings: 1, timelineNotes: 1 });
    expect(await counts()).toEqual(before);
  });

  it("names every fault of the files by file, id and field, and changes nothing", async () => {
    const before = await counts();
    const broken = files();
    Object.assign(broken.sources[0]!, { colour: "green", kind: "gossip" });
    Object.assign(broken.incidents[1]!, { edtf: "2025-02-30", place_ids: ["plc_nowhere"] });
    Object.assign(broken.actors[0]!, { parent_id: "act_unit" });
    Object.assign(broken.figures[0]!, { min: -1 });
    delete broken.media_items[0]!["title"];
    broken.places.push({ ...broken.places[0]! });
    broken.chronology.push("a line" as never);
    Object.assign(broken.accounts[2]!, { published_by: ["src_gone"] });
    Object.assign(broken.proceedings[0]!, { status: "call_made" });
    const error = await thrownBy(importing(broken));
    expect(error).toBeInstanceOf(Invalid);
    expect((error as Invalid).fields.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual([
      "accounts.acc_article.published_by.0 import_dangling",
      "actors.act_ministry.parent_id own_descendant",
      "actors.act_unit.parent_id own_descendant",
      "chronology.#2 wrong_type",
      "figures.fig_mill.min too_low",
      "incidents.inc_mill.edtf dates.invalid.impossible",
      "incidents.inc_mill.place_ids.0 import_dangling",
      "media_items.med_film.title required",
      "places.plc_valley.id import_twice",
      "proceedings.prc_inquiry.status bad_choice",
      "sources.src_monitor.colour unknown_field",
      "sources.src_monitor.kind bad_choice",
    ]);
    expect(await counts()).toEqual(before);
  });

  it("names every record that a room's rule refuses, and brings nothing of the rest", async () => {
    const before = await counts();
    const refused = files();
    Object.assign(refused.places[2]!, { lat: 35.5204 });
    Object.assign(refused.figures[0]!, { max: 9 });
    Object.assign(refused.incidents[1]!, { place_ids: ["plc_mill", "plc_mill"] });
    const error = await thrownBy(importing(refused));
    expect((error as Invalid).fields).toEqual([
      { path: "places.plc_mills.latE5", code: "too_exact" },
      { path: "incidents.inc_mill/plc_mill", code: "import_twice" },
      { path: "figures.fig_mill.max", code: "figure.exact_is_one_number" },
    ]);
    expect(await counts()).toEqual(before);
  });

  it("refuses who may not import, and shows a stranger no case", async () => {
    const before = await counts();
    expect(await thrownBy(importing(files(), "reviewer"))).toBeInstanceOf(Refused);
    expect(await thrownBy(importing(files(), "stranger"))).toBeInstanceOf(NotFound);
    // Both refusals are on record, and nothing else is.
    const { auditEvents, auditSubtrees: ___, callerCodes: _, notFoundTallies: __, ...rest } = await counts();
    expect(before).toMatchObject(rest);
    expect(auditEvents).toBe((before["auditEvents"] ?? 0) + 2);
  });

  it("brings each stance to the facet that it speaks of", async () => {
    await importing(files());
    const { evidenceLinks, statements, allegations, dependencies } = schema;
    const rows = await read()
      .select({ key: statements.importKey, facet: evidenceLinks.facet, stance: evidenceLinks.stance })
      .from(evidenceLinks)
      .innerJoin(statements, eq(statements.id, evidenceLinks.statementId));
    expect(rows.map(({ key, facet, stance }) => `${key} ${stance} ${facet}`).toSorted()).toEqual([
      "accounts:acc_article/alg_article_1 support occurrence",
      "accounts:acc_article/alg_article_2 qualify occurrence",
      "accounts:acc_ministry/alg_ministry_1 contradict unit",
      "accounts:acc_monitor/alg_monitor_1 support occurrence",
      "figures:fig_mill/statement contradict count",
      "figures:fig_mill/statement support occurrence",
      "media_items:med_film/statement support occurrence",
    ]);
    const ties = await read()
      .select({ kind: dependencies.kind, tenths: dependencies.weightTenths })
      .from(dependencies);
    expect(new Set(ties.map(({ kind }) => kind))).toEqual(new Set(["unknown_origin"]));
    // Two first-hand accounts, one of them unattributed and carried by the same article: no independent pair.
    const [act] = await read().select({ id: allegations.id }).from(allegations);
    const { ceiling } = await ceilingOf(read(), { allegationId: act?.id ?? "", facet: "occurrence" });
    expect(ceiling.level).toBe(1);
  });

  it("lets two places that may be one name each other", async () => {
    const { places } = schema;
    const rows = await read()
      .select({ id: places.id, key: places.importKey, twin: places.possibleDuplicateOfId })
      .from(places);
    const idOf = (key: string) => rows.find((row) => row.key === key)?.id;
    expect(rows.find(({ key }) => key === "places:plc_mill")?.twin).toBe(idOf("places:plc_mills"));
    expect(rows.find(({ key }) => key === "places:plc_mills")?.twin).toBe(idOf("places:plc_mill"));
  });

  it("adds nothing the second time, also not what was taken back since, and only what is new in a longer record", async () => {
    const { places } = schema;
    const [unused] = await read()
      .select({ placeId: places.id, version: places.version })
      .from(places)
      .where(eq(places.importKey, "places:plc_valley"));
    await world.do("investigator", retractPlace, { ...unused!, reason: "Not needed." });
    const {
      auditEvents: _,
      auditDetails: __,
      auditSubtrees: ____,
      receipts: ___,
      ...before
    } = await counts();
    const { added, skipped } = await importing(files());
    expect(new Set(Object.values(added))).toEqual(new Set([0]));
    expect(skipped).toMatchObject({ places: 3, testimonies: 3 });
    expect(await counts()).toMatchObject(before);
    const longer = files();
    longer.sources.push({ ...longer.sources[0]!, id: "src_other" });
    expect((await importing(longer)).added).toMatchObject({ sources: 1, places: 0, testimonies: 0 });
  });
});
