import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { decideOnVersion } from "../acts.ts";
import { findTestimony } from "../find.ts";
import { TestimonyId } from "../vocabulary.ts";

/**
 * Accepts the submitted version. Reviewer ≠ author, ≠ interviewer, ≠ interpreter. Findings that rest on words which it
 * changes are opened for review again.
 */
export const acceptTestimony = command({
  name: "testimony.accept",
  input: z.strictObject({ testimonyId: TestimonyId, version: RowVersion }),
  permission: "testimony.decide",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  run: (ctx, { version }, testimony) =>
    decideOnVersion(ctx, testimony, version, { stage: "accepted", comment: null }),
});
