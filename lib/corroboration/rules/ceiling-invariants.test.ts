import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BASES,
  CEILING_REASONS,
  COUNT_BASES,
  EVIDENCE_FAMILY,
  GROUP_EDGE_KINDS,
  HARD_EDGE_KINDS,
  IDENTIFICATION_BASES,
  MEDIA_CONDITIONS,
  MEDIA_RANKS,
  PLAUSIBILITIES,
  RELIABILITIES,
  SOFT_EDGE_KINDS,
  SOFT_EDGE_TENTHS,
  type Facet,
  type SoftEdgeKind,
  type Tenths,
} from "../vocabulary.ts";
import { ceilingOfFacet, type Ceiling, type FacetEvidence } from "./ceiling.ts";
import type { HardEdge } from "./clusters.ts";
import type { SoftEdge } from "./dependency.ts";
import { hashOfInputs } from "./inputs-hash.ts";
import { identifiesIndividual, isFirsthand, qualityOfItem, type EvidenceItem } from "./quality.ts";

const IS_LONG = process.env["ATTEST_LONG"] === "1";
const RUNS = IS_LONG ? 1_000_000 : 10_000;
const TIMED = { timeout: IS_LONG ? 4 * 3_600_000 : 60_000 };
const SEED = 20_250_306;

/** Checks a property on RUNS random cases, the same ones every time. */
function forAll<Ts extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  predicate: (...args: Ts) => void,
): void {
  fc.assert(fc.property<Ts>(...arbitraries, predicate), { numRuns: RUNS, seed: SEED });
}

// ---- worlds -------------------------------------------------------------------------------------------------------

const oneOf = fc.constantFrom;

/** A weighted choice from a list in which a value stands as often as it is likely. */
function mostly<T>(usual: readonly NoInfer<T>[], times: number, all: readonly T[]): fc.Arbitrary<T> {
  return oneOf(...Array.from({ length: times }, () => usual).flat(), ...all);
}

const grades = {
  basis: mostly(["B1", "B2", "B7"], 3, BASES),
  plausibility: mostly([2, 3], 3, PLAUSIBILITIES),
  reliability: mostly(["A", "C"], 4, RELIABILITIES),
  identification: oneOf(...IDENTIFICATION_BASES),
  countBasis: mostly(["deduplicated_name_list"], 3, COUNT_BASES),
  withdrawn: mostly<boolean>([false], 9, [true]),
  contradictionResolved: mostly<boolean>([false], 4, [true]),
};
const anyGrades: fc.Arbitrary<EvidenceItem> = fc
  .record({
    ...grades,
    type: oneOf(
      "testimony",
      "testimony",
      "published_account",
      "count_claim",
      "media",
      "document",
      "medical_record",
    ),
    rank: mostly(["M4"], 3, MEDIA_RANKS),
    condition: mostly(["usable"], 5, MEDIA_CONDITIONS),
    showsActItself: fc.boolean(),
    authenticity: mostly([2], 4, PLAUSIBILITIES),
    stances: mostly<EvidenceItem["stances"]>([["support"]], 20, [
      ["contradict"],
      ["contradict"],
      ["support", "contradict"],
      ["contradict", "support"],
      ["qualify"],
      ["context"],
    ]),
  })
  .map(({ type, rank, condition, showsActItself, authenticity, ...rest }): EvidenceItem => {
    const common = { id: "unnamed", ...rest };
    if (type === "media") return { ...common, type, rank, condition, showsActItself };
    if (type === "document" || type === "medical_record") return { ...common, type, authenticity };
    return { ...common, type };
  });

/** Names of items by number, so shuffled that the order of making is not the order of ids. "!" sorts first, "~" last. */
const nameOf = (number: number): string => `i${String((number * 7) % 11).padStart(2, "0")}`;

