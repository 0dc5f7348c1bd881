import { isBesideData, isUnderPassphrase } from "#lib/core/installation.ts";
import { query } from "#lib/core/query.ts";
import { type Env, readEnv } from "#lib/platform/env.ts";
import { z } from "zod";
import type { secretSources } from "../vocabulary.ts";

function sourceOf(env: Env): (typeof secretSources)[number] {
  if (isUnderPassphrase(env)) return "passphrase";
  if (env.key !== null) return "environment";
  return isBesideData(env) ? "key_beside" : "key_apart";
}

/** How the keys of the installation are kept: where their secret comes from, which generation is in use, and when they lock. */
export const readKeys = query({
  name: "keys.read",
  input: z.strictObject({}),
  permission: "keys.lock",
  run({ keys }) {
    const env = readEnv();
    const lockMinutes = env.lockMs === null ? null : env.lockMs / 60_000;
    return Promise.resolve({
      source: sourceOf(env),
      generation: keys.keyId,
      database: env.databaseUrl.startsWith("file:") ? ("cipher" as const) : ("disk" as const),
      lockMinutes,
    });
  },
});
