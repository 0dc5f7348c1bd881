import { cases } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newCode, newId } from "#lib/core/ids.ts";
import { recorded } from "#lib/core/outcome.ts";
import { ALGORITHM_VERSION } from "#lib/corroboration/vocabulary.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { CaseFields, caseKinds } from "../vocabulary.ts";

/** Opens a case. It has no members yet: whoever opens it cannot read it. */
export const openCase = command({
  name: "case.open",
  input: CaseFields.extend({ kind: z.enum(caseKinds) }),
  permission: "register.open",
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, fields) {
    const caseFile = await ctx.write.insert(cases, {
      id: newId("case"),
      code: newCode("C"),
      createdAt: ctx.now,
      createdBy: ctx.scope.accountId,
      updatedAt: ctx.now,
      algorithmVersion: ALGORITHM_VERSION,
      ...fields,
    });
    return recorded(caseFile);
  },
});
