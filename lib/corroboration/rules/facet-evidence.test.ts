import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TrainingCase } from "#lib/imports/training/schema.ts";
import { SOFT_EDGE_TENTHS, type SoftEdgeKind } from "../vocabulary.ts";
import { ceilingOfFacet } from "./ceiling.ts";
import { evidenceOfFacet, reachedFrom } from "./facet-evidence.ts";
import type { LinkMaterial, Material, OriginMaterial, StatementMaterial } from "./material.ts";
import { hashOfInputs } from "./inputs-hash.ts";
import { edgesOfTraits } from "./shared-traits.ts";

const FILE = new URL("../../../db/seed/training-wadi-narin.json", import.meta.url);
const raw: unknown = JSON.parse(readFileSync(FILE, "utf8"));
const training = TrainingCase.parse(raw);

/** The training case as the database would give it. */
function materialOf({
  testimonies,
  media,
  figures,
  statements,
  evidence,
  dependencies,
  sources,
  witnesses,
}: TrainingCase): Material {
  const humans = (testimony: (typeof testimonies)[number], role: string) =>
    testimony.people.flatMap((one) => (one.role === role ? (one.person ?? []) : []));
  const origins: OriginMaterial[] = [
    ...testimonies.map((one): OriginMaterial => {
      const published = one.kind === "published_account";
      const speaker = (published ? one.source : one.witness) ?? null;
      return {
        id: one.key,
        kind: published ? "published_account" : "interview",
        gradedBy: speaker,
        speaker,
        carriers: published && speaker !== null ? [speaker] : [],
        interviewers: humans(one, "interviewer"),
        interpreters: humans(one, "interpreter"),
        contaminationAsked: one.contamination === "yes",
        withdrawn: one.path.some((step) => step.do === "retract"),
      };
    }),
    ...media.map((one) => origin(one.key, "media", one.circulatedBy[0] ?? null, null, one.circulatedBy)),
    ...figures.map((one) =>
      origin(one.key, "figure", one.source, one.source, [
        one.source,
        ...(one.reportedVia ? [one.reportedVia] : []),
      ]),
    ),
  ];
  const cut = statements.map((one): StatementMaterial => {
    const film = media.find(({ key }) => key === one.media);
    return {
      id: one.key,
      originId: one.testimony ?? one.media ?? one.figure ?? "",
      basis: one.basis,
      plausibility: one.plausibility ?? 6,
      identification: one.identification,
      countBasis: figures.find(({ key }) => key === one.figure)?.countBasis ?? "none",
      retracted: false,
      media: film
        ? {
            rank: film.rank,
            condition: film.flags.includes("recycled") ? "recycled" : "usable",
            showsActItself: film.showsActItself,
          }
        : null,
    };
  });
  const graded = [
    ...sources.map(({ key, reliability }) => [key, reliability?.grade] as const),
    ...witnesses.map(({ key, reliability }) => [key, reliability.grade] as const),
  ];
  return {
    links: evidence.flatMap((one) =>
      one.facets.map((facet) => ({
        id: `${one.statement}/${one.allegation}/${facet}`,
        allegationId: one.allegation,
        facet,
        statementId: one.statement,
        stance: one.stance,
        resolved: false,
      })),
    ),
    statements: new Map(cut.map((one) => [one.id, one])),
    origins: new Map(origins.map((one) => [one.id, one])),
    dependencies: dependencies.map((one, index) => ({
      id: `d${index}`,
      kind: one.kind,
      between: one.between,
      tenths: "weight" in one ? one.weight : null,
    })),
    compartments: new Map(),
    reliability: new Map(graded.flatMap(([key, grade]) => (grade ? [[key, grade] as const] : []))),
  };
}

function origin(
  id: string,
  kind: "media" | "figure",
  gradedBy: string | null,
  speaker: string | null,
  carriers: readonly string[],
): OriginMaterial {
  const silent = { interviewers: [], interpreters: [], contaminationAsked: false, withdrawn: false };
  return { id, kind, gradedBy, speaker, carriers, ...silent };
}

const material = materialOf(training);
const ceilingIn = (from: Material, key: string) => {
  const [allegation = "", facet] = key.split("/");
  const link = from.links.find((one) => one.facet === facet);
  if (!link) throw new Error(`no link to ${key}`);
  return ceilingOfFacet(evidenceOfFacet(from, allegation, link.facet));
};

describe("the training case, tied by what its record shows", () => {
  test("gives every facet the ceiling that the file expects", () => {
    const keys = Object.keys(training.expected.ceilings);
    expect(Object.fromEntries(keys.map((key) => [key, ceilingIn(material, key).level]))).toEqual(
      training.expected.ceilings,
    );
    expect(keys.filter((key) => ceilingIn(material, key).contested)).toEqual(training.expected.contested);
  });

  test("needs none of the listed ties that a system finds by itself", () => {
    const found = ["contamination_not_asked", "same_interviewer", "same_publisher"];
    const without = {
      ...material,
      dependencies: material.dependencies.filter(({ kind }) => !found.includes(kind)),
    };
    for (const [key, level] of Object.entries(training.expected.ceilings)) {
      expect(ceilingIn(without, key).level, key).toBe(level);
    }
  });
});

