import { command } from "#lib/core/command.ts";
import { Note, RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { decideOnVersion } from "../acts.ts";
import { findTestimony } from "../find.ts";
import { TestimonyId } from "../vocabulary.ts";

/** Sends the submitted version back with a comment that says what is missing. */
export const returnTestimony = command({
  name: "testimony.return",
  input: z.strictObject({ testimonyId: TestimonyId, version: RowVersion, comment: Note }),
  permission: "testimony.decide",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  run: (ctx, { version, comment }, testimony) =>
    decideOnVersion(ctx, testimony, version, { stage: "returned", comment }),
});
