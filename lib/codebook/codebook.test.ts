import { describe, expect, it } from "vitest";
import * as z from "zod";
import arabic from "#lib/i18n/messages/ar/codebook.json" with { type: "json" };
import english from "#lib/i18n/messages/en/codebook.json" with { type: "json" };
import { PLAUSIBILITIES, ViolationGroup } from "#lib/corroboration/vocabulary.ts";
import { CODEBOOK_LISTS } from "./lists.ts";
import { FigureCategory, isKnownFigureCategory } from "./reported.ts";
import {
  isContextAct,
  isModeOfLiability,
  isOverlay,
  isSexualViolence,
  SUSPECT_ROLES,
  VIOLATION_CODES,
  violationGroup,
  VIOLATIONS,
} from "./violations.ts";
import { PLACE_PRECISIONS, PLACE_RADIUS_METRES, precisionOfRadius, takesFindings } from "./vocabulary.ts";

const Catalogue = z.record(
  z.string(),
  z.record(
    z.string(),
    z.strictObject({ label: z.string().min(1).max(90), definition: z.string().min(1).max(200) }),
  ),
);
const catalogues = [
  ["English", Catalogue.parse(english)],
  ["Arabic", Catalogue.parse(arabic)],
] as const;
const lists: readonly (readonly [string, readonly string[]])[] = Object.entries(CODEBOOK_LISTS);
const entries = lists.flatMap(([list, ids]) => ids.map((id) => [list, id] as const));

describe.each(catalogues)("the words of the codebook in %s", (language, catalogue) => {
  it("are there for every id, and for nothing else", () => {
    const named = Object.entries(catalogue).flatMap(([list, words]) =>
      Object.keys(words).map((id) => `${list}.${id}`),
    );
    expect(named.toSorted()).toEqual(entries.map((entry) => entry.join(".")).toSorted());
  });

  it("differ within a list, labels and definitions alike", () => {
    const labels = Object.entries(catalogue).flatMap(([list, words]) =>
      Object.values(words).map(({ label }) => `${list}: ${label.toLowerCase()}`),
    );
    const definitions = Object.entries(catalogue).flatMap(([list, words]) =>
      Object.values(words).map(({ definition }) => `${list}: ${definition}`),
    );
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    expect(definitions.filter((text, index) => definitions.indexOf(text) !== index)).toEqual([]);
  });

  it("are plain, whole sentences in their own script", () => {
    const script = language === "Arabic" ? /^[^A-Za-z]*$/ : /^[^\u0600-\u06ff]*$/;
    const faulty = entries.filter(([list, id]) => {
      const { label = "", definition = "" } = catalogue[list]?.[id] ?? {};
      const text = `${label} ${definition}`;
      return (
        !script.test(text) || !definition.endsWith(".") || label.endsWith(".") || /[{}<>#']| {2}/.test(text)
      );
    });
    expect(faulty).toEqual([]);
  });

  it("never call a claim proven or a person guilty", () => {
    const verdict =
      /\b(proven|proved|proof|guilt|guilty|culprit|criminal)\b|مذنب|مجرم|مثبت|ثبت|أثبت|الجاني|الجناة/i;
    const texts = Object.values(catalogue).flatMap((words) =>
      Object.values(words).flatMap(({ label, definition }) => [label, definition]),
    );
    expect(texts.filter((text) => verdict.test(text))).toEqual([]);
  });
});

describe("the lists", () => {
  it("have ids that can be stored, put into a message key and compared byte by byte", () => {
    expect(entries.filter(([, id]) => !/^[A-Za-z0-9][A-Za-z0-9_]*$/.test(id))).toEqual([]);
    expect(lists.filter(([, ids]) => new Set(ids).size !== ids.length)).toEqual([]);
  });

  it("give the derived credibility words and keep it out of what a person may enter", () => {
    expect(CODEBOOK_LISTS.plausibility).toEqual(["1", ...PLAUSIBILITIES.map(String)]);
  });
});

describe("types of acts", () => {
  it("belong to the group of their letter", () => {
    expect(VIOLATION_CODES).toHaveLength(51);
    expect(
      VIOLATION_CODES.map(violationGroup).filter((group) => !ViolationGroup.options.includes(group)),
    ).toEqual([]);
    expect(VIOLATION_CODES.at(-1)).toBe("N10");
  });

  it("imply no crime in group N, and only there have no provision to look at", () => {
    const context = VIOLATION_CODES.filter(isContextAct);
    expect(context).toEqual(["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9", "N10"]);
    expect(VIOLATION_CODES.filter((code) => VIOLATIONS[code].romeStatute === null)).toEqual(context);
  });

  it("send group G, and nothing else, to the compartment for sexual violence", () => {
    expect(VIOLATION_CODES.filter(isSexualViolence)).toEqual(["G1", "G2", "G3", "G4"]);
    expect(VIOLATION_CODES.filter(isOverlay)).toEqual(["X1"]);
  });

  it("never list genocide", () => {
    expect(
      Object.values(VIOLATIONS).filter(({ romeStatute }) => /(^|[^0-9])6\(/.test(romeStatute ?? "")),
    ).toEqual([]);
  });
});

describe("roles, places, incidents, figures", () => {
  it("tell modes of liability from mere facts", () => {
    expect(SUSPECT_ROLES.filter((role) => !isModeOfLiability(role))).toEqual(["present_only", "suspected"]);
  });

  it.each([
    [5, "P0"],
    [10, "P0"],
    [11, "P1"],
    [500, "P2"],
    [4_000, "P3"],
    [20_000, "P4"],
    [50_000, "P5"],
    [150_000, "P6"],
    [150_001, "P7"],
    [null, "P7"],
  ] as const)("never claim a finer precision than a radius of %j m allows", (radius, precision) => {
    expect(precisionOfRadius(radius)).toBe(precision);
  });

  it("have radii that grow with the precision's number", () => {
    const radii = PLACE_PRECISIONS.map((precision) => PLACE_RADIUS_METRES[precision] ?? Infinity);
    expect(radii.toSorted((a, b) => a - b)).toEqual(radii);
  });

  it("keep findings to events and aggregates", () => {
    expect(CODEBOOK_LISTS.incidentKind.filter(takesFindings)).toEqual(["event", "aggregate"]);
  });

  it("let a figure count something that has no entry yet, within bounds", () => {
    expect(FigureCategory.parse(" bakeries ")).toBe("bakeries");
    expect(isKnownFigureCategory("bakeries")).toBe(false);
    expect(isKnownFigureCategory("civilians")).toBe(true);
    expect(FigureCategory.safeParse("x".repeat(81)).success).toBe(false);
    expect(FigureCategory.safeParse(" ").success).toBe(false);
  });
});
