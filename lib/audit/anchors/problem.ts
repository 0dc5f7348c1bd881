/**
 * Why a place outside did not anchor the log; its words are `anchors.problems` in the catalogue `audit`. An answer's own text is
 * nowhere repeated.
 */
export const anchorProblems = [
  "unreachable",
  "timeout",
  "redirect",
  "status",
  "too_large",
  "unreadable",
  "not_granted",
  "imprint",
  "nonce",
  "signer",
  "purpose",
  "algorithm",
  "signature",
  "untrusted",
  "expired",
  "ca_unreadable",
  "not_countersigned",
  "clock",
  "old_size",
  "proof",
  "unknown_log",
  "refused_key",
  "fault",
] as const;
export type AnchorFault = (typeof anchorProblems)[number];

/** A place outside that did not anchor a checkpoint, or whose answer is not to be relied on. */
export class AnchorProblem extends Error {
  readonly why: AnchorFault;
  constructor(why: AnchorFault, cause?: unknown) {
    super(`the log was not anchored: ${why}`, cause === undefined ? {} : { cause });
    this.why = why;
  }
}
