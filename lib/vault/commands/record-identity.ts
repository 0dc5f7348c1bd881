import { identities } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { personKey } from "#lib/core/person-key.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { putMarks } from "../acts.ts";
import { anonymityOf, columnsOfPerson, findPerson, maybeIdentity } from "../find/identities.ts";
import { mustSaySomething, partsOf } from "../rules/fields.ts";
import { marksOf } from "../rules/marks.ts";
import { filledIn, sealParts } from "../rules/sealing.ts";
import { IdentityFields, PersonId, SECRET_FIELDS } from "../vocabulary.ts";

/**
 * Records who is behind a code, sealed under a key of that person. Neither the database nor a copy of it shows a word of it, and
 * the log no more than which parts were filled.
 */
export const recordIdentity = command({
  name: "identity.record",
  input: IdentityFields.extend({
    personId: PersonId,
    demandsSecond: z.boolean().optional().default(false),
  }),
  permission: "identity.write",
  sight: "identity.read",
  secrets: SECRET_FIELDS,
  load: (ctx, { personId }) => findPerson(ctx, personId),
  async run(ctx, { personId, demandsSecond, ...typed }, person) {
    mustStand(person);
    const before = await maybeIdentity(ctx.read, personId);
    if (before !== null) throw new Conflict(before.shreddedAt === null ? "vault.moved_on" : "vault.shredded");
    if ((await anonymityOf(ctx.read, personId)) !== null) throw new Conflict("vault.anonymous");
    const { caseId } = person;
    const identity = partsOf(typed);
    mustSaySomething(identity);
    const id = newId("identity");
    const { accountId } = ctx.scope;
    const row = await ctx.write.insert(identities, {
      id,
      caseId,
      ...columnsOfPerson(personId),
      ...sealParts(personKey(ctx, caseId, personId), id, 1, identity),
      keyId: personId,
      demandsSecond,
      recordedAt: ctx.now,
      recordedBy: accountId,
      updatedAt: ctx.now,
      updatedBy: accountId,
      shreddedAt: null,
    });
    await putMarks(ctx, row, marksOf(ctx.keys, identity));
    return {
      result: { id, version: row.version },
      entry: {
        object: { id, version: row.version },
        detail: { personId, filled: filledIn(row), demandsSecond },
      },
    };
  },
});