describe("the inputs of a facet", () => {
  const key = ["al_killing", "occurrence"] as const;

  test("are the same however much of the case was loaded with it", () => {
    const own = material.links.filter((one) => one.allegationId === key[0] && one.facet === key[1]);
    const reached = reachedFrom(
      material,
      own.map((one) => one.statementId),
    );
    const alone: Material = {
      ...material,
      links: own,
      statements: new Map([...material.statements].filter(([id]) => reached.has(id))),
      origins: new Map([...material.origins].filter(([id]) => reached.has(id))),
    };
    expect(hashOfInputs(evidenceOfFacet(alone, ...key))).toBe(
      hashOfInputs(evidenceOfFacet(material, ...key)),
    );
  });

  test("are the same for every order of the record", () => {
    const reversed: Material = {
      links: material.links.toReversed(),
      statements: new Map([...material.statements].toReversed()),
      origins: new Map([...material.origins].toReversed()),
      dependencies: material.dependencies.toReversed(),
      reliability: material.reliability,
      compartments: new Map(),
    };
    expect(hashOfInputs(evidenceOfFacet(reversed, ...key))).toBe(
      hashOfInputs(evidenceOfFacet(material, ...key)),
    );
  });
});

/** Two interviews of two witnesses, linked to one facet, and what is changed of them. */
function two(changes: Partial<OriginMaterial>[], dependencies: Material["dependencies"] = []): Material {
  const sample = [...material.statements.values()].find(({ id }) => id === "s01_killing");
  const interview = material.origins.get("t_01");
  if (!sample || !interview) throw new Error("the training case has changed");
  const links = changes.map((_, index): LinkMaterial => {
    const statementId = `st${index}`;
    return {
      id: `l${index}`,
      allegationId: "al",
      facet: "occurrence",
      statementId,
      stance: "support",
      resolved: false,
    };
  });
  const bare = { carriers: [], interviewers: [], interpreters: [], contaminationAsked: true };
  return {
    links,
    statements: new Map(
      changes.map((_, index) => [`st${index}`, { ...sample, id: `st${index}`, originId: `t${index}` }]),
    ),
    origins: new Map(
      changes.map((change, index) => {
        const witness = { gradedBy: `w${index}`, speaker: `w${index}` };
        return [`t${index}`, { ...interview, ...bare, ...witness, id: `t${index}`, ...change }];
      }),
    ),
    dependencies,
    reliability: new Map(changes.map((_, index) => [`w${index}`, "B" as const])),
    compartments: new Map(),
  };
}

const tiesIn = (from: Material) => {
  const { softEdges, traits = [] } = evidenceOfFacet(from, "al", "occurrence");
  return [...softEdges, ...edgesOfTraits(traits)].map(({ kind, tenths }) => [kind, tenths]);
};

