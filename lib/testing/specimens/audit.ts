import { exportLog } from "#lib/audit/queries/export-log.ts";
import { listEvents } from "#lib/audit/queries/list-events.ts";
import { readEvent } from "#lib/audit/queries/read-event.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { summariseLog } from "#lib/audit/queries/summarise-log.ts";
import { verifyNow } from "#lib/audit/queries/verify-now.ts";
import type { Specimens } from "../specimen.ts";
import { aPlace } from "./places.ts";

export const auditSpecimens: Specimens = {
  commands: [],
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
    { query: summariseLog, as: "auditor", input: async () => ({}), showsMarker: false },
    { query: verifyNow, as: "auditor", input: async () => ({}), showsMarker: false },
  ],
};
