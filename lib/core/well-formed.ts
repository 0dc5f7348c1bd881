/**
 * What can be kept at all. A lone surrogate has no form in UTF-8 (Unicode, D76), so it cannot be hashed (RFC 8785, 3.2.2.2)
 * or stored; NUL has no place in a text of PostgreSQL.
 */
import { type FieldProblem, Invalid, pathOf } from "./refusals.ts";

/** False for a text that no database and no hash could take. */
export const isWellFormed = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

/**
 * Looks through every text of an input, also the names of fields.
 * @param path where the value stands in the input
 * @throws Invalid naming each field
 */
export function mustBeWellFormed(value: unknown, path = ""): void {
  if (!holdsOnlyWellFormed(value)) throw new Invalid([...malformedIn(value, path)]);
}

/** The usual answer, without looking where. */
function holdsOnlyWellFormed(value: unknown): boolean {
  if (typeof value === "string") return isWellFormed(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isWellFormed(key) && holdsOnlyWellFormed(inner));
}

function* malformedIn(value: unknown, path: string): Generator<FieldProblem> {
  if (typeof value === "string" && !isWellFormed(value)) yield { path, code: "forbidden_character" };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (isWellFormed(key))
      yield* malformedIn(inner, path === "" ? pathOf([key]) : `${path}.${pathOf([key])}`);
    else yield { path, code: "forbidden_character" };
  }
}
