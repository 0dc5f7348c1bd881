import { attachments } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { Line } from "#lib/core/fields.ts";
import { mustStand, newRecord, recorded } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findTestimony } from "../find.ts";
import { TestimonyId } from "../vocabulary.ts";

/**
 * Notes a file that the server has kept and hashed itself. Only the door of uploads does it (`lib/api/attachments.ts`):
 * whoever could name a hash, a size or a kind would be believed.
 */
export const attachFile = command({
  name: "testimony.attach",
  input: z.strictObject({
    testimonyId: TestimonyId,
    fileName: Line,
    mediaType: z
      .string()
      .regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/, "invalid")
      .max(100),
    sizeBytes: z.number().int().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "invalid"),
  }),
  permission: "testimony.write",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, ...file }, testimony) {
    mustStand(testimony);
    const { caseId } = testimony;
    await findOpenCase(ctx, caseId);
    const row = await ctx.write.insert(attachments, {
      ...newRecord(ctx, "attachment", "D"),
      caseId,
      testimonyId,
      ...file,
    });
    const { result, entry } = recorded(row);
    return { result: { ...result, caseId }, entry };
  },
});
