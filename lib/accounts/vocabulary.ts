import { z } from "zod";
import { idOf, Line } from "#lib/core/fields.ts";

export const AccountId = idOf("account");
export const PASSWORD_LENGTH = { min: 15, max: 200 } as const;

/** What people type to sign in; no case, no spaces. */
export const AccountName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,60}$/, "account_name");

/** At least 15 characters (ASVS 6.2.9), any characters, never trimmed. */
export const Password = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);

export const AccountFields = z.strictObject({ name: AccountName, displayName: Line, password: Password });
