import { type Permission, permissions } from "#lib/access/permissions.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { CaseId } from "../vocabulary.ts";

/** What the caller may do in a case, as the table of permissions says it: for showing the right buttons and forms. */
export const readRights = query({
  name: "case.rights",
  input: z.strictObject({ caseId: CaseId }),
  permission: "case.read",
  caseOf: ({ caseId }) => caseId,
  async run({ scope }, { caseId }) {
    const all = Object.keys(permissions) as Permission[];
    return { rights: all.filter((permission) => scope.roleFor(permission, caseId) !== null) };
  },
});
