import { describe, expect, test } from "vitest";
import {
  BASES,
  IDENTIFICATION_BASES,
  MEDIA_RANKS,
  PLAUSIBILITIES,
  RELIABILITIES,
  type Basis,
  type MediaRank,
} from "../vocabulary.ts";
import {
  identifiesIndividual,
  isFirsthand,
  qualityOfItem,
  weighItem,
  type AccountItem,
  type DocumentItem,
  type MediaItem,
} from "./quality.ts";

const common = {
  id: "one",
  stances: ["support"],
  basis: "B2",
  plausibility: 2,
  reliability: "B",
  identification: "none",
  countBasis: "none",
  withdrawn: false,
  contradictionResolved: false,
} as const;
const account: AccountItem = { ...common, type: "testimony" };
const media: MediaItem = { ...common, type: "media", rank: "M4", condition: "usable", showsActItself: true };
const document: DocumentItem = { ...common, type: "document", authenticity: 2 };

/** One digit a reliability A B C D E F; first with credibility 2 or 3, then with 4 or 6. Credibility 5 is always 0. */
const ACCOUNTS: Record<Basis, [string, string]> = {
  B0: ["111101", "111101"],
  B1: ["333202", "222202"],
  B2: ["333202", "222202"],
  B3: ["222101", "222101"],
  B4: ["222101", "222101"],
  B5: ["111101", "111101"],
  B6: ["000000", "000000"],
  B7: ["333202", "222202"],
};
const DOCUMENTS: [string, string] = ["333202", "222202"];
const MEDIA: Record<MediaRank, string> = {
  M0: "000000",
  M1: "111101",
  M2: "111101",
  M3: "222202",
  M4: "333203",
  M5: "333203",
};

function expected([sure, unsure]: [string, string], credibility: number, column: number): number {
  if (credibility === 5) return 0;
  return Number((credibility <= 3 ? sure : unsure)[column]);
}

describe("quality of an item", () => {
  const reliabilities = RELIABILITIES.map((reliability, column) => ({ reliability, column }));

  test.each(BASES)("an account on basis %s, for every reliability and plausibility", (basis) => {
    for (const type of ["testimony", "published_account", "count_claim"] as const)
      for (const plausibility of PLAUSIBILITIES)
        for (const { reliability, column } of reliabilities)
          expect(qualityOfItem({ ...account, type, basis, plausibility, reliability }, "occurrence")).toBe(
            expected(ACCOUNTS[basis], plausibility, column),
          );
  });

  test.each(["document", "medical_record"] as const)(
    "a %s is graded as a record, by authenticity",
    (type) => {
      for (const authenticity of PLAUSIBILITIES)
        for (const { reliability, column } of reliabilities)
          expect(
            qualityOfItem({ ...document, type, authenticity, reliability, basis: "B5" }, "occurrence"),
          ).toBe(expected(DOCUMENTS, authenticity, column));
    },
  );

  test.each(MEDIA_RANKS)("media of rank %s, for every reliability", (rank) => {
    for (const { reliability, column } of reliabilities)
      expect(qualityOfItem({ ...media, rank, reliability }, "occurrence")).toBe(Number(MEDIA[rank][column]));
  });

  test("the basis of a statement cut from media cannot lift media that nobody placed and timed", () => {
    expect(qualityOfItem({ ...media, rank: "M0", basis: "B1" }, "occurrence")).toBe(0);
    expect(isFirsthand({ ...media, rank: "M3", basis: "B1" })).toBe(false);
  });

  test("recycled or refuted media, inference, improbable content and withdrawn items count for nothing", () => {
    expect(qualityOfItem({ ...media, condition: "recycled" }, "place")).toBe(0);
    expect(qualityOfItem({ ...media, condition: "refuted" }, "place")).toBe(0);
    for (const item of [account, media, document]) {
      expect(qualityOfItem(item, "place")).toBe(3);
      expect(qualityOfItem({ ...item, withdrawn: true }, "place")).toBe(0);
      expect(qualityOfItem({ ...item, reliability: "E" }, "place")).toBe(0);
      expect(qualityOfItem({ ...item, plausibility: 5 }, "place")).toBe(0);
      expect(qualityOfItem({ ...item, basis: "B6" }, "place")).toBe(0);
    }
  });

  test("for a count, only a list without doubles or a declared statistic counts", () => {
    for (const item of [account, media, document]) {
      expect(qualityOfItem(item, "count")).toBe(0);
      expect(qualityOfItem({ ...item, countBasis: "deduplicated_name_list" }, "count")).toBe(3);
      expect(qualityOfItem({ ...item, countBasis: "declared_statistic" }, "count")).toBe(3);
      expect(qualityOfItem({ ...item, countBasis: "declared_statistic", withdrawn: true }, "count")).toBe(0);
    }
  });
});

describe("first-hand", () => {
  test("is what was lived, seen or heard by who says it", () => {
    expect(BASES.filter((basis) => isFirsthand({ ...account, basis }))).toEqual(["B1", "B2"]);
  });

  test("is media placed and timed by two that shows the act itself", () => {
    expect(MEDIA_RANKS.filter((rank) => isFirsthand({ ...media, rank }))).toEqual(["M4", "M5"]);
    expect(isFirsthand({ ...media, showsActItself: false })).toBe(false);
  });

  test("is never a record", () => {
    expect(isFirsthand({ ...document, basis: "B1" })).toBe(false);
    expect(isFirsthand({ ...document, type: "medical_record", basis: "B1" })).toBe(false);
  });
});

describe("identification of an individual", () => {
  test("needs acquaintance, record or insider; self-identification counts in well verified media alone", () => {
    const identifying = (item: AccountItem | MediaItem | DocumentItem) =>
      IDENTIFICATION_BASES.filter((identification) => identifiesIndividual({ ...item, identification }));
    const known = ["prior_acquaintance", "official_record", "insider"];
    expect(identifying(account)).toEqual(known);
    expect(identifying(document)).toEqual(known);
    expect(identifying({ ...media, rank: "M3" })).toEqual(known);
    expect(identifying(media)).toEqual([...known, "self_identified"]);
  });
});

test("an item is weighed with all that the level needs of it", () => {
  expect(
    weighItem({ ...account, type: "published_account", identification: "insider" }, "individual"),
  ).toEqual({
    id: "one",
    quality: 3,
    firsthand: true,
    identifies: true,
    family: "account",
  });
});
