/** Whether help that was taken up in an interview is on record. */
import type { StatedFacts } from "#db/schema/testimonies.ts";
import type { Reader } from "#db/store.ts";
import { hasReferral } from "#lib/referrals/find.ts";
import { tookUpHelp } from "../rules.ts";

/** Whether the witness took up help of which no referral says what became of it. */
export const lacksReferral = async (
  { read }: { readonly read: Reader },
  kind: string,
  facts: Pick<StatedFacts, "interview" | "witnessId">,
): Promise<boolean> =>
  facts.witnessId !== null && tookUpHelp(kind, facts) && !(await hasReferral(read, facts.witnessId));
