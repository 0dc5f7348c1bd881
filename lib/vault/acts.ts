import { identityMarks, type identities } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import type { AskContext } from "#lib/core/query.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { takeTurn } from "#lib/core/throttle.ts";
import { custodiansOf, liveMarks, nounOf } from "./find/identities.ts";
import type { Mark } from "./rules/marks.ts";
import { SEEKS_MAX, SEEKS_MS } from "./words.ts";

type Row = typeof identities.$inferSelect;

/** What was destroyed is not changed, opened or destroyed again. @throws Conflict */
export function mustBeKept({ shreddedAt }: Pick<Row, "shreddedAt">): void {
  if (shreddedAt !== null) throw new Conflict("vault.shredded");
}

/** Brings the marks of an identity in line with what it says now: what no longer holds becomes nothing. */
export async function putMarks(
  ctx: Pick<RunContext, "read" | "write">,
  { id: identityId, caseId, personId }: Pick<Row, "id" | "caseId" | "personId">,
  marks: readonly Mark[],
): Promise<void> {
  const keyOf = ({ kind, mark }: { kind: string; mark: string | null }) => `${kind} ${mark}`;
  const wanted = new Map(marks.map((one) => [keyOf(one), one]));
  for (const row of await liveMarks(ctx.read, identityId))
    if (!wanted.delete(keyOf(row))) await ctx.write.amend(identityMarks, row.id, row.version, { mark: null });
  for (const { kind, mark } of wanted.values())
    await ctx.write.insert(identityMarks, {
      id: newId("identityMark"),
      caseId,
      personId,
      identityId,
      kind,
      mark,
    });
}

/** Tells those who watch over the identities of a case that one was opened or emptied in part, or waits for one of them. */
export async function tellCustodians(
  ctx: RunContext,
  kind: "identity_opened" | "identity_emptied" | "identity_waiting",
  { caseId, personId }: Pick<Row, "caseId" | "personId">,
): Promise<void> {
  const to = await custodiansOf(ctx.read, caseId, ctx.now);
  await tell(asTold(ctx), { to, kind, caseId, noun: nounOf(personId), recordId: personId });
}

/**
 * Counts that somebody looks whether a person is known, by human and not by account. Those who watch over the identities of the case
 * are told once of an hour in which it was too often.
 * @throws Refused when it is too often
 */
export async function takeSeek(
  { scope: { humanId } }: Pick<AskContext, "scope">,
  caseId: string,
): Promise<void> {
  const sys = await system();
  const isFree = await takeTurn(sys, {
    what: `seek ${humanId}`,
    most: SEEKS_MAX,
    withinMs: SEEKS_MS,
    async onTooMany(books, until) {
      const now = sys.clock();
      const to = await custodiansOf(books, caseId, now);
      const onceKey = `seek:${caseId}:${humanId}:${until}`;
      const kind = "seeking_many" as const;
      await tell({ books, now, by: humanId }, { to, kind, caseId, noun: "case", recordId: caseId, onceKey });
    },
  });
  if (!isFree) throw new Refused("vault.too_many");
}

/** @throws Conflict when it was decided on */
export function mustWait({ status }: { readonly status: string }): void {
  if (status !== "waiting") throw new Conflict("vault.decided");
}

/** What one asks for, another decides (ASVS 5.0, 2.3.5). @throws Refused to whoever asked */
export function mustBeSecond({ scope }: Pick<RunContext, "scope">, askedBy: string): void {
  if (askedBy === scope.humanId) throw new Refused("vault.second_person");
}
