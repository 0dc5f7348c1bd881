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

/** Digits of Arabic and of Persian as Latin ones, without spaces. */
export function latinDigits(text: string): string {
  return text
    .replaceAll(/\s/g, "")
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
