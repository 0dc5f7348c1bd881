/** Reads the detail of an event as what changed and why. */

export interface Change {
  /** Name of the field, as in the record. */
  field: string;
  before: unknown;
  after: unknown;
}

export interface Changes {
  /** The person's own words. */
  reason: string | null;
  changes: Change[];
  /** True when the key of the record was destroyed, so that its past can no longer be read by anyone. */
  unreadable: boolean;
}

const REASONS = ["reason", "comment"];

/**
 * @param detail what a command wrote down: `{before, after, reason}`, or other facts by name; null when it can no longer
 * be read, undefined when there was none
 */
export function changesIn(detail: unknown): Changes {
  if (detail === null) return { reason: null, changes: [], unreadable: true };
  if (!isObject(detail)) return { reason: null, changes: [], unreadable: false };
  const before = isObject(detail["before"]) ? detail["before"] : {};
  const after = isObject(detail["after"]) ? detail["after"] : {};
  const rest = Object.fromEntries(
    Object.entries(detail).filter(([key]) => !["before", "after", ...REASONS].includes(key)),
  );
  const is = { ...rest, ...after };
  const fields = [...new Set([...Object.keys(is), ...Object.keys(before)])];
  const reason = REASONS.map((key) => detail[key]).find((value) => typeof value === "string");
  return {
    reason: typeof reason === "string" ? reason : null,
    changes: fields.map((field) => ({ field, before: before[field] ?? null, after: is[field] ?? null })),
    unreadable: false,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
