import type { z } from "zod";
import { type FieldProblem, Invalid, pathOf } from "./refusals.ts";
import { mustBeWellFormed } from "./well-formed.ts";

/**
 * Parses input at the door.
 * @throws Invalid with one problem a field; never with a value that was typed
 */
export function parse<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  mustBeWellFormed(raw);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new Invalid(parsed.error.issues.flatMap(problemsOf));
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = pathOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), code: "unknown_field" }));
    case "invalid_type":
      return [
        {
          path,
          code: /received (undefined|null)/.test(issue.message) ? "required" : "wrong_type",
        },
      ];
    case "too_small":
      return [
        issue.origin === "number"
          ? { path, code: "too_low", params: { min: Number(issue.minimum) } }
          : Number(issue.minimum) <= 1
            ? { path, code: "required" }
            : { path, code: "too_short", params: { min: Number(issue.minimum) } },
      ];
    case "too_big":
      return [
        {
          path,
          code: issue.origin === "number" ? "too_high" : "too_long",
          params: { max: Number(issue.maximum) },
        },
      ];
    case "invalid_value":
    case "invalid_union":
      return [{ path, code: "bad_choice" }];
    case "custom":
      return [{ path, code: /^[a-zA-Z_.]+$/.test(issue.message) ? issue.message : "invalid" }];
    case "invalid_format":
    case "invalid_element":
    case "invalid_key":
    case "not_multiple_of":
      return [{ path, code: /^[a-z_]+$/.test(issue.message) ? issue.message : "invalid" }];
  }
}
