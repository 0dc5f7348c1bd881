import { describe, expect, test } from "vitest";
import { FINDING_STATUSES, type FindingStatus } from "../vocabulary.ts";
import {
  refusalsToApprove,
  refusalsToChallenge,
  refusalsToConfirm,
  refusalsToResolve,
  refusalsToReturn,
  refusalsToSubmit,
  refusalsToTakeUp,
  refusalsToWithdraw,
  type Determination,
  type FindingRefusal,
  type ReviewParties,
  type Submission,
} from "./finding-guards.ts";

const ME = "human-me";
const parties: ReviewParties = { humanId: ME, held: [], conflict: "no" };
const determination: Determination = {
  level: 4,
  ceiling: 4,
  standard: "reasonable_grounds",
  reasoning: "Because.",
  texts: ["accepted"],
};
const submission: Submission = {
  status: "draft",
  humanId: ME,
  authorHumanId: ME,
  linkRationales: ["Names the place."],
  contaminationComplete: true,
  contrarySearchLogged: true,
  consentValid: true,
  texts: ["accepted"],
};

/** Every act with what makes it allowed. */
const ACTS: Record<
  string,
  { open: FindingStatus[]; ask: (status: FindingStatus, who: ReviewParties) => FindingRefusal[] }
> = {
  takeUp: { open: ["submitted"], ask: refusalsToTakeUp },
  return: {
    open: ["in_review", "first_approved"],
    ask: (status, who) => refusalsToReturn(status, who, ME, "Unclear."),
  },
  approve: { open: ["in_review"], ask: (status, who) => refusalsToApprove(status, who, ME, determination) },
  confirm: {
    open: ["first_approved"],
    ask: (status, who) => refusalsToConfirm(status, who, "determined", determination),
  },
  confirmRefutation: {
    open: ["first_approved"],
    ask: (status, who) =>
      refusalsToConfirm(status, who, "refuted", { ...determination, level: 0, standard: "none" }),
  },
  challenge: { open: ["approved"], ask: (status) => refusalsToChallenge(status, "The date is wrong.") },
  resolve: {
    open: ["contested"],
    ask: (status, who) => refusalsToResolve(status, who, "Resolved.", determination),
  },
  withdraw: { open: ["contested"], ask: (status, who) => refusalsToWithdraw(status, who, "Cannot be kept.") },
};
const actsRefusing = (refusal: FindingRefusal, who: ReviewParties) =>
  Object.entries(ACTS)
    .filter(([, { open, ask }]) => open.some((status) => ask(status, who).includes(refusal)))
    .map(([name]) => name);
const reviewing = ["takeUp", "return", "approve", "confirm", "confirmRefutation", "resolve", "withdraw"];

describe("an act on a finding", () => {
  test.each(Object.entries(ACTS))("%s is open where it should be, and nowhere else", (_, { open, ask }) => {
    for (const status of FINDING_STATUSES)
      expect(ask(status, parties)).toEqual(open.includes(status) ? [] : ["finding.wrong_status"]);
  });

  test.each<[Exclude<ReviewParties["held"][number]["duty"], never>, FindingRefusal, string[]]>([
    ["author", "finding.reviewer_is_author", reviewing],
    ["interviewer", "finding.reviewer_is_interviewer", reviewing],
    ["interpreter", "finding.reviewer_is_interpreter", reviewing],
    [
      "link_author",
      "finding.approver_made_link",
      ["return", "approve", "confirm", "confirmRefutation", "resolve"],
    ],
    ["first_approver", "finding.second_is_first", ["return", "confirm", "confirmRefutation"]],
    [
      "approver",
      "finding.resolver_is_approver",
      ["return", "confirm", "confirmRefutation", "resolve", "withdraw"],
    ],
  ])("by the human who is its %s is refused as %s", (duty, refusal, acts) => {
    expect(actsRefusing(refusal, { ...parties, held: [{ duty, humanId: ME }] })).toEqual(acts);
    expect(actsRefusing(refusal, { ...parties, held: [{ duty, humanId: "human-other" }] })).toEqual([]);
    expect(actsRefusing(refusal, { ...parties, held: [{ duty, humanId: null }] })).toEqual([]);
  });

  test.each(["yes", "not_asked"] as const)(
    "by somebody who answers %s when asked for a conflict is refused",
    (conflict) => {
      expect(actsRefusing("finding.reviewer_has_conflict", { ...parties, conflict })).toEqual(reviewing);
    },
  );

  test("says everything that is wrong, each once", () => {
    const held = [
      { duty: "interviewer", humanId: ME },
      { duty: "interviewer", humanId: ME },
      { duty: "author", humanId: ME },
    ] as const;
    expect(refusalsToTakeUp("draft", { ...parties, held, conflict: "yes" })).toEqual([
      "finding.wrong_status",
      "finding.reviewer_is_interviewer",
      "finding.reviewer_is_author",
      "finding.reviewer_has_conflict",
    ]);
  });
});

describe("submitting", () => {
  test("is open to the author of a complete draft or returned version", () => {
    for (const status of FINDING_STATUSES)
      expect(refusalsToSubmit({ ...submission, status })).toEqual(
        status === "draft" || status === "returned" ? [] : ["finding.wrong_status"],
      );
  });

  test.each<[FindingRefusal, Partial<Submission>]>([
    ["finding.not_the_author", { humanId: "human-other" }],
    ["finding.no_links", { linkRationales: [] }],
    ["finding.link_without_rationale", { linkRationales: ["Names the place.", " \n"] }],
    ["finding.contamination_not_asked", { contaminationComplete: false }],
    ["finding.contrary_search_not_logged", { contrarySearchLogged: false }],
    ["finding.consent_not_valid", { consentValid: false }],
  ])("is refused as %s", (refusal, over) => {
    expect(refusalsToSubmit({ ...submission, ...over })).toEqual([refusal]);
  });
});

describe("deciding", () => {
  test("is for the reviewer who took the version up; the second approval is for another", () => {
    expect(refusalsToReturn("in_review", parties, "human-other", "Unclear.")).toEqual([
      "finding.not_that_reviewer",
    ]);
    expect(refusalsToReturn("first_approved", parties, "human-other", "Unclear.")).toEqual([]);
    expect(refusalsToApprove("in_review", parties, "human-other", determination)).toEqual([
      "finding.not_that_reviewer",
    ]);
  });

  test("needs a reason that is not blank", () => {
    expect(refusalsToReturn("in_review", parties, ME, " ")).toEqual(["finding.reason_missing"]);
    expect(refusalsToChallenge("approved", "")).toEqual(["finding.reason_missing"]);
    expect(refusalsToResolve("contested", parties, "\t", determination)).toEqual(["finding.reason_missing"]);
    expect(refusalsToWithdraw("contested", parties, "")).toEqual(["finding.reason_missing"]);
  });

  test.each<[FindingRefusal[], Partial<Determination>]>([
    [[], { level: 3, ceiling: 4, standard: "reasonable_suspicion" }],
    [["finding.above_ceiling"], { level: 5, ceiling: 4 }],
    [["finding.reasoning_missing"], { reasoning: "  " }],
    [["finding.below_standard_of_proof"], { level: 3 }],
  ])("is refused as %j", (refusals, over) => {
    const faulty = { ...determination, ...over };
    expect(refusalsToApprove("in_review", parties, ME, faulty)).toEqual(refusals);
    expect(refusalsToConfirm("first_approved", parties, "determined", faulty)).toEqual(refusals);
    expect(refusalsToResolve("contested", parties, "Resolved.", faulty)).toEqual(refusals);
  });
});
