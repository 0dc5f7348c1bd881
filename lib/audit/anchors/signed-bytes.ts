/**
 * Signed data of CMS (RFC 5652, section 5) in which what signatures are over is left in its own bytes: written anew it might not
 * be what was signed. What is not relied on (versions, lists of what was revoked, unsigned attributes) is not looked into.
 */
import { EncapsulatedContentInfo } from "@peculiar/asn1-cms";
import { AsnProp, AsnPropTypes, OctetString } from "@peculiar/asn1-schema";
import { AlgorithmIdentifier } from "@peculiar/asn1-x509";

const any = { type: AsnPropTypes.Any } as const;
const anyOrNone = { type: AsnPropTypes.Any, optional: true } as const;
const bytesOfSet = { type: AsnPropTypes.Any, repeated: "set", implicit: true, optional: true } as const;

/** Who signed, and what (5.3). */
export class SignerBytes {
  version = 0;
  sid = new ArrayBuffer(0);
  digestAlgorithm = new AlgorithmIdentifier();
  signedAttrs: ArrayBuffer[] = [];
  signatureAlgorithm = new AlgorithmIdentifier();
  signature = new OctetString();
  unsignedAttrs: ArrayBuffer[] = [];
}
AsnProp({ type: AsnPropTypes.Integer })(SignerBytes.prototype, "version");
AsnProp(any)(SignerBytes.prototype, "sid");
AsnProp({ type: AlgorithmIdentifier })(SignerBytes.prototype, "digestAlgorithm");
AsnProp({ ...bytesOfSet, context: 0 })(SignerBytes.prototype, "signedAttrs");
AsnProp({ type: AlgorithmIdentifier })(SignerBytes.prototype, "signatureAlgorithm");
AsnProp({ type: OctetString })(SignerBytes.prototype, "signature");
AsnProp({ ...bytesOfSet, context: 1 })(SignerBytes.prototype, "unsignedAttrs");

export class SignedBytes {
  version = 0;
  digestAlgorithms = new ArrayBuffer(0);
  encapContentInfo = new EncapsulatedContentInfo();
  certificates: ArrayBuffer[] = [];
  crls: ArrayBuffer[] = [];
  signerInfos: SignerBytes[] = [];
}
AsnProp({ type: AsnPropTypes.Integer })(SignedBytes.prototype, "version");
AsnProp(any)(SignedBytes.prototype, "digestAlgorithms");
AsnProp({ type: EncapsulatedContentInfo })(SignedBytes.prototype, "encapContentInfo");
AsnProp({ ...bytesOfSet, context: 0 })(SignedBytes.prototype, "certificates");
AsnProp({ ...bytesOfSet, context: 1 })(SignedBytes.prototype, "crls");
AsnProp({ type: SignerBytes, repeated: "set" })(SignedBytes.prototype, "signerInfos");

/** Which certificate signed (RFC 5816, section 3). The issuer and the number beside the hash say nothing more than it. */
class CertificateId {
  /** SHA-256 where there is none. */
  hashAlgorithm: AlgorithmIdentifier | undefined;
  certHash = new OctetString();
  issuerSerial: ArrayBuffer | undefined;
}
AsnProp({ type: AlgorithmIdentifier, optional: true })(CertificateId.prototype, "hashAlgorithm");
AsnProp({ type: OctetString })(CertificateId.prototype, "certHash");
AsnProp(anyOrNone)(CertificateId.prototype, "issuerSerial");

export class SigningCertificate {
  certs: CertificateId[] = [];
  policies: ArrayBuffer | undefined;
}
AsnProp({ type: CertificateId, repeated: "sequence" })(SigningCertificate.prototype, "certs");
AsnProp(anyOrNone)(SigningCertificate.prototype, "policies");
