import { expect, test } from "vitest";
import type { HardEdge } from "./clusters.ts";
import { recordsOfClusters } from "./cluster-records.ts";
import type { DependencyMaterial, Material, StatementMaterial } from "./material.ts";

const statement = (id: string, originId: string): [string, StatementMaterial] => [
  id,
  {
    id,
    originId,
    basis: "B2",
    plausibility: 2,
    identification: "none",
    countBasis: "none",
    retracted: false,
    media: null,
  },
];
const material = (dependencies: DependencyMaterial[]): Material => ({
  links: [],
  statements: new Map(["1", "2", "3", "4"].map((n) => statement(`s${n}`, `t${n}`))),
  origins: new Map(),
  dependencies,
  reliability: new Map(),
  compartments: new Map(),
});
const cut = (n: string): HardEdge => ({ kind: "same_document", between: [`s${n}`, `t${n}`] });
const spoken = (n: string, who: string): HardEdge => ({ kind: "same_person", between: [`t${n}`, who] });
const tie = (id: string, kind: HardEdge["kind"], ...between: [string, string]) => ({
  id,
  kind,
  between,
  tenths: null,
});

test("each item hangs on the one that it repeats, however many there are, with the tie that people recorded", () => {
  const ties = [tie("dp1", "republished", "s1", "s2"), tie("dp2", "translated", "s3", "s2")];
  const recordsOf = recordsOfClusters(material(ties), [...["1", "2", "3"].map(cut), ...ties]);
  const { records, ties: hard } = recordsOf({ members: ["s1", "s2", "s3"] });
  expect(records.map(({ id }) => id)).toEqual(["t2", "t1", "t3"]);
  expect(hard).toEqual([
    { kinds: ["republished"], between: ["t2", "t1"], through: [], recorded: ["dp1"] },
    { kinds: ["translated"], between: ["t2", "t3"], through: [], recorded: ["dp2"] },
  ]);
});

test("what lies between two is named: who speaks in both, and an original that bears on nothing here", () => {
  const ties = [tie("dp1", "derived", "s2", "s4"), tie("dp2", "derived", "s3", "s4")];
  const edges = [...["1", "2", "3", "4"].map(cut), spoken("1", "w1"), spoken("2", "w1"), ...ties];
  const { records, ties: hard } = recordsOfClusters(material(ties), edges)({ members: ["s1", "s2", "s3"] });
  expect(records.map(({ id }) => id)).toEqual(["t2", "t1", "t3"]);
  expect(hard).toEqual([
    { kinds: ["same_person"], between: ["t2", "t1"], through: ["w1"], recorded: [] },
    { kinds: ["derived"], between: ["t2", "t3"], through: ["t4"], recorded: ["dp1", "dp2"] },
  ]);
});

test("two that are tied in a circle keep their further tie", () => {
  const ties = [
    tie("dp1", "derived", "s1", "s2"),
    tie("dp2", "derived", "s2", "s3"),
    tie("dp3", "edited", "s1", "s3"),
  ];
  const recordsOf = recordsOfClusters(material(ties), [...["1", "2", "3"].map(cut), ...ties]);
  const { ties: hard } = recordsOf({ members: ["s1", "s2", "s3"] });
  expect(hard.map(({ between, recorded }) => [...between, ...recorded])).toEqual([
    ["t1", "t2", "dp1"],
    ["t1", "t3", "dp3"],
    ["t2", "t3", "dp2"],
  ]);
});
