/** Whose identity is kept, who stays anonymous, and who watches over it. */
import { and, desc, eq, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import {
  accounts,
  anonymities,
  caseMembers,
  identities,
  identityMarks,
  identityShreds,
  legalHolds,
  reveals,
  testimonies,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { caseRolesWith, type Permission } from "#lib/access/permissions.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { findVictim } from "#lib/victims/find.ts";
import { findWitness } from "#lib/witnesses/find.ts";

type Context = Pick<LoadContext, "read" | "scope">;

const isWitness = (personId: string): boolean => personId.startsWith(`${idPrefixes.witness}_`);

/** What a person is called where records are named. */
export const nounOf = (personId: string) =>
  isWitness(personId) ? ("witness" as const) : ("victim" as const);

/** The columns by which a row names a person. */
export const columnsOfPerson = (personId: string) => ({
  personId,
  witnessId: isWitness(personId) ? personId : null,
  victimId: isWitness(personId) ? null : personId,
});

/** The witness or the victim. @throws NotFound when absent or out of scope */
export async function findPerson(ctx: Context, personId: string) {
  const { id, version, code, caseId, retractedAt } = isWitness(personId)
    ? await findWitness(ctx, personId)
    : await findVictim(ctx, personId);
  return { id, version, code, caseId, retractedAt, noun: nounOf(personId) };
}

/** @throws NotFound when absent or out of scope */
export const findIdentity = (ctx: Context, identityId: string, permission?: Permission) =>
  findRecord(ctx, identities, identityId, permission);
export const findReveal = (ctx: Context, revealId: string, permission?: Permission) =>
  findRecord(ctx, reveals, revealId, permission);
export const findShred = (ctx: Context, shredId: string) => findRecord(ctx, identityShreds, shredId);

/** The identity of a person, a destroyed one too. */
export async function maybeIdentity(read: Reader, personId: string) {
  const [row] = await read.select().from(identities).where(eq(identities.personId, personId));
  return row ?? null;
}

/** That a person stays anonymous, while it lasts. */
export async function anonymityOf(read: Reader, personId: string) {
  const [row] = await read
    .select()
    .from(anonymities)
    .where(and(eq(anonymities.personId, personId), isNull(anonymities.endedAt)));
  return row ?? null;
}

/** The marks of an identity that hold. */
export const liveMarks = (read: Reader, identityId: string) =>
  read
    .select()
    .from(identityMarks)
    .where(and(eq(identityMarks.identityId, identityId), isNotNull(identityMarks.mark)));

/** The yes of a second person that its asker can use now: the account that asked, for what it opens is shown to that one alone. */
export async function usableReveal(
  read: Reader,
  identityId: string,
  { humanId, accountId }: { readonly humanId: string; readonly accountId: string },
  now: number,
) {
  const [row] = await read
    .select()
    .from(reveals)
    .where(
      and(
        eq(reveals.identityId, identityId),
        eq(reveals.status, "approved"),
        eq(reveals.askedByHumanId, humanId),
        eq(reveals.askedBy, accountId),
        gt(reveals.usableUntil, now),
      ),
    )
    .orderBy(desc(reveals.askedAt))
    .limit(1);
  return row ?? null;
}

/** What somebody asked for that nobody has decided on. */
export async function waitingReveal(read: Reader, identityId: string, humanId: string) {
  const [row] = await read
    .select()
    .from(reveals)
    .where(
      and(
        eq(reveals.identityId, identityId),
        eq(reveals.status, "waiting"),
        eq(reveals.askedByHumanId, humanId),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** The request to destroy an identity that waits or was approved. */
export async function liveShred(read: Reader, identityId: string) {
  const [row] = await read
    .select()
    .from(identityShreds)
    .where(
      and(eq(identityShreds.identityId, identityId), inArray(identityShreds.status, ["waiting", "approved"])),
    );
  return row ?? null;
}

/** Whether a legal hold lasts over a person: over their case, or over an account of theirs. */
export async function isHeld(
  read: Reader,
  { caseId, personId }: { readonly caseId: string; readonly personId: string },
): Promise<boolean> {
  const [hold] = await read
    .select({ id: legalHolds.id })
    .from(legalHolds)
    .leftJoin(testimonies, eq(testimonies.id, legalHolds.testimonyId))
    .where(
      and(
        eq(legalHolds.caseId, caseId),
        isNull(legalHolds.liftedAt),
        or(isNull(legalHolds.testimonyId), eq(testimonies.witnessId, personId)),
      ),
    )
    .limit(1);
  return hold !== undefined;
}

/** The humans who watch over the identities of a case. */
export async function custodiansOf(read: Reader, caseId: string, now: number): Promise<string[]> {
  const rows = await read
    .selectDistinct({ humanId: accounts.humanId })
    .from(caseMembers)
    .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
    .where(
      and(
        eq(caseMembers.caseId, caseId),
        inArray(caseMembers.role, caseRolesWith("vault.keep")),
        eq(accounts.status, "active"),
        isNull(caseMembers.endedAt),
        or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
      ),
    );
  return rows.map(({ humanId }) => humanId);
}
