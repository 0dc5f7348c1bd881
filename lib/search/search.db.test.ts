import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dialect } from "#db/columns.ts";
import { searchEntries, searchProgress } from "#db/schema/index.ts";
import { putEntries } from "#db/search-index.ts";
import { retractCase } from "#lib/cases/commands/retract-case.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { amendPlace } from "#lib/places/commands/amend-place.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { retractPlace } from "#lib/places/commands/retract-place.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { aTestimony, anAcceptedTestimony, testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { indexedWords } from "#lib/core/folding.ts";
import { system } from "#lib/core/system.ts";
import { matchesOf } from "./find/matches.ts";
import { fillSearchIndex, tidySearchIndex } from "./jobs.ts";
import { findAnything } from "./queries/find-anything.ts";
import { soughtIn } from "./rules/sought.ts";
import { COUNTED_MAX, type Marked } from "./vocabulary.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const place = (name: string, nameAr: string | null, variants: string | null = null) => ({
  name,
  nameAr,
  variants,
  kind: "village" as const,
  precision: "P3" as const,
  parentId: null,
  parentBasis: null,
  latE5: null,
  lonE5: null,
  coordinateBasis: null,
  possibleDuplicateOfId: null,
  note: null,
});
const aPlace = (
  name: string,
  nameAr: string | null = null,
  variants: string | null = null,
  as: PersonKey = "investigator",
) =>
  world.do(as, recordPlace, {
    ...place(name, nameAr, variants),
    caseId: as === "stranger" ? world.otherCaseId : world.caseId,
  });
const find = (text: string, more: object = {}, as: PersonKey = "reviewer") =>
  world.ask(as, findAnything, { text, ...more });
const namesFound = async (text: string, more: object = {}) =>
  (await find(text, more)).names.hits.map(({ label, code }) => label?.text ?? code);
const paragraph = (original: string, translation: string | null = null) => ({
  number: null,
  original,
  translation,
});
const markedIn = (one: Marked | null | undefined) =>
  one?.marks.map(([start, end]) => one.text.slice(start, end));

describe("finding by name", () => {
  it("finds a place by either name, by other spellings and while the last word is typed, and marks why", async () => {
    await aPlace("Ayn al-Zaytun", "عين الزيتون", "Ain Zeitoun\nOlive Spring");
    await aPlace("Tell Abyad");
    for (const text of [
      "zaytun",
      "ayn ZAYTUN",
      "Ayn az-Zaytun",
      "عين زيتون",
      "زيتون",
      "ain zeitun",
      "Ayn Zay",
    ])
      expect(await namesFound(text), text).toEqual(["Ayn al-Zaytun"]);
    expect(await namesFound("Ayn Zay ")).toEqual([]); // the word is at its end
    const [hit] = (await find("عين الزيت")).names.hits;
    expect(markedIn(hit?.labelAr)).toEqual(["عين", "الزيتون"]);
    const [variant] = (await find("olive")).names.hits;
    expect(markedIn(variant?.snippet)).toEqual(["Olive"]);
  });

  it("puts the shorter name first: it is the one that was meant", async () => {
    await aPlace("Hospital of the old quarter of Qadmous");
    await aPlace("Qadmous");
    await aPlace("Road to Qadmous");
    expect(await namesFound("qadmous")).toEqual([
      "Qadmous",
      "Road to Qadmous",
      "Hospital of the old quarter of Qadmous",
    ]);
  });

  it("forgets a name that was changed and a record that was taken back", async () => {
    const { id, version } = await aPlace("Oldname");
    await world.do("investigator", amendPlace, { ...place("Newname", null), placeId: id, version });
    expect(await namesFound("oldname")).toEqual([]);
    expect(await namesFound("newname")).toEqual(["Newname"]);
    await world.do("investigator", retractPlace, { placeId: id, version: version + 1, reason: "twice" });
    expect(await namesFound("newname")).toEqual([]);
  });

  it("looks only where it is told to: types, one case", async () => {
    await aPlace("Qadmous");
    expect(await namesFound("qadmous", { types: ["actor"] })).toEqual([]);
    expect(await namesFound("qadmous", { types: ["place", "actor"], caseId: world.caseId })).toEqual([
      "Qadmous",
    ]);
    expect(await namesFound("qadmous", { caseId: world.otherCaseId })).toEqual([]);
  });

  it("says nothing, not even a number, of another case or of one that was taken back", async () => {
    await aPlace("Sharedname");
    await aPlace("Sharedname", null, null, "stranger");
    const answer = await find("sharedname");
    expect(answer.names.total).toBe(1);
    expect(answer.cases.map(({ id }) => id)).toEqual([world.caseId]);
    const { version } = await world.ask("legal_officer", readCase, { caseId: world.caseId });
    await world.do("legal_officer", retractCase, { caseId: world.caseId, version, reason: "opened twice" });
    expect((await find("sharedname")).names.total).toBe(0);
  });

  it("takes anything that can be typed as words and nothing else", async () => {
    await aPlace("Qadmous");
    for (const text of [
      '"qadmous"',
      "qadmous*",
      "-qadmous",
      "qadmous)",
      "(qadmous",
      "NEAR(qadmous)",
      "words:qadmous",
      "'qadmous\\",
    ])
      await expect(find(text), text).resolves.toBeDefined();
    for (const text of ['"', "'; drop table places", "*", "§", "n§", "", "   ", "al", "😀"])
      expect((await find(text)).names.total, text).toBe(0);
    expect(await namesFound("“Qadmous”")).toEqual(["Qadmous"]);
  });
});

