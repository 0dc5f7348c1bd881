import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { FigureCategory, isKnownFigureCategory } from "#lib/codebook/reported.ts";
import { isContextAct } from "#lib/codebook/violations.ts";
import { edtfProblem } from "#lib/core/uncertain-date.ts";
import * as map from "./codebook-map.ts";
import { UnmappedValue } from "./look-up.ts";
import * as reported from "./reported-map.ts";

const Text = z.string().nullable();
const Allegation = z.object({
  violation_id: Text,
  stance: z.string(),
  corroboration: z.object({
    supports: z.array(z.object({ independence: z.string() })),
    contradicts: z.array(z.object({ independence: z.string() })),
  }),
});

const violations = load("violations", z.object({ id: z.string(), rome_statute_applicability: z.string() }));
const sources = load("sources", z.object({ id: z.string(), kind: z.string() }));
const actors = load("actors", z.object({ kind: z.string(), attributed_side: z.string() }));
const places = load(
  "places",
  z.object({ kind: z.string(), parent_basis: Text, coordinate_basis: Text, coordinate_precision: Text }),
);
const incidents = load(
  "incidents",
  z.object({
    id: z.string(),
    record_kind: z.string(),
    victim_group: z.string(),
    attributed_side: z.string(),
    edtf: Text,
    date_precision: z.string(),
    violation_ids: z.array(z.string()),
  }),
);
const accounts = load(
  "accounts",
  z.object({
    account_type: z.string(),
    directness: z.string(),
    reported_date: Text,
    allegations: z.array(Allegation),
  }),
);
const figures = load(
  "figures",
  z.object({
    scope: z.string(),
    unit: z.string(),
    outcome: z.string(),
    category: z.string(),
    certainty: z.string(),
    attributed_to: z.string(),
    as_of: Text,
    period: Text,
  }),
);
const media = load(
  "media_items",
  z.object({
    kind: z.string(),
    circulated_date: Text,
    verification: z.array(z.object({ state: z.string() })),
  }),
);
const proceedings = load(
  "proceedings",
  z.object({
    type: z.string(),
    status: z.string(),
    edtf: Text,
    date_precision: z.string(),
    status_as_of: Text,
  }),
);
const chronology = load("chronology", z.object({ date: Text, date_precision: z.string() }));
const allegations = accounts.flatMap((account) => account.allegations);

function load<Row extends z.ZodType>(name: string, row: Row): z.infer<Row>[] {
  const path = new URL(`../../../db/seed/coastal-2025/${name}.json`, import.meta.url);
  return z.array(row).parse(JSON.parse(readFileSync(path, "utf8")));
}

function stated(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].toSorted();
}

const proceedingRows = proceedings.filter(({ type }) => reported.proceedingOf(type).record === "proceeding");
const responseRows = proceedings.filter(({ type }) => reported.proceedingOf(type).record === "response");

