import { identityDemands } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { demandOf } from "../find/demands.ts";

/**
 * From now on every opening of an identity of a case takes a second person, whatever stands with the identity itself; also of those
 * that are recorded later. It stays: else whoever opens could lift it first.
 */
export const demandSecondPerson = command({
  name: "identity.demandForCase",
  input: z.strictObject({ caseId: CaseId }),
  permission: "vault.keep",
  sight: "identity.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId }, caseFile) {
    if ((await demandOf(ctx.read, caseId)) !== null) throw new Conflict("vault.demanded");
    const { id } = await ctx.write.insert(identityDemands, {
      id: newId("identityDemand"),
      caseId,
      demandedAt: ctx.now,
      demandedBy: ctx.scope.accountId,
    });
    return { result: { id }, entry: { object: { id: caseId, version: caseFile.version } } };
  },
});
