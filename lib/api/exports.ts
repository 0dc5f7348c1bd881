/** The door of finished exports and of keys to their codes: asks the release rules again, writes the entry, then hands the bag out. */
import { currentPerson } from "#lib/auth/current-caller.ts";
import { ask } from "#lib/core/ask.ts";
import { execute } from "#lib/core/execute.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { downloadExport } from "#lib/exports/commands/download-export.ts";
import { downloadPseudonymKey } from "#lib/exports/commands/download-pseudonym-key.ts";
import { maybeBag } from "#lib/exports/find/bag.ts";
import { readExport } from "#lib/exports/queries/read-export.ts";
import { download } from "./attachments.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problem, problemResponse, signedOut } from "./problem.ts";

export async function exportBytes(request: Request, exportId: string): Promise<Response> {
  try {
    const person = await currentPerson();
    if (!person) return problem(signedOut());
    mustComeFromOurPages(request);
    const { status, caseId, contents } = await ask(readExport, person.caller, { exportId });
    // A bag that was swept or damaged is told before the act: what cannot be handed out is no download.
    const bag = status === "ready" ? await maybeBag(await system(), { exportId, caseId }) : null;
    if (status === "ready" && !bag) throw new Conflict("export.gone");
    const isKey = contents === "pseudonyms";
    const verb = isKey ? downloadPseudonymKey : downloadExport;
    const { code } = await execute(verb, person.caller, { exportId }, newId("request"));
    if (!bag) throw new Conflict("export.gone");
    return download(bag, isKey ? `${code}.zip.age` : `${code}.zip`);
  } catch (error) {
    return problemResponse(error);
  }
}
