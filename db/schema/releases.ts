import { index, instant, integer, json, oneOf, table, text, unique } from "../columns.ts";
import { humans } from "./access.ts";
import { cases } from "./cases.ts";
import { caseExports } from "./exports.ts";

export const releaseStages = ["approval", "download"] as const;
export const approvalKinds = ["legal", "protection"] as const;

const commonColumns = () => ({
  id: text("id").primaryKey(),
  version: integer("version").notNull(),
  caseId: text("case_id")
    .notNull()
    .references(() => cases.id),
  exportId: text("export_id")
    .notNull()
    .references(() => caseExports.id),
});

/** What the release gate decided about everything in a bag, with all that the decision rested on: whoever doubts it decides again. */
export const releaseDecisions = table(
  "release_decisions",
  {
    ...commonColumns(),
    stage: oneOf("stage", releaseStages).notNull(),
    /** Which of its stage: the download that it was for; 1 when the bag was built. */
    number: integer("number").notNull(),
    decidedAt: instant("decided_at").notNull(),
    /** Of the bytes. */
    sha256: text("sha256").notNull(),
    allowed: integer("allowed").notNull(),
    denied: integer("denied").notNull(),
    /** `StoredRelease` of lib/release: what is common to all items, the items, the persons. */
    snapshot: json<unknown>("snapshot").notNull(),
  },
  (t) => [
    unique("release_decisions_number_key").on(t.exportId, t.stage, t.number),
    index("release_decisions_case_idx").on(t.caseId, t.exportId, t.decidedAt),
  ],
);

/** A yes to the bytes of a bag: one by a lawyer and one by a protection officer, two humans of whom neither asked for it. */
export const exportApprovals = table(
  "export_approvals",
  {
    ...commonColumns(),
    kind: oneOf("kind", approvalKinds).notNull(),
    sha256: text("sha256").notNull(),
    humanId: text("human_id")
      .notNull()
      .references(() => humans.id),
    accountId: text("account_id").notNull(),
    approvedAt: instant("approved_at").notNull(),
  },
  (t) => [
    unique("export_approvals_kind_key").on(t.exportId, t.kind),
    unique("export_approvals_human_key").on(t.exportId, t.humanId),
    index("export_approvals_case_idx").on(t.caseId, t.exportId),
  ],
);
