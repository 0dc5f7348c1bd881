import { and, asc, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import {
  attachments,
  humans,
  places,
  sources,
  testimonies,
  testimonyPeople,
  testimonyVersions,
  testimonyWriters,
  witnesses,
} from "#db/schema/index.ts";
import { accountsOfHumans, maybeColleague } from "#lib/accounts/find.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";
import type { AskContext } from "#lib/core/query.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import type { DecisionFacts } from "./policy.ts";
import type { TestimonyFields } from "./vocabulary.ts";

// Asked whenever a testimony is opened, so what is asked of one by its id is built once.
const TESTIMONY = sql.placeholder("testimonyId");

const deciders = alias(humans, "deciders");
const authors = alias(humans, "authors");

type Context = Pick<LoadContext, "read" | "scope">;
export type Testimony = typeof testimonies.$inferSelect;
export type TestimonyVersion = typeof testimonyVersions.$inferSelect;

/** @throws NotFound when absent or out of scope */
export const findTestimony = (ctx: Context, testimonyId: string) => findRecord(ctx, testimonies, testimonyId);

/** A version of a testimony already found, with its text and facts. @throws NotFound */
export async function findVersion(
  { read }: Pick<LoadContext, "read">,
  testimonyId: string,
  number: number,
): Promise<TestimonyVersion> {
  const kept = read.kept("testimony.version", (from) =>
    from
      .select(getTableColumns(testimonyVersions))
      .from(testimonyVersions)
      .where(
        and(
          eq(testimonyVersions.testimonyId, TESTIMONY),
          eq(testimonyVersions.number, sql.placeholder("number")),
        ),
      ),
  );
  const [row] = await kept.execute({ testimonyId, number });
  if (!row) throw new NotFound();
  return row;
}

/** Humans who wrote on any version, and those whom any version named as interviewer or interpreter. */
export async function partiesTo(
  { read }: Pick<LoadContext, "read">,
  testimonyId: string,
): Promise<DecisionFacts> {
  const writers = await read
    .select({ humanId: testimonyWriters.humanId })
    .from(testimonyWriters)
    .where(eq(testimonyWriters.testimonyId, testimonyId));
  const present = await read
    .select({ humanId: testimonyPeople.humanId })
    .from(testimonyPeople)
    .where(
      and(
        eq(testimonyPeople.testimonyId, testimonyId),
        inArray(testimonyPeople.role, ["interviewer", "interpreter"]),
      ),
    );
  return {
    writerHumanIds: writers.map(({ humanId }) => humanId),
    tookPartHumanIds: present.flatMap(({ humanId }) => humanId ?? []),
  };
}

/** Everything the fields point to is in the case. @throws NotFound */
export async function mustHoldTestimonyReferences(
  ctx: Context,
  caseId: string,
  fields: TestimonyFields,
): Promise<void> {
  if (fields.witnessId !== null)
    await findReference(ctx, witnesses, fields.witnessId, caseId, "witness.read");
  for (const id of [fields.sourceId, ...fields.publisherIds]) {
    if (id !== null) await findReference(ctx, sources, id, caseId, "source.read");
  }
  if (fields.takenPlaceId !== null)
    await findReference(ctx, places, fields.takenPlaceId, caseId, "place.read");
}

/**
 * People as entered, with the human behind each account of a colleague.
 * @param named those whom the draft names already: they stay, also when they have left the case since
 * @throws Invalid naming the one who is no colleague
 */
export async function resolvePeople(
  ctx: Pick<LoadContext, "read">,
  caseId: string,
  people: TestimonyFields["people"],
  named: readonly { humanId: string | null }[] = [],
) {
  const before = await accountsOfHumans(
    ctx,
    caseId,
    named.flatMap(({ humanId }) => humanId ?? []),
  );
  return Promise.all(
    people.map(async ({ role, accountId, description }, index) => {
      if (accountId === null) {
        if (description === null)
          throw new Invalid([{ path: `people.${index}.description`, code: "required" }]);
        return { role, humanId: null, description };
      }
      const colleague =
        before.find((one) => one.accountId === accountId) ?? (await maybeColleague(ctx, caseId, accountId));
      if (!colleague) throw new Invalid([{ path: `people.${index}.accountId`, code: "no_colleague" }]);
      return { role, humanId: colleague.humanId, description };
    }),
  );
}

/** Every version without its text: who wrote it and why, who decided and how. Newest first. */
export function versionsOf({ read }: AskContext, testimonyId: string) {
  const kept = read.kept("testimony.versions", (from) =>
    from
      .select({
        number: testimonyVersions.number,
        stage: testimonyVersions.stage,
        textBasis: testimonyVersions.textBasis,
        originalLanguage: testimonyVersions.originalLanguage,
        translationLanguage: testimonyVersions.translationLanguage,
        translator: testimonyVersions.translator,
        amendmentReason: testimonyVersions.amendmentReason,
        comment: testimonyVersions.comment,
        createdAt: testimonyVersions.createdAt,
        submittedAt: testimonyVersions.submittedAt,
        decidedAt: testimonyVersions.decidedAt,
        authorHumanId: testimonyVersions.authorHumanId,
        authorName: authors.displayName,
        deciderName: deciders.displayName,
      })
      .from(testimonyVersions)
      .innerJoin(authors, eq(authors.id, testimonyVersions.authorHumanId))
      .leftJoin(deciders, eq(deciders.id, testimonyVersions.decidedByHumanId))
      .where(eq(testimonyVersions.testimonyId, TESTIMONY))
      .orderBy(desc(testimonyVersions.number)),
  );
  return kept.execute({ testimonyId });
}

/** Files, retracted ones too. */
export function attachmentsOf({ read }: AskContext, testimonyId: string) {
  const kept = read.kept("testimony.attachments", (from) =>
    from
      .select(getTableColumns(attachments))
      .from(attachments)
      .where(eq(attachments.testimonyId, TESTIMONY))
      .orderBy(asc(attachments.createdAt), asc(attachments.id)),
  );
  return kept.execute({ testimonyId });
}

/** Whether an account of a case came with a file of these bytes. */
export async function isAttached(read: Context["read"], caseId: string, sha256: string): Promise<boolean> {
  const [row] = await read
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.caseId, caseId), eq(attachments.sha256, sha256)))
    .limit(1);
  return row !== undefined;
}
