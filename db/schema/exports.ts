import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { bigint, index, instant, integer, json, oneOf, table, text, uniqueIndex } from "../columns.ts";
import { humans } from "./access.ts";
import { cases } from "./cases.ts";
import { recipients } from "./recipients.ts";
import { recordColumns } from "./record.ts";

export const exportStatuses = ["queued", "building", "ready", "failed", "expired"] as const;

/** What a bag holds: records in which people have codes, or the key to these codes. */
export const exportContents = ["records", "pseudonyms"] as const;

/** Somebody whom the key to the codes names: from which version of their identity. */
export interface NamedPerson {
  personId: string;
  identityId: string;
  version: number;
}

/** A dossier handed over, or the key to its codes: who asked, what it held, the hash of its final bytes, and until when it can be fetched. */
export const caseExports = table(
  "case_exports",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    status: oneOf("status", exportStatuses).notNull(),
    language: oneOf("language", ["en", "ar"]).notNull(),
    /** What it is for, in the words of whoever asked. */
    purpose: text("purpose").notNull(),
    /** Null in those from before recipients were named: none of them is handed out any more. */
    recipientId: text("recipient_id").references(() => recipients.id),
    /** The purpose that consent was asked for. */
    releasePurpose: text("release_purpose"),
    requestedByHumanId: text("requested_by_human_id")
      .notNull()
      .references(() => humans.id),
    jobId: text("job_id").notNull(),
    includedCount: integer("included_count"),
    /** Ids of the testimonies in the bag: each download asks the release rules again about exactly these. */
    included: json<string[]>("included"),
    withheld: json<{ kind: string; code: string; rule: string }[]>("withheld"),
    sha256: text("sha256"),
    sizeBytes: bigint("size_bytes"),
    finishedAt: instant("finished_at"),
    expiresAt: instant("expires_at"),
    problem: text("problem"),
    downloads: integer("downloads").notNull(),
    contents: oneOf("contents", exportContents).notNull().default("records"),
    /** Of a key to codes: the bag of records whose codes it opens. */
    ofExportId: text("of_export_id").references((): AnyPgColumn => caseExports.id),
    /** Of a key to codes: the recipient's own public key (age), under which the bag is encrypted. */
    recipientKey: text("recipient_key"),
    /** Of a key to codes: whom it names, by ids alone. */
    people: json<NamedPerson[]>("people"),
  },
  (t) => [
    uniqueIndex("case_exports_code_key").on(t.code),
    uniqueIndex("case_exports_import_key").on(t.caseId, t.importKey),
    index("case_exports_case_idx").on(t.caseId, t.createdAt, t.id),
    index("case_exports_of_idx").on(t.ofExportId),
  ],
);
