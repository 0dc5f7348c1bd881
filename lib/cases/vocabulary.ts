import { z } from "zod";
import { idOf, Line, Note, OptionalLine } from "#lib/core/fields.ts";

export const CaseId = idOf("case");
export const caseKinds = ["live", "training"] as const;

export const CaseFields = z.strictObject({ title: Line, titleAr: OptionalLine, summary: Note });

/** What may wait for a person at their desk, the most urgent first. */
export const DESK_TASKS = [
  "testimony_returned",
  "finding_returned",
  "review",
  "decided",
  "export_approval",
  "consent_approval",
  "deletion_decision",
  "identity_decision",
  "assigned",
  "finding_contested",
  "export_ending",
  "testimony_draft",
  "finding_draft",
] as const;
