import { z } from "zod";
import { idOf } from "#lib/core/fields.ts";
import { CODE_DIGITS } from "./words.ts";

export const FactorId = idOf("factor");

const isDigits = new RegExp(`^\\d{${CODE_DIGITS}}$`);

/** A code by the clock; spaces, with which apps show it, do not count, and Arabic digits are digits. */
export const ClockCode = z
  .string()
  .max(40)
  .transform(latinDigits)
  .refine((code) => isDigits.test(code), "code_wrong");

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+$/, "invalid");
/** At most 1023 bytes (WebAuthn Level 3 §4, "Credential ID"). */
const CredentialId = base64url(1_364);

/** A passkey that a browser has made: as much of its answer as counts here (WebAuthn Level 3 §5.2.1). */
export const MadePasskey = z.strictObject({
  id: CredentialId,
  clientDataJSON: base64url(4_000),
  attestationObject: base64url(8_000),
});
export type MadePasskey = z.output<typeof MadePasskey>;

/** What a browser answers for showing a passkey (WebAuthn Level 3 §5.2.2). */
export const ShownPasskey = z.strictObject({
  id: CredentialId,
  clientDataJSON: base64url(4_000),
  authenticatorData: base64url(4_000),
  signature: base64url(4_000),
});
export type ShownPasskey = z.output<typeof ShownPasskey>;

/** Digits of Arabic and of Persian as Latin ones, without spaces. */
export function latinDigits(text: string): string {
  return text
    .replaceAll(/\s/g, "")
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
