import { and, desc, eq } from "drizzle-orm";
import { accounts, contactTalks, humans, recipients } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { contactOf } from "../find/contact.ts";

/** Talks that are shown; the newest. */
const SHOWN_MAX = 200;

/** Talks with a person before a release, the newest first. What was noted of them is protected: it is traced. */
export const listTalks = query({
  name: "talk.list",
  input: z.strictObject({ witnessId: WitnessId }),
  permission: "consent.read",
  async run(ctx, { witnessId }) {
    const { read, scope } = ctx;
    const { id, version, caseId, retractedAt } = await findWitness(ctx, witnessId);
    const talks = await read
      .select({
        id: contactTalks.id,
        talkedAt: contactTalks.talkedAt,
        consents: contactTalks.consents,
        howReached: contactTalks.howReached,
        note: contactTalks.note,
        by: humans.displayName,
        recipient: { id: recipients.id, name: recipients.name, nameAr: recipients.nameAr },
      })
      .from(contactTalks)
      .leftJoin(
        recipients,
        and(eq(recipients.id, contactTalks.recipientId), scope.cases(recipients.caseId, "recipient.read")),
      )
      .leftJoin(accounts, eq(accounts.id, contactTalks.recordedBy))
      .leftJoin(humans, eq(humans.id, accounts.humanId))
      .where(and(eq(contactTalks.witnessId, witnessId), scope.cases(contactTalks.caseId)))
      .orderBy(desc(contactTalks.talkedAt), desc(contactTalks.recordedAt), desc(contactTalks.id))
      .limit(SHOWN_MAX);
    return {
      witness: { id, version, caseId },
      talks,
      contact: (await contactOf(ctx, witnessId)).mode,
      may: { write: retractedAt === null && scope.roleFor("consent.write", caseId) !== null },
    };
  },
  traceOf: ({ witness: { id, version, caseId } }) => ({ caseId, object: { id, version } }),
});
