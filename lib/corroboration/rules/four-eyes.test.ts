import { describe, expect, test } from "vitest";
import { dutiesAgainst, mayHoldBoth, type Duty } from "./four-eyes.ts";

const DUTIES = [
  "author",
  "interviewer",
  "interpreter",
  "reviewer",
  "link_author",
  "approver",
  "first_approver",
  "second_approver",
  "resolver",
  "appeal_panel",
  "export_builder",
  "export_legal_approver",
  "export_protection_approver",
  "redactor",
  "redaction_checker",
  "key_custodian",
  "auditor",
  "admin",
  "content",
] as const satisfies readonly Duty[];

/** The forbidden cells, written out once more. */
const FORBIDDEN = new Set([
  "author reviewer",
  "interviewer reviewer",
  "interpreter reviewer",
  "link_author approver",
  "first_approver second_approver",
  "approver resolver",
  "approver appeal_panel",
  "export_builder export_legal_approver",
  "export_builder export_protection_approver",
  "export_legal_approver export_protection_approver",
  "redactor redaction_checker",
  "key_custodian auditor",
  "admin content",
]);

describe("four eyes", () => {
  test.each(DUTIES)("%s against every duty, both ways", (one) => {
    for (const other of DUTIES) {
      const forbidden = FORBIDDEN.has(`${one} ${other}`) || FORBIDDEN.has(`${other} ${one}`);
      expect(mayHoldBoth(one, other)).toBe(!forbidden);
      expect(dutiesAgainst("human-1", one, [{ duty: other, humanId: "human-1" }])).toEqual(
        forbidden ? [other] : [],
      );
    }
  });

  test("compares humans: another human's duty never stands in the way, nor does one that no human did", () => {
    const held = [
      { duty: "interviewer", humanId: "human-2" },
      { duty: "author", humanId: null },
    ] as const;
    expect(dutiesAgainst("human-1", "reviewer", held)).toEqual([]);
    expect(dutiesAgainst("human-2", "reviewer", held)).toEqual(["interviewer"]);
  });
});