describe("a pasted code", () => {
  it("leads to its record, however it was written, and to none of another case", async () => {
    const { code, id } = await aWitness(world);
    const arabic = code.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    for (const text of [
      code,
      ` ${code.toLowerCase()} `,
      code.replace("-", " "),
      code.replace("-", "–"),
      `\u2066${arabic}\u2069`,
    ])
      expect((await find(text)).exact?.id, text).toBe(id);
    expect((await find(code, {}, "stranger")).exact).toBeNull();
    expect((await find(`${code.slice(0, -1)}!`)).exact).toBeNull();
  });
});

describe("finding in texts", () => {
  it("opens at the paragraph with most of the words, of the newest version, in the original or the translation", async () => {
    const { id, version } = await aTestimony(world, {
      translationLanguage: "ar",
      translator: "machine",
      paragraphs: [
        paragraph("A grey van stood there.", "كانت هناك شاحنة رمادية."),
        paragraph("The grey van left at noon with two men.", "غادرت الشاحنة الرمادية ظهرًا."),
      ],
    });
    const [hit] = (await find("grey noon")).texts.hits;
    expect(hit).toMatchObject({ type: "testimony", id, paragraph: 2 });
    expect(markedIn(hit?.snippet)).toEqual(["grey", "noon"]);
    expect((await find("غادرت الشاحنه")).texts.hits[0]).toMatchObject({ id, paragraph: 2 });
    const fields = await testimonyFields(world, {
      paragraphs: [{ number: 2, original: "It left at dusk.", translation: null }],
    });
    await world.do("investigator", saveTestimony, { ...fields, testimonyId: id, version });
    expect((await find("noon")).texts.total).toBe(0);
    expect((await find("dusk")).texts.hits[0]).toMatchObject({ id, paragraph: 2 });
  });

  it("finds the newest version alone, and nothing of what was taken back", async () => {
    const { id, version } = await anAcceptedTestimony(world, { paragraphs: [paragraph("A lorry came.")] });
    const draft = await world.do("investigator", amendTestimony, {
      testimonyId: id,
      version,
      reason: "misheard",
    });
    expect((await find("lorry")).texts.total).toBe(1);
    const fields = await testimonyFields(world, {
      paragraphs: [{ number: 1, original: "A tractor came.", translation: null }],
    });
    const saved = await world.do("investigator", saveTestimony, {
      ...fields,
      testimonyId: id,
      version: draft.version,
    });
    expect((await find("lorry")).texts.total).toBe(0);
    expect((await find("tractor")).texts.total).toBe(1);
    await world.do("investigator", retractTestimony, {
      testimonyId: id,
      version: saved.version,
      reason: "withdrawn",
    });
    expect((await find("tractor")).texts.total).toBe(0);
    expect((await find("bridge")).names.total).toBe(0);
  });
});

