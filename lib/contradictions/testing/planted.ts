/**
 * Planted contradictions and consistent pairs by which the rules are measured. Invented throughout. What is consistent is made
 * from one truth, told twice with more or less vagueness, or tells of two things; what contradicts is told of two truths. The
 * rules are asked for neither: some of what is planted lies beyond what they can know, and some of what is consistent misleads.
 */
import type { Claim } from "../rules/claim.ts";
import type { Difference } from "../rules/differences.ts";
import { CONSISTENT, MISLEADING } from "./consistent.ts";
import { claim } from "./invented.ts";
import { day, denied, figure, happened, killed, otherOf, type Random, type Recipe } from "./told.ts";

/** Two claims, and what a person who knows the truth says of them. */
export interface Pair {
  readonly why: string;
  readonly kind: Difference["kind"] | null;
  readonly claims: readonly [Claim, Claim];
}

/** Mulberry32: the same seed gives the same pairs on every machine. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) % 1_000_000) % below;
  };
}

const PLANTED: Readonly<Record<Difference["kind"], { many: number; recipes: readonly Recipe[] }>> = {
  time: {
    many: 14,
    recipes: [
      ["two days", (r) => [{ edtf: day(3 + r(10)) }, { edtf: day(14 + r(10)) }]],
      [
        "the day before",
        (r) => {
          const d = 4 + r(20);
          return [{ edtf: day(d) }, { edtf: day(d - 1) }];
        },
      ],
      ["a span and a day after it", (r) => [{ edtf: `${day(3)}/${day(5)}` }, { edtf: day(7 + r(5)) }]],
      [
        "about a day, and three days on",
        (r) => {
          const d = 4 + r(15);
          return [{ edtf: `${day(d)}~` }, { edtf: `${day(d + 3)}~` }];
        },
      ],
      ["two months", (r) => [{ edtf: "2031-02" }, { edtf: `2031-0${4 + r(4)}` }]],
      ["morning and evening", () => [{ edtf: "2031-05-06T07:30" }, { edtf: "2031-05-06T21:00" }]],
      ["not before, and before", (r) => [{ edtf: `${day(10)}/..` }, { edtf: day(2 + r(7)) }]],
    ],
  },
  place: {
    many: 12,
    recipes: [
      [
        "two villages with points",
        (r) => [{ placeId: "Bir Olan" }, { placeId: ["Deir Maruth", "Ain Temar"][r(2)] ?? null }],
      ],
      ["two villages close by, each exact", () => [{ placeId: "Deir Maruth" }, { placeId: "Ain Temar" }]],
      ["two villages without points", () => [{ placeId: "Kafr Idan" }, { placeId: "Kafr Seluk" }]],
      ["two quarters of a town", () => [{ placeId: "mill quarter" }, { placeId: "river quarter" }]],
      [
        "a house in one quarter, and another quarter",
        () => [{ placeId: "school" }, { placeId: "river quarter" }],
      ],
      // Nothing on record says where the road runs: beyond what a rule can know.
      ["a road elsewhere", () => [{ placeId: "coast road" }, { placeId: "Bir Olan" }]],
    ],
  },
  number: {
    many: 14,
    recipes: [
      [
        "two exact numbers, one apart",
        (r) => {
          const n = 5 + r(40);
          return [killed(n), killed(n + 1)];
        },
      ],
      ["two ranges", (r) => [killed(10, 15), killed(20 + r(5), 30)]],
      ["at least, and fewer", (r) => [killed(20 + r(20), null), killed(3 + r(15))]],
      ["at most, and more", (r) => [killed(null, 9), killed(12 + r(20), 40)]],
      ["figures of one day", (r) => [killed(30), killed(50 + r(9)), figure(day(9)), figure(day(9))]],
      [
        "a later figure that is lower",
        (r) => [killed(90), killed(40 + r(9)), figure(day(9)), figure(day(20))],
      ],
      ["about, and far more", (r) => [killed(100), killed(160 + r(50)), figure(null, "about"), figure(null)]],
    ],
  },
  actor: {
    many: 10,
    recipes: [
      ["two brigades", () => [{ actorId: "7th brigade" }, { actorId: "9th brigade" }]],
      ["two armed groups", () => [{ actorId: "Grey Herons" }, { actorId: "Salt League" }]],
      ["two officers", () => [{ actorId: "Col. Idris Venn" }, { actorId: "Maj. Toma Reyk" }]],
      ["a company, and another brigade", () => [{ actorId: "first company" }, { actorId: "9th brigade" }]],
      [
        "an officer, and an armed group",
        (r) => [{ actorId: "Col. Idris Venn" }, { actorId: r(2) ? "Grey Herons" : "Salt League" }],
      ],
    ],
  },
  act: {
    many: 10,
    recipes: [
      ["it was, and it was not", () => [happened(), denied()]],
      [
        "on a day, and not in that month",
        (r) => [happened({ edtf: day(2 + r(20)) }), denied({ edtf: "2031-05" })],
      ],
      [
        "in a house, and not in that town",
        () => [happened({ placeId: "school" }), denied({ placeId: "Tal Kasif (تل كاسف)" })],
      ],
      [
        "by a company, and not by its brigade",
        () => [happened({ actorId: "first company" }), denied({ actorId: "7th brigade" })],
      ],
      ["of another allegation of the incident", () => [happened(), denied(), {}, otherOf]],
    ],
  },
};

export interface Measured {
  readonly planted: readonly Pair[];
  readonly consistent: readonly Pair[];
}

/** 60 planted contradictions of all kinds, and 200 consistent pairs with every near miss that we know of. */
export function plantedPairs(seed = 7): Measured {
  const r = randomFrom(seed);
  const planted = Object.entries(PLANTED).flatMap(([kind, { many, recipes }]) =>
    made(recipes, many, r).map((pair) => ({ ...pair, kind: kind as Difference["kind"] })),
  );
  const misled = MISLEADING.flatMap((one) => made([one], 2, r));
  return { planted, consistent: [...made(CONSISTENT, 200 - misled.length, r), ...misled] };
}

function made(recipes: readonly Recipe[], many: number, r: Random): Pair[] {
  return Array.from({ length: many }, (_, at) => {
    const [why, tell] = recipes[at % recipes.length] as Recipe;
    const [one, other, moreOfOne, moreOfOther] = tell(r);
    const claims = [claim(`${at} a`, one, moreOfOne), claim(`${at} b`, other, moreOfOther)] as const;
    // Whichever is named first.
    return { why, kind: null, claims: r(2) === 0 ? claims : [claims[1], claims[0]] };
  });
}
