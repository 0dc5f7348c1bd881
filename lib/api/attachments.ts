/** The doors of attached files: bytes in, hashed by the server; bytes out, as a download that no browser runs. */
import { fileTypeFromBuffer } from "file-type";
import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { currentPerson } from "#lib/auth/current-caller.ts";
import { ask } from "#lib/core/ask.ts";
import { execute, mustBeRequestId } from "#lib/core/execute.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import { rehearse } from "#lib/core/rehearse.ts";
import { system } from "#lib/core/system.ts";
import { logFault } from "#lib/platform/log.ts";
import { DamagedFile } from "#lib/platform/sealed-file.ts";
import {
  FileTooLarge,
  keepFile,
  type KeptFile,
  maybeFile,
  type ReceivedFile,
} from "#lib/platform/storage.ts";
import { isAttached } from "#lib/testimonies/find.ts";
import { attachFile } from "#lib/testimonies/commands/attach-file.ts";
import { readAttachment } from "#lib/testimonies/queries/read-attachment.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problem, problemResponse, signedOut } from "./problem.ts";

export const ATTACHMENT_BYTES_MAX = 200_000_000;

/** What stands for the file while nothing of it is known: its rights are asked for before a byte is kept. */
const UNSEEN = { mediaType: "application/octet-stream", sizeBytes: 1, sha256: "0".repeat(64) };

/**
 * Takes a file for a testimony: the body is the file, its name stands in the header `x-file-name` (base64url of UTF-8),
 * since an address is kept in histories and logs. The hash, the size and the kind are the server's own.
 */
export async function attachmentDoor(request: Request, testimonyId: string): Promise<Response> {
  try {
    const person = await currentPerson();
    if (!person) return problem(signedOut());
    mustComeFromOurPages(request);
    const requestId = request.headers.get("x-request-id") ?? "";
    mustBeRequestId(requestId);
    const named = { testimonyId, fileName: fileNameOf(request) };
    const { caseId } = await rehearse(attachFile, person.caller, { ...named, ...UNSEEN });
    if (!request.body) throw new Invalid([{ path: "file", code: "required" }]);
    if (Number(request.headers.get("content-length")) > ATTACHMENT_BYTES_MAX) throw new FileTooLarge();
    const note = async ({ sha256, sizeBytes, head }: ReceivedFile) => {
      if (sizeBytes === 0) throw new Invalid([{ path: "file", code: "required" }]);
      const mediaType = (await fileTypeFromBuffer(head))?.mime.split(";")[0] ?? UNSEEN.mediaType;
      return execute(attachFile, person.caller, { ...named, mediaType, sizeBytes, sha256 }, requestId);
    };
    const sys = await system();
    const isNamed = ({ sha256 }: ReceivedFile) => isAttached(sys.store.read, caseId, sha256);
    const result = await keepFile(sys, caseId, request.body, ATTACHMENT_BYTES_MAX, note, isNamed);
    return Response.json({ result });
  } catch (error) {
    return problemResponse(error);
  }
}

/** @throws Invalid when the header is no base64url of UTF-8 */
function fileNameOf(request: Request): string {
  const bytes = Buffer.from(request.headers.get("x-file-name") ?? "", "base64url");
  if (!isUtf8(bytes)) throw new Invalid([{ path: "fileName", code: "invalid" }]);
  return bytes.toString("utf8");
}

/** Hands a file out; its reading is on record before the first byte leaves. */
export async function attachmentBytes(attachmentId: string): Promise<Response> {
  try {
    const person = await currentPerson();
    if (!person) return problem(signedOut());
    const { caseId, fileName, sha256 } = await ask(readAttachment, person.caller, { attachmentId });
    const file = await maybeFile(await system(), caseId, sha256);
    if (!file) throw new NotFound();
    return download(file, fileName);
  } catch (error) {
    return problemResponse(error);
  }
}

/** A file as a download; that it is never shown in place or kept by a cache, the headers of every answer say (next.config.ts). */
export function download({ bytes, sizeBytes }: KeptFile, fileName: string): Response {
  return new Response(streamOf(bytes()), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "content-length": String(sizeBytes),
    },
  });
}

/** Guarantee: Node's web stream of bytes is the Response's body type. What breaks off is on its way already: only the log can say why. */
const streamOf = (file: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(
    file.on("error", (error) => {
      if (error instanceof DamagedFile) logFault(error);
    }),
  ) as ReadableStream<Uint8Array>;
