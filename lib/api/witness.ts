/**
 * The doors of the witness (C2SP tlog-witness). They are for machines of others and know no session: a checkpoint speaks by its
 * signature, and what is answered is public. So it matters from no page whence a request comes, and there is nothing to steal.
 */
import { createHash } from "node:crypto";
import { writeKey } from "#lib/audit/note.ts";
import { type Countersigned, countersign, lastCountersigned, witnessKey } from "#lib/audit/witness.ts";
import { STATUS } from "#lib/audit/witness-rules.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { readEnv } from "#lib/platform/env.ts";
import { BodyTooLarge, boundedText, type Incoming } from "./body.ts";

/** A checkpoint and a proof of the most lines take less. */
const BODY_BYTES_MAX = 65_536;
const RETRY_SECONDS = 60;
const NOT_FOUND = 404;
const TOO_LARGE = 413;
const TOO_MANY = 429;

/** POST: countersigns a checkpoint of a log that the settings name. */
export async function addCheckpointDoor(request: Incoming): Promise<Response> {
  const { witness } = readEnv();
  if (witness === null) return said(NOT_FOUND, "");
  const body = await bodyOf(request);
  if (body === null) return said(TOO_LARGE, "");
  return answerOf(await countersign(await system(), witness, body));
}

/** What hung up half-way is nothing to countersign. */
async function bodyOf(request: Incoming): Promise<string | null> {
  try {
    return await boundedText(request, BODY_BYTES_MAX);
  } catch (error) {
    if (error instanceof BodyTooLarge) return null;
    if (error instanceof Invalid) return "";
    throw error;
  }
}

function answerOf(found: Countersigned): Response {
  if (found.kind === "cosign") return said(STATUS.cosign, found.line);
  if (found.kind === "elsewhere") return said(STATUS.elsewhere, `${found.size}\n`, "text/x.tlog.size");
  if (found.kind !== "too_often") return said(STATUS[found.kind], "");
  const answer = said(TOO_MANY, "");
  answer.headers.set("retry-after", String(RETRY_SECONDS));
  return answer;
}

/** GET: the key by which logs are countersigned here, for the settings of those whose logs they are. */
export async function witnessKeyDoor(): Promise<Response> {
  const { witness } = readEnv();
  if (witness === null) return said(NOT_FOUND, "");
  return said(STATUS.cosign, `${writeKey(await witnessKey(await system(), witness.name))}\n`);
}

/**
 * GET: the last checkpoint of a log that was countersigned here.
 * @param originHash SHA-256 of its origin, lower-case hex
 */
export async function lastCheckpointDoor(originHash: string): Promise<Response> {
  const logs = readEnv().witness?.logs ?? [];
  const log = logs.find(({ origin }) => createHash("sha256").update(origin).digest("hex") === originHash);
  const note = log ? await lastCountersigned((await system()).store.read, log.origin) : null;
  return note === null ? said(NOT_FOUND, "") : said(STATUS.cosign, note);
}

const said = (status: number, text: string, type = "text/plain; charset=utf-8"): Response =>
  new Response(text, { status, headers: { "content-type": type, "cache-control": "no-store" } });
