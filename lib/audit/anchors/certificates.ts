/** Whether a certificate for stamping time leads to one that is trusted (RFC 5280, 6.1, as far as such certificates need it). */
import { X509Certificate } from "node:crypto";
import { AsnConvert } from "@peculiar/asn1-schema";
import {
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_kp_timeStamping,
  KeyUsage,
  KeyUsageFlags,
} from "@peculiar/asn1-x509";
import { wayToSign } from "./algorithms.ts";
import { AnchorProblem } from "./problem.ts";

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
/** What is read here of a certificate; another extension that its maker calls critical must not be passed over (RFC 5280, 4.2). */
const KNOWN: ReadonlySet<string> = new Set([
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
]);
const DEPTH_MAX = 6;
const RSA_BITS_MIN = 2_048;

/**
 * The certificates of a file.
 * @param pem text of one certificate or more
 * @throws Error when there is none, or one that cannot be read
 */
export function certificatesIn(pem: string): X509Certificate[] {
  const found = pem.match(PEM) ?? [];
  if (found.length === 0) throw new Error("no certificate in it");
  return found.map((one) => new X509Certificate(one));
}

/**
 * Checks that a certificate is for stamping time alone, and says so critically (RFC 3161, 2.3).
 * @throws AnchorProblem `purpose`
 */
export function mustStampTime(certificate: X509Certificate): void {
  const usage = extension(certificate, id_ce_extKeyUsage);
  if (!usage?.critical) throw new AnchorProblem("purpose");
  const purposes = AsnConvert.parse(usage.value, ExtendedKeyUsage);
  if (purposes.length !== 1 || purposes[0] !== id_kp_timeStamping) throw new AnchorProblem("purpose");
  const signs = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;
  if ((keyUsage(certificate) & signs) === 0) throw new AnchorProblem("purpose");
}

/**
 * Checks that a certificate leads to one that is trusted, every one of them valid at a time.
 * @param between certificates that came with it; none of them is trusted for having come
 * @param trusted of a CA; what they sign is believed
 * @param at ms since 1970
 * @throws AnchorProblem `untrusted` | `expired`
 */
export function mustLeadTo(
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: number,
): void {
  if (leads(certificate, between, trusted, at, 0)) return;
  throw new AnchorProblem(leads(certificate, between, trusted, null, 0) ? "expired" : "untrusted");
}

/** @param at null where it does not matter whether they are valid @param below how many CAs stand below it */
function leads(
  one: X509Certificate,
  between: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: number | null,
  below: number,
): boolean {
  if (below >= DEPTH_MAX || !isSound(one, at)) return false;
  if (trusted.some((ca) => isSound(ca, at) && issued(ca, one, below))) return true;
  return between.some(
    (ca) => !ca.raw.equals(one.raw) && issued(ca, one, below) && leads(ca, between, trusted, at, below + 1),
  );
}

const isSound = (one: X509Certificate, at: number | null): boolean =>
  isUnderstood(one) && (at === null || isValidAt(one, at));

/** Whether a CA signed a certificate, and might. */
function issued(ca: X509Certificate, one: X509Certificate, below: number): boolean {
  return mayIssue(ca, below) && one.checkIssued(ca) && isSignedWell(one) && one.verify(ca.publicKey);
}

const isSignedWell = ({ raw }: X509Certificate): boolean =>
  wayToSign(AsnConvert.parse(raw, Certificate).signatureAlgorithm.algorithm) !== null;

function mayIssue(ca: X509Certificate, below: number): boolean {
  const found = extension(ca, id_ce_basicConstraints);
  if (!found) return false;
  const { cA, pathLenConstraint } = AsnConvert.parse(found.value, BasicConstraints);
  if (!cA || (pathLenConstraint !== undefined && below > pathLenConstraint)) return false;
  if ((keyUsage(ca) & KeyUsageFlags.keyCertSign) === 0 || !isStrong(ca)) return false;
  const purposes = extension(ca, id_ce_extKeyUsage);
  return !purposes || AsnConvert.parse(purposes.value, ExtendedKeyUsage).includes(id_kp_timeStamping);
}

/** Shorter keys of RSA can be broken (NIST SP 800-131A). */
function isStrong({ publicKey }: X509Certificate): boolean {
  const bits = publicKey.asymmetricKeyDetails?.modulusLength;
  return bits === undefined || bits >= RSA_BITS_MIN;
}

/** All bits where the certificate does not restrict them (RFC 5280, 4.2.1.3). */
function keyUsage(certificate: X509Certificate): number {
  const found = extension(certificate, id_ce_keyUsage);
  return found ? AsnConvert.parse(found.value, KeyUsage).toNumber() : -1;
}

function isUnderstood(certificate: X509Certificate): boolean {
  return extensionsOf(certificate).every(({ critical, extnID }) => !critical || KNOWN.has(extnID));
}

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, at: number): boolean =>
  validFromDate.getTime() <= at && at <= validToDate.getTime();

function extension(certificate: X509Certificate, id: string) {
  const found = extensionsOf(certificate).find(({ extnID }) => extnID === id);
  return found ? { critical: found.critical, value: found.extnValue } : null;
}

const extensionsOf = (certificate: X509Certificate) =>
  AsnConvert.parse(certificate.raw, Certificate).tbsCertificate.extensions ?? [];
