import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ceilingOfFacet, type FacetEvidence } from "#lib/corroboration/rules/ceiling.ts";
import type { HardEdge } from "#lib/corroboration/rules/clusters.ts";
import type { SoftEdge } from "#lib/corroboration/rules/dependency.ts";
import type { EvidenceItem } from "#lib/corroboration/rules/quality.ts";
import { corroborationOfTestimony } from "#lib/corroboration/rules/roll-up.ts";
import {
  Facet,
  type FindingStatus,
  SOFT_EDGE_TENTHS,
  type SoftEdgeKind,
} from "#lib/corroboration/vocabulary.ts";
import { TrainingCase } from "./schema.ts";

const FILE = new URL("../../../db/seed/training-wadi-narin.json", import.meta.url);
const raw: unknown = JSON.parse(readFileSync(FILE, "utf8"));
const training = TrainingCase.parse(raw);
const { testimonies, statements, evidence, dependencies, findings, expected } = training;

type Statement = TrainingCase["statements"][number];
type Testimony = TrainingCase["testimonies"][number];
type Dependency = TrainingCase["dependencies"][number];

function byKey<T extends { key: string }>(records: readonly T[], key: string | undefined): T {
  const found = records.find((record) => record.key === key);
  if (!found) throw new Error(`No record has the key ${key ?? "(none)"}.`);
  return found;
}

function testimonyOf({ testimony }: Statement): Testimony | null {
  return testimony ? byKey(testimonies, testimony) : null;
}

/** Grade of whoever speaks; a source that nobody graded cannot be judged. */
function reliabilityOf(statement: Statement) {
  const testimony = testimonyOf(statement);
  if (testimony?.witness) return byKey(training.witnesses, testimony.witness).reliability.grade;
  const source =
    testimony?.source ??
    (statement.media
      ? byKey(training.media, statement.media).circulatedBy[0]
      : byKey(training.figures, statement.figure).source);
  return byKey(training.sources, source).reliability?.grade ?? "F";
}

function itemOf(statement: Statement, stance: EvidenceItem["stances"][number]): EvidenceItem {
  const testimony = testimonyOf(statement);
  const grades = {
    id: statement.key,
    stances: [stance],
    basis: statement.basis,
    plausibility: statement.plausibility ?? 6,
    reliability: reliabilityOf(statement),
    identification: statement.identification,
    countBasis: statement.figure ? byKey(training.figures, statement.figure).countBasis : "none",
    withdrawn: testimony?.path.some((step) => step.do === "retract") ?? false,
    contradictionResolved: false,
  } as const;
  if (statement.media) {
    const { rank, flags, showsActItself } = byKey(training.media, statement.media);
    return {
      ...grades,
      type: "media",
      rank,
      condition: flags.includes("recycled") ? "recycled" : "usable",
      showsActItself,
    };
  }
  if (statement.figure) return { ...grades, type: "count_claim" };
  return { ...grades, type: testimony?.kind === "published_account" ? "published_account" : "testimony" };
}

const isSoft = (edge: Dependency): edge is Extract<Dependency, { weight: unknown }> => "weight" in edge;
const softListed = dependencies
  .filter(isSoft)
  .map(({ kind, between, weight }): SoftEdge => ({ kind, between, tenths: weight }));
const hardListed = dependencies.flatMap((edge): HardEdge[] =>
  isSoft(edge) ? [] : [{ kind: edge.kind, between: edge.between }],
);

const pairs = statements.flatMap((one, i) => statements.slice(i + 1).map((other) => [one, other] as const));

/** Statements of one testimony, media item or figure are one origin, and so are those of one witness who was heard twice. */
const sameOrigin: HardEdge[] = pairs
  .filter(
    ([a, b]) =>
      (a.testimony === b.testimony && a.media === b.media && a.figure === b.figure) || haveOneWitness(a, b),
  )
  .map(([a, b]) => ({ kind: "derived", between: [a.key, b.key] }));

function haveOneWitness(a: Statement, b: Statement): boolean {
  const witness = testimonyOf(a)?.witness;
  return witness !== undefined && witness === testimonyOf(b)?.witness;
}

/** Ties that a system finds by itself between any two testimonies, whether or not the file lists them. */
const foundBySystem: SoftEdge[] = pairs.flatMap(([a, b]) => {
  const [one, other] = [testimonyOf(a), testimonyOf(b)];
  if (!one || !other || one === other) return [];
  const interviewers = (t: Testimony) =>
    t.people.filter(({ role }) => role === "interviewer").map(({ person }) => person);
  const kinds: SoftEdgeKind[] = [];
  if ([one, other].some(({ contamination }) => contamination === "not_asked"))
    kinds.push("contamination_not_asked");
  if (interviewers(one).some((person) => interviewers(other).includes(person)))
    kinds.push("same_interviewer");
  return kinds.map((kind) => ({ kind, between: [a.key, b.key] as const, tenths: SOFT_EDGE_TENTHS[kind] }));
});

