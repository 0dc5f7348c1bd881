import { sources } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { findSource } from "../find.ts";
import { SourceFields, SourceId } from "../vocabulary.ts";

/** Changes what is recorded of a source; its grades are untouched and the former values stay in the log. */
export const amendSource = command({
  name: "source.amend",
  input: SourceFields.extend({ sourceId: SourceId, version: RowVersion }),
  permission: "source.write",
  load: (ctx, { sourceId }) => findSource(ctx, sourceId),
  async run(ctx, { sourceId, version, ...fields }, source) {
    mustStand(source);
    return amended(
      source,
      await ctx.write.amend(sources, sourceId, version, { ...fields, updatedAt: ctx.now }),
    );
  },
});
