import { describe, expect, test } from "vitest";
import {
  ALGORITHM_VERSION,
  HARD_EDGE_KINDS,
  SOFT_EDGE_KINDS,
  SOFT_EDGE_TENTHS,
  type Facet,
  type SoftEdgeKind,
  type Tenths,
} from "../vocabulary.ts";
import { ceilingOfFacet, type Ceiling } from "./ceiling.ts";
import type { HardEdge } from "./clusters.ts";
import { areIndependent, tiesBetweenOrigins, type SoftEdge } from "./dependency.ts";
import { ORIGINS_SEARCHED_MAX } from "./level.ts";
import type { AccountItem, DocumentItem, EvidenceItem, MediaItem } from "./quality.ts";

const common = {
  stances: ["support"],
  basis: "B2",
  plausibility: 2,
  reliability: "B",
  identification: "none",
  countBasis: "none",
  withdrawn: false,
  contradictionResolved: false,
} as const;
function anAccount(id: string, over: Partial<AccountItem> = {}): AccountItem {
  return { ...common, type: "testimony", id, ...over };
}
function aVideo(id: string, over: Partial<MediaItem> = {}): MediaItem {
  return { ...common, type: "media", rank: "M4", condition: "usable", showsActItself: true, id, ...over };
}
function aDocument(id: string, over: Partial<DocumentItem> = {}): DocumentItem {
  return { ...common, type: "document", authenticity: 2, id, ...over };
}
const hearsay = { basis: "B4" } as const;
const rumour = { basis: "B5" } as const;
const against = { stances: ["contradict"] } as const;

function tie(kind: SoftEdgeKind, a: string, b: string, tenths: Tenths = SOFT_EDGE_TENTHS[kind]): SoftEdge {
  return { kind, between: [a, b], tenths };
}
function oneOrigin(a: string, b: string): HardEdge {
  return { kind: "republished", between: [a, b] };
}
function ceilingOf(
  items: readonly EvidenceItem[],
  ties: { hard?: readonly HardEdge[]; soft?: readonly SoftEdge[]; facet?: Facet } = {},
): Ceiling {
  return ceilingOfFacet({
    facet: ties.facet ?? "occurrence",
    items,
    hardEdges: ties.hard ?? [],
    softEdges: ties.soft ?? [],
  });
}
const keysOf = (ceiling: Ceiling) => ceiling.reasons.map((reason) => reason.key);

