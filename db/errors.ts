/** What a driver's error means, for both dialects; nothing outside db/ reads a driver's codes. */

function causes(error: unknown): { code?: unknown; message?: unknown }[] {
  const chain: { code?: unknown; message?: unknown }[] = [];
  for (let at: unknown = error; at instanceof Error && chain.length < 8; at = at.cause)
    chain.push(at as never);
  return chain;
}

function codeMatches(error: unknown, pattern: RegExp): boolean {
  return causes(error).some(({ code }) => typeof code === "string" && pattern.test(code));
}

/** A unique index refused the row, or the trigger that on SQLite keeps a row from being replaced. */
export const isDuplicate = (error: unknown): boolean =>
  codeMatches(error, /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|23505)$/) ||
  ruleOfTrigger(error) === "record.never_replaced";

/** A foreign key refused the row: something it points to is absent, or belongs to another case. */
export const isBrokenReference = (error: unknown): boolean =>
  codeMatches(error, /^(SQLITE_CONSTRAINT_FOREIGNKEY|23503)$/);

/** The disk or the quota is full; nothing was written. */
export const isStorageFull = (error: unknown): boolean =>
  codeMatches(error, /^(SQLITE_FULL|53100|ENOSPC|SQLITE_IOERR.*)$/);

/** Another process holds the database's write lock. */
export const isBusy = (error: unknown): boolean =>
  codeMatches(error, /^(SQLITE_BUSY|SQLITE_LOCKED|55P03|40P01)/);

/**
 * The rule that a trigger named when it refused a row (`RAISE(ABORT, 'attest:<rule>')`), or null.
 * Triggers are the second lock behind the commands: four eyes and append-only tables hold even for direct SQL.
 */
export function ruleOfTrigger(error: unknown): string | null {
  for (const { message } of causes(error)) {
    const found = typeof message === "string" ? /attest:([a-z_.]+)/.exec(message) : null;
    if (found?.[1]) return found[1];
  }
  return null;
}
