import { acceptLoss } from "#lib/audit/commands/accept-loss.ts";
import { notePrint } from "#lib/audit/commands/note-print.ts";
import { rotateLogKey } from "#lib/audit/commands/rotate-log-key.ts";
import { copyLog } from "#lib/audit/queries/copy-log.ts";
import { exportLog } from "#lib/audit/queries/export-log.ts";
import { listEvents } from "#lib/audit/queries/list-events.ts";
import { readEvent } from "#lib/audit/queries/read-event.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { readPatterns } from "#lib/audit/queries/read-patterns.ts";
import { readStanding } from "#lib/audit/queries/read-standing.ts";
import { summariseLog } from "#lib/audit/queries/summarise-log.ts";
import { takeExcerpt } from "#lib/audit/queries/take-excerpt.ts";
import { verifyNow } from "#lib/audit/queries/verify-now.ts";
import type { Specimens } from "../specimen.ts";
import { aCheckpoint } from "../signed-size.ts";
import { aPlace } from "./places.ts";

export const auditSpecimens: Specimens = {
  commands: [
    {
      command: acceptLoss,
      as: "auditor",
      noSubject: true,
      async input(world) {
        await aCheckpoint(world);
        await world.fresh.directSql("delete from log_secrets");
        return { reason: "The key of the log is gone with the disk." };
      },
    },
    {
      command: notePrint,
      as: "auditor",
      noSubject: true,
      input: async (world) => ({ size: await aCheckpoint(world), place: "safe of the office" }),
    },
    {
      command: rotateLogKey,
      as: "administrator",
      noSubject: true,
      async input(world) {
        await aCheckpoint(world);
        return {};
      },
    },
  ],
  queries: [
    { query: copyLog, as: "auditor", input: async () => ({ from: 1, to: 3 }), showsMarker: false },
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
    {
      query: takeExcerpt,
      as: "auditor",
      async input(world) {
        await aPlace(world);
        await aCheckpoint(world);
        return { caseId: world.caseId, act: "place.record" };
      },
      showsMarker: false,
    },
    { query: verifyNow, as: "auditor", input: async () => ({}), showsMarker: false },
  ],
};