describe("what does not corroborate", () => {
  test("ten reposts of one video stay one source", () => {
    const posts = Array.from({ length: 11 }, (_, i) => aVideo(`post-${i}`));
    const reposts = posts.slice(1).map((post, i): HardEdge => {
      const kind = HARD_EDGE_KINDS[i % HARD_EDGE_KINDS.length]!;
      return { kind, between: [post.id, "post-0"] };
    });
    const ceiling = ceilingOf(posts, { hard: reposts });
    expect(ceiling.level).toBe(2);
    expect(ceiling.clusters.length).toBe(1);
    expect(keysOf(ceiling)).toContain("stopped_too_few_origins");
  });

  test("reposts are one source although the original itself is not evidence here", () => {
    const reposts = [1, 2, 3].map((i) => aVideo(`repost-${i}`));
    const hard = reposts.map(({ id }) => oneOrigin("the-original", id));
    const ceiling = ceilingOf(reposts, { hard });
    expect(ceiling.level).toBe(2);
    expect(ceiling.clusters.map(({ members }) => members)).toEqual([["repost-1", "repost-2", "repost-3"]]);
  });

  test("thirty copies leave the level where it was", () => {
    const items = [anAccount("woman"), anAccount("guard", hearsay)];
    const copies = Array.from({ length: 30 }, (_, i) => anAccount(`copy-${i}`));
    expect(ceilingOf(items).level).toBe(4);
    const hard = copies.map(({ id }) => oneOrigin("woman", id));
    expect(ceilingOf([...items, ...copies], { hard }).level).toBe(4);
    expect(ceilingOf([anAccount("woman"), ...copies], { hard }).level).toBe(2);
  });

  test("five cousins in one conversation stay a single source, though none talked with all", () => {
    const cousins = ["amber", "birch", "cedar", "dune", "elm"];
    const talked = cousins.slice(1).map((cousin, i) => tie("discussed_facet", cousins[i]!, cousin));
    const ceiling = ceilingOf(
      cousins.map((id) => anAccount(id)),
      { soft: talked },
    );
    expect(ceiling.level).toBe(2);
    expect(ceiling.reasons.at(-1)).toEqual({
      key: "stopped_dependent",
      params: { originA: "amber", originB: "birch", kinds: ["discussed_facet"] },
    });
  });

  test("a conversation goes on through a cousin who gave no statement", () => {
    const soft = [
      tie("discussed_facet", "amber", "grandmother"),
      tie("discussed_facet", "grandmother", "elm"),
    ];
    expect(ceilingOf([anAccount("amber"), anAccount("elm")], { soft }).level).toBe(2);
  });

  test("kinship alone does not silence a family: two of a household who did not talk are two sources", () => {
    const soft = [tie("same_household_or_kin", "amber", "elm")];
    expect(ceilingOf([anAccount("amber"), anAccount("elm")], { soft }).level).toBe(4);
  });

  test("any number of rumours is an allegation", () => {
    const ceiling = ceilingOf(Array.from({ length: 20 }, (_, i) => anAccount(`rumour-${i}`, rumour)));
    expect(ceiling.level).toBe(1);
    expect(keysOf(ceiling)).toContain("stopped_too_weak");
  });

  test("any number of records without anyone who saw it is partial", () => {
    const ceiling = ceilingOf([aDocument("register"), aDocument("order"), aDocument("list")]);
    expect(ceiling.level).toBe(3);
    expect(keysOf(ceiling)).toEqual(["evidence_weighed", "reached_partial", "stopped_no_firsthand"]);
  });
});

