import { acceptLoss } from "#lib/audit/commands/accept-loss.ts";
import { notePrint } from "#lib/audit/commands/note-print.ts";
import { rotateLogKey } from "#lib/audit/commands/rotate-log-key.ts";
import { checkpointNow } from "#lib/audit/checkpoints.ts";
import { originOf } from "#lib/audit/checkpoint.ts";
import { beginKey } from "#lib/audit/log-keys.ts";
import { signerStanding } from "#lib/audit/signer-standing.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { system } from "#lib/core/system.ts";
import { exportLog } from "#lib/audit/queries/export-log.ts";
import { listEvents } from "#lib/audit/queries/list-events.ts";
import { readEvent } from "#lib/audit/queries/read-event.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { readPatterns } from "#lib/audit/queries/read-patterns.ts";
import { readStanding } from "#lib/audit/queries/read-standing.ts";
import { summariseLog } from "#lib/audit/queries/summarise-log.ts";
import { verifyNow } from "#lib/audit/queries/verify-now.ts";
import type { Specimens } from "../specimen.ts";
import { aPlace } from "./places.ts";

/** The log as it is, signed; on a key of its own where another specimen took the private half away. */
async function aCheckpoint() {
  const sys = await system();
  const standing = await signerStanding({ ...sys, read: sys.store.read });
  if (standing?.problem)
    await keepBooks(sys, (books) =>
      beginKey(books, sys.keys, {
        origin: originOf(standing.log, standing.keys.length + 1),
        size: standing.size,
        now: sys.clock(),
      }),
    );
  const signed = await checkpointNow(sys);
  if (!signed) throw new Error("there is nothing to sign");
  return signed;
}

export const auditSpecimens: Specimens = {
  commands: [
    {
      command: acceptLoss,
      as: "auditor",
      noSubject: true,
      async input({ fresh }) {
        await aCheckpoint();
        await fresh.directSql("delete from log_secrets");
        return { reason: "The key of the log is gone with the disk." };
      },
    },
    {
      command: notePrint,
      as: "auditor",
      noSubject: true,
      input: async () => ({ size: (await aCheckpoint()).size, place: "safe of the office" }),
    },
    {
      command: rotateLogKey,
      as: "administrator",
      noSubject: true,
      async input() {
        await aCheckpoint();
        return {};
      },
    },
  ],
  queries: [
    { query: exportLog, as: "auditor", input: async () => ({ caseCode: null }), showsMarker: false },
    {
      query: listEvents,
      as: "auditor",
      async input(world) {
        await aPlace(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: false,
    },
    { query: readEvent, as: "auditor", input: async () => ({ seq: 3 }), showsMarker: false },
    {
      query: readHistory,
      as: "reviewer",
      input: async (world) => ({ recordId: (await aPlace(world)).id, page: {} }),
      showsMarker: true,
    },
    {
      query: readPatterns,
      as: "auditor",
      input: async () => ({ from: 0, to: 7 * 24 * 3_600_000, aheadMinutes: 0 }),
      showsMarker: false,
    },
    { query: readStanding, as: "auditor", input: async () => ({}), showsMarker: false },
    { query: summariseLog, as: "auditor", input: async () => ({}), showsMarker: false },
    { query: verifyNow, as: "auditor", input: async () => ({}), showsMarker: false },
  ],
};