function evidenceOf(facetKey: string, change: Partial<FacetEvidence> = {}): FacetEvidence {
  const [allegation, facet] = facetKey.split("/");
  const links = evidence.filter(
    (link) => link.allegation === allegation && link.facets.some((f) => f === facet),
  );
  return {
    facet: Facet.parse(facet),
    items: links.map((link) => itemOf(byKey(statements, link.statement), link.stance)),
    hardEdges: [...hardListed, ...sameOrigin],
    softEdges: softListed,
    ...change,
  };
}

const levels = (change: Partial<FacetEvidence> = {}) =>
  Object.fromEntries(
    Object.keys(expected.ceilings).map((key) => [key, ceilingOfFacet(evidenceOf(key, change)).level]),
  );

describe("the engine, fed with the training case", () => {
  test("gives every facet the ceiling that the file expects", () => {
    expect(levels()).toEqual(expected.ceilings);
  });

  test("gives the same ceilings when it also counts every tie that it finds by itself", () => {
    expect(levels({ softEdges: [...softListed, ...foundBySystem] })).toEqual(expected.ceilings);
  });

  test("calls contested the facets that the file says", () => {
    const contested = Object.keys(expected.ceilings).filter(
      (key) => ceilingOfFacet(evidenceOf(key)).contested,
    );
    expect(contested).toEqual(expected.contested);
  });

  test("rests the killing on two people who were there, and the individual on one who knew him", () => {
    expect(ceilingOfFacet(evidenceOf("al_killing/occurrence")).witnessSet).toEqual([
      "s01_killing",
      "s02_killing",
    ]);
    expect(ceilingOfFacet(evidenceOf("al_killing/individual")).witnessSet).toContain("s02_individual");
  });
});

describe("what the training case teaches", () => {
  test("a relay would pass for a second source if nobody had said where it came from", () => {
    expect(ceilingOfFacet(evidenceOf("al_burial/occurrence", { hardEdges: sameOrigin })).level).toBe(4);
    expect(expected.ceilings["al_burial/occurrence"]).toBe(2);
  });

  test("two cousins would corroborate each other if they had not talked", () => {
    const apart = softListed.filter(({ kind }) => kind !== "discussed_facet");
    expect(ceilingOfFacet(evidenceOf("al_detention/occurrence", { softEdges: apart })).level).toBe(4);
    expect(expected.ceilings["al_detention/occurrence"]).toBe(2);
  });

  test("a man heard twice would be two who corroborate his cousin's account, if nobody saw that he is one", () => {
    const key = "al_detention/occurrence";
    const again = itemOf(byKey(statements, "s13_count"), "support");
    const items = [...evidenceOf(key).items.filter(({ id }) => id !== again.id), again];
    const takenForTwo = sameOrigin.filter(({ between }) => !between.includes(again.id));
    const hardEdges = [...hardListed, ...takenForTwo];
    expect(ceilingOfFacet(evidenceOf(key, { items, hardEdges })).level).toBe(4);
    expect(ceilingOfFacet(evidenceOf(key, { items })).level).toBe(2);
  });

  test("a letter counted until it was taken back", () => {
    const key = "al_detention/unit";
    const before = evidenceOf(key).items.map((item) => ({ ...item, withdrawn: false }));
    expect(ceilingOfFacet(evidenceOf(key, { items: before })).level).toBe(4);
    expect(expected.ceilings[key]).toBe(2);
  });

  test("a contradiction that is answered gives the level back", () => {
    const key = "al_killing/unit";
    const answered = evidenceOf(key).items.map((item) => ({ ...item, contradictionResolved: true }));
    expect(ceilingOfFacet(evidenceOf(key, { items: answered })).level).toBe(4);
    expect(expected.ceilings[key]).toBe(3);
  });
});

/** Where a finding's path leads: a first approval stands at once unless a second one follows in the path. */
function statusOf(path: TrainingCase["findings"][number]["path"]): FindingStatus {
  const done = path.map((step) => step.do);
  if (done.includes("contest")) return "contested";
  if (done.includes("approve")) return "approved";
  if (done.includes("return")) return "returned";
  return done.includes("take") ? "in_review" : "submitted";
}

describe("the corroboration of each testimony", () => {
  test("is what the file expects", () => {
    const shown = testimonies.map((testimony) => {
      const own = new Set(statements.filter((s) => s.testimony === testimony.key).map(({ key }) => key));
      const fed = findings.flatMap(({ allegation, facet, determination, path }) =>
        evidence
          .filter((l) => own.has(l.statement) && l.allegation === allegation && l.facets.includes(facet))
          .map(({ stance }) => {
            const { contested } = ceilingOfFacet(evidenceOf(`${allegation}/${facet}`));
            return { stance, status: statusOf(path), determination, contested };
          }),
      );
      return [testimony.key, corroborationOfTestimony(fed)];
    });
    expect(Object.fromEntries(shown)).toEqual(expected.testimonies);
  });
});
