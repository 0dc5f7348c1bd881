import { z } from "zod";
import { contactOf } from "#lib/contact/find/contact.ts";
import { query } from "#lib/core/query.ts";
import { gradesOf } from "#lib/sources/find.ts";
import { findWitness, openReferrals, testimoniesGiven } from "../find.ts";
import { WitnessId } from "../vocabulary.ts";

/** One witness by code, with grades (the first one counts) and number of accounts. The notes are protected: it is traced. */
export const readWitness = query({
  name: "witness.read",
  input: z.strictObject({ witnessId: WitnessId }),
  permission: "witness.read",
  async run(ctx, { witnessId }) {
    const witness = await findWitness(ctx, witnessId);
    const stands = witness.retractedAt === null;
    return {
      ...witness,
      grades: await gradesOf(ctx, "witnessId", witnessId),
      contact: (await contactOf(ctx, witnessId)).mode,
      testimoniesGiven: await testimoniesGiven(ctx, witnessId),
      /** Help that was accepted and of which nobody knows yet that it came; null where that is not for the caller. */
      referralsOpen: await openReferrals(ctx, witness),
      may: {
        write: stands && ctx.scope.roleFor("witness.write", witness.caseId) !== null,
        grade: stands && ctx.scope.roleFor("source.grade", witness.caseId) !== null,
      },
    };
  },
  traceOf: ({ id, version, caseId }) => ({ caseId, object: { id, version } }),
});
