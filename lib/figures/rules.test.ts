import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIGURE_CERTAINTIES } from "#lib/codebook/reported.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import {
  type ClaimedNumber,
  comparable,
  type FigureScopeKeys,
  mustNameItsIncident,
  storedNumber,
} from "./rules.ts";
import { FIGURE_SCOPE_KEYS } from "./words.ts";

const claim = (
  certainty: ClaimedNumber["certainty"],
  min: number | null,
  max: number | null,
): ClaimedNumber => ({
  certainty,
  min,
  max,
  valueText: null,
});

/** `path code` of each problem, or the stored bounds. */
function outcomeOf(number: ClaimedNumber): unknown {
  try {
    const { min, max, minExclusive } = storedNumber(number);
    return [min, max, minExclusive];
  } catch (error) {
    if (error instanceof Invalid) return error.fields.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
}

describe("the bounds of a figure", () => {
  it.each([
    ["exact", 1479, 1479, [1479, 1479, false]],
    ["exact", 1479, null, [1479, 1479, false]],
    ["exact", 0, null, [0, 0, false]],
    ["exact", 1479, 1500, ["max figure.exact_is_one_number"]],
    ["exact", null, 1479, ["min required", "max figure.exact_is_one_number"]],
    ["at_least", 639, null, [639, null, false]],
    ["at_least", 639, 700, ["max figure.bound_not_claimed"]],
    ["more_than", 1700, null, [1700, null, true]],
    ["more_than", null, 1700, ["min required", "max figure.bound_not_claimed"]],
    ["up_to", null, 33, [null, 33, false]],
    ["up_to", 1, 33, ["min figure.bound_not_claimed"]],
    ["fewer_than", null, 33, [null, 33, false]],
    ["fewer_than", null, null, ["max required"]],
    ["about", 1000, 2000, [1000, 2000, false]],
    ["about", 829, null, [829, null, false]],
    ["about", null, 200, [null, 200, false]],
    ["about", null, null, ["max required"]],
    ["about", 85, 80, ["max figure.below_minimum"]],
    ["between", 80, 85, [80, 85, false]],
    ["between", 80, null, ["max required"]],
    ["between", 85, 80, ["max figure.below_minimum"]],
    ["between", 80, 80, ["max figure.range_needs_two_numbers"]],
  ] as const)("%s with %s and %s", (certainty, min, max, expected) => {
    expect(outcomeOf(claim(certainty, min, max))).toEqual(expected);
  });

  it("are none where the source gave words only, and the words are kept", () => {
    expect(outcomeOf({ ...claim("unquantified", null, null), valueText: "dozens" })).toEqual([
      null,
      null,
      false,
    ]);
    expect(outcomeOf(claim("unquantified", null, null))).toEqual(["valueText required"]);
    expect(outcomeOf({ ...claim("unquantified", 24, null), valueText: "dozens" })).toEqual([
      "min figure.bound_not_claimed",
    ]);
  });

  it("are never backwards, and exclude a minimum only where the source said “more than”", () => {
    const bound = fc.option(fc.nat(5));
    const words = fc.option(fc.constant("dozens"));
    const any = fc.record({
      certainty: fc.constantFrom(...FIGURE_CERTAINTIES),
      min: bound,
      max: bound,
      valueText: words,
    });
    fc.assert(
      fc.property(any, (number) => {
        const stored = outcomeOf(number);
        if (!Array.isArray(stored) || typeof stored[2] !== "boolean") return;
        const { min, max, minExclusive } = storedNumber(number);
        expect(min === null || max === null || min <= max).toBe(true);
        expect(minExclusive).toBe(number.certainty === "more_than");
        expect(min === null && max === null).toBe(number.certainty === "unquantified");
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("belong to an incident where the figure is about one", () => {
    expect(() => mustNameItsIncident({ scope: "incident", incidentId: null })).toThrow(Invalid);
    mustNameItsIncident({ scope: "whole_event", incidentId: null });
  });
});

const whole: FigureScopeKeys = {
  scope: "whole_event",
  incidentId: null,
  placeId: null,
  periodEdtf: "2025-03-06/2025-03-12",
  category: "civilians",
  outcome: "killed",
  unit: "persons",
  attributedTo: "not_stated",
};

describe("figures", () => {
  it("may be set against each other when everything they count is the same, whatever the number", () => {
    expect(comparable(whole, { ...whole })).toEqual({ comparable: true });
    const village = { ...whole, scope: "incident", incidentId: "one", periodEdtf: null };
    expect(comparable(village, { ...village })).toEqual({ comparable: true });
  });

  it("differ as soon as one key does", () => {
    for (const key of FIGURE_SCOPE_KEYS) {
      expect(comparable(whole, { ...whole, [key]: "other" })).toEqual({ comparable: false, because: [key] });
    }
  });

  it("have words for every difference and every way of putting a number, in every language", () => {
    for (const locale of LOCALES) {
      const t = translatorFor(locale, "figures");
      for (const key of FIGURE_SCOPE_KEYS) expect(t.has(`compare.because.${key}`), key).toBe(true);
      const inNumbers = FIGURE_CERTAINTIES.filter((certainty) => certainty !== "unquantified");
      for (const certainty of inNumbers) expect(t.has(`number.${certainty}`), certainty).toBe(true);
    }
  });

  it("are added and averaged nowhere in this room", () => {
    const files = globSync("{commands,queries}/*.ts", { cwd: import.meta.dirname }).concat(
      "find.ts",
      "rules.ts",
    );
    expect(files.length).toBeGreaterThan(6);
    for (const file of files) {
      const text = readFileSync(`${import.meta.dirname}/${file}`, "utf8");
      expect(text, file).not.toMatch(/\b(?:sum|avg|average|mean|reduce)\s*\(/);
    }
  });
});
