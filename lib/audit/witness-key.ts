/** The key by which this installation countersigns the logs of others. It is no key of its own log, and signs nothing else. */
import { eq } from "drizzle-orm";
import { logSecrets } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { contextOfLogSecret } from "#lib/core/rewrap.ts";
import type { System } from "#lib/core/system.ts";
import { randomOf } from "#lib/platform/random.ts";

const ID = "witness";
const CONTEXT = contextOfLogSecret(ID);
const SEED_BYTES = 32;

/** The seed of the key; made when it is asked for first. */
export async function witnessSeed(sys: System): Promise<Buffer> {
  const [known] = await sys.store.read.select().from(logSecrets).where(eq(logSecrets.id, ID));
  return known ? sys.keys.open(CONTEXT, known.sealed) : newSeed(sys);
}

/** Of two that make it at once, the second takes what the first made. */
const newSeed = (sys: System): Promise<Buffer> =>
  keepBooks(sys, async (tx) => {
    const [known] = await tx.select().from(logSecrets).where(eq(logSecrets.id, ID));
    if (known) return sys.keys.open(CONTEXT, known.sealed);
    const seed = randomOf(SEED_BYTES);
    await tx.insert(logSecrets).values({ id: ID, sealed: sys.keys.seal(CONTEXT, seed) });
    return seed;
  });
