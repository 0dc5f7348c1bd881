import { describe, expect, test } from "vitest";
import { APPEAL_OUTCOMES, FINDING_STATUSES } from "../vocabulary.ts";
import { refusalsToAppeal, refusalsToSeatPanel, statusAfterAppeal, type Appeal } from "./appeal.ts";

const appeal: Appeal = {
  status: "approved",
  appellantEntitled: true,
  ground: "wrong_weight",
  groundsHeard: [],
  evidenceIsNew: false,
};
const senior = (humanId: string) => ({ humanId, isSeniorReviewer: true });

describe("appeal", () => {
  test("lies against what was approved and stands", () => {
    expect(FINDING_STATUSES.filter((status) => refusalsToAppeal({ ...appeal, status }).length === 0)).toEqual(
      ["approved", "refuted"],
    );
    expect(refusalsToAppeal({ ...appeal, status: "draft" })).toEqual(["appeal.finding_not_approved"]);
  });

  test("is for those entitled to it", () => {
    expect(refusalsToAppeal({ ...appeal, appellantEntitled: false })).toEqual([
      "appeal.appellant_not_entitled",
    ]);
  });

  test("is heard once a ground and version; new evidence always re-opens", () => {
    const again = { ...appeal, groundsHeard: ["wrong_weight"] };
    expect(refusalsToAppeal(again)).toEqual(["appeal.ground_already_heard"]);
    expect(refusalsToAppeal({ ...again, ground: "wrong_person" })).toEqual([]);
    expect(refusalsToAppeal({ ...again, evidenceIsNew: true })).toEqual([]);
  });

  test("is decided by two uninvolved seniors, who are two humans", () => {
    expect(refusalsToSeatPanel([senior("h1"), senior("h2")], ["h3", null])).toEqual([]);
    expect(refusalsToSeatPanel([senior("h1")], [])).toEqual(["appeal.panel_is_not_two"]);
    expect(refusalsToSeatPanel([senior("h1"), senior("h1")], [])).toEqual(["appeal.panel_is_not_two"]);
    expect(refusalsToSeatPanel([senior("h1"), senior("h1"), senior("h2")], [])).toEqual([
      "appeal.panel_is_not_two",
    ]);
    expect(refusalsToSeatPanel([senior("h1"), { humanId: "h2", isSeniorReviewer: false }], [])).toEqual([
      "appeal.panel_not_senior",
    ]);
    expect(refusalsToSeatPanel([senior("h1"), senior("h2")], ["h2"])).toEqual(["appeal.panel_was_involved"]);
  });

  test("leaves the version, replaces it, or sends it back", () => {
    expect(APPEAL_OUTCOMES.map(statusAfterAppeal)).toEqual([null, "approved", "draft"]);
  });
});
