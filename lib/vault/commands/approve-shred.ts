import { eq, inArray } from "drizzle-orm";
import { contactPlans, dataKeys, identities, identityShreds, jobs, reveals } from "#db/schema/index.ts";
import { keyIdsOf } from "#lib/core/audit-detail.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { mustBeKept, mustBeSecond, mustWait, putMarks } from "../acts.ts";
import { findIdentity, findShred, isHeld } from "../find/identities.ts";
import { wordsOf } from "../rules/sealing.ts";
import { FINISHING, PARTS, ShredId } from "../vocabulary.ts";

/**
 * The second person's yes to the destruction of an identity, which is carried out in the same act: its parts and marks become
 * nothing, and with them the plan for safe contact and what the log says of it in words. The key, without which no copy opens
 * either, is destroyed once this is committed. The row stays, and shows that there was one.
 */
export const approveShred = command({
  name: "identity.shred",
  input: z.strictObject({ shredId: ShredId, version: RowVersion }),
  permission: "vault.keep",
  sight: "identity.read",
  isSensitive: true,
  alone: true,
  load: (ctx, { shredId }) => findShred(ctx, shredId),
  async run(ctx, { shredId, version }, shred) {
    mustWait(shred);
    mustBeSecond(ctx, shred.requestedByHumanId);
    const { identityId, personId, ground } = shred;
    const identity = await findIdentity(ctx, identityId);
    mustBeKept(identity);
    if (await isHeld(ctx.read, identity)) throw new Conflict("vault.held");
    await ctx.write.amend(identityShreds, shredId, version, {
      status: "approved",
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
    });
    const nothing = Object.fromEntries(PARTS.map((part) => [part, null]));
    const after = await ctx.write.amend(identities, identityId, identity.version, {
      ...nothing,
      updatedAt: ctx.now,
      updatedBy: ctx.scope.accountId,
      shreddedAt: ctx.now,
    });
    await putMarks(ctx, identity, []);
    await forgetWords(ctx, personId);
    const keyIds = [identityId, wordsOf(personId)].flatMap((of) => Object.values(keyIdsOf(ctx.keys, of)));
    await ctx.books.delete(dataKeys).where(inArray(dataKeys.id, keyIds)).returning({ id: dataKeys.id });
    await ctx.books.insert(jobs).values({
      id: newId("job"),
      kind: FINISHING,
      accountId: ctx.scope.accountId,
      subjectId: identityId,
      status: "queued",
      progress: 0,
      attempts: 0,
      queuedAt: ctx.now,
      updatedAt: ctx.now,
    });
    return {
      result: { id: identityId },
      // Without a detail: it would stand under a new key of the very identity.
      entry: {
        object: { id: identityId, version: after.version },
        reason: ground,
        rules: ["vault.second_person"],
      },
    };
  },
});

/** What else was sealed under the key of a person. */
async function forgetWords({ read, write }: RunContext, personId: string): Promise<void> {
  for (const row of await read.select().from(reveals).where(eq(reveals.personId, personId)))
    if (row.why !== null) await write.amend(reveals, row.id, row.version, { why: null });
  for (const row of await read.select().from(contactPlans).where(eq(contactPlans.witnessId, personId)))
    await write.amend(contactPlans, row.id, row.version, { sealed: "" });
}