/** An end of an edge: mostly an item, now and then a thing that is no item of the facet. */
const end = fc.nat(9);
const softKind = fc.oneof(
  oneOf(...SOFT_EDGE_KINDS),
  oneOf<SoftEdgeKind>("discussed_facet", "saw_coverage_first", "same_household_or_kin"),
);
const tenths = fc.option(fc.integer({ min: 0, max: 9 }) as fc.Arbitrary<Tenths>, { freq: 3 });
const softTie = fc.record({ kind: softKind, tenths, between: fc.tuple(end, end) });
const hardTie = fc.record({ kind: oneOf(...HARD_EDGE_KINDS), between: fc.tuple(end, end) });

type TieOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

function softEdge(tie: TieOf<typeof softTie>, name: (number: number) => string): SoftEdge {
  const [a, b] = tie.between;
  return { kind: tie.kind, tenths: tie.tenths ?? SOFT_EDGE_TENTHS[tie.kind], between: [name(a), name(b)] };
}

/** A chain of talk among a few: closure must make it one conversation. */
const circle = fc.record({
  kind: oneOf(...GROUP_EDGE_KINDS),
  members: fc.array(end, { minLength: 2, maxLength: 4 }),
});

function edgesOfCircle(
  { kind, members }: TieOf<typeof circle>,
  name: (number: number) => string,
): SoftEdge[] {
  return members.slice(1).map((member, i) => ({
    kind,
    tenths: SOFT_EDGE_TENTHS[kind],
    between: [name(members[i]!), name(member)],
  }));
}

/** A copy has its original's grades, a hard edge to it, and all its original's edges. */
function withCopy(world: FacetEvidence, original: EvidenceItem, id: string): FacetEvidence {
  const inherited = <Edge extends HardEdge | SoftEdge>(edges: readonly Edge[]): Edge[] =>
    edges
      .filter((edge) => edge.between.includes(original.id))
      .map((edge) => ({ ...edge, between: edge.between.map((end) => (end === original.id ? id : end)) }));
  return {
    ...world,
    items: [...world.items, { ...original, id }],
    hardEdges: [
      ...world.hardEdges,
      ...inherited(world.hardEdges),
      { kind: "republished", between: [id, original.id] },
    ],
    softEdges: [...world.softEdges, ...inherited(world.softEdges)],
  };
}

const facet = mostly<Facet>(["occurrence"], 3, ["individual", "individual", "count"]);

/** Worlds of anything tied to anything. */
const tangledWorld: fc.Arbitrary<FacetEvidence> = fc
  .record({
    facet,
    grades: fc.array(anyGrades, { minLength: 1, maxLength: 7 }),
    hard: fc.array(hardTie, { maxLength: 2 }),
    soft: fc.array(softTie, { maxLength: 5 }),
    circles: fc.array(circle, { maxLength: 1 }),
    copied: fc.array(fc.nat(6), { maxLength: 2 }),
  })
  .map(({ facet, grades, hard, soft, circles, copied }) => {
    const items = grades.map((item, number) => ({ ...item, id: nameOf(number) }));
    const world: FacetEvidence = {
      facet,
      items,
      hardEdges: hard.map(({ kind, between: [a, b] }) => ({ kind, between: [nameOf(a), nameOf(b)] })),
      softEdges: [
        ...soft.map((tie) => softEdge(tie, nameOf)),
        ...circles.flatMap((one) => edgesOfCircle(one, nameOf)),
      ],
    };
    return copied.reduce(
      (copiedWorld, number, i) => withCopy(copiedWorld, items[number % items.length]!, `${i}copy`),
      world,
    );
  });

