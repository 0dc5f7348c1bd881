/** The four refusals, and what lies beyond them, as problem details (RFC 9457). Nothing that was typed is repeated. */
import { isBusy, isStorageFull } from "#db/errors.ts";
import { Conflict, Invalid, NotFound, Refused } from "#lib/core/refusals.ts";
import { logFault } from "#lib/platform/log.ts";
import { NotMailed } from "#lib/platform/mail.ts";
import { DamagedFile } from "#lib/platform/sealed-file.ts";
import { FileTooLarge } from "#lib/platform/storage.ts";
import { BodyTooLarge } from "./body.ts";

export const PROBLEM_TYPE = "application/problem+json";

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: "invalid" | "not_found" | "refused" | "conflict" | "signed_out" | "too_large" | "unavailable";
  [more: string]: unknown;
}

/** The answer to a request that failed. An unforeseen fault is logged by its kind alone and given a number to quote. */
export const problemResponse = (error: unknown): Response => problem(problemOf(error));

/** For requests without a live session. */
export const signedOut = (): ProblemBody => ({
  type: "about:blank",
  title: "Signed out",
  status: 401,
  code: "signed_out",
});

/** For bodies over the bound. */
const tooLarge = (): ProblemBody => ({
  type: "about:blank",
  title: "Too large",
  status: 413,
  code: "too_large",
});

/** For files that cannot be handed out as they were kept; whoever keeps the machine finds it in the log by its number. */
const damaged = (error: DamagedFile): ProblemBody => ({
  type: "about:blank",
  title: "File damaged",
  status: 500,
  code: "unavailable",
  rule: "file.damaged",
  fault: logFault(error),
});

export const problem = (body: ProblemBody): Response =>
  Response.json(body, {
    status: body.status,
    headers: { "content-type": PROBLEM_TYPE, "cache-control": "no-store" },
  });

/** What a request that failed is told. */
export function problemOf(error: unknown): ProblemBody {
  const type = "about:blank";
  if (error instanceof BodyTooLarge || error instanceof FileTooLarge) return tooLarge();
  if (error instanceof Invalid)
    return { type, title: "Invalid input", status: 422, code: "invalid", fields: error.fields };
  if (error instanceof NotFound) return { type, title: "Not found", status: 404, code: "not_found" };
  if (error instanceof Refused) {
    if (error.rule === "session.ended") return signedOut();
    return { type, title: "Refused", status: 403, code: "refused", rule: error.rule };
  }
  if (error instanceof Conflict) {
    const { rule, current, version } = error;
    return {
      type,
      title: "Conflict",
      status: 409,
      code: "conflict",
      rule,
      ...(current ? { current, version } : {}),
    };
  }
  if (error instanceof NotMailed)
    return { type, title: "Not mailed", status: 502, code: "refused", rule: "mail.not_taken" };
  if (error instanceof DamagedFile) return damaged(error);
  if (isStorageFull(error))
    return { type, title: "Storage full", status: 507, code: "unavailable", rule: "storage.full" };
  if (isBusy(error)) return { type, title: "Busy", status: 503, code: "unavailable", rule: "storage.busy" };
  return { type, title: "Fault", status: 500, code: "unavailable", fault: logFault(error) };
}
