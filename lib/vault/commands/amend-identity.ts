import { identities } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { personKey } from "#lib/core/person-key.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { mustBeKept, putMarks, tellCustodians } from "../acts.ts";
import { findIdentity, findPerson, isHeld } from "../find/identities.ts";
import { changed, mustHaveRoom, mustNotDoBoth, mustSaySomething } from "../rules/fields.ts";
import { marksOf } from "../rules/marks.ts";
import { filledIn, openParts, sealParts } from "../rules/sealing.ts";
import { Clearable, CLEARABLE, IdentityFields, IdentityId, SECRET_FIELDS } from "../vocabulary.ts";

/**
 * Changes who is behind a code without showing it: what is typed is added to what is there, for whoever types it does not see what it
 * would take the place of. A part is emptied by name alone, never under a legal hold, and those who watch over identities are told.
 * All of it is sealed anew for the new version, so that nothing of an older one opens in its place.
 */
export const amendIdentity = command({
  name: "identity.amend",
  /** `seen` is the version that whoever changes it has seen. */
  input: IdentityFields.extend({
    identityId: IdentityId,
    seen: RowVersion,
    clear: z.array(Clearable).max(CLEARABLE.length).optional().default([]),
    demandsSecond: z.boolean().optional().default(false),
  }),
  permission: "identity.write",
  sight: "identity.read",
  secrets: SECRET_FIELDS,
  load: (ctx, { identityId }) => findIdentity(ctx, identityId),
  async run(ctx, { identityId, seen, clear, demandsSecond, ...typed }, before) {
    mustBeKept(before);
    mustStand(await findPerson(ctx, before.personId));
    // Not left to the writer, whose conflict would carry what is stored.
    if (before.version !== seen) throw new Conflict("vault.moved_on");
    mustNotDoBoth(typed, clear);
    if (clear.length > 0 && (await isHeld(ctx.read, before))) throw new Conflict("vault.held");
    const identity = changed(openParts(ctx.recordKeys, before), typed, clear);
    mustSaySomething(identity);
    mustHaveRoom(identity);
    const key = personKey(ctx, before.caseId, before.keyId);
    const row = await ctx.write.amend(identities, identityId, seen, {
      ...sealParts(key, identityId, seen + 1, identity),
      demandsSecond: before.demandsSecond || demandsSecond,
      updatedAt: ctx.now,
      updatedBy: ctx.scope.accountId,
    });
    await putMarks(ctx, row, marksOf(ctx.keys, identity));
    if (clear.length > 0) await tellCustodians(ctx, "identity_emptied", row);
    return {
      result: { id: identityId, version: row.version },
      entry: {
        object: { id: identityId, version: row.version },
        detail: { filled: filledIn(row), cleared: clear, demandsSecond: row.demandsSecond },
      },
    };
  },
});
