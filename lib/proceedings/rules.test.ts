import { expect, it } from "vitest";
import {
  PROCEEDING_KINDS,
  PROCEEDING_STATUSES,
  RESPONSE_KINDS,
  RESPONSE_STATUSES,
} from "#lib/codebook/reported.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { familyOf, mustFitItsFamily, statusesOf } from "./rules.ts";
import { AnyProceedingKind, AnyProceedingStatus } from "./vocabulary.ts";

it("files every kind of the codebook under one family", () => {
  expect(PROCEEDING_KINDS.map(familyOf)).toEqual(PROCEEDING_KINDS.map(() => "proceeding"));
  expect(RESPONSE_KINDS.map(familyOf)).toEqual(RESPONSE_KINDS.map(() => "response"));
  expect(AnyProceedingKind.options.toSorted()).toEqual([...PROCEEDING_KINDS, ...RESPONSE_KINDS].toSorted());
});

it("takes a status of the kind's family, or none", () => {
  for (const kind of AnyProceedingKind.options) {
    const own: readonly string[] = familyOf(kind) === "proceeding" ? PROCEEDING_STATUSES : RESPONSE_STATUSES;
    expect(statusesOf(familyOf(kind))).toEqual(own);
    mustFitItsFamily({ kind, status: null });
    for (const status of AnyProceedingStatus.options) {
      const fit = () => mustFitItsFamily({ kind, status });
      if (own.includes(status)) fit();
      else expect(fit, `${kind} ${status}`).toThrow(Invalid);
    }
  }
});
