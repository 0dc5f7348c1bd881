import { describe, expect, test } from "vitest";
import { FINDING_STATUSES, STANCES, type TestimonyCorroboration } from "../vocabulary.ts";
import { corroborationOfTestimony, type FedFinding } from "./roll-up.ts";

function fed(determination: FedFinding["determination"], over: Partial<FedFinding> = {}): FedFinding {
  return { stance: "support", status: "approved", determination, contested: false, ...over };
}

describe("corroboration status of a testimony", () => {
  test.each<[TestimonyCorroboration, string, FedFinding[]]>([
    ["not_assessed", "nothing is fed", []],
    [
      "not_assessed",
      "nothing is approved yet",
      [fed(4, { status: "first_approved" }), fed(4, { status: "draft" })],
    ],
    ["corroborated", "all are at 4 or more", [fed(4), fed(5)]],
    ["partly_corroborated", "some are at 3 or more", [fed(5), fed(2)]],
    ["partly_corroborated", "the best is 3", [fed(3), fed(0)]],
    ["uncorroborated", "all are below 3", [fed(2), fed(1)]],
    ["contested", "one of many is contested", [fed(5), fed(4, { status: "contested" })]],
    ["contested", "the only one approved is contested since", [fed(4, { status: "contested" })]],
    ["contested", "one was approved as contested", [fed(3, { contested: true }), fed(5)]],
    ["uncorroborated", "what it supports is refuted", [fed(4, { status: "refuted" })]],
    ["partly_corroborated", "part of what it supports is refuted", [fed(4, { status: "refuted" }), fed(5)]],
    [
      "corroborated",
      "an unapproved contradiction changes nothing",
      [fed(4), fed(1, { status: "in_review", contested: true })],
    ],
    [
      "corroborated",
      "older versions and withdrawn ones do not count",
      [fed(4), fed(0, { status: "superseded" }), fed(1, { status: "withdrawn", contested: true })],
    ],
  ])("%s: %s", (status, _, findings) => {
    expect(corroborationOfTestimony(findings)).toBe(status);
  });

  test("what a testimony contradicts, qualifies or only sets in context counts for nothing", () => {
    const others = STANCES.filter((stance) => stance !== "support");
    for (const stance of others) {
      expect(corroborationOfTestimony([fed(5, { stance })])).toBe("not_assessed");
      expect(corroborationOfTestimony([fed(2), fed(5, { stance, contested: true })])).toBe("uncorroborated");
    }
  });

  test("only approved, contested and refuted versions are looked at", () => {
    const assessed = FINDING_STATUSES.filter(
      (status) => corroborationOfTestimony([fed(4, { status })]) !== "not_assessed",
    );
    expect(assessed).toEqual(["approved", "contested", "refuted"]);
  });
});
