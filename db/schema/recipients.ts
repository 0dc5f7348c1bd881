import { index, json, table, text, unique, uniqueIndex } from "../columns.ts";
import { cases } from "./cases.ts";
import { recordColumns } from "./record.ts";

/** What a recipient has promised, from a first day to a last; days are calendar days in UTC, `YYYY-MM-DD`, both included. */
export interface GivenAssurance {
  kind: string;
  from: string;
  until: string;
}

/** Whoever a case's material may be handed to: its class, the agreement with it and what it assures. */
export const recipients = table(
  "recipients",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    name: text("name").notNull(),
    nameAr: text("name_ar"),
    recipientClass: text("recipient_class").notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text("country"),
    agreementFrom: text("agreement_from"),
    agreementUntil: text("agreement_until"),
    /** Where the agreement and the assurances are on file. */
    agreementNote: text("agreement_note"),
    assurances: json<GivenAssurance[]>("assurances").notNull(),
    note: text("note"),
  },
  (t) => [
    uniqueIndex("recipients_code_key").on(t.code),
    unique("recipients_case_id_key").on(t.caseId, t.id),
    uniqueIndex("recipients_import_key").on(t.caseId, t.importKey),
    index("recipients_case_idx").on(t.caseId, t.createdAt, t.id),
  ],
);
