/** What the server says when it does not do as asked (RFC 9457, "Problem Details for HTTP APIs"). */
export const PROBLEM_CODES = [
  "invalid",
  "not_found",
  "refused",
  "conflict",
  "signed_out",
  "too_large",
  "unavailable",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface FieldProblem {
  /** Where in the input: `title`, `statements.0.text`. */
  readonly path: string;
  /** A key of `problems.field`. */
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly status: number;
  /** The short stable id of the rule that refused; its text is at `problems.rule.<rule>`. */
  readonly rule?: string;
  readonly fields?: readonly FieldProblem[];
  /** In a conflict: the record as it stands now, and its version. */
  readonly current?: Readonly<Record<string, unknown>>;
  readonly version?: number;
}

/** No answer, or none that can be read. */
export const UNAVAILABLE: Problem = { code: "unavailable", status: 0 };

/** Reads a problem+json body. Anything else is `unavailable`, save that a bare status still says what it says. */
export function problemFrom(status: number, body: unknown): Problem {
  if (!isRecord(body) || !PROBLEM_CODES.some((code) => code === body["code"]))
    return { code: codeOfStatus(status), status };
  const { rule, fields, current, version } = body;
  return {
    code: PROBLEM_CODES.find((code) => code === body["code"]) ?? codeOfStatus(status),
    status,
    ...(typeof rule === "string" ? { rule } : {}),
    ...(Array.isArray(fields) ? { fields: fields.filter(isFieldProblem) } : {}),
    ...(isRecord(current) ? { current } : {}),
    ...(typeof version === "number" ? { version } : {}),
  };
}

function codeOfStatus(status: number): ProblemCode {
  switch (status) {
    case 400:
    case 422:
      return "invalid";
    case 401:
      return "signed_out";
    case 403:
      return "refused";
    case 404:
      return "not_found";
    case 409:
    case 412:
      return "conflict";
    case 413:
      return "too_large";
    default:
      return "unavailable";
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value["path"] === "string" && typeof value["code"] === "string";
}
