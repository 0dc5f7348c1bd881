/** Why a place outside did not anchor the log. Words for the one who runs the server; never an answer's own text. */
const MEANING = {
  unreachable: "it gave no answer",
  timeout: "it took too long to answer",
  redirect: "it sends elsewhere, which is not followed: set the address that it names",
  status: "it answered with an error",
  too_large: "its answer is longer than any real one",
  unreadable: "its answer is not what the protocol says",
  not_granted: "it refused to give a time-stamp",
  imprint: "its answer is about something else than was sent",
  nonce: "its answer is not to this question",
  signer: "its answer does not name one certificate of its own for stamping time",
  purpose: "its certificate is not for stamping time alone",
  algorithm: "it signs in a way that is not known here",
  signature: "the signature of its answer does not hold",
  untrusted: "no certificate that is trusted here stands behind its answer",
  expired: "a certificate behind its answer was not valid at the time that it gives",
  not_countersigned: "its answer holds no countersignature by the key that is set",
  clock: "its clock and the clock of this machine differ",
  old_size: "it has seen a longer log than this one, so this one was cut off or put back",
  proof: "to it this log does not go on from what it saw last, so this one was written anew",
  unknown_log: "it does not know this log",
  refused_key: "it does not know the key of this log",
  ca_unreadable: "the file with the certificates behind it cannot be read",
  fault: "asking it failed here",
} as const;

export type AnchorFault = keyof typeof MEANING;

/** A place outside that did not anchor a checkpoint, or whose answer is not to be relied on. */
export class AnchorProblem extends Error {
  readonly why: AnchorFault;
  constructor(why: AnchorFault, cause?: unknown) {
    super(MEANING[why], cause === undefined ? {} : { cause });
    this.why = why;
  }
}
