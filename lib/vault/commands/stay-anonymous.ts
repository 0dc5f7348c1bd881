import { anonymities } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { anonymityOf, columnsOfPerson, findPerson, maybeIdentity } from "../find/identities.ts";
import { PersonId } from "../vocabulary.ts";

/** Decides that somebody stays anonymous: while it lasts, no identity of theirs is recorded by anybody. */
export const stayAnonymous = command({
  name: "identity.waive",
  input: z.strictObject({ personId: PersonId }),
  permission: "identity.write",
  sight: "identity.read",
  load: (ctx, { personId }) => findPerson(ctx, personId),
  async run(ctx, { personId }, person) {
    mustStand(person);
    const identity = await maybeIdentity(ctx.read, personId);
    if (identity !== null && identity.shreddedAt === null) throw new Conflict("vault.recorded");
    if ((await anonymityOf(ctx.read, personId)) !== null) throw new Conflict("vault.anonymous");
    const row = await ctx.write.insert(anonymities, {
      id: newId("anonymity"),
      caseId: person.caseId,
      ...columnsOfPerson(personId),
      liveKey: personId,
      decidedAt: ctx.now,
      decidedBy: ctx.scope.accountId,
      endedAt: null,
      endedBy: null,
    });
    return {
      result: { id: row.id },
      entry: { object: { id: row.id, version: row.version }, detail: { personId } },
    };
  },
});
