import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { comparable, scopeOf, storedNumber } from "./rules.ts";
import { FigureFields } from "./vocabulary.ts";
import type { FigureScopeKey } from "./words.ts";

const ID = "0".repeat(22);

const claim = (publisher: string, changes: Partial<z.input<typeof FigureFields>>): FigureFields =>
  FigureFields.parse({
    scope: "whole_event",
    incidentId: null,
    placeId: null,
    sourceId: `so_${ID}`,
    reportedViaId: null,
    asOfEdtf: null,
    periodEdtf: null,
    category: "total",
    outcome: "killed",
    unit: "persons",
    attributedTo: "not_stated",
    min: null,
    max: null,
    certainty: "exact",
    valueText: null,
    wording: `as ${publisher} put it`,
    note: null,
    ...changes,
  });

const SOHR_12_MARCH = { asOfEdtf: "2025-03-12", periodEdtf: "2025-03-06/2025-03-12", category: "civilians" };
const governorate = (at: number, min: number) =>
  claim("SOHR", {
    ...SOHR_12_MARCH,
    scope: "governorate" as const,
    placeId: `pl_${`${at}`.padStart(22, "0")}`,
    min,
  });

/** Tolls of the coastal violence of March 2025 as their publishers put them: each is a claim, none is "the" number. */
const TOLLS = {
  sohr8MarchCivilians: claim("SOHR", {
    asOfEdtf: "2025-03-08",
    periodEdtf: "2025-03-06/2025-03-08",
    category: "civilians",
    min: 745,
  }),
  sohr8MarchAllDead: claim("SOHR", {
    asOfEdtf: "2025-03-08",
    periodEdtf: "2025-03-06/2025-03-08",
    min: 1018,
  }),
  ohchr11MarchVerified: claim("OHCHR", { asOfEdtf: "2025-03-11", min: 111, certainty: "at_least" }),
  snhr11March: claim("SNHR", {
    asOfEdtf: "2025-03-11",
    periodEdtf: "2025-03-06/2025-03-10",
    attributedTo: "both",
    min: 803,
  }),
  sohr12March: claim("SOHR", { ...SOHR_12_MARCH, min: 1383 }),
  sohrLatakia: governorate(1, 683),
  sohrTartus: governorate(2, 433),
  sohrHama: governorate(3, 255),
  sohrHoms: governorate(4, 12),
  reuters30June: claim("Reuters", {
    asOfEdtf: "2025-06-30",
    periodEdtf: "2025-03-07/2025-03-09",
    category: "alawites",
    min: 1479,
  }),
  reutersSites: claim("Reuters", {
    asOfEdtf: "2025-06-30",
    periodEdtf: "2025-03-07/2025-03-09",
    category: "sites",
    outcome: "recorded",
    unit: "sites",
    min: 40,
  }),
  snhrCitedByReuters: claim("SNHR", { asOfEdtf: "2025-06-30", min: 1334 }),
  snhrChildren: claim("SNHR", { asOfEdtf: "2025-06-30", category: "children", min: 60 }),
  snhrWomen: claim("SNHR", { asOfEdtf: "2025-06-30", category: "women", min: 84 }),
  committee22July: claim("National committee", { asOfEdtf: "2025-07-22", min: 1426 }),
  committeeWomen: claim("National committee", { asOfEdtf: "2025-07-22", category: "women", min: 90 }),
  committeeSecurity: claim("National committee", {
    asOfEdtf: "2025-07-22",
    category: "security_forces",
    min: 238,
  }),
  unInquiry14August: claim("UN Commission of Inquiry", {
    asOfEdtf: "2025-08-14",
    periodEdtf: "2025-01/2025-03",
    min: 1400,
    certainty: "about",
  }),
} satisfies Record<string, FigureFields>;

type Name = keyof typeof TOLLS;
const names = Object.keys(TOLLS) as Name[];
const because = (one: Name, other: Name): readonly FigureScopeKey[] => {
  const answer = comparable(TOLLS[one], TOLLS[other]);
  return answer.comparable ? [] : answer.because;
};

describe("conflicting tolls", () => {
  it("are each one claim, with the number that was given and no other", () => {
    for (const name of names) {
      const { min, max, minExclusive } = storedNumber(TOLLS[name]);
      expect(min, name).toBe(TOLLS[name].min);
      expect(max, name).toBe(TOLLS[name].certainty === "exact" ? TOLLS[name].min : null);
      expect(minExclusive, name).toBe(false);
    }
    expect(TOLLS.ohchr11MarchVerified.certainty).toBe("at_least");
  });

  it("are comparable with none of the others, and it is said why, the same both ways", () => {
    for (const [at, one] of names.entries())
      for (const other of names.slice(at + 1)) {
        const answer = comparable(TOLLS[one], TOLLS[other]);
        expect(answer.comparable, `${one}, ${other}`).toBe(false);
        expect(because(one, other).length, `${one}, ${other}`).toBeGreaterThan(0);
        expect(comparable(TOLLS[other], TOLLS[one])).toEqual(answer);
      }
  });

  it("differ in what they say they count", () => {
    expect(because("sohr8MarchCivilians", "sohr8MarchAllDead")).toEqual(["category"]);
    expect(because("sohr8MarchCivilians", "sohr12March")).toEqual(["periodEdtf"]);
    expect(because("snhr11March", "reuters30June")).toEqual(["periodEdtf", "category", "attributedTo"]);
    // Neither says from when to when it counts, so nobody knows whether it is the same time.
    expect(because("snhrCitedByReuters", "committee22July")).toEqual(["periodEdtf"]);
    expect(because("snhrWomen", "committeeWomen")).toEqual(["periodEdtf"]);
    expect(because("committee22July", "committeeSecurity")).toEqual(["periodEdtf", "category"]);
    expect(because("reuters30June", "reutersSites")).toEqual(["category", "outcome", "unit"]);
  });

  it("stay apart from their own parts, though the parts happen to add up", () => {
    const parts = ["sohrLatakia", "sohrTartus", "sohrHama", "sohrHoms"] as const;
    const added = parts.map((part) => TOLLS[part].min ?? 0).reduce((one, other) => one + other, 0);
    expect(added).toBe(TOLLS.sohr12March.min);
    for (const part of parts) expect(because(part, "sohr12March")).toEqual(["scope", "placeId"]);
  });

  it("share no chart", () => {
    const scopes = names.map((name) => scopeOf(TOLLS[name])).filter((scope) => scope !== null);
    expect(new Set(scopes).size).toBe(scopes.length);
    expect(scopeOf(TOLLS.ohchr11MarchVerified)).toBeNull();
    expect(scopeOf({ ...TOLLS.sohr12March })).toBe(scopeOf(TOLLS.sohr12March));
  });
});
