import { z } from "zod";
import { idOf } from "#lib/core/fields.ts";
import { DELETION_GROUNDS, MONTHS_MAX, RETENTION_CLASSES, TERM_CLASSES } from "./words.ts";

export * from "./words.ts";

export const LegalHoldId = idOf("legalHold");
export const DeletionId = idOf("deletion");
export const RetentionClass = z.enum(RETENTION_CLASSES);
export const TermClass = z.enum(TERM_CLASSES);
export const DeletionGround = z.enum(DELETION_GROUNDS);
export const Months = z.number().int().min(1).max(MONTHS_MAX);
