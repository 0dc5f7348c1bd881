import { command } from "#lib/core/command.ts";
import { idOf } from "#lib/core/fields.ts";
import { z } from "zod";
import { handOut } from "../acts.ts";
import { findExport, mustHold } from "../find/records.ts";

/**
 * Hands the key to the codes of a bag out, encrypted as it is, to whoever has proven just now who they are. Beside what every bag is
 * asked, everything in its bag of records has still to be free to go, and everybody whom it names to be kept, unchanged since it
 * was built, and willing to be named.
 */
export const downloadPseudonymKey = command({
  name: "pseudonymKey.download",
  input: z.strictObject({ exportId: idOf("export") }),
  permission: "pseudonymKey.start",
  isSensitive: true,
  sight: "export.read",
  load: (ctx, { exportId }) => findExport(ctx, exportId),
  run(ctx, _, row) {
    mustHold(row, "pseudonyms");
    return handOut(ctx, row);
  },
});
