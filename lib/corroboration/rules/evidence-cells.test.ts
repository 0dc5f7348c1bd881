import { expect, test } from "vitest";
import { evidenceCells } from "./evidence-cells.ts";
import type { LinkMaterial, Material } from "./material.ts";

const link = (id: string, over: Partial<LinkMaterial>): LinkMaterial => ({
  id,
  allegationId: "al",
  facet: "occurrence",
  statementId: "st1",
  stance: "support",
  resolved: false,
  ...over,
});
const statement = (id: string, originId: string, basis: "B2" | "B5") =>
  [
    id,
    {
      id,
      originId,
      basis,
      plausibility: 2,
      identification: "none",
      countBasis: "none",
      retracted: false,
      media: null,
    },
  ] as const;
const interview = (id: string, witness: string) =>
  [
    id,
    {
      id,
      kind: "interview",
      gradedBy: witness,
      speaker: witness,
      carriers: [],
      interviewers: [],
      interpreters: [],
      contaminationAsked: true,
      withdrawn: false,
    },
  ] as const;

test("each origin has one cell: its best support, its open contradictions, and to how many facets it speaks", () => {
  const material: Material = {
    links: [
      link("l1", {}),
      link("l2", { statementId: "st2" }),
      link("l3", { facet: "place" }),
      link("l4", { statementId: "st3", stance: "contradict" }),
      link("l5", { statementId: "st3", stance: "contradict", facet: "time", resolved: true }),
      link("l6", { statementId: "st4", stance: "context" }),
      link("l7", { allegationId: "other", statementId: "st4" }),
    ],
    statements: new Map([
      statement("st1", "t1", "B5"),
      statement("st2", "t1", "B2"),
      statement("st3", "t2", "B2"),
      statement("st4", "t3", "B2"),
    ]),
    origins: new Map([interview("t1", "w1"), interview("t2", "w2"), interview("t3", "w3")]),
    dependencies: [],
    reliability: new Map([
      ["w1", "B"],
      ["w2", "B"],
    ]),
    compartments: new Map(),
  };
  expect(evidenceCells(material, "al")).toEqual([
    { originId: "t1", support: 3, against: null, resolved: false, facets: 2 },
    { originId: "t2", support: null, against: 3, resolved: true, facets: 2 },
    { originId: "t3", support: null, against: null, resolved: false, facets: 1 },
  ]);
});