/** Grades that lie at a border of the rules, by quality: what is first-hand, what is of another type, what knows a face. */
const sound = {
  id: "unnamed",
  stances: ["support"],
  plausibility: 2,
  reliability: "B",
  identification: "none",
  countBasis: "declared_statistic",
  withdrawn: false,
  contradictionResolved: false,
} as const;
const BORDERLINE: readonly EvidenceItem[] = [
  { ...sound, type: "testimony", basis: "B1" },
  { ...sound, type: "testimony", basis: "B7" },
  { ...sound, type: "published_account", basis: "B2", reliability: "D" },
  { ...sound, type: "testimony", basis: "B4" },
  { ...sound, type: "published_account", basis: "B5" },
  { ...sound, type: "media", basis: "B0", rank: "M5", condition: "usable", showsActItself: true },
  { ...sound, type: "media", basis: "B0", rank: "M4", condition: "usable", showsActItself: false },
  { ...sound, type: "media", basis: "B0", rank: "M3", condition: "usable", showsActItself: true },
  { ...sound, type: "document", basis: "B7", authenticity: 3 },
  { ...sound, type: "medical_record", basis: "B7", authenticity: 4 },
];
const borderline = fc
  .record({ grades: oneOf(...BORDERLINE), identification: mostly(["none"], 3, IDENTIFICATION_BASES) })
  .map(({ grades, identification }): EvidenceItem => ({ ...grades, identification }));

