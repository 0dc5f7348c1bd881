import { anchorFaults, auditAnchors, auditCheckpoints } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { qrPicture } from "#lib/platform/qr-picture.ts";
import { and, desc, eq, max } from "drizzle-orm";
import { z } from "zod";
import { signerStanding } from "../signer-standing.ts";

/**
 * What stands behind the log: its last checkpoint and its keys, where checkpoints lie out of reach of whoever runs this machine
 * and since when, and what is wrong with any of it.
 */
export const readStanding = query({
  name: "audit.standing",
  input: z.strictObject({}),
  permission: "audit.verify",
  caseOf: () => ORGANISATION,
  async run({ read, keys, now, dataFolder, scope }) {
    const standing = await signerStanding({ read, keys, dataFolder });
    const anchors = await newestAnchors(read);
    // By our own clock: a place whose clock runs ahead would never grow old.
    const newestAt = anchors.reduce<number | null>(
      (latest, { at, signedAt }) => Math.max(latest ?? 0, signedAt ?? Math.min(at, now)),
      null,
    );
    const faults = await read
      .select({
        kind: anchorFaults.kind,
        place: anchorFaults.place,
        problem: anchorFaults.problem,
        since: anchorFaults.since,
      })
      .from(anchorFaults)
      .orderBy(anchorFaults.id);
    const shown = standing && {
      ...standing,
      keys: standing.keys.map(({ origin, vkey, size, change }) => ({
        origin,
        vkey,
        size,
        isChanged: change !== null,
      })),
    };
    const picture = standing?.last ? qrPicture(standing.last.note) : null;
    const holds = (permission: Permission) => scope.roleFor(permission, ORGANISATION) !== null;
    const may = { read: holds("audit.read"), anchor: holds("audit.anchor"), rotate: holds("keys.keep") };
    return { now, standing: shown, anchors, newestAt, faults, picture, may };
  },
});

/** The newest anchor at each place. */
async function newestAnchors(read: Reader) {
  const places = await read
    .select({ kind: auditAnchors.kind, place: auditAnchors.place, size: max(auditAnchors.size) })
    .from(auditAnchors)
    .groupBy(auditAnchors.kind, auditAnchors.place);
  const found = [];
  for (const { kind, place } of places) {
    const [row] = await read
      .select({
        kind: auditAnchors.kind,
        place: auditAnchors.place,
        size: auditAnchors.size,
        at: auditAnchors.at,
        signedAt: auditCheckpoints.at,
      })
      .from(auditAnchors)
      .leftJoin(
        auditCheckpoints,
        and(eq(auditCheckpoints.size, auditAnchors.size), eq(auditCheckpoints.origin, auditAnchors.origin)),
      )
      .where(and(eq(auditAnchors.kind, kind), eq(auditAnchors.place, place)))
      .orderBy(desc(auditAnchors.size))
      .limit(1);
    if (row) found.push(row);
  }
  return found.toSorted((a, b) => b.at - a.at);
}
