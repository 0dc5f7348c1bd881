/** The three usual outcomes of a command on a record. */
import type { Outcome, RunContext } from "./command.ts";
import { newCode, newId, type IdKind } from "./ids.ts";
import { Conflict } from "./refusals.ts";
import { sortKey } from "./uncertain-date.ts";

export interface Saved {
  id: string;
  code: string;
  version: number;
}

interface RecordRow extends Saved {
  retractedAt: number | null;
}

/** Columns of a new record of a case. */
export function newRecord(ctx: Pick<RunContext, "now" | "scope">, kind: IdKind, codePrefix: string) {
  return {
    id: newId(kind),
    code: newCode(codePrefix),
    createdAt: ctx.now,
    createdBy: ctx.scope.accountId,
    updatedAt: ctx.now,
  };
}

/** The sort key of an optional date; unknown sorts last. */
export const sortOf = (edtf: string | null): string => (edtf === null ? "~" : sortKey(edtf));

/** A record was made. */
export function recorded(row: Saved, detail: unknown = null): Outcome<Saved> {
  return outcome(row, { after: detail ?? fieldsOf(row) });
}

/** A record was changed; the detail holds only what differs. */
export function amended(before: object, after: Saved, reason?: string): Outcome<Saved> {
  return outcome(after, { ...difference(before, after), ...(reason ? { reason } : {}) });
}

/** A record was retracted with a reason; it stays, marked, and is never deleted. */
export function retracted(after: Saved, reason: string): Outcome<Saved> {
  return outcome(after, { reason });
}

/** @throws Conflict when the record was retracted: a retracted record is history */
export function mustStand(row: RecordRow): void {
  if (row.retractedAt !== null) throw new Conflict("record.retracted");
}

/** Columns of a retraction. A retracted import gives its key back, so that a mended file can bring it again. */
export function retraction(ctx: Pick<RunContext, "now">, reason: string) {
  return { retractedAt: ctx.now, retractionReason: reason, updatedAt: ctx.now };
}

function outcome(row: Saved, detail: unknown): Outcome<Saved> {
  const { id, code, version } = row;
  return { result: { id, code, version }, entry: { object: { id, version }, detail } };
}

const BOOKKEEPING = new Set(["id", "version", "createdAt", "createdBy", "updatedAt"]);

const fieldsOf = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !BOOKKEEPING.has(key)));

/** What differs between two states of a record, field by field. */
export function difference(before: object, after: object) {
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fieldsOf(after))) {
    const earlier: unknown = Reflect.get(before, key);
    if (JSON.stringify(earlier) === JSON.stringify(value)) continue;
    was[key] = earlier ?? null;
    is[key] = value;
  }
  return { before: was, after: is };
}