describe("a common word", () => {
  const MANY = 2_500;
  /** Entries as if for records, past the commands: only the index is asked here. */
  const synthetic = async (words: (n: number) => string[]) => {
    const entries = Array.from({ length: MANY }, (_, n) => ({
      caseId: n % 2 === 0 ? world.caseId : world.otherCaseId,
      recordType: "place" as const,
      recordId: `pl_synthetic${n}`,
      part: "text" as const,
      words: words(n).flatMap(indexedWords),
    }));
    for (let at = 0; at < MANY; at += 500)
      await world.fresh.store.transact((tx) => putEntries(tx, entries.slice(at, at + 500), true));
  };
  const placeOf = (caseId: string) => ({
    part: "text" as const,
    scopes: [{ caseId, compartments: 0, types: "all" as const }],
  });

  it("is shown the newest first, counted to a thousand and never ranked; a rare one is", async () => {
    await synthetic((n) => ["village", ...(n % 500 === 0 ? ["minaret"] : [])]);
    const asked: string[] = [];
    const { read } = world.fresh.store;
    const spy = {
      ...read,
      kept: ((name, build) => {
        asked.push(name);
        return read.kept(name, build);
      }) as typeof read.kept,
    };
    const first = await matchesOf(spy, placeOf(world.caseId), soughtIn("village"), 20, undefined);
    expect(first.counted).toBe(COUNTED_MAX + 1);
    expect(first.ids).toEqual(first.ids.toSorted((a, b) => b - a));
    expect(asked).not.toContain("search.ranked");
    const second = await matchesOf(spy, placeOf(world.caseId), soughtIn("village"), 20, first.next ?? "");
    expect(second.ids[0]).toBeLessThan(first.ids.at(-1) ?? 0);
    expect(asked).not.toContain("search.ranked");
    const rare = await matchesOf(spy, placeOf(world.caseId), soughtIn("minar"), 20, undefined);
    expect(rare.counted).toBe(5);
    expect(asked.filter((one) => one === "search.ranked")).toHaveLength(1);
  });

  it.runIf(dialect === "sqlite")("is walked in the order of the index: nothing is sorted", async () => {
    const plan = await world.fresh.store.read.raw<{ detail: string }>(
      sql.raw(
        `explain query plan select rowid from search_words where search_words match '"vilage"' and rowid < 9 order by rowid desc limit 5`,
      ),
    );
    expect(plan.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE/);
    expect(plan).toHaveLength(1);
  });
});

it.runIf(dialect === "sqlite")("is put together from its pieces, and finds the same", async () => {
  for (const number of ["one", "two", "three", "four", "five", "six"]) await aPlace(`Tell ${number}`);
  const pieces = async () => {
    const [row] = await world.fresh.store.read.raw<{ pieces: number }>(
      sql`select count(distinct segid) as pieces from search_words_idx`,
    );
    return row?.pieces ?? 0;
  };
  const [before, found] = [await pieces(), await namesFound("tell")];
  await tidySearchIndex(await system());
  expect(before).toBeGreaterThan(2);
  expect(await pieces()).toBeLessThan(before);
  expect(await namesFound("tell")).toEqual(found);
  expect(found).toHaveLength(6);
  await tidySearchIndex(await system());
});

describe("an index that is not there yet", () => {
  it("is made from the records, as the writing of them would have made it", async () => {
    await aPlace("Qadmous", "القدموس");
    const { id, version } = await aTestimony(world, { paragraphs: [paragraph("A lorry came.")] });
    await world.do("investigator", retractTestimony, { testimonyId: id, version, reason: "withdrawn" });
    const { id: kept } = await aTestimony(world, { paragraphs: [paragraph("A tractor came.")] });
    const entries = async () =>
      (await world.fresh.store.read.select().from(searchEntries))
        .map(({ recordId, part }) => `${recordId} ${part}`)
        .toSorted();
    const before = await entries();
    await world.fresh.directSql(
      "delete from search_entries; delete from search_words; delete from search_progress;",
    );
    expect(await namesFound("qadmous")).toEqual([]);
    const said: string[] = [];
    await fillSearchIndex(await system(), (line) => said.push(line));
    expect(said.length).toBeGreaterThan(0);
    expect(await entries()).toEqual(before);
    expect(await namesFound("qadmous")).toEqual(["Qadmous"]);
    expect((await find("tractor")).texts.hits[0]?.id).toBe(kept);
    expect((await find("lorry")).texts.total).toBe(0);
    const again: string[] = [];
    await fillSearchIndex(await system(), (line) => again.push(line));
    expect(again).toEqual([]);
  });

  it("is made anew when the words are folded in another way", async () => {
    await aPlace("Qadmous");
    await fillSearchIndex(await system(), () => {});
    await world.fresh.directSql("update search_progress set folding = 0; delete from search_words;");
    expect(await namesFound("qadmous")).toEqual([]);
    await fillSearchIndex(await system(), () => {});
    expect(await namesFound("qadmous")).toEqual(["Qadmous"]);
    const rows = await world.fresh.store.read.select().from(searchProgress);
    expect(rows.every(({ done }) => done)).toBe(true);
  });
});
