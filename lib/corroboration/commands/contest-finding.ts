import { z } from "zod";
import { findings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotContest } from "../policy/finding.ts";
import { FindingId } from "../vocabulary.ts";
import { tellAuthor } from "./approve-finding.ts";

/** Challenges an approved finding with a reason; open to everyone who works on the case. */
export const contestFinding = command({
  name: "finding.contest",
  input: z.strictObject({ findingId: FindingId, version: RowVersion, reason: Reason }),
  permission: "finding.contest",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, version, reason }, finding) {
    mustBeAllowed(whyNotContest(finding, reason));
    const changes = { status: "contested" as const, contestReason: reason, updatedAt: ctx.now };
    const after = await ctx.write.amend(findings, findingId, version, changes);
    await tellAuthor(ctx, after, "finding_contested");
    return amended(finding, after, reason);
  },
});
