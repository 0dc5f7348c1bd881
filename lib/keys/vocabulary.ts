import type { keyChanges } from "#db/schema/keys.ts";
import { idOf } from "#lib/core/fields.ts";
import { z } from "zod";

/** What may be done to the keys of an installation, as the log names it. */
export const KEY_CHANGES = [
  "rotated",
  "under_passphrase",
  "under_key",
  "custodians_set",
] as const satisfies typeof keyChanges;
export const KeyChange = z.enum(KEY_CHANGES);
export const KeyPermitId = idOf("keyPermit");

/** For how long a request waits for another administrator, and for how long their yes can be used, once. */
export const PERMIT_MS = 24 * 3_600_000;

/** Where the secret of the keys comes from: a key file in the data folder goes with whoever takes that. */
export const secretSources = ["passphrase", "environment", "key_apart", "key_beside"] as const;