describe("the levels", () => {
  test.each<[Ceiling["level"], string, EvidenceItem[], string[]]>([
    [0, "nothing", [], []],
    [0, "an inference", [anAccount("a", { basis: "B6" })], []],
    [0, "context and qualification", [anAccount("a", { stances: ["context", "qualify"] })], []],
    [1, "a rumour", [anAccount("a", rumour)], ["a"]],
    [1, "one hearsay", [anAccount("a", hearsay)], ["a"]],
    [2, "one who saw it", [anAccount("a")], ["a"]],
    [3, "one who saw it and a rumour", [anAccount("a"), anAccount("b", rumour)], ["a", "b"]],
    [3, "two hearsays", [anAccount("a", hearsay), anAccount("b", hearsay)], ["a", "b"]],
    [1, "a hearsay and a rumour", [anAccount("a", hearsay), anAccount("b", rumour)], ["a"]],
    [4, "one who saw it and a hearsay", [anAccount("a"), anAccount("b", hearsay)], ["a", "b"]],
    [
      4,
      "a record and somebody who doubts what he saw",
      [aDocument("a"), anAccount("b", { plausibility: 4 })],
      ["a", "b"],
    ],
    [4, "three interviews", [anAccount("a"), anAccount("b"), anAccount("c")], ["a", "b"]],
    [
      4,
      "interviews and a published account",
      [anAccount("a"), anAccount("b"), anAccount("c", { type: "published_account" })],
      ["a", "b"],
    ],
    [5, "two interviews and a video", [anAccount("a"), anAccount("b"), aVideo("c")], ["a", "b", "c"]],
    [
      5,
      "an interview, a record and hearsay",
      [anAccount("a"), aDocument("b"), anAccount("c", hearsay)],
      ["a", "b", "c"],
    ],
    [
      4,
      "two of three not better than hearsay",
      [anAccount("a"), aVideo("b", { rank: "M3" }), anAccount("c", hearsay)],
      ["a", "b"],
    ],
  ])("%i: %s", (level, _, items, witnessSet) => {
    const ceiling = ceilingOf(items);
    expect(ceiling.level).toBe(level);
    expect(ceiling.witnessSet).toEqual(witnessSet);
    expect(ceiling.algorithmVersion).toBe(ALGORITHM_VERSION);
  });

  test("a strong set needs each of its three origins independent of the two others", () => {
    const items = [anAccount("a"), anAccount("b"), aVideo("c")];
    for (const [one, other] of [
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
    ] as const) {
      const ceiling = ceilingOf(items, { soft: [tie("group_interview", one, other)] });
      expect(ceiling.level).toBe(4);
      expect(keysOf(ceiling)).toContain("stopped_dependent");
    }
  });

  test("two types in one origin do not make it differ from an origin of one of them", () => {
    const items = [anAccount("a"), aVideo("a-filmed"), anAccount("b"), anAccount("c")];
    expect(ceilingOf(items, { hard: [oneOrigin("a", "a-filmed")] }).level).toBe(4);
  });

  test("two origins that share a type do not differ, whatever else each has", () => {
    const items = [anAccount("a"), aVideo("a-filmed"), aVideo("b"), aDocument("b-papers"), aVideo("c")];
    const hard = [oneOrigin("a", "a-filmed"), oneOrigin("b", "b-papers")];
    expect(ceilingOf(items, { hard }).level).toBe(4);
    expect(ceilingOf([...items, aDocument("d")], { hard }).level).toBe(5);
  });

  test("the strength of one item and the eyes of another of the same origin are not one witness", () => {
    const items = [
      aDocument("order"),
      anAccount("order-told", { reliability: "D" }),
      aDocument("log", { authenticity: 4 }),
    ];
    expect(ceilingOf(items, { hard: [oneOrigin("order", "order-told")] }).level).toBe(3);
    const three = [...items, aVideo("c", { showsActItself: false })];
    expect(ceilingOf(three, { hard: [oneOrigin("order", "order-told")] }).level).toBe(4);
  });

  test("a doubt that weakens an item does not make its origin look of another type", () => {
    const items = [aVideo("a"), anAccount("a-told", hearsay), anAccount("b"), anAccount("c")];
    const hard = [oneOrigin("a", "a-told"), oneOrigin("a", "doubt")];
    expect(ceilingOf(items, { hard }).level).toBe(4);
    expect(ceilingOf([...items, anAccount("doubt", { ...rumour, ...against })], { hard }).level).toBe(4);
  });

  test("only the tie that stops a set of three is named", () => {
    const items = [anAccount("a"), anAccount("b"), aVideo("c")];
    const stops = ceilingOf(items, {
      soft: [
        tie("group_interview", "a", "c"),
        tie("same_interviewer", "a", "b"),
        tie("same_interpreter", "a", "c"),
      ],
    }).reasons.filter(({ key }) => key === "stopped_dependent");
    expect(stops.map(({ params }) => params)).toEqual([
      { originA: "a", originB: "c", kinds: ["group_interview", "same_interpreter"] },
    ]);
  });

  test("what stops a level is said also when each condition can be met, but not in one set", () => {
    const items = [anAccount("a"), aDocument("b"), aDocument("c")];
    const ceiling = ceilingOf(items, {
      soft: [tie("coached_or_shown_account", "a", "b"), tie("one_party", "a", "c", 9)],
    });
    expect(ceiling.level).toBe(3);
    expect(keysOf(ceiling)).toContain("stopped_not_in_one_set");
  });
});

