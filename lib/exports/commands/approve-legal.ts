import { command } from "#lib/core/command.ts";
import { idOf } from "#lib/core/fields.ts";
import { z } from "zod";
import { approve } from "../acts.ts";
import { findExport } from "../find/records.ts";
import { Sha256 } from "../vocabulary.ts";

/** A lawyer's yes to the bytes of a bag: that this recipient may have it, for this purpose, by the law that we are bound by. */
export const approveLegal = command({
  name: "export.approveLegal",
  input: z.strictObject({ exportId: idOf("export"), sha256: Sha256 }),
  permission: "export.approveLegal",
  isSensitive: true,
  sight: "export.read",
  load: (ctx, { exportId }) => findExport(ctx, exportId),
  run: (ctx, { sha256 }, row) => approve(ctx, row, "legal", sha256),
});
