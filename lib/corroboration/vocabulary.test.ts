import { describe, expect, test } from "vitest";
import {
  ASKED_VALUES,
  Asked,
  BASES,
  DETERMINATION_LEVELS,
  DeterminationLevel,
  FACETS,
  Facet,
  Plausibility,
  SOFT_EDGE_KINDS,
  SOFT_EDGE_TENTHS,
  Tenths,
} from "./vocabulary.ts";

describe("vocabulary", () => {
  test("nobody can enter that a statement is confirmed: plausibility 1 is refused", () => {
    expect(Plausibility.safeParse(1).success).toBe(false);
    expect([2, 3, 4, 5, 6].every((grade) => Plausibility.safeParse(grade).success)).toBe(true);
    expect([0, 7, 2.5, "2", null].some((grade) => Plausibility.safeParse(grade).success)).toBe(false);
  });

  test("a reviewer can set a tie from 0 to 9 tenths, never to a whole", () => {
    expect([0, 5, 9].every((tenths) => Tenths.safeParse(tenths).success)).toBe(true);
    expect([-1, 10, 4.5, "4"].some((tenths) => Tenths.safeParse(tenths).success)).toBe(false);
  });

  test("levels, facets and answers are closed lists", () => {
    expect([...DETERMINATION_LEVELS]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(DeterminationLevel.safeParse(6).success).toBe(false);
    expect(FACETS.every((facet) => Facet.safeParse(facet).success)).toBe(true);
    expect(Facet.safeParse("guilt").success).toBe(false);
    expect(ASKED_VALUES.every((answer) => Asked.safeParse(answer).success)).toBe(true);
    expect(BASES.length).toBe(8);
  });

  test("the default strength of each tie is the one of the method", () => {
    expect(SOFT_EDGE_TENTHS).toEqual({
      coached_or_shown_account: 9,
      group_interview: 7,
      discussed_facet: 5,
      saw_coverage_first: 4,
      same_list_or_organisation: 4,
      same_publisher: 4,
      unknown_origin: 4,
      one_party: 4,
      same_household_or_kin: 3,
      contamination_not_asked: 3,
      same_interpreter: 2,
      same_interviewer: 1,
    });
  });

  test("the whole-number test of independence stays exact with a tie of every kind", () => {
    expect(2 * 10 ** SOFT_EDGE_KINDS.length).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });
});
