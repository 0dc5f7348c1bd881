import { command } from "#lib/core/command.ts";
import { idOf } from "#lib/core/fields.ts";
import { z } from "zod";
import { approve } from "../acts.ts";
import { findExport } from "../find/records.ts";
import { Sha256 } from "../vocabulary.ts";

/** A protection officer's yes to the bytes of a bag: that nobody is put at a risk by it which they did not take. */
export const approveProtection = command({
  name: "export.approveProtection",
  input: z.strictObject({ exportId: idOf("export"), sha256: Sha256 }),
  permission: "export.approveProtection",
  isSensitive: true,
  sight: "export.read",
  load: (ctx, { exportId }) => findExport(ctx, exportId),
  run: (ctx, { sha256 }, row) => approve(ctx, row, "protection", sha256),
});
