/** Has a time authority stamp bytes (RFC 3161): it is sent a hash and a number drawn by lot, and nothing else. */
import { createHash, randomBytes, type X509Certificate } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { MessageImprint, TimeStampReq } from "@peculiar/asn1-tsp";
import { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { SHA256 } from "./algorithms.ts";
import { post } from "./asking.ts";
import { AnchorProblem } from "./problem.ts";
import { checkAnswer, type Stamp } from "./token.ts";

export interface TimeAuthority {
  url: string;
  /** Certificates of its CA. */
  trusted: readonly X509Certificate[];
  /** For tests. */
  timeoutMs?: number;
}

const OK = 200;
const NONCE_BYTES = 16;

/**
 * Asks for a time-stamp and checks the answer whole.
 * @param stamped what is to be stamped; only its SHA-256 leaves this machine
 * @returns the authority's time, and its answer (`TimeStampResp`, DER) to be kept
 * @throws AnchorProblem
 */
export async function stampTime(
  authority: TimeAuthority,
  stamped: Uint8Array,
): Promise<Stamp & { evidence: Buffer }> {
  const nonce = newNonce();
  const { url, trusted, timeoutMs } = authority;
  const body = requestFor(stamped, nonce);
  const asked = { url, type: "application/timestamp-query", body };
  const answer = await post(timeoutMs === undefined ? asked : { ...asked, timeoutMs });
  if (answer.status !== OK) throw new AnchorProblem("status");
  if (answer.type !== "application/timestamp-reply") throw new AnchorProblem("unreadable");
  return { ...checkAnswer(answer.body, stamped, nonce, trusted), evidence: answer.body };
}

/** A positive number in as few bytes as it needs, so that it comes back as it went (X.690, 8.3.2). */
function newNonce(): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  // Neither negative nor with a zero before it.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  return nonce;
}

/** The request (`TimeStampReq`, DER), which asks for the certificates too. */
export function requestFor(stamped: Uint8Array, nonce: Uint8Array): Buffer {
  const hashedMessage = new OctetString(createHash("sha256").update(stamped).digest());
  const request = new TimeStampReq({
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256, parameters: null }),
      hashedMessage,
    }),
    nonce: Uint8Array.from(nonce).buffer,
    certReq: true,
  });
  return Buffer.from(AsnConvert.serialize(request));
}
