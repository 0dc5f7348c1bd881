import type { Caller } from "#lib/core/caller.ts";
import type { Keys } from "#lib/platform/keys.ts";

/** A keyed hash of the session of whoever asks: the session itself stands in no other row. */
export const sessionMark = (keys: Keys, caller: Caller): string =>
  keys.hmac("vault/session", (caller.kind === "person" ? caller.session : null) ?? caller.kind);
