import { and, asc, eq, getTableColumns, inArray, isNull } from "drizzle-orm";
import { places, sources, testimonies, testimonyPeople, testimonyVersions, witnesses } from "#db/schema/index.ts";
import { maybeColleague } from "#lib/accounts/find.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import type { TestimonyFields } from "./vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope">;
export type Testimony = typeof testimonies.$inferSelect;
export type TestimonyVersion = typeof testimonyVersions.$inferSelect;

/** @throws NotFound when absent or out of scope */
export const findTestimony = (ctx: Context, testimonyId: string) => findRecord(ctx, testimonies, testimonyId);

/** A version of a testimony already found. @throws NotFound */
export async function findVersion({ read }: Pick<LoadContext, "read">, testimonyId: string, number: number): Promise<TestimonyVersion> {
  const [row] = await read
    .select(getTableColumns(testimonyVersions))
    .from(testimonyVersions)
    .where(and(eq(testimonyVersions.testimonyId, testimonyId), eq(testimonyVersions.number, number)));
  if (!row) throw new NotFound();
  return row;
}

/** Humans who interviewed or interpreted: they never decide on the testimony. */
export async function humansWhoTookPart({ read }: Pick<LoadContext, "read">, testimonyId: string): Promise<string[]> {
  const rows = await read
    .select({ humanId: testimonyPeople.humanId })
    .from(testimonyPeople)
    .where(
      and(
        eq(testimonyPeople.testimonyId, testimonyId),
        isNull(testimonyPeople.endedAt),
        inArray(testimonyPeople.role, ["interviewer", "interpreter"]),
      ),
    );
  return rows.flatMap((row) => (row.humanId === null ? [] : [row.humanId]));
}

/** Everything the fields point to is in the case. @throws NotFound */
export async function mustHoldTestimonyReferences(ctx: Context, caseId: string, fields: TestimonyFields): Promise<void> {
  if (fields.witnessId !== null) await findReference(ctx, witnesses, fields.witnessId, caseId, "witness.read");
  for (const id of [fields.sourceId, ...fields.publisherIds]) {
    if (id !== null) await findReference(ctx, sources, id, caseId, "source.read");
  }
  if (fields.takenPlaceId !== null) await findReference(ctx, places, fields.takenPlaceId, caseId, "place.read");
}

/** People as entered, with the human behind each account of a colleague. @throws Invalid naming the one who is no colleague */
export async function resolvePeople(ctx: Pick<LoadContext, "read">, caseId: string, people: TestimonyFields["people"]) {
  return Promise.all(
    people.map(async ({ role, accountId, description }, index) => {
      if (accountId === null) {
        if (description === null) throw new Invalid([{ path: `people.${index}.description`, code: "required" }]);
        return { role, humanId: null, description };
      }
      const colleague = await maybeColleague(ctx, caseId, accountId);
      if (!colleague) throw new Invalid([{ path: `people.${index}.accountId`, code: "no_colleague" }]);
      return { role, humanId: colleague.humanId, description };
    }),
  );
}

/** Who is recorded as present now. */
export async function peoplePresent({ read }: Pick<LoadContext, "read">, testimonyId: string) {
  return read
    .select(getTableColumns(testimonyPeople))
    .from(testimonyPeople)
    .where(and(eq(testimonyPeople.testimonyId, testimonyId), isNull(testimonyPeople.endedAt)))
    .orderBy(asc(testimonyPeople.role), asc(testimonyPeople.id));
}
