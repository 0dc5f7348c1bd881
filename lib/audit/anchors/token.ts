/** Whether the answer of a time authority is what it has to be (RFC 3161, 2.4.2; RFC 5652, 5.4 and 5.6; RFC 5816). */
import { createHash, verify, X509Certificate } from "node:crypto";
import { Attribute, id_messageDigest, id_signedData } from "@peculiar/asn1-cms";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { id_ct_tstInfo, PKIStatus, TimeStampResp, TSTInfo } from "@peculiar/asn1-tsp";
import { hashNamed, SHA256, wayToSign } from "./algorithms.ts";
import { mustLeadTo, mustStampTime } from "./certificates.ts";
import { AnchorProblem } from "./problem.ts";
import { type SignerBytes, SignedBytes, SigningCertificate } from "./signed-bytes.ts";

/** What a time authority says: that something existed at a time. */
export interface Stamp {
  /** The authority's time, ms since 1970. */
  at: number;
  /** By how much it may be off, by its own word; ms, and 0 where it gives none. */
  accuracyMs: number;
}

const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
/** The number of what a time-stamp is (`id_ct_tstInfo`), as DER. */
const TSTINFO_DER = Buffer.from("060b2a864886f70d0109100104", "hex");
const SEQUENCE = 0x30;
const SET = 0x31;
const CERTIFICATES_MAX = 20;
const MS_IN_SECOND = 1_000;
const MICROS_IN_MS = 1_000;

/**
 * Checks the answer of a time authority whole.
 * @param answer a `TimeStampResp`, DER
 * @param stamped the bytes that were to be stamped
 * @param nonce the number that was sent, as the bytes of an ASN.1 integer; null where a kept answer is checked again
 * @param trusted certificates of the authority's CA
 * @throws AnchorProblem
 */
export function checkAnswer(
  answer: Uint8Array,
  stamped: Uint8Array,
  nonce: Uint8Array | null,
  trusted: readonly X509Certificate[],
): Stamp {
  try {
    return checked(answer, stamped, nonce, trusted);
  } catch (error) {
    throw error instanceof AnchorProblem ? error : new AnchorProblem("unreadable", error);
  }
}

function checked(
  answer: Uint8Array,
  stamped: Uint8Array,
  nonce: Uint8Array | null,
  trusted: readonly X509Certificate[],
): Stamp {
  const { status, timeStampToken } = AsnConvert.parse(answer, TimeStampResp);
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods)
    throw new AnchorProblem("not_granted");
  if (timeStampToken?.contentType !== id_signedData) throw new AnchorProblem("unreadable");
  const signed = AsnConvert.parse(timeStampToken.content, SignedBytes);
  const content = signed.encapContentInfo.eContent?.single;
  if (signed.encapContentInfo.eContentType !== id_ct_tstInfo || !content)
    throw new AnchorProblem("unreadable");
  const info = AsnConvert.parse(content.buffer, TSTInfo);
  const at = info.genTime.getTime();
  if (!Number.isFinite(at)) throw new AnchorProblem("unreadable");
  mustBeAbout(info, stamped, nonce);
  const [signer, ...more] = signed.signerInfos;
  if (!signer || more.length > 0) throw new AnchorProblem("signer");
  const came = certificatesOf(signed);
  const certificate = signerOf(signer, came);
  mustHold(signer, Buffer.from(content.buffer), certificate);
  mustStampTime(certificate);
  mustLeadTo(certificate, came, trusted, at);
  return { at, accuracyMs: accuracyOf(info) };
}

/** Certificates of other kinds, which have a tag of their own, are passed over. */
function certificatesOf({ certificates }: SignedBytes): X509Certificate[] {
  if (certificates.length > CERTIFICATES_MAX) throw new AnchorProblem("unreadable");
  return certificates
    .map((bytes) => Buffer.from(bytes))
    .filter(([tag]) => tag === SEQUENCE)
    .map((bytes) => new X509Certificate(bytes));
}

function mustBeAbout(
  { messageImprint, nonce: answered }: TSTInfo,
  stamped: Uint8Array,
  nonce: Uint8Array | null,
): void {
  const imprint = Buffer.from(messageImprint.hashedMessage.buffer);
  const isSame = messageImprint.hashAlgorithm.algorithm === SHA256 && imprint.equals(hashOf(stamped, SHA256));
  if (!isSame) throw new AnchorProblem("imprint");
  if (nonce !== null && (answered === undefined || !Buffer.from(answered).equals(nonce)))
    throw new AnchorProblem("nonce");
}

/** The certificate that the signature itself names by its hash, so that no other with the same key can be put in its place. */
function signerOf(signer: SignerBytes, came: readonly X509Certificate[]): X509Certificate {
  const [named] = AsnConvert.parse(attribute(signer, SIGNING_CERTIFICATE_V2), SigningCertificate).certs;
  if (!named) throw new AnchorProblem("signer");
  const hash = Buffer.from(named.certHash.buffer);
  const algorithm = named.hashAlgorithm?.algorithm ?? SHA256;
  const found = came.find(({ raw }) => hashOf(raw, algorithm).equals(hash));
  if (!found) throw new AnchorProblem("signer");
  return found;
}

/** The signature is over the attributes, and one of these is the hash of the content (RFC 5652, 5.4). */
function mustHold(signer: SignerBytes, content: Uint8Array, { publicKey }: X509Certificate): void {
  if (!TSTINFO_DER.equals(Buffer.from(attribute(signer, CONTENT_TYPE)))) throw new AnchorProblem("signature");
  const digest = AsnConvert.parse(attribute(signer, id_messageDigest), OctetString);
  if (!hashOf(content, signer.digestAlgorithm.algorithm).equals(Buffer.from(digest.buffer)))
    throw new AnchorProblem("signature");
  const way = wayToSign(signer.signatureAlgorithm.algorithm, signer.digestAlgorithm.algorithm);
  if (way === null || publicKey.asymmetricKeyType !== way.key) throw new AnchorProblem("algorithm");
  if (!verify(way.hash, asSet(signer.signedAttrs), publicKey, Buffer.from(signer.signature.buffer)))
    throw new AnchorProblem("signature");
}

/** The value of an attribute that there must be once, with one value (RFC 5652, 11). */
function attribute({ signedAttrs }: SignerBytes, id: string): ArrayBuffer {
  const all = signedAttrs.map((bytes) => AsnConvert.parse(bytes, Attribute));
  const [found, ...more] = all.filter(({ attrType }) => attrType === id);
  const [value, ...others] = found?.attrValues ?? [];
  if (!value || more.length > 0 || others.length > 0) throw new AnchorProblem("signer");
  return value;
}

/** What is signed: the attributes as a set, in place of the tag by which the field is known (RFC 5652, 5.4). */
function asSet(items: readonly ArrayBuffer[]): Buffer {
  const bytes = Buffer.concat(items.map((item) => Buffer.from(item)));
  const { length } = bytes;
  if (length < 0x80) return Buffer.concat([Buffer.from([SET, length]), bytes]);
  const long = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, "0"), "hex");
  return Buffer.concat([Buffer.from([SET, 0x80 + long.length]), long, bytes]);
}

function hashOf(bytes: Uint8Array, algorithm: string): Buffer {
  const name = hashNamed(algorithm);
  if (name === null) throw new AnchorProblem("algorithm");
  return createHash(name).update(bytes).digest();
}

function accuracyOf({ accuracy }: TSTInfo): number {
  if (!accuracy) return 0;
  const { seconds, millis = 0, micros = 0 } = accuracy;
  return seconds * MS_IN_SECOND + millis + Math.ceil(micros / MICROS_IN_MS);
}
