import { describe, expect, it } from "vitest";
import { type LinkForRelease, whyAllegationStays, whyFindingStays, withheldEvidenceOf } from "./release.ts";

const link = (
  stance: LinkForRelease["stance"],
  keptBy: string | null,
  facet: LinkForRelease["facet"] = "occurrence",
): LinkForRelease => ({ stance, keptBy, facet });
const NO = "release.consent_export_no";

describe("an allegation", () => {
  it.each<[string, LinkForRelease[], string | null]>([
    ["goes with one account of the act", [link("support", NO), link("support", null)], null],
    ["stays when all accounts of the act stay", [link("support", NO)], "release.rests_on_withheld"],
    [
      "stays when only what surrounds the act goes",
      [link("support", NO), link("support", null, "unit"), link("contradict", null), link("context", null)],
      "release.rests_on_withheld",
    ],
    ["goes with a count where the act as such is linked to nothing", [link("support", null, "count")], null],
    ["stays when nothing supports it", [link("contradict", null)], "release.nothing_supports"],
    ["stays when nothing is linked to it", [], "release.nothing_supports"],
  ])("%s", (_, links, rule) => {
    expect(whyAllegationStays(links)?.rule ?? null).toBe(rule);
  });
});

describe("a finding", () => {
  it("stays unless it was decided, and where it rests on what stays", () => {
    const why = (status: string, restsOnWithheld: boolean) =>
      whyFindingStays({ status, restsOnWithheld })?.rule ?? null;
    expect(why("approved", false)).toBeNull();
    expect(why("in_review", false)).toBe("release.finding_not_approved");
    expect(why("refuted", true)).toBe("release.rests_on_withheld");
  });

  it("says of every stance how much stays, by rule, and nothing of what goes", () => {
    const links = [
      link("support", null),
      link("contradict", "release.retracted"),
      link("support", NO),
      link("contradict", NO),
      link("contradict", NO),
    ];
    expect(withheldEvidenceOf(links)).toEqual([
      { stance: "contradict", rule: NO, count: 2 },
      { stance: "contradict", rule: "release.retracted", count: 1 },
      { stance: "support", rule: NO, count: 1 },
    ]);
    expect(withheldEvidenceOf([link("contradict", null)])).toEqual([]);
  });
});
