/** Digits of a one-time code. */
export const CODE_DIGITS = 6;
/** Recovery codes of a series, and characters of each without its hyphen. */
export const RECOVERY_CODES = 10;
export const RECOVERY_LENGTH = 10;

/** A passkey, named to a browser; bytes are base64url here and below. */
export interface PasskeyNamed {
  readonly type: "public-key";
  readonly id: string;
}

/** What a browser is asked for to make a passkey (WebAuthn Level 3 §5.4). */
export interface PasskeyCreation {
  readonly challenge: string;
  readonly rp: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: readonly { readonly type: "public-key"; readonly alg: number }[];
  readonly excludeCredentials: readonly PasskeyNamed[];
  readonly authenticatorSelection: {
    readonly residentKey: "discouraged";
    readonly userVerification: "required";
  };
  readonly attestation: "none";
  readonly timeout: number;
}

/** What a browser is asked for to show a passkey (WebAuthn Level 3 §5.5). */
export interface PasskeyRequest {
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials: readonly PasskeyNamed[];
  readonly userVerification: "required";
  readonly timeout: number;
}
