import { describe, expect, test } from "vitest";
import { ceilingOfFacet } from "./ceiling.ts";
import { evidenceOfFacet, reachedFrom } from "./facet-evidence.ts";
import { ORIGINS_SEARCHED_MAX } from "./level.ts";
import type { DependencyMaterial, Material } from "./material.ts";

const LINKS = 5_000;

/** Interviews of as many witnesses, all by one interviewer, linked in turn to some allegations. */
function interviews(count: number, allegations: number, dependencies: DependencyMaterial[] = []): Material {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return {
    links: numbers.map((i) => ({
      id: `l${i}`,
      allegationId: `al${i % allegations}`,
      facet: "occurrence",
      statementId: `st${i}`,
      stance: "support",
      resolved: false,
    })),
    statements: new Map(
      numbers.map((i) => [
        `st${i}`,
        {
          id: `st${i}`,
          originId: `t${i}`,
          basis: "B2",
          plausibility: 2,
          identification: "none",
          countBasis: "none",
          retracted: false,
          media: null,
        },
      ]),
    ),
    origins: new Map(
      numbers.map((i) => [
        `t${i}`,
        {
          id: `t${i}`,
          kind: "interview",
          gradedBy: `w${i}`,
          speaker: `w${i}`,
          carriers: [],
          interviewers: ["h1"],
          interpreters: [],
          contaminationAsked: false,
          withdrawn: false,
        },
      ]),
    ),
    dependencies,
    reliability: new Map(numbers.map((i) => [`w${i}`, "B"])),
    compartments: new Map(),
  };
}

describe("what it takes to compute a level again", () => {
  test("a tie between two of 5,000 links moves the facets of these two, and weighs only what bears on them", () => {
    const between = ["st0", "st1"] as const;
    const tied = interviews(LINKS, 500, [{ id: "d", kind: "same_person", between, tenths: null }]);
    const reached = [...reachedFrom(tied, between)].filter((id) => tied.statements.has(id));
    expect(reached.toSorted()).toEqual(["st0", "st1"]);
    const moved = new Set(
      tied.links.filter((one) => reached.includes(one.statementId)).map((one) => one.allegationId),
    );
    expect([...moved]).toEqual(["al0", "al1"]);
    const work = [...moved].map((id) => ceilingOfFacet(evidenceOfFacet(tied, id, "occurrence")).work);
    expect(work.reduce((sum, { items }) => sum + items, 0)).toBe(20);
    expect(work.reduce((sum, { pairs }) => sum + pairs, 0)).toBeLessThanOrEqual(90);
  });

  test("5,000 links on one facet are never compared pair by pair, and the sentence says that not all were searched", () => {
    const material = interviews(LINKS, 1);
    const evidence = evidenceOfFacet(material, "al0", "occurrence");
    const kept = (evidence.traits ?? []).reduce(
      (sum, one) => sum + one.bearers.length + one.touched.length,
      0,
    );
    expect(kept + evidence.softEdges.length).toBeLessThanOrEqual(3 * LINKS);
    const { level, truncated, reasons, work } = ceilingOfFacet(evidence);
    expect(work.items).toBe(LINKS);
    expect(work.pairs).toBeLessThanOrEqual((ORIGINS_SEARCHED_MAX * (ORIGINS_SEARCHED_MAX - 1)) / 2);
    expect({ level, truncated }).toEqual({ level: 4, truncated: true });
    expect(reasons.at(-1)).toMatchObject({ key: "search_truncated", params: { origins: LINKS } });
  });
});
