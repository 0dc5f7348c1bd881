/** Whom the demo's training case deals with: one that may be given something, one with which nothing is agreed. All invented. */
import type { Caller } from "#lib/core/caller.ts";
import { ask } from "#lib/core/ask.ts";
import { execute } from "#lib/core/execute.ts";
import { system } from "#lib/core/system.ts";
import { recordRecipient } from "#lib/recipients/commands/record-recipient.ts";
import { listRecipients } from "#lib/recipients/queries/list-recipients.ts";
import { ASSURANCES_OF } from "#lib/release/vocabulary.ts";

const DAY_MS = 86_400_000;
const BARE = {
  country: null,
  agreementFrom: null,
  agreementUntil: null,
  agreementNote: null,
  assurances: [],
  note: null,
};

/** Records them once, in the name of the legal officer; what a visitor changed since is left alone. */
export async function recordDemoRecipients(legal: Caller, caseId: string): Promise<void> {
  const { rows } = await ask(listRecipients, legal, { caseId, page: {} });
  if (rows.length > 0) return;
  const { clock } = await system();
  const dayAfter = (days: number) => new Date(clock() + days * DAY_MS).toISOString().slice(0, 10);
  const [from, until] = [dayAfter(-30), dayAfter(335)];
  await execute(recordRecipient, legal, {
    ...BARE,
    caseId,
    name: "Mechanism for Wadi Narin (invented)",
    nameAr: "آلية وادي نارين (مختلَقة)",
    recipientClass: "un_mechanism",
    agreementFrom: from,
    agreementUntil: until,
    agreementNote: "Exchange of letters, in the office safe",
    assurances: ASSURANCES_OF.un_mechanism.map((kind) => ({ kind, from, until })),
  });
  await execute(recordRecipient, legal, {
    ...BARE,
    caseId,
    name: "The Narin Gazette (invented)",
    nameAr: "صحيفة نارين (مختلَقة)",
    recipientClass: "media",
    note: "Asked by telephone; nothing is agreed.",
  });
}
