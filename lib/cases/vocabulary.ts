import { z } from "zod";
import { idOf, Line, Note, OptionalLine } from "#lib/core/fields.ts";

export const CaseId = idOf("case");
export const caseKinds = ["live", "training"] as const;

export const CaseFields = z.strictObject({ title: Line, titleAr: OptionalLine, summary: Note });
