import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { openInvitations } from "../find/invitations.ts";

/** More would be a fault of the organisation: links last three days. */
const SHOWN_MAX = 200;

/** Links that were not used yet, and recoveries that wait for a second administrator. No secret part of any. */
export const listInvitations = query({
  name: "invitation.list",
  input: z.strictObject({}),
  permission: "account.manage",
  caseOf: () => ORGANISATION,
  async run(ctx) {
    const rows = await openInvitations(ctx, SHOWN_MAX);
    return rows.map(
      ({ id, kind, name, displayName, createdAt, createdBy, approvedAt, expiresAt, humanId }) => ({
        id,
        kind,
        name,
        displayName,
        createdAt,
        isApproved: approvedAt !== null,
        /** They may not say yes themselves: they asked for it, or it is about them. */
        isOwn: createdBy === ctx.scope.accountId || humanId === ctx.scope.humanId,
        expiresAt,
      }),
    );
  },
});