describe("dependency", () => {
  test.each<[boolean, string, SoftEdge[]]>([
    [true, "no tie", []],
    [true, "0.4", [tie("saw_coverage_first", "a", "b")]],
    [false, "0.5", [tie("discussed_facet", "a", "b")]],
    [true, "1 − 0.6·0.9 = 0.46", [tie("one_party", "a", "b"), tie("same_interviewer", "a", "b")]],
    [
      false,
      "1 − 0.7·0.7 = 0.51",
      [tie("same_household_or_kin", "a", "b"), tie("contamination_not_asked", "a", "b")],
    ],
    [false, "1 − 0.6·0.8 = 0.52", [tie("same_publisher", "a", "b"), tie("same_interpreter", "b", "a")]],
    [true, "one kind twice counts once", [tie("one_party", "a", "b"), tie("one_party", "b", "a", 3)]],
    [false, "the strongest of a kind counts", [tie("one_party", "a", "b", 1), tie("one_party", "b", "a", 6)]],
    [true, "a reviewer set it to nought", [tie("coached_or_shown_account", "a", "b", 0)]],
  ])("independent is %s for %s", (independent, _, soft) => {
    const ties = tiesBetweenOrigins(soft, (id) => id)("a", "b");
    expect(areIndependent(ties)).toBe(independent);
    expect(ceilingOf([anAccount("a"), anAccount("b")], { soft }).level).toBe(independent ? 4 : 2);
  });

  test("is exact at one half with ties of many kinds", () => {
    const half = [{ kind: "discussed_facet", tenths: 5 }] as const;
    expect(areIndependent(half)).toBe(false);
    expect(areIndependent([...half, { kind: "one_party", tenths: 0 }])).toBe(false);
    expect(areIndependent(SOFT_EDGE_KINDS.map((kind) => ({ kind, tenths: 9 })))).toBe(false);
    expect(areIndependent(SOFT_EDGE_KINDS.map((kind) => ({ kind, tenths: 0 })))).toBe(true);
  });

  test("a circle has the strength of its strongest talk, for all in it and for nobody else", () => {
    const ties = tiesBetweenOrigins(
      [
        tie("discussed_facet", "a", "b", 1),
        tie("discussed_facet", "b", "c", 8),
        tie("discussed_facet", "x", "y", 2),
      ],
      (id) => id,
    );
    expect(ties("a", "c")).toEqual([{ kind: "discussed_facet", tenths: 8 }]);
    expect(ties("a", "b")).toEqual([{ kind: "discussed_facet", tenths: 8 }]);
    expect(ties("x", "y")).toEqual([{ kind: "discussed_facet", tenths: 2 }]);
    expect(ties("a", "x")).toEqual([]);
    expect(ties("p", "q")).toEqual([]);
  });

  test("a talk set to nought joins no circles", () => {
    const ties = tiesBetweenOrigins(
      [tie("discussed_facet", "a", "b"), tie("discussed_facet", "b", "c", 0)],
      (id) => id,
    );
    expect(ties("a", "c")).toEqual([]);
  });

  test("a talk inside one origin still gives its circle its strength", () => {
    const items = [anAccount("a"), anAccount("b"), anAccount("c")];
    const soft = [tie("discussed_facet", "a", "b"), tie("discussed_facet", "b", "c", 2)];
    expect(ceilingOf(items, { soft, hard: [oneOrigin("a", "b")] }).level).toBe(2);
  });
});

