/** What somebody proves beside the password, as pure rules: one-time codes by the clock, and recovery codes. */
import { Secret, TOTP } from "otpauth";
import type { Keys } from "#lib/platform/keys.ts";
import { CODE_DIGITS, RECOVERY_CODES, RECOVERY_LENGTH } from "./words.ts";

const STEP_SECONDS = 30;
const MS_IN_SECOND = 1_000;
/** RFC 4226 §4, R6: 160 bits are recommended. */
const SECRET_BYTES = 20;
/** RFC 6238 §5.2: one step each way, for clocks that differ and people who type slowly. */
const STEPS_EITHER_WAY = 1;

/** A fresh shared secret, base32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** Authenticator apps know no other algorithm for certain than SHA-1, which HMAC does not weaken (RFC 6238 §1.2). */
const totpOf = (secret: string, label = "") =>
  new TOTP({
    issuer: "Attest",
    label,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: CODE_DIGITS,
    period: STEP_SECONDS,
  });

/** The address that an authenticator app reads from a picture (`otpauth://totp/…`). @param account name of the account */
export const addressOf = (secret: string, account: string): string => totpOf(secret, account).toString();

/** The code of a secret at a time. @param now ms since 1970 */
export const codeAt = (secret: string, now: number): string => totpOf(secret).generate({ timestamp: now });

/**
 * The step of time that a code belongs to (RFC 6238), or null when it is none of those that count now.
 * @param after the last step whose code was taken; this and all before it count no more
 * @param now ms since 1970
 */
export function stepOfCode(secret: string, code: string, now: number, after: number | null): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: STEPS_EITHER_WAY });
  if (delta === null) return null;
  const step = Math.floor(now / MS_IN_SECOND / STEP_SECONDS) + delta;
  return after !== null && step <= after ? null : step;
}

/** Crockford's base 32: no look-alikes. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The recovery codes of one series of an account: 50 bits each, derived from the master key, so that the database holds none
 * of them, not even as hashes (ASVS 5.0, 6.5.2 and 6.5.3).
 */
export function recoveryCodesOf(keys: Pick<Keys, "hmac">, accountId: string, series: number): string[] {
  return Array.from({ length: RECOVERY_CODES }, (_, at) => {
    const bytes = Buffer.from(keys.hmac("recovery-code", `${accountId}/${series}/${at}`), "hex");
    const letters = [...bytes.subarray(0, RECOVERY_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
    const half = RECOVERY_LENGTH / 2;
    return `${letters.slice(0, half).join("")}-${letters.slice(half).join("")}`;
  });
}

/** What was typed as one would read it from paper: no case, no spaces, no hyphens, and letters that look like digits as digits. */
const asRead = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");

/** Which code of a series was typed, by its place, or null. All are looked at, however soon one fits. */
export function placeOfCode(codes: readonly string[], typed: string): number | null {
  const read = asRead(typed);
  return codes.reduce<number | null>((found, code, at) => (asRead(code) === read ? at : found), null);
}

/** True for text that can only be a code by the clock: the digits of any script count. */
export const isClockCode = (text: string): boolean => /^\d{6}$/.test(text);
