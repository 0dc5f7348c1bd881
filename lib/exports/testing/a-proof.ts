import type { EntryProofs } from "#lib/audit/prove-entries.ts";

/** Proofs as files, where nothing is verified by them. */
export const aProof = (): EntryProofs => ({
  checkpoint: "attest/lg_sample\n2\nAAAA\n\n\u2014 attest/lg_sample AAAA\n",
  keys: ["attest/lg_sample+00000000+AAAA"],
  changes: ["attest key change\n"],
  proofs: [1, 2].map((seq) => ({ seq, text: `c2sp.org/tlog-proof@v1\nindex ${seq - 1}\n` })),
});
