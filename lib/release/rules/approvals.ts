import type { ApprovalKind } from "../vocabulary.ts";
import { type AppliedRule, because } from "./decision.ts";
import type { GateSnapshot } from "./gate-snapshot.ts";

/** What of a snapshot says how far a release is. */
type Seen = Pick<GateSnapshot, "stage" | "leakScan" | "approvals" | "builtBy" | "hash">;

/** Why what has been looked at, and by whom, is not enough for the stage: four eyes on the bytes that leave (ASVS 5.0, 2.3.5). */
export function whyApprovalsBar(snapshot: Seen): AppliedRule[] {
  switch (snapshot.stage) {
    case "build":
      return [];
    case "approval":
      return whyScanBars(snapshot);
    case "download":
      return [...whyScanBars(snapshot), ...whyNotApproved(snapshot)];
  }
}

function whyScanBars({ leakScan }: Seen): AppliedRule[] {
  switch (leakScan) {
    case "not_run":
      return [because("scan.not_run")];
    case "found":
      return [because("scan.found")];
    case "empty":
      return [];
  }
}

/** A lawyer's approval and a protection officer's, of two humans of whom neither built it. */
function whyNotApproved(snapshot: Seen): AppliedRule[] {
  const { builtBy, hash } = snapshot;
  if (hash === null || builtBy === null) {
    // Without the bytes there is nothing to approve, and without their builder nobody is known to be another.
    return [
      ...(hash === null ? [because("approval.no_bytes")] : []),
      ...(builtBy === null ? [because("approval.no_builder")] : []),
    ];
  }
  const faults = [...whyKindMissing(snapshot, "legal"), ...whyKindMissing(snapshot, "protection")];
  if (faults.length > 0) return faults;
  const legal = approversOf(snapshot, "legal");
  const areTwo = approversOf(snapshot, "protection").some((one) => legal.some((other) => other !== one));
  return areTwo ? [] : [because("approval.same_human")];
}

/** Humans who approved these bytes and did not build them. */
const approversOf = ({ approvals, builtBy, hash }: Seen, kind: ApprovalKind): string[] =>
  approvals
    .filter((one) => one.kind === kind && one.hash === hash && one.humanId !== builtBy)
    .map(({ humanId }) => humanId);

function whyKindMissing(snapshot: Seen, kind: ApprovalKind): AppliedRule[] {
  if (approversOf(snapshot, kind).length > 0) return [];
  const given = snapshot.approvals.filter((one) => one.kind === kind);
  if (given.length === 0) return [because(`approval.${kind}_missing`)];
  const ofTheseBytes = given.some((one) => one.hash === snapshot.hash);
  return [because(ofTheseBytes ? `approval.${kind}_by_builder` : `approval.${kind}_of_other_bytes`)];
}