describe("ties that follow from the record", () => {
  test.each<[SoftEdgeKind, Partial<OriginMaterial>[]]>([
    ["same_interviewer", [{ interviewers: ["h1"] }, { interviewers: ["h2", "h1"] }]],
    ["same_interpreter", [{ interpreters: ["h1"] }, { interpreters: ["h1"] }]],
    ["same_publisher", [{ carriers: ["so1", "so2"] }, { carriers: ["so2"] }]],
    ["contamination_not_asked", [{ contaminationAsked: false }, {}]],
    ["contamination_not_asked", [{ contaminationAsked: false }, { kind: "published_account" }]],
    ["saw_coverage_first", [{ sawCoverage: true }, { sawCoverage: true }]],
    ["saw_coverage_first", [{ sawCoverage: true }, { kind: "published_account" }]],
    ["saw_coverage_first", [{ sawCoverage: true }, { kind: "media" }]],
    ["one_party", [{ party: "ac1" }, { party: "ac1" }]],
    ["same_list_or_organisation", [{ organisation: "so1" }, { organisation: "so1" }]],
    ["unknown_origin", [{ originUnknown: true }, { kind: "figure" }]],
  ])("%s", (kind, changes) => {
    expect(tiesIn(two(changes))).toEqual([[kind, SOFT_EDGE_TENTHS[kind]]]);
  });

  test("none, for two pages that nobody can ask, or for a page beside a witness who was asked", () => {
    const page = { kind: "published_account", contaminationAsked: false } as const;
    expect(tiesIn(two([page, page]))).toEqual([]);
    expect(tiesIn(two([page, {}]))).toEqual([]);
  });

  test("none between a witness who was not asked and a film or a figure", () => {
    for (const kind of ["media", "figure"] as const) {
      expect(tiesIn(two([{ contaminationAsked: false }, { kind }]))).toEqual([]);
    }
  });

  test("none where a person has recorded a tie of the same kind: theirs is weighed", () => {
    const recorded = {
      id: "d",
      kind: "contamination_not_asked",
      between: ["st0", "st1"],
      tenths: 0,
    } as const;
    expect(tiesIn(two([{ contaminationAsked: false }, {}], [recorded]))).toEqual([
      ["contamination_not_asked", 0],
    ]);
  });

  test("by the first version of the rules, what witnesses read before ties nothing, nor does a party", () => {
    const readers = two([
      { sawCoverage: true, party: "ac1" },
      { sawCoverage: true, party: "ac1" },
    ]);
    const before = { ...readers, rules: new Map([["al", "attest-corroboration-1" as const]]) };
    expect(tiesIn(before)).toEqual([]);
    expect(evidenceOfFacet(before, "al", "occurrence").algorithmVersion).toBe("attest-corroboration-1");
  });

  test("between all that two who speak have told, where the tie is between these two", () => {
    const between = ["w0", "w1"] as const;
    const talked = { id: "d", kind: "discussed_facet", between, tenths: 5 } as const;
    expect(ceilingIn(two([{}, {}]), "al/occurrence").level).toBe(4);
    expect(ceilingIn(two([{}, {}], [talked]), "al/occurrence").level).toBe(2);
    const pages = [{ kind: "published_account" } as const, { kind: "published_account" } as const];
    const sameOrigin = { id: "d", kind: "same_person", between, tenths: null } as const;
    expect(ceilingIn(two(pages), "al/occurrence").level).toBe(4);
    expect(ceilingIn(two(pages, [sameOrigin]), "al/occurrence").level).toBe(2);
    const through = [
      { ...sameOrigin, id: "d1", between: ["w0", "w9"] as const },
      { ...sameOrigin, id: "d2", between: ["w9", "w1"] as const },
    ];
    expect(ceilingIn(two(pages, through), "al/occurrence").level).toBe(2);
  });

  test("none by party where somebody weighed the two sources themselves", () => {
    const weighed = { id: "d", kind: "one_party", between: ["w0", "w1"], tenths: 0 } as const;
    expect(tiesIn(two([{ party: "ac1" }, { party: "ac1" }], [weighed]))).toEqual([["one_party", 0]]);
  });

  test("one origin for one witness, and for one source in its accounts and its figures, but not for what it merely carried", () => {
    const levelOf = (changes: Partial<OriginMaterial>[]) => ceilingIn(two(changes), "al/occurrence").level;
    expect(levelOf([{}, {}])).toBe(4);
    expect(levelOf([{ speaker: "w" }, { speaker: "w" }])).toBe(2);
    expect(
      levelOf([
        { kind: "published_account", speaker: "so" },
        { kind: "figure", speaker: "so" },
      ]),
    ).toBe(2);
    const film = { kind: "media", speaker: null, carriers: ["so"] } as const;
    expect(
      evidenceOfFacet(two([film, film]), "al", "occurrence").hardEdges.map(({ between }) => between),
    ).toEqual([
      ["st0", "t0"],
      ["st1", "t1"],
    ]);
  });
});

describe("what counts for nothing", () => {
  test("an account that was withdrawn stays an item and holds nothing up", () => {
    const { items } = evidenceOfFacet(two([{ withdrawn: true }]), "al", "occurrence");
    expect(items.map(({ withdrawn }) => withdrawn)).toEqual([true]);
    expect(ceilingIn(two([{ withdrawn: true }]), "al/occurrence").level).toBe(0);
  });

  test("somebody whom nobody graded cannot be judged", () => {
    const from = two([{ gradedBy: null }]);
    expect(evidenceOfFacet(from, "al", "occurrence").items[0]?.reliability).toBe("F");
  });
});

describe("what is in a compartment", () => {
  const CHILDREN = 2;
  /** A third interview, of the first one's witness, that is kept apart and was asked by the second one's interviewer. */
  function withThird(of: { allegation: number }): Material {
    const { origins, ...whole } = two([{}, { interviewers: ["h1"] }]);
    const first = origins.get("t0");
    if (!first) throw new Error("no first interview");
    const third = { ...first, id: "t9", interviewers: ["h1"] };
    return {
      ...whole,
      origins: new Map([...origins, ["t9", third]]),
      compartments: new Map([
        ["t9", CHILDREN],
        ["al", of.allegation],
      ]),
    };
  }

  test("is left out of the level of an allegation that is in none", () => {
    const open = withThird({ allegation: 0 });
    const without = two([{}, { interviewers: ["h1"] }]);
    expect(hashOfInputs(evidenceOfFacet(open, "al", "occurrence"))).toBe(
      hashOfInputs(evidenceOfFacet(without, "al", "occurrence")),
    );
  });

  test("counts for an allegation that is in the same, and where it is asked for", () => {
    expect(tiesIn(withThird({ allegation: CHILDREN }))).toEqual([["same_interviewer", 1]]);
    expect(evidenceOfFacet(withThird({ allegation: 0 }), "al", "occurrence", CHILDREN)).toEqual(
      evidenceOfFacet(withThird({ allegation: CHILDREN }), "al", "occurrence"),
    );
  });
});
