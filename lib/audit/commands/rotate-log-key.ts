import { command } from "#lib/core/command.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { exchangeKey, keysOfLog, SignerRefuses } from "../log-keys.ts";
import { readEnds } from "../read-log.ts";

/**
 * Exchanges the key that signs checkpoints for a new one. The change is signed by both, and the private half of the old one is
 * taken away. A key that is missing cannot sign its own end: then the loss is accepted instead (audit.acceptLoss).
 */
export const rotateLogKey = command({
  name: "audit.rotateKey",
  input: z.strictObject({}),
  permission: "keys.keep",
  sight: "keys.keep",
  isSensitive: true,
  load: () => Promise.resolve({ caseId: ORGANISATION }),
  async run({ read, books, keys, now }) {
    const { head } = await readEnds(read);
    const old = head && (await keysOfLog(read, head.log)).at(-1);
    if (!head || !old) throw new NotFound();
    const beginning = { origin: old.origin, size: head.seq, now };
    const made = await exchangeKey(books, keys, old.key, beginning).catch((error: unknown) => {
      throw error instanceof SignerRefuses ? new Conflict("log_key.missing") : error;
    });
    return {
      result: { keyId: made.key.keyId },
      entry: { object: { id: made.id, version: 1 }, rules: ["log_key.signed_by_both"] },
    };
  },
});
