/**
 * Breaking the glass: somebody on call for a case opens it for some minutes, to read in it, and somebody else looks at it
 * afterwards. It counts for questions alone; what is written is decided by the roles that somebody has anyhow.
 */
import { and, eq, isNull, sql } from "drizzle-orm";
import { accounts, emergencyAccesses } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { type CaseRole, emergencyRole, rolesWith } from "#lib/access/permissions.ts";

/** By when somebody else has to have looked at it; from then on its person is shown nothing until they have. */
export const REVIEW_MS_MAX = 24 * 60 * 60_000;

/** A case that is open to somebody who has no other right to it. */
export interface Emergency {
  readonly id: string;
  readonly version: number;
  /** By which it was opened, and to which alone it is. */
  readonly accountId: string;
  readonly caseId: string;
  /** In ms since 1970. */
  readonly expiresAt: number;
}

/** By human: whoever opened a case by one account is held to it in the other, too. */
const unreviewedOf = (read: Reader) =>
  read.kept("emergency.unreviewed", (from) =>
    from
      .select({
        id: emergencyAccesses.id,
        version: emergencyAccesses.version,
        accountId: emergencyAccesses.accountId,
        caseId: emergencyAccesses.caseId,
        openedAt: emergencyAccesses.openedAt,
        expiresAt: emergencyAccesses.expiresAt,
        endedAt: emergencyAccesses.endedAt,
      })
      .from(emergencyAccesses)
      .innerJoin(accounts, eq(accounts.id, emergencyAccesses.accountId))
      .where(and(eq(accounts.humanId, sql.placeholder("humanId")), isNull(emergencyAccesses.reviewedAt))),
  );

/**
 * What of a human's emergencies nobody has looked at yet: those that are open, by whichever of their accounts, how many there
 * are, and when the first falls due. Where the clock was set back to before it was opened, none is open.
 * @returns `dueAt` in ms since 1970; Infinity where nothing waits
 */
export async function emergenciesOf(
  read: Reader,
  humanId: string,
  now: number,
): Promise<{ open: Emergency[]; unreviewed: number; dueAt: number }> {
  const rows = await unreviewedOf(read).execute({ humanId });
  return {
    open: rows.filter(
      ({ openedAt, endedAt, expiresAt }) => endedAt === null && openedAt <= now && expiresAt > now,
    ),
    unreviewed: rows.length,
    dueAt: Math.min(Number.POSITIVE_INFINITY, ...rows.map(({ openedAt }) => openedAt + REVIEW_MS_MAX)),
  };
}

/** A role in a case, as it is held, once for each clearance. */
export interface Held {
  caseId: string;
  role: CaseRole | typeof emergencyRole;
  expiresAt: number | null;
  clearedBit: number | null;
  clearedUntil: number | null;
}

/** True while somebody may open a case in an emergency. */
export const isOnCall = (held: readonly Held[], where: string): boolean =>
  held.some(({ caseId, role }) => caseId === where && rolesWith("emergency.open").includes(role));

/**
 * What is held while cases are open in an emergency: there, the one role that reads, in place of what is held otherwise, with the
 * clearances that two people gave beforehand.
 */
export function inEmergency(own: readonly Held[], emergencies: readonly Emergency[]): Held[] {
  return own.flatMap((held) => {
    const emergency = emergencies.find(({ caseId }) => caseId === held.caseId);
    if (!emergency) return [held];
    const expiresAt = Math.min(emergency.expiresAt, held.expiresAt ?? Number.POSITIVE_INFINITY);
    return [{ ...held, role: emergencyRole, expiresAt }];
  });
}
