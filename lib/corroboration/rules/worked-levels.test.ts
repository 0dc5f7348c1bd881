import { describe, expect, test } from "vitest";
import type { WorkedLevel } from "../testing/worked-items.ts";
import { WORKED_LEVELS } from "../testing/worked-levels.ts";
import { WORKED_TIES } from "../testing/worked-ties.ts";
import { ceilingOfFacet } from "./ceiling.ts";

const all: readonly WorkedLevel[] = [...WORKED_LEVELS, ...WORKED_TIES];
const ceilingOf = ({ evidence }: WorkedLevel) =>
  ceilingOfFacet({ facet: "occurrence", hardEdges: [], softEdges: [], ...evidence });

describe("levels worked out by hand", () => {
  test("are forty at least, each another world with its working", () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
    expect(all.filter(({ working }) => working.length < 10)).toEqual([]);
  });

  test.each(all.map((one) => [one.title, one] as const))("%s", (_, one) => {
    const { level, contested, refutedProposed } = ceilingOf(one);
    expect({ level, contested, refutedProposed }, one.working).toEqual({
      level: one.level,
      contested: one.contested ?? false,
      refutedProposed: one.refuted ?? false,
    });
  });
});
