import { isUnderPassphrase } from "#lib/core/installation.ts";
import { query } from "#lib/core/query.ts";
import { readEnv } from "#lib/platform/env.ts";
import { z } from "zod";

/** How the keys of the installation are kept: where their secret comes from, which generation is in use, and when they lock. */
export const readKeys = query({
  name: "keys.read",
  input: z.strictObject({}),
  permission: "keys.lock",
  run({ keys }) {
    const env = readEnv();
    const source = isUnderPassphrase(env) ? "passphrase" : env.key === null ? "key_file" : "environment";
    const lockMinutes = env.lockMs === null ? null : env.lockMs / 60_000;
    return Promise.resolve({
      source: source as "passphrase" | "key_file" | "environment",
      generation: keys.keyId,
      database: env.databaseUrl.startsWith("file:") ? ("cipher" as const) : ("disk" as const),
      lockMinutes,
    });
  },
});
