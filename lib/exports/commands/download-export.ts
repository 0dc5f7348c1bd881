import { command } from "#lib/core/command.ts";
import { idOf } from "#lib/core/fields.ts";
import { z } from "zod";
import { handOut } from "../acts.ts";
import { findExport, mustHold } from "../find/records.ts";

/**
 * Hands a finished export out, once two people have approved its bytes: once a download, each with its own entry and the decision it
 * rests on. The release gate is asked again: what may no longer leave – a consent withdrawn since, a risk that grew, something put
 * into a compartment, a case that was retracted – refuses the whole bag, because its bytes cannot be unbuilt and would not say so.
 */
export const downloadExport = command({
  name: "export.download",
  input: z.strictObject({ exportId: idOf("export") }),
  permission: "export.start",
  load: (ctx, { exportId }) => findExport(ctx, exportId),
  run(ctx, _, row) {
    mustHold(row, "records");
    return handOut(ctx, row);
  },
});
