/** The door of excerpts: entries of the auditor's list with their proofs. A POST, since each is on record before its first byte leaves. */
import { Readable } from "node:stream";
import { excerptZip } from "#lib/audit/excerpt-zip.ts";
import { takeExcerpt } from "#lib/audit/queries/take-excerpt.ts";
import { currentPerson } from "#lib/auth/current-caller.ts";
import { ask } from "#lib/core/ask.ts";
import { boundedJson } from "./body.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problem, problemResponse, signedOut } from "./problem.ts";

/** The body is what the list is narrowed by. */
export async function excerptBytes(request: Request): Promise<Response> {
  try {
    const person = await currentPerson();
    if (!person) return problem(signedOut());
    mustComeFromOurPages(request);
    const excerpt = await ask(takeExcerpt, person.caller, await boundedJson(request));
    const name = `audit-excerpt-${excerpt.size}`;
    const zip = await excerptZip(excerpt, name);
    return new Response(Readable.toWeb(zip) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename="${name}.zip"`,
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
