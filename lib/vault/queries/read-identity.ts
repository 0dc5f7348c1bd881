import { and, desc, eq, getTableColumns } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { accounts, humans, identityShreds, reveals } from "#db/schema/index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { keysNaming } from "#lib/exports/find/keys-of.ts";
import { z } from "zod";
import { demandOf } from "../find/demands.ts";
import { anonymityOf, findPerson, maybeIdentity, usableReveal } from "../find/identities.ts";
import { filledIn } from "../rules/sealing.ts";
import { PersonId } from "../vocabulary.ts";

/** Those who looked that are shown; the newest. */
const SHOWN_MAX = 50;
const deciders = alias(humans, "deciders");

/**
 * Whether it is kept who is behind a code, which parts are filled, and who opened it when and what for. Nothing of what it says.
 * It is traced.
 */
export const readIdentity = query({
  name: "identity.read",
  input: z.strictObject({ personId: PersonId }),
  permission: "identity.read",
  async run(ctx, { personId }) {
    const { read, scope, now } = ctx;
    const person = await findPerson(ctx, personId);
    const row = await maybeIdentity(read, personId);
    const anonymity = await anonymityOf(read, personId);
    const demand = await demandOf(read, person.caseId);
    const demandsSecond = demand !== null || (row?.demandsSecond ?? false);
    const shreds = await shredsOf(ctx, personId);
    const isKept = row !== null && row.shreddedAt === null;
    const isOpen = person.retractedAt === null;
    const holds = (permission: Permission) => scope.roleFor(permission, person.caseId) !== null;
    const waiting = shreds.find(({ status }) => status === "waiting");
    const ready = isKept && demandsSecond && (await usableReveal(read, row.id, scope, now));
    return {
      person,
      identity:
        row === null
          ? null
          : {
              id: row.id,
              version: row.version,
              filled: filledIn(row),
              demandsSecond,
              isDemandedByCase: demand !== null,
              recordedAt: row.recordedAt,
              recordedBy: await nameOf(ctx, row.recordedBy),
              updatedAt: row.updatedAt,
              updatedBy: await nameOf(ctx, row.updatedBy),
              shreddedAt: row.shreddedAt,
            },
      anonymity: anonymity && {
        id: anonymity.id,
        version: anonymity.version,
        decidedAt: anonymity.decidedAt,
        by: await nameOf(ctx, anonymity.decidedBy),
      },
      reveals: await revealsOf(ctx, personId),
      /** The keys to the codes of exports for which it was opened. */
      keys: await keysNaming(ctx, person.caseId, personId),
      shreds,
      /** The caller's own leave to open it, where that takes a second person. */
      isPermitted: Boolean(ready),
      may: {
        record: row === null && anonymity === null && isOpen && holds("identity.write"),
        amend: isKept && isOpen && holds("identity.write"),
        reveal: isKept && holds("identity.reveal"),
        waive: !isKept && anonymity === null && isOpen && holds("identity.write"),
        endWaiver: anonymity !== null && isOpen && holds("identity.write"),
        shred: isKept && waiting === undefined && holds("vault.keep"),
        decide: holds("vault.keep"),
      },
      you: scope.humanId,
    };
  },
  traceOf: ({ person: { id, version, caseId } }) => ({ caseId, object: { id, version } }),
});

async function nameOf({ read }: AskContext, accountId: string): Promise<string | null> {
  const [row] = await read
    .select({ name: humans.displayName })
    .from(accounts)
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .where(eq(accounts.id, accountId));
  return row?.name ?? null;
}

const revealsOf = ({ read, scope }: AskContext, personId: string) =>
  read
    .select({
      id: reveals.id,
      version: reveals.version,
      status: reveals.status,
      reason: reveals.reason,
      askedAt: reveals.askedAt,
      askedByHumanId: reveals.askedByHumanId,
      by: humans.displayName,
      decidedAt: reveals.decidedAt,
      decidedBy: deciders.displayName,
      usableUntil: reveals.usableUntil,
      openedAt: reveals.openedAt,
    })
    .from(reveals)
    .innerJoin(humans, eq(humans.id, reveals.askedByHumanId))
    .leftJoin(deciders, eq(deciders.id, reveals.decidedByHumanId))
    .where(and(eq(reveals.personId, personId), scope.cases(reveals.caseId)))
    .orderBy(desc(reveals.askedAt), desc(reveals.id))
    .limit(SHOWN_MAX);

const shredsOf = ({ read, scope }: AskContext, personId: string) =>
  read
    .select({
      ...getTableColumns(identityShreds),
      by: humans.displayName,
      decidedBy: deciders.displayName,
    })
    .from(identityShreds)
    .innerJoin(humans, eq(humans.id, identityShreds.requestedByHumanId))
    .leftJoin(deciders, eq(deciders.id, identityShreds.decidedByHumanId))
    .where(and(eq(identityShreds.personId, personId), scope.cases(identityShreds.caseId)))
    .orderBy(desc(identityShreds.requestedAt), desc(identityShreds.id))
    .limit(SHOWN_MAX);