describe("contradiction", () => {
  const corroborated = [anAccount("a"), anAccount("b"), aVideo("c")];

  test("of quality 2 contests, caps the level at 3 and says from where", () => {
    const ceiling = ceilingOf([...corroborated, anAccount("d", { ...hearsay, ...against })]);
    expect([ceiling.level, ceiling.contested, ceiling.refutedProposed]).toEqual([3, true, false]);
    expect(ceiling.witnessSet).toEqual(["a", "b"]);
    expect(ceiling.reasons.at(-1)).toEqual({
      key: "capped_contested",
      params: { origins: ["d"], from: 5, to: 3, items: ["a", "b"] },
    });
  });

  test("of quality 1 does not contest", () => {
    const ceiling = ceilingOf([...corroborated, anAccount("d", { ...rumour, ...against })]);
    expect([ceiling.level, ceiling.contested]).toEqual([5, false]);
  });

  test("resolved or withdrawn is shown among the members and counts for nothing", () => {
    for (const over of [{ contradictionResolved: true }, { withdrawn: true }]) {
      const ceiling = ceilingOf([...corroborated, anAccount("d", { ...against, ...over })]);
      expect([ceiling.level, ceiling.contested]).toEqual([5, false]);
      expect(ceiling.clusters.at(-1)).toMatchObject({ id: "d", members: ["d"], s: 0, c: 0 });
    }
  });

  test("within one origin weakens its support by one, whatever its own strength", () => {
    const ceiling = ceilingOf([anAccount("a"), anAccount("a-later", { ...rumour, ...against })], {
      hard: [{ kind: "same_person", between: ["a", "a-later"] }],
    });
    expect(ceiling.level).toBe(1);
    expect(ceiling.clusters[0]).toMatchObject({ inconsistent: true, s: 2, c: 1, types: ["account"] });
    expect(keysOf(ceiling)).toContain("origin_inconsistent");
  });

  test("by a statement that also supports weakens that support", () => {
    expect(ceilingOf([anAccount("a", { stances: ["support", "contradict"] })])).toMatchObject({
      level: 1,
      contested: true,
    });
    expect(ceilingOf([anAccount("a", { ...rumour, stances: ["support", "contradict"] })])).toMatchObject({
      level: 0,
    });
  });

  test("by a first-hand source and an independent one proposes a refutation, however strong the support", () => {
    const denials = [anAccount("x", against), anAccount("y", { ...hearsay, ...against })];
    const ceiling = ceilingOf([...corroborated, ...denials]);
    expect([ceiling.level, ceiling.refutedProposed]).toEqual([3, true]);
    expect(ceiling.reasons.at(-1)).toEqual({ key: "refutation_proposed", params: { items: ["x", "y"] } });
  });

  test("does not propose a refutation without first-hand evidence, or from one circle", () => {
    const documents = [aDocument("x", against), aDocument("y", against)];
    expect(ceilingOf([...corroborated, ...documents]).refutedProposed).toBe(false);
    const denials = [anAccount("x", against), anAccount("y", against)];
    expect(ceilingOf(denials, { soft: [tie("group_interview", "x", "y")] }).refutedProposed).toBe(false);
  });

  test("keeps its full quality for a refutation in an origin that also supports", () => {
    const both = { stances: ["support", "contradict"] } as const;
    expect(ceilingOf([anAccount("x", both), anAccount("y", both)]).refutedProposed).toBe(true);
  });
});

describe("an individual perpetrator", () => {
  test("stays at 3 when nobody in the witness set knows the person", () => {
    const ceiling = ceilingOf([anAccount("a"), anAccount("b"), aVideo("c")], { facet: "individual" });
    expect(ceiling.level).toBe(3);
    expect(keysOf(ceiling)).toContain("stopped_no_identification");
  });

  test("reaches 4 and 5 by sets that hold the one who does, even where stronger sets do not", () => {
    const items = [
      anAccount("a"),
      anAccount("b"),
      anAccount("neighbour", { ...hearsay, identification: "prior_acquaintance" }),
    ];
    const ceiling = ceilingOf(items, { facet: "individual" });
    expect(ceiling.level).toBe(4);
    expect(ceiling.witnessSet).toEqual(["a", "neighbour"]);
    const stronger = ceilingOf([...items, aDocument("roster")], { facet: "individual" });
    expect(stronger.level).toBe(5);
    expect(stronger.witnessSet).toContain("neighbour");
  });

  test("is not identified by an item too weak for the witness set", () => {
    const items = [anAccount("a"), anAccount("b"), anAccount("c", { ...rumour, identification: "insider" })];
    expect(ceilingOf(items, { facet: "individual" }).level).toBe(3);
    expect(ceilingOf(items, { facet: "unit" }).level).toBe(4);
  });

  test("is not identified by a weak item that shares its origin with a strong one", () => {
    const items = [
      anAccount("a"),
      anAccount("a-rumour", { ...rumour, identification: "insider" }),
      anAccount("b"),
    ];
    expect(ceilingOf(items, { hard: [oneOrigin("a", "a-rumour")], facet: "individual" }).level).toBe(3);
  });

  test("is identified by the one item of an origin that knows, beside others as strong that do not", () => {
    const items = [
      anAccount("a1"),
      anAccount("a2", { basis: "B7", identification: "official_record" }),
      anAccount("a3", { basis: "B7" }),
      anAccount("a4", { identification: "insider", basis: "B1" }),
      anAccount("b", { basis: "B7" }),
    ];
    const hard = ["a2", "a3", "a4"].map((id) => oneOrigin("a1", id));
    const ceiling = ceilingOf(items, { hard, facet: "individual" });
    expect([ceiling.level, ceiling.witnessSet]).toEqual([4, ["a4", "b"]]);
  });

  test("may be doubted by those who do not know the person", () => {
    const denials = [anAccount("x", against), anAccount("y", against)];
    expect(ceilingOf(denials, { facet: "individual" }).refutedProposed).toBe(true);
  });
});