describe("the coastal record in our codebook", () => {
  it.each<[string, readonly (string | null)[], (value: string) => unknown, number]>([
    ["violations", violations.map(({ id }) => id), map.violationOf, 36],
    ["source kinds", sources.map(({ kind }) => kind), map.sourceKindOf, 7],
    ["actor kinds", actors.map(({ kind }) => kind), map.actorKindOf, 13],
    ["sides of actors", actors.map((row) => row.attributed_side), map.sideOf, 4],
    ["sides of incidents", incidents.map((row) => row.attributed_side), map.sideOf, 5],
    ["place kinds", places.map(({ kind }) => kind), map.placeKindOf, 12],
    ["bases of parents", places.map((row) => row.parent_basis), map.placeBasisOf, 3],
    ["bases of coordinates", places.map((row) => row.coordinate_basis), map.placeBasisOf, 1],
    ["precision of coordinates", places.map((row) => row.coordinate_precision), map.coordinatePrecisionOf, 1],
    ["incident kinds", incidents.map((row) => row.record_kind), map.incidentKindOf, 4],
    ["victim groups", incidents.map((row) => row.victim_group), map.victimGroupOf, 12],
    ["voices", accounts.map((row) => row.account_type), map.voiceOf, 7],
    ["directness", accounts.map(({ directness }) => directness), map.basisOf, 3],
    ["stances", allegations.map(({ stance }) => stance), map.stanceOf, 4],
    [
      "independence",
      allegations.flatMap(({ corroboration }) =>
        [...corroboration.supports, ...corroboration.contradicts].map(({ independence }) => independence),
      ),
      map.tieOf,
      4,
    ],
    ["figure scopes", figures.map(({ scope }) => scope), reported.figureScopeOf, 6],
    ["figure units", figures.map(({ unit }) => unit), reported.figureUnitOf, 18],
    ["figure outcomes", figures.map(({ outcome }) => outcome), reported.figureOutcomeOf, 25],
    [
      "figure categories",
      figures.map(({ category }) => category),
      (value) => FigureCategory.parse(value),
      39,
    ],
    ["figure certainties", figures.map(({ certainty }) => certainty), reported.figureCertaintyOf, 6],
    ["sides of figures", figures.map((row) => row.attributed_to), reported.figureSideOf, 4],
    ["media kinds", media.map(({ kind }) => kind), reported.mediaKindOf, 9],
    [
      "reported verifications",
      media.flatMap(({ verification }) => verification.map(({ state }) => state)),
      reported.reportedVerificationOf,
      7,
    ],
    ["kinds of proceedings and responses", proceedings.map(({ type }) => type), reported.proceedingOf, 20],
    ["statuses of proceedings", proceedingRows.map(({ status }) => status), reported.proceedingStatusOf, 9],
    ["statuses of responses", responseRows.map(({ status }) => status), reported.responseStatusOf, 8],
  ])("maps all %s and keeps them apart", (_list, values, mapped, count) => {
    const terms = stated(values);
    expect(terms).toHaveLength(count);
    expect(new Set(terms.map((term) => JSON.stringify(mapped(term)))).size).toBe(count);
  });

  it("knows every violation that incidents and allegations name", () => {
    const named = [
      ...incidents.flatMap((row) => row.violation_ids),
      ...allegations.map((row) => row.violation_id),
    ];
    expect(stated(named).map(map.violationOf)).toHaveLength(36);
  });

  it("files what the record calls no crime as context, and threats as the one exception", () => {
    const harmless = violations
      .filter((row) => row.rome_statute_applicability === "none")
      .map(({ id }) => id);
    const targets = harmless.map((id) => [id, codeOf(id)] as const);
    expect(targets.filter(([, code]) => code === null || !isContextAct(code)).map(([id]) => id)).toEqual([
      "vio_threats",
    ]);
    expect(codeOf("vio_unlawful_killing")).toBe("K0");
    expect(map.violationOf("vio_persecution")).toEqual({
      kind: "tag",
      tag: "persecution",
      ground: "religious",
    });
  });

  it("has words for every category of figures", () => {
    expect(figures.filter(({ category }) => !isKnownFigureCategory(category))).toEqual([]);
  });

  it("splits proceedings from responses without a remainder", () => {
    expect([proceedingRows.length, responseRows.length]).toEqual([13, 28]);
  });

  it.each(["", "vio_unknown", "toString", "__proto__"])("refuses %j instead of guessing", (value) => {
    expect(() => map.violationOf(value)).toThrow(UnmappedValue);
    expect(() => reported.figureUnitOf(value)).toThrow(UnmappedValue);
  });

  it("keeps the number of the unattributed source", () => {
    expect(sources.filter(({ id }) => id === map.UNATTRIBUTED_SOURCE_ID)).toHaveLength(1);
  });
});

describe("the dates of the record", () => {
  const dates = [
    ...incidents.map(({ edtf }) => edtf),
    ...accounts.map((row) => row.reported_date),
    ...figures.flatMap((row) => [row.as_of, row.period]),
    ...media.map((row) => row.circulated_date),
    ...proceedings.flatMap((row) => [row.edtf, row.status_as_of]),
    ...chronology.map(({ date }) => date),
  ];

  it("are all read, unchanged but for the one summer and for those that are not known", () => {
    const texts = stated(dates);
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter((text) => map.dateOf(text).edtf !== text)).toEqual(["2025-22"]);
    expect(map.dateOf("2025-22")).toEqual({ edtf: "2025-06~/2025-08~", wording: "summer" });
    expect(edtfProblem(map.dateOf("2025-22").edtf)).toBeNull();
    expect(map.dateOf(null)).toEqual({ edtf: "XXXX-XX-XX", wording: null });
  });

  it("say by themselves what the record repeats as their precision, but for two labels that fit their date less well", () => {
    const rows = [...incidents, ...proceedings].filter((row) => precisionOf(row.edtf) !== row.date_precision);
    expect(rows.map((row) => [row.edtf, row.date_precision])).toEqual([
      ["2024-12/..", "month"],
      ["2025-12~", "approximate"],
    ]);
  });
});

function codeOf(id: string): ReturnType<typeof actCode> {
  return actCode(map.violationOf(id));
}

function actCode(target: map.ViolationTarget): Extract<map.ViolationTarget, { kind: "act" }>["code"] | null {
  return target.kind === "act" ? target.code : null;
}

/** The record's own words for the shape of a date. */
function precisionOf(edtf: string | null): string {
  if (edtf === null) return "none";
  if (edtf === "2025-22") return "season";
  if (edtf.startsWith("/")) return "unknown";
  if (edtf.includes("/")) return "interval";
  if (/^\d{4}-\d{2}-\d{2}~$/.test(edtf)) return "approximate";
  if (/^\d{4}-\d{2}~?$/.test(edtf)) return "month";
  return "day";
}
