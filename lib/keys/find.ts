import { and, asc, eq, gt, or } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { humans, keyPermits } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { type KEY_CHANGES, PERMIT_MS } from "./vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope" | "now">;

const askers = alias(humans, "askers");
const deciders = alias(humans, "deciders");

/** More would be a fault of the organisation: each is over after a day. */
const OPEN_MAX = 50;

const waits = (now: number) => and(eq(keyPermits.status, "waiting"), gt(keyPermits.askedAt, now - PERMIT_MS));
const isUsable = (now: number) => and(eq(keyPermits.status, "approved"), gt(keyPermits.usableUntil, now));

/** What waits for another administrator, and what they agreed to and nobody used yet; the oldest first. */
export const openKeyPermits = ({ read, now }: Pick<Context, "read" | "now">) =>
  read
    .select({
      id: keyPermits.id,
      version: keyPermits.version,
      what: keyPermits.what,
      status: keyPermits.status,
      askedAt: keyPermits.askedAt,
      askedByHumanId: keyPermits.askedByHumanId,
      askedBy: askers.displayName,
      decidedBy: deciders.displayName,
      usableUntil: keyPermits.usableUntil,
    })
    .from(keyPermits)
    .innerJoin(askers, eq(askers.id, keyPermits.askedByHumanId))
    .leftJoin(deciders, eq(deciders.id, keyPermits.decidedByHumanId))
    .where(or(waits(now), isUsable(now)))
    .orderBy(asc(keyPermits.askedAt), asc(keyPermits.id))
    .limit(OPEN_MAX);

/**
 * A request to change the keys that is open.
 * @throws NotFound when there is none, or the caller keeps no keys; Conflict when it is decided or too old
 */
export async function findOpenKeyPermit({ read, scope, now }: Context, permitId: string) {
  if (scope.roleFor("keys.keep", ORGANISATION) === null) throw new NotFound();
  const [row] = await read.select().from(keyPermits).where(eq(keyPermits.id, permitId));
  if (!row) throw new NotFound();
  if (row.status === "refused" || row.status === "used") throw new Conflict("keys.decided");
  if ((row.usableUntil ?? row.askedAt + PERMIT_MS) <= now) throw new Conflict("keys.permit_over");
  return { ...row, caseId: ORGANISATION };
}

/** The yes to one change of the keys that its asker can use now, or null. */
export async function usableKeyPermit(
  read: Reader,
  what: (typeof KEY_CHANGES)[number],
  humanId: string,
  now: number,
) {
  const [row] = await read
    .select({ id: keyPermits.id, version: keyPermits.version })
    .from(keyPermits)
    .where(and(isUsable(now), eq(keyPermits.what, what), eq(keyPermits.askedByHumanId, humanId)))
    .limit(1);
  return row ?? null;
}
