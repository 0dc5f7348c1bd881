import { anchorFaults } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { originOf } from "../checkpoint.ts";
import { latestGenerationNoted } from "../elsewhere.ts";
import { beginKey, generationOf } from "../log-keys.ts";
import { signerStanding } from "../signer-standing.ts";

/**
 * Accepts that the log is not the one that was noted elsewhere, or that its key is lost, and says why. It goes on under another
 * origin with a new key: nobody can take its checkpoints for a continuation of the old ones, which stay where they are and prove
 * what was there.
 */
export const acceptLoss = command({
  name: "audit.acceptLoss",
  input: z.strictObject({ reason: z.string().trim().min(5).max(1_000) }),
  permission: "audit.anchor",
  sight: "audit.read",
  isSensitive: true,
  load: () => Promise.resolve({ caseId: ORGANISATION }),
  async run(ctx, { reason }) {
    const standing = await signerStanding(ctx);
    if (!standing) throw new NotFound();
    if (standing.problem === null) throw new Conflict("log.nothing_lost");
    const { log, size, keys, departures, problem } = standing;
    const generation = Math.max(
      latestGenerationNoted(ctx.dataFolder, log),
      ...keys.map(({ origin }) => generationOf(origin)),
      0,
    );
    const origin = originOf(log, generation + 1);
    const { id } = await beginKey(ctx.books, ctx.keys, { origin, size, now: ctx.now });
    await ctx.books.delete(anchorFaults).where(eq(anchorFaults.kind, "signer"));
    const lost = departures.reduce((most, one) => Math.max(most, one.size), size) - size;
    return {
      result: { origin },
      entry: { object: { id, version: 1 }, reason: problem, detail: { reason, departures, lost } },
    };
  },
});
