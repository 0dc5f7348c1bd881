import { describe, expect, test } from "vitest";
import {
  DETERMINATION_LEVELS,
  FACETS,
  FINDING_MOVES,
  FINDING_STATUSES,
  STANDARDS_OF_PROOF,
  VIOLATION_GROUPS,
  type FindingMove,
  type FindingStatus,
} from "../vocabulary.ts";
import {
  becomesContested,
  confirmingMove,
  FIRST_STATUS,
  groundsForSecondApprover,
  maySayReasonableGrounds,
  needsSecondApprover,
  reachesStandard,
  statusAfterMove,
  type ApprovalStakes,
  type CeilingAnswer,
} from "./finding-status.ts";

/** The whole table: what is not named here is closed. */
const OPEN: Record<FindingStatus, Partial<Record<FindingMove, FindingStatus>>> = {
  draft: { submit: "submitted", take_over: "withdrawn" },
  submitted: { take_up: "in_review" },
  in_review: { return: "returned", approve: "first_approved" },
  returned: { submit: "submitted", take_over: "withdrawn" },
  first_approved: { return: "returned", confirm: "approved", confirm_refutation: "refuted" },
  approved: { contest: "contested", supersede: "superseded" },
  contested: { withdraw: "withdrawn", supersede: "superseded" },
  refuted: { supersede: "superseded" },
  withdrawn: {},
  superseded: {},
};

describe("status of a finding version", () => {
  test.each(FINDING_STATUSES)("from %s every move leads where the table says, or nowhere", (status) => {
    for (const move of FINDING_MOVES) expect(statusAfterMove(status, move)).toBe(OPEN[status][move] ?? null);
  });

  test("nothing is approved without a submission, a review and a first approval", () => {
    const into = (goal: FindingStatus) =>
      FINDING_STATUSES.filter((from) => Object.values(OPEN[from]).includes(goal));
    expect(into("approved")).toEqual(["first_approved"]);
    expect(into("refuted")).toEqual(["first_approved"]);
    expect(into("first_approved")).toEqual(["in_review"]);
    expect(into("in_review")).toEqual(["submitted"]);
    expect(FIRST_STATUS).toEqual({ draft: "draft", resolution: "first_approved" });
  });

  test("a conclusion is confirmed as what it is", () => {
    expect(confirmingMove("determined")).toBe("confirm");
    expect(confirmingMove("refuted")).toBe("confirm_refutation");
  });
});

describe("a second approver", () => {
  const plain: ApprovalStakes = {
    facet: "occurrence",
    violationGroup: "K",
    determination: 4,
    childConcerned: false,
    refuted: false,
    tollChange: false,
  };

  test("is not needed for an ordinary finding", () => {
    expect(needsSecondApprover(plain)).toBe(false);
    expect(groundsForSecondApprover(plain)).toEqual([]);
  });

  test("is needed for an individual, sexual violence, a child, the strongest level, a refutation and a toll", () => {
    const needing = <K extends keyof ApprovalStakes>(key: K, values: readonly ApprovalStakes[K][]) =>
      values.filter((value) => needsSecondApprover({ ...plain, [key]: value }));
    expect(needing("facet", FACETS)).toEqual(["individual"]);
    expect(needing("violationGroup", VIOLATION_GROUPS)).toEqual(["G", "C"]);
    expect(needing("determination", DETERMINATION_LEVELS)).toEqual([5]);
    expect(needing("childConcerned", [false, true])).toEqual([true]);
    expect(needing("refuted", [false, true])).toEqual([true]);
    expect(needing("tollChange", [false, true])).toEqual([true]);
  });

  test("has every ground named", () => {
    const all = { facet: "individual", violationGroup: "G", determination: 5 } as const;
    expect(
      groundsForSecondApprover({ ...all, childConcerned: true, refuted: true, tollChange: true }),
    ).toEqual([
      "individual_attribution",
      "sexual_violence",
      "child_concerned",
      "strongest_level",
      "refuted",
      "toll_change",
    ]);
  });
});

describe("an approved finding", () => {
  const quiet: CeilingAnswer = { level: 4, contested: false, refutedProposed: false };

  test("stays approved while nothing got worse", () => {
    expect(becomesContested(4, quiet, quiet)).toBe(false);
    expect(becomesContested(3, quiet, { ...quiet, level: 3 })).toBe(false);
    expect(becomesContested(4, quiet, { ...quiet, level: 5 })).toBe(false);
  });

  test("becomes contested by a new contradiction, a proposed refutation, or a ceiling below the determination", () => {
    expect(becomesContested(2, quiet, { ...quiet, contested: true })).toBe(true);
    expect(becomesContested(2, quiet, { ...quiet, refutedProposed: true })).toBe(true);
    expect(becomesContested(4, quiet, { ...quiet, level: 3 })).toBe(true);
  });

  test("is not contested again by what was known when it was approved", () => {
    const known: CeilingAnswer = { level: 3, contested: true, refutedProposed: true };
    expect(becomesContested(3, known, known)).toBe(false);
    expect(becomesContested(3, known, { ...known, level: 2 })).toBe(true);
  });

  test("put above the ceiling by an appeal is contested when that ceiling falls", () => {
    expect(becomesContested(5, quiet, quiet)).toBe(false);
    expect(becomesContested(5, quiet, { ...quiet, level: 3 })).toBe(true);
  });
});

describe("standard of proof", () => {
  test("reasonable grounds are open from level 4 on; the others always", () => {
    for (const standard of STANDARDS_OF_PROOF) {
      const open = DETERMINATION_LEVELS.filter((level) => reachesStandard(level, standard));
      expect(open).toEqual(standard === "reasonable_grounds" ? [4, 5] : [0, 1, 2, 3, 4, 5]);
    }
  });

  test("only an approved finding that names them may be phrased with them", () => {
    for (const status of FINDING_STATUSES)
      for (const standard of STANDARDS_OF_PROOF)
        for (const level of DETERMINATION_LEVELS)
          expect(maySayReasonableGrounds(status, level, standard)).toBe(
            status === "approved" && standard === "reasonable_grounds" && level >= 4,
          );
  });
});
