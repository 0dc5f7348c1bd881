import { type Permission, permissions } from "#lib/access/permissions.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { findCase } from "../find.ts";
import { CaseId } from "../vocabulary.ts";

/**
 * What the caller may do in a case, as the table of permissions says it: for showing the right buttons and forms. Nothing
 * is added to a case that was retracted.
 */
export const readRights = query({
  name: "case.rights",
  input: z.strictObject({ caseId: CaseId }),
  permission: "case.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId }) {
    const { retractedAt } = await findCase(ctx, caseId);
    const all = Object.keys(permissions) as Permission[];
    const held = all.filter((permission) => ctx.scope.roleFor(permission, caseId) !== null);
    return { rights: retractedAt === null ? held : held.filter((permission) => !adds(permission)) };
  },
});

const adds = (permission: Permission): boolean =>
  permission.endsWith(".write") || ["export.start", "import.run", "pseudonymKey.start"].includes(permission);
