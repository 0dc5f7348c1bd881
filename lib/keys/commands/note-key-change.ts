import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { keyChanges } from "../vocabulary.ts";

/**
 * Notes in the log that the keys are about to be changed, and what is done to them: before it is done, since afterwards another
 * key may be needed to write it down. Only the terminal of the machine changes keys (bin/keys.ts), so no door leads here.
 */
export const noteKeyChange = command({
  name: "keys.change",
  input: z.strictObject({ what: z.enum(keyChanges) }),
  permission: "keys.keep",
  sight: "keys.keep",
  isSensitive: true,
  load: () => Promise.resolve({ caseId: ORGANISATION }),
  run: (_ctx, { what }) => Promise.resolve({ result: {}, entry: { reason: what } }),
});