/** Worlds of a few origins, each of a few items, some with a rumour against them, so that levels 3 to 5 lie close by. */
const borderWorld: fc.Arbitrary<FacetEvidence> = fc
  .record({
    facet,
    origins: fc.array(fc.array(borderline, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
    doubted: fc.array(fc.nat(3), { maxLength: 2 }),
    soft: fc.array(softTie, { maxLength: 2 }),
  })
  .map(({ facet, origins, doubted, soft }) => {
    const name = (origin: number, item: number) => `${nameOf(origin)}-${(item * 2) % 3}`;
    const items = origins.flatMap((members, i) => members.map((item, j) => ({ ...item, id: name(i, j) })));
    const derived = origins.flatMap((members, i) =>
      members.slice(1).map((_, j): HardEdge => ({ kind: "derived", between: [name(i, 0), name(i, j + 1)] })),
    );
    const rumours = doubted.map((_, i): EvidenceItem => ({
      ...sound,
      id: `rumour${i}`,
      type: "testimony",
      basis: "B5",
      stances: ["contradict"],
    }));
    const told = doubted.map((origin, i): HardEdge => ({
      kind: "same_person",
      between: [`rumour${i}`, name(origin % origins.length, 0)],
    }));
    return {
      facet,
      items: [...items, ...rumours],
      hardEdges: [...derived, ...told],
      softEdges: soft.map((tie) => softEdge(tie, (number) => name(number % origins.length, 0))),
    };
  });

const anyWorld = fc.oneof(tangledWorld, borderWorld);

/** A name for an addition, before or after all others, so that it may or may not become its origin's first. */
const newName = oneOf("!new", "~new");
const pick = fc.nat(99);

function picked(world: FacetEvidence, number: number): EvidenceItem {
  return world.items[number % world.items.length]!;
}
function endOf(world: FacetEvidence, number: number): string {
  return number >= 8 ? `ghost${number}` : picked(world, number).id;
}
function adding(
  world: FacetEvidence,
  more: Partial<Pick<FacetEvidence, "items" | "hardEdges" | "softEdges">>,
) {
  return {
    ...world,
    items: [...world.items, ...(more.items ?? [])],
    hardEdges: [...world.hardEdges, ...(more.hardEdges ?? [])],
    softEdges: [...world.softEdges, ...(more.softEdges ?? [])],
  };
}

/** Ties of a new item to what there is: hard, soft of any kind, circles. */
const anyLinks = fc.record({
  hard: fc.array(hardTie, { maxLength: 2 }),
  soft: fc.array(softTie, { maxLength: 3 }),
});
function linked(world: FacetEvidence, id: string, links: TieOf<typeof anyLinks>) {
  return {
    hardEdges: links.hard.map(({ kind, between: [other] }): HardEdge => ({
      kind,
      between: [id, endOf(world, other)],
    })),
    softEdges: links.soft.map((tie): SoftEdge => {
      const edge = softEdge(tie, String);
      return { ...edge, between: [endOf(world, tie.between[0]), id] };
    }),
  };
}

const isGroupKind = (kind: SoftEdgeKind): boolean => GROUP_EDGE_KINDS.some((group) => group === kind);

/** What a ceiling says apart from which ids stand for it. */
function essence({ level, contested, refutedProposed, truncated }: Ceiling) {
  return { level, contested, refutedProposed, truncated };
}

// ---- the rules once more, by brute force --------------------------------------------------------------------------

/** An independent reading of the rules: no representatives, no early exit, exact fractions in BigInt. */
function bruteForce({ facet, items, hardEdges, softEdges }: FacetEvidence) {
  const things = new Set([
    ...items.map((item) => item.id),
    ...[...hardEdges, ...softEdges].flatMap((e) => e.between),
  ]);
  const label = new Map([...things].map((id) => [id, id]));
  const relabel = (from: string, to: string) => {
    for (const [id, at] of label) if (at === from) label.set(id, to);
  };
  for (const { between } of hardEdges) relabel(label.get(between[0])!, label.get(between[1])!);
  const clusters = [...new Set(items.map((item) => label.get(item.id)!))].map((origin) => {
    const members = items.filter((item) => label.get(item.id) === origin);
    const Q = (item: EvidenceItem) => qualityOfItem(item, facet);
    const sup = members.filter((item) => item.stances.includes("support"));
    const con = members.filter(
      (x) => x.stances.includes("contradict") && Q(x) > 0 && !x.contradictionResolved,
    );
    const penalty = sup.length > 0 && con.length > 0 ? 1 : 0;
    const seen = (item: EvidenceItem, q: number) => ({
      q,
      first: isFirsthand(item),
      knows: identifiesIndividual(item),
    });
    return {
      origin,
      sup: sup.map((item) => seen(item, Q(item) - penalty)),
      con: con.map((item) => seen(item, Q(item))),
      types: new Set(sup.filter((item) => Q(item) >= 2).map((item) => EVIDENCE_FAMILY[item.type])),
    };
  });
  type Origin = (typeof clusters)[number];
  const circles = GROUP_EDGE_KINDS.map((kind) => {
    const edges = softEdges.filter((edge) => edge.kind === kind && edge.tenths > 0);
    const at = new Map([...label.values()].map((origin) => [origin, origin]));
    for (const { between } of edges) {
      const [from, to] = [at.get(label.get(between[0])!)!, at.get(label.get(between[1])!)!];
      for (const [origin, place] of at) if (place === from) at.set(origin, to);
    }
    const weight = (place: string) =>
      Math.max(
        0,
        ...edges.filter((edge) => at.get(label.get(edge.between[0])!) === place).map((edge) => edge.tenths),
      );
    return (a: Origin, b: Origin) => (at.get(a.origin) === at.get(b.origin) ? weight(at.get(a.origin)!) : 0);
  });
  const pairs = SOFT_EDGE_KINDS.filter((kind) => !isGroupKind(kind)).map((kind) => (a: Origin, b: Origin) => {
    const joins = ({ between }: SoftEdge) =>
      between
        .map((id) => label.get(id)!)
        .toSorted()
        .join() === [a.origin, b.origin].toSorted().join();
    return Math.max(
      0,
      ...softEdges.filter((edge) => edge.kind === kind && joins(edge)).map((edge) => edge.tenths),
    );
  });
  const independent = (a: Origin, b: Origin) => {
    const weights = [...circles, ...pairs].map((weight) => BigInt(weight(a, b)));
    return 2n * weights.reduce((product, w) => product * (10n - w), 1n) > 10n ** BigInt(weights.length);
  };
  const best = (list: { q: number }[]) => Math.max(0, ...list.map(({ q }) => q));
  const two = (side: "sup" | "con", identified: boolean) =>
    clusters.some((a) =>
      clusters.some(
        (b) =>
          a !== b &&
          independent(a, b) &&
          a[side].some((x) =>
            b[side].some(
              (y) => x.q === 3 && y.q >= 2 && (x.first || y.first) && (!identified || x.knows || y.knows),
            ),
          ),
      ),
    );
  const disjoint = (a: Origin, b: Origin) =>
    a.types.size > 0 && b.types.size > 0 && [...a.types].every((type) => !b.types.has(type));
  const identified = facet === "individual";

  let level = Math.min(1, Math.max(0, ...clusters.map((a) => best(a.sup))));
  if (clusters.some((a) => best(a.sup) === 3)) level = 2;
  for (const a of clusters)
    for (const b of clusters) {
      const [s, t] = [best(a.sup), best(b.sup)];
      if (
        a !== b &&
        Math.min(s, t) >= 1 &&
        independent(a, b) &&
        (Math.max(s, t) === 3 || Math.min(s, t) >= 2)
      )
        level = 3;
    }
  if (two("sup", identified)) level = 4;
  for (const a of clusters)
    for (const b of clusters)
      for (const c of clusters) {
        if (a === b || a === c || b === c || !independent(a, b) || !independent(a, c) || !independent(b, c))
          continue;
        if (!disjoint(a, b) && !disjoint(a, c) && !disjoint(b, c)) continue;
        for (const x of a.sup)
          for (const y of b.sup)
            for (const z of c.sup) {
              const set = [x, y, z];
              if (
                set.every(({ q }) => q >= 2) &&
                set.filter(({ q }) => q === 3).length >= 2 &&
                set.some(({ first }) => first) &&
                (!identified || set.some(({ knows }) => knows))
              )
                level = 5;
            }
      }
  const contested = clusters.some((a) => best(a.con) >= 2);
  return {
    level: contested ? Math.min(level, 3) : level,
    contested,
    refutedProposed: two("con", false),
    truncated: false,
  };
}

// ---- the invariants -----------------------------------------------------------------------------------------------

describe("corroboration, on any world", () => {
  test("follows the rules as a brute-force reading of them does", TIMED, () =>
    forAll([anyWorld], (world) => {
      expect(essence(ceilingOfFacet(world))).toEqual(bruteForce(world));
    }),
  );

  test("does not depend on the order of anything", TIMED, () =>
    forAll([anyWorld, fc.array(fc.nat(999), { minLength: 90, maxLength: 90 })], (world, numbers) => {
      let drawn = 0;
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((value) => ({ value, at: numbers[(drawn += 1) % numbers.length]! }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ value }) => value);
      const turned = <Edge extends HardEdge | SoftEdge>(edge: Edge): Edge => ({
        ...edge,
        between: shuffled(edge.between),
      });
      const other: FacetEvidence = {
        facet: world.facet,
        items: shuffled(world.items).map((item) => ({ ...item, stances: shuffled(item.stances) })),
        hardEdges: shuffled(world.hardEdges).map(turned),
        softEdges: shuffled(world.softEdges).map(turned),
      };
      expect(ceilingOfFacet(other)).toEqual(ceilingOfFacet(world));
      expect(hashOfInputs(other)).toBe(hashOfInputs(world));
    }),
  );

  test("is never lowered by fresh support, tied softly or not at all", TIMED, () =>
    forAll([anyWorld, anyGrades, newName, fc.array(softTie, { maxLength: 2 })], (world, graded, id, soft) => {
      const ties = linked(world, id, { hard: [], soft: soft.filter(({ kind }) => !isGroupKind(kind)) });
      const fresh: EvidenceItem = { ...graded, id, stances: ["support"] };
      const after = ceilingOfFacet(adding(world, { items: [fresh], ...ties }));
      expect(after.level).toBeGreaterThanOrEqual(ceilingOfFacet(world).level);
    }),
  );

  test("is not changed at all by copies", TIMED, () =>
    forAll([anyWorld, pick, newName, oneOf(1, 3)], (world, number, id, copies) => {
      let after = world;
      for (let copy = 0; copy < copies; copy += 1)
        after = withCopy(after, picked(after, number + copy), `${id}${copy}`);
      const strengths = ({ clusters }: Ceiling) =>
        clusters
          .map(({ s, c, types, inconsistent }) => JSON.stringify({ s, c, types, inconsistent }))
          .toSorted();
      const [was, is] = [ceilingOfFacet(world), ceilingOfFacet(after)];
      expect(essence(is)).toEqual(essence(was));
      expect(strengths(is)).toEqual(strengths(was));
      expect(is.witnessSet.length).toBe(was.witnessSet.length);
    }),
  );

  test(
    "is never raised by a derivative of any type, no better and with nothing newly seen or known",
    TIMED,
    () =>
      forAll([anyWorld, pick, anyGrades, newName, fc.boolean()], (world, number, graded, id, inherits) => {
        const original = picked(world, number);
        const identification = identifiesIndividual(original) ? original.identification : "none";
        const derivative = noBetterThan(original, { ...graded, id, identification }, world.facet);
        const copied = withCopy(world, original, id);
        const edges = inherits
          ? copied
          : adding(world, { hardEdges: [{ kind: "derived", between: [original.id, id] }] });
        const after = ceilingOfFacet({ ...edges, items: [...world.items, derivative] });
        expect(after.level).toBeLessThanOrEqual(ceilingOfFacet(world).level);
      }),
  );

  test("is never raised by a contradiction, however linked", TIMED, () =>
    forAll(
      [anyWorld, anyGrades, newName, anyLinks, fc.boolean()],
      (world, graded, id, links, alsoQualifies) => {
        const stances = alsoQualifies ? (["contradict", "qualify"] as const) : (["contradict"] as const);
        const after = ceilingOfFacet(
          adding(world, { items: [{ ...graded, id, stances }], ...linked(world, id, links) }),
        );
        const before = ceilingOfFacet(world);
        expect(after.level).toBeLessThanOrEqual(before.level);
        if (links.hard.length === 0)
          expect(after.contested).toBe(before.contested || contestsAlone(after, id));
      },
    ),
  );

  test("is never raised when an item comes to contradict as well", TIMED, () =>
    forAll([anyWorld, pick], (world, number) => {
      const item = picked(world, number);
      const turned: EvidenceItem = {
        ...item,
        stances: [...item.stances, "contradict"],
        contradictionResolved: false,
      };
      const items = world.items.map((other) => (other === item ? turned : other));
      expect(ceilingOfFacet({ ...world, items }).level).toBeLessThanOrEqual(ceilingOfFacet(world).level);
    }),
  );

  test("does not feel a resolved or withdrawn contradiction", TIMED, () =>
    forAll(
      [anyWorld, anyGrades, newName, anyLinks, oneOf("resolved", "withdrawn")],
      (world, graded, id, links, how) => {
        const idle: EvidenceItem = {
          ...graded,
          id,
          stances: ["contradict"],
          withdrawn: how === "withdrawn",
          contradictionResolved: how === "resolved",
        };
        const without: EvidenceItem = { ...idle, stances: ["context"] };
        const ties = linked(world, id, links);
        const after = ceilingOfFacet(adding(world, { items: [idle], ...ties }));
        expect(after).toEqual(ceilingOfFacet(adding(world, { items: [without], ...ties })));

        const soft = links.soft.filter(({ kind }) => !isGroupKind(kind));
        const loose = linked(world, id, {
          hard: links.hard.slice(0, 1),
          soft: links.hard.length > 0 ? [] : soft,
        });
        const alone = ceilingOfFacet(adding(world, { items: [idle], ...loose }));
        const before = ceilingOfFacet(world);
        expect(essence(alone)).toEqual(essence(before));
        expect(alone.witnessSet).toEqual(before.witnessSet);
      },
    ),
  );

  test("does not feel what an item with both stances contradicted once that is resolved", TIMED, () =>
    forAll([anyWorld], (world) => {
      const resolved = world.items.map((item): EvidenceItem => ({ ...item, contradictionResolved: true }));
      const supporting = world.items.map((item): EvidenceItem => ({
        ...item,
        stances: item.stances.filter((stance) => stance !== "contradict"),
      }));
      expect(ceilingOfFacet({ ...world, items: resolved })).toEqual(
        ceilingOfFacet({ ...world, items: supporting }),
      );
    }),
  );

  test("is never raised by a soft edge", TIMED, () =>
    forAll([anyWorld, softTie], (world, tie) => {
      const edge: SoftEdge = {
        ...softEdge(tie, String),
        between: [endOf(world, tie.between[0]), endOf(world, tie.between[1])],
      };
      const [before, after] = [ceilingOfFacet(world), ceilingOfFacet(adding(world, { softEdges: [edge] }))];
      expect(after.level).toBeLessThanOrEqual(before.level);
      expect(after.contested).toBe(before.contested);
      expect(before.refutedProposed || !after.refutedProposed).toBe(true);
    }),
  );

  test("is never raised by a hard edge", TIMED, () =>
    forAll([anyWorld, hardTie], (world, { kind, between: [a, b] }) => {
      const edge: HardEdge = { kind, between: [endOf(world, a), endOf(world, b)] };
      const [before, after] = [ceilingOfFacet(world), ceilingOfFacet(adding(world, { hardEdges: [edge] }))];
      expect(after.level).toBeLessThanOrEqual(before.level);
      expect(after.contested).toBe(before.contested);
      expect(before.refutedProposed || !after.refutedProposed).toBe(true);
    }),
  );

  test("stays at 3 or less without first-hand evidence", TIMED, () =>
    forAll([anyWorld], (world) => {
      const items = world.items.map((item): EvidenceItem => {
        if (item.type === "media") return { ...item, showsActItself: false };
        return item.basis === "B1" || item.basis === "B2" ? { ...item, basis: "B7" } : item;
      });
      const ceiling = ceilingOfFacet({ ...world, items });
      expect(ceiling.level).toBeLessThanOrEqual(3);
      expect(ceiling.refutedProposed).toBe(false);
    }),
  );

  test("stays at 2 or less for any number of accounts of one origin", TIMED, () =>
    forAll([anyWorld], (world) => {
      const chain = world.items.slice(1).map((item, i): HardEdge => ({
        kind: "relay_naming_origin",
        between: [world.items[i]!.id, item.id],
      }));
      expect(ceilingOfFacet(adding(world, { hardEdges: chain })).level).toBeLessThanOrEqual(2);
    }),
  );

  test("stays at 2 for five cousins in one conversation, whoever talked with whom", TIMED, () =>
    forAll(
      [
        fc.array(anyGrades, { minLength: 5, maxLength: 5 }),
        fc.array(fc.nat(99), { minLength: 4, maxLength: 4 }),
        fc.array(softTie, { maxLength: 3 }),
        fc.nat(4),
      ],
      (graded, talks, soft, sound) => {
        const cousins = graded.map((item, number): EvidenceItem => {
          const cousin = { ...item, id: nameOf(number), stances: ["support" as const] };
          const seen = {
            type: "testimony",
            basis: "B2",
            reliability: "B",
            plausibility: 2,
            withdrawn: false,
          } as const;
          return number === sound ? { ...cousin, ...seen } : cousin;
        });
        const talked = talks.map((whom, i): SoftEdge => {
          const between = [nameOf(i + 1), nameOf(whom % (i + 1))] as const;
          return { kind: "discussed_facet", tenths: SOFT_EDGE_TENTHS.discussed_facet, between };
        });
        const softEdges = [...talked, ...soft.map((tie) => softEdge(tie, nameOf))];
        const ceiling = ceilingOfFacet({ facet: "occurrence", items: cousins, hardEdges: [], softEdges });
        expect(ceiling.level).toBe(2);
      },
    ),
  );

  test("names a witness set that reaches the level by itself", TIMED, () =>
    forAll([anyWorld], (world) => {
      const ceiling = ceilingOfFacet(world);
      const items = world.items.filter((item) => ceiling.witnessSet.includes(item.id));
      expect(items.length).toBe([0, 1, 1, 2, 2, 3][ceiling.level]);
      expect(ceilingOfFacet({ ...world, items }).level).toBeGreaterThanOrEqual(ceiling.level);
      if (ceiling.level < 4) return;
      expect(items.some(isFirsthand)).toBe(true);
      expect(world.facet === "individual" && !items.some(identifiesIndividual)).toBe(false);
    }),
  );

  test("says why, in the order of the vocabulary of reasons", TIMED, () =>
    forAll([anyWorld], (world) => {
      const ceiling = ceilingOfFacet(world);
      const keys = ceiling.reasons.map((reason) => reason.key);
      expect(keys[0]).toBe("evidence_weighed");
      expect(keys.filter((key) => key.startsWith("reached_")).length).toBe(1);
      expect(keys.includes("capped_contested")).toBe(ceiling.contested);
      expect(keys.includes("refutation_proposed")).toBe(ceiling.refutedProposed);
      const stops = keys.filter((key) => key.startsWith("stopped_")).length;
      expect(stops > 0).toBe(!keys.includes("reached_unsupported") && !keys.includes("reached_strong"));
    }),
  );
});

/** Whether the origin of an item contests the facet. */
function contestsAlone(ceiling: Ceiling, id: string): boolean {
  return ceiling.clusters.some((cluster) => cluster.members.includes(id) && cluster.c >= 2);
}

/** The grades given, lowered until they are no better than the original's, with no stance that it has not. */
function noBetterThan(original: EvidenceItem, graded: EvidenceItem, facet: Facet): EvidenceItem {
  const { stances, contradictionResolved } = original;
  const derived: EvidenceItem = { ...graded, stances, contradictionResolved };
  const lowered: EvidenceItem[] = [
    derived,
    { ...derived, reliability: "D" },
    { ...derived, type: "testimony", basis: "B7", plausibility: 4 },
    { ...derived, type: "testimony", basis: "B5", reliability: "D" },
    { ...derived, type: "testimony", basis: "B7", withdrawn: true },
  ];
  return lowered.find(
    (item) =>
      qualityOfItem(item, facet) <= qualityOfItem(original, facet) &&
      (isFirsthand(original) || !isFirsthand(item)),
  )!;
}

describe("the worlds", () => {
  test("reach every level, state and reason, so that no property holds for want of a case", () => {
    const seen = new Map<string, number>();
    const count = (what: string, holds: boolean) => holds && seen.set(what, (seen.get(what) ?? 0) + 1);
    for (const world of fc.sample(anyWorld, { numRuns: 10_000, seed: SEED })) {
      const ceiling = ceilingOfFacet(world);
      for (const key of new Set(ceiling.reasons.map((reason) => reason.key))) count(key, true);
      count(`level ${ceiling.level}`, true);
      count(
        "both stances",
        world.items.some(({ stances }) => stances.length > 1),
      );
      count(
        "resolved contradiction",
        world.items.some((item) => item.contradictionResolved && item.stances.includes("contradict")),
      );
      count(
        "withdrawn support",
        world.items.some((item) => item.withdrawn && item.stances.includes("support")),
      );
      count(
        "copies with edges",
        world.softEdges.some(({ between }) => between.some((id) => id.endsWith("copy"))),
      );
      count(
        "circle",
        world.softEdges.some(({ kind }) => isGroupKind(kind)),
      );
    }
    const seldom = ["stopped_not_in_one_set", "refutation_proposed"];
    const expected = [
      ...CEILING_REASONS,
      "level 0",
      "level 1",
      "level 2",
      "level 3",
      "level 4",
      "level 5",
      "both stances",
    ];
    const rare = [...expected, "resolved contradiction", "withdrawn support", "copies with edges", "circle"]
      .filter((what) => what !== "search_truncated")
      .filter((what) => (seen.get(what) ?? 0) < (seldom.includes(what) ? 20 : 200));
    expect(rare).toEqual([]);
  });
});
