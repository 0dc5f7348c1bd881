/** The door of finished exports: asks the release rules again, writes the entry, then hands the bag out. */
import { createReadStream, existsSync, statSync } from "node:fs";
import { currentPerson } from "#lib/auth/current-caller.ts";
import { execute } from "#lib/core/execute.ts";
import { newId } from "#lib/core/ids.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { downloadExport } from "#lib/exports/commands/download-export.ts";
import { bagPath } from "#lib/exports/vocabulary.ts";
import { download } from "./attachments.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problem, problemResponse, signedOut } from "./problem.ts";

export async function exportBytes(request: Request, exportId: string): Promise<Response> {
  try {
    const person = await currentPerson();
    if (!person) return problem(signedOut());
    mustComeFromOurPages(request);
    const { code } = await execute(downloadExport, person.caller, { exportId }, newId("request"));
    const path = bagPath((await system()).dataFolder, exportId);
    if (!existsSync(path)) throw new NotFound();
    return download(createReadStream(path), `${code}.zip`, statSync(path).size);
  } catch (error) {
    return problemResponse(error);
  }
}
