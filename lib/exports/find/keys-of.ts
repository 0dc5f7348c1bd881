/** How a bag of records and the keys to its codes name each other on the screen: by codes alone. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { listHolds } from "#db/json-list.ts";
import { caseExports, humans, jobs, recipients, witnesses } from "#db/schema/index.ts";
import type { NamedPerson } from "#db/schema/exports.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import type { Reader } from "#db/store.ts";
import type { AskContext } from "#lib/core/query.ts";
import { stateNow } from "../rules/status.ts";

/** Keys that are named; the newest. */
const SHOWN_MAX = 50;

/** The bag of records that a key is of. */
export async function bagNamed({ read, scope }: Pick<AskContext, "read" | "scope">, exportId: string) {
  const [row] = await read
    .select({ id: caseExports.id, code: caseExports.code, sha256: caseExports.sha256 })
    .from(caseExports)
    .where(and(eq(caseExports.id, exportId), scope.cases(caseExports.caseId, "export.read")));
  return row ?? null;
}

/** The codes of those whom a key names; of somebody in a compartment that is closed to the caller, none. */
export async function codesNamed(
  { read, scope }: Pick<AskContext, "read" | "scope">,
  people: readonly NamedPerson[],
): Promise<string[]> {
  const rows = await inPieces(
    people.map(({ personId }) => personId),
    (some) =>
      read
        .select({ code: witnesses.code })
        .from(witnesses)
        .where(and(inArray(witnesses.id, some), scope.cases(witnesses.caseId, "witness.read")))
        .orderBy(asc(witnesses.code)),
  );
  return rows.map(({ code }) => code);
}

/** The keys to the codes of a bag of records, newest first. */
export async function keysOf(
  { read, scope, now }: Pick<AskContext, "read" | "scope" | "now">,
  exportId: string,
) {
  const rows = await read
    .select({
      id: caseExports.id,
      code: caseExports.code,
      status: caseExports.status,
      expiresAt: caseExports.expiresAt,
      problem: caseExports.problem,
      jobStatus: jobs.status,
      jobProblem: jobs.problem,
    })
    .from(caseExports)
    .leftJoin(jobs, eq(jobs.id, caseExports.jobId))
    .where(and(eq(caseExports.ofExportId, exportId), scope.cases(caseExports.caseId, "export.read")))
    .orderBy(desc(caseExports.createdAt), desc(caseExports.id))
    .limit(SHOWN_MAX);
  return rows.map((row) => ({ id: row.id, code: row.code, status: stateNow(row, now).status }));
}

/**
 * The keys to codes for which somebody's name was opened, newest first: by whom and when for whoever may know who looked, and which
 * key for whom for those who see exports.
 */
export async function keysNaming(
  { read, scope }: Pick<AskContext, "read" | "scope">,
  caseId: string,
  personId: string,
) {
  const seesExports = scope.roleFor("export.read", caseId) !== null;
  const rows = await read
    .select({
      id: caseExports.id,
      code: caseExports.code,
      openedAt: caseExports.finishedAt,
      downloads: caseExports.downloads,
      by: humans.displayName,
      recipient: { name: recipients.name, nameAr: recipients.nameAr },
    })
    .from(caseExports)
    .innerJoin(humans, eq(humans.id, caseExports.requestedByHumanId))
    .leftJoin(recipients, eq(recipients.id, caseExports.recipientId))
    .where(
      and(
        scope.cases(caseExports.caseId),
        eq(caseExports.caseId, caseId),
        eq(caseExports.contents, "pseudonyms"),
        listHolds(caseExports.people, personId),
      ),
    )
    .orderBy(desc(caseExports.finishedAt), desc(caseExports.id))
    .limit(SHOWN_MAX);
  return rows.map(({ by, openedAt, ...key }) => ({ by, openedAt, key: seesExports ? key : null }));
}

/** The ids of all keys to codes of a case. */
export async function idsOfKeys(read: Reader, caseId: string): Promise<string[]> {
  const rows = await read
    .select({ id: caseExports.id })
    .from(caseExports)
    .where(and(eq(caseExports.caseId, caseId), eq(caseExports.contents, "pseudonyms")));
  return rows.map(({ id }) => id);
}