test("a count is supported by lists and statistics alone", () => {
  const items = [
    anAccount("a"),
    anAccount("b"),
    anAccount("c", { type: "count_claim", countBasis: "declared_statistic" }),
  ];
  expect(ceilingOf(items, { facet: "count" }).level).toBe(2);
});

describe("the answer", () => {
  test("shows every origin with its strength, sorted", () => {
    const items = [anAccount("b"), aVideo("a", { rank: "M3" }), anAccount("c", { ...hearsay, ...against })];
    const { clusters } = ceilingOf(items, { hard: [oneOrigin("b", "a")] });
    expect(clusters.map(({ id, members, s, c, types }) => ({ id, members, s, c, types }))).toEqual([
      { id: "a", members: ["a", "b"], s: 3, c: 0, types: ["account", "media"] },
      { id: "c", members: ["c"], s: 0, c: 2, types: [] },
    ]);
  });

  test("explains itself in order", () => {
    const items = [anAccount("a"), anAccount("b", rumour), anAccount("b2", { ...rumour, ...against })];
    const ceiling = ceilingOf(items, { hard: [oneOrigin("b", "b2")] });
    expect(ceiling.reasons).toEqual([
      { key: "evidence_weighed", params: { items: 3, origins: 2, supporting: 1, contradicting: 1 } },
      { key: "one_origin", params: { origin: "b", items: ["b", "b2"] } },
      { key: "origin_inconsistent", params: { origin: "b" } },
      { key: "reached_single_source", params: { level: 2, items: ["a"] } },
      { key: "stopped_too_few_origins", params: { origins: 1, needed: 2, level: 3 } },
    ]);
  });

  test("searches the strongest origins of very many, and says that it left some out", () => {
    const weak = Array.from({ length: ORIGINS_SEARCHED_MAX }, (_, i) => anAccount(`a${i}`, hearsay));
    expect(ceilingOf(weak)).toMatchObject({ level: 3, truncated: false });
    const more = ceilingOf([...weak, anAccount("z"), anAccount("zz", { ...rumour, ...against })]);
    expect(more).toMatchObject({ level: 4, truncated: true });
    expect(more.witnessSet).toContain("z");
    expect(more.reasons.at(-1)).toEqual({
      key: "search_truncated",
      params: { origins: ORIGINS_SEARCHED_MAX + 1, searched: ORIGINS_SEARCHED_MAX },
    });
    const denials = [...weak, anAccount("z")].map((item) => ({ ...item, ...against }));
    expect(ceilingOf(denials)).toMatchObject({ level: 0, truncated: true, refutedProposed: true });
  });

  test("stays quick when several hundred strong origins fall short of the strongest level", () => {
    const items = Array.from({ length: ORIGINS_SEARCHED_MAX }, (_, i) => anAccount(`a${i}`));
    const started = performance.now();
    expect(ceilingOf(items).level).toBe(4);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("is refused when two items share an id", () => {
    expect(() => ceilingOf([anAccount("a"), anAccount("a")])).toThrow(RangeError);
  });
});
