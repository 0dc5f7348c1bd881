import { dataKeys, drafts, testimonies } from "#db/schema/index.ts";
import { inArray, like, or } from "drizzle-orm";
import { keyIdsOf } from "#lib/core/audit-detail.ts";
import { command } from "#lib/core/command.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { findTestimony } from "#lib/testimonies/find.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import { z } from "zod";
import { emptied, restingOn } from "../find/resting-on.ts";
import { liveDeletion } from "../find/retention.ts";
import { DELETED, DeletionGround } from "../vocabulary.ts";

/**
 * Takes the words out of an account and out of all that was written about it, and destroys the keys of what the log says of them.
 * Codes, stages, hands and instants stay: they show that there was an account, and what became of it. No door leads to it; the
 * approval of a deletion does it. Its entry in the log is the certificate.
 */
export const shredRecord = command({
  name: "record.shred",
  input: z.strictObject({ testimonyId: TestimonyId, ground: DeletionGround }),
  permission: "deletion.decide",
  sight: "testimony.read",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, ground }, testimony) {
    const deletion = await liveDeletion(ctx.read, testimonyId);
    if (deletion?.status !== "approved") throw new Conflict("deletion.not_approved");
    const resting = await restingOn(ctx.read, testimonyId);
    for (const [table, rows] of resting)
      for (const row of rows) await ctx.write.amend(table, row.id, row.version, emptied(table, row));
    const after = await ctx.write.amend(testimonies, testimonyId, testimony.version, {
      title: DELETED,
      takenEdtf: null,
      takenWording: null,
      takenSort: "~",
      takenPlaceId: null,
      eventEdtf: null,
      eventWording: null,
      note: null,
      retractionReason: "",
      updatedAt: ctx.now,
    });
    const ids = [testimonyId, ...[...resting.values()].flatMap((rows) => rows.map(({ id }) => id))];
    // What was typed about any of it and not saved, by whomever.
    await inPieces(ids, (some) =>
      ctx.books
        .delete(drafts)
        .where(or(...some.map((id) => like(drafts.key, `%${id}%`))))
        .returning({ id: drafts.id }),
    );
    await inPieces(
      ids.flatMap((id) => Object.values(keyIdsOf(ctx.keys, id))),
      (some) => ctx.books.delete(dataKeys).where(inArray(dataKeys.id, some)).returning({ id: dataKeys.id }),
    );
    return {
      result: { id: testimonyId },
      // Without a detail: it would stand under a new key of the very record.
      entry: { object: { id: testimonyId, version: after.version }, reason: ground },
    };
  },
});
