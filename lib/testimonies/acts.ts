import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { testimonies, testimonyPeople, testimonyVersions, testimonyWriters } from "#db/schema/index.ts";
import { recordConsent } from "#lib/consent/commands/record-consent.ts";
import { ledgerOf, standingConsent } from "#lib/consent/find/ledger.ts";
import { FIRST_QUESTIONS } from "#lib/consent/words.ts";
import type { PersonPresent, StatedFacts } from "#db/schema/testimonies.ts";
import type { Outcome, RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { difference, mustStand, type Saved, sortOf } from "#lib/core/outcome.ts";
import { recordLink } from "#lib/links/commands/record-link.ts";
import { Conflict, type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { findVersion, partiesTo, type Testimony } from "./find.ts";
import { mustBeAnotherThanThoseInvolved } from "./policy.ts";
import { consentOf, mustAwaitDecision, readCoverage } from "./rules.ts";
import type { FirstConsent, FirstLinks } from "./vocabulary.ts";

/** Decides on the newest version, which waits for it: the part that accepting and returning share. */
export async function decideOnVersion(
  ctx: RunContext,
  testimony: Testimony,
  version: number,
  decision: { stage: "accepted" | "returned"; comment: string | null },
): Promise<Outcome<Saved>> {
  mustStand(testimony);
  mustAwaitDecision(testimony.stage);
  const submitted = await findVersion(ctx, testimony.id, testimony.versionNumber);
  const { humanId } = ctx.scope;
  mustBeAnotherThanThoseInvolved(humanId, await partiesTo(ctx, testimony.id));
  const { stage, comment } = decision;
  const accepted = stage === "accepted";
  const after = await ctx.write.amend(testimonies, testimony.id, version, {
    stage,
    updatedAt: ctx.now,
    ...(accepted
      ? { acceptedNumber: submitted.number, ...(await standingColumns(ctx, testimony, submitted.facts)) }
      : {}),
  });
  await ctx.write.amend(testimonyVersions, submitted.id, submitted.version, {
    stage,
    comment,
    decidedAt: ctx.now,
    decidedByHumanId: humanId,
  });
  if (accepted) {
    await writePeople(ctx, testimony, submitted.facts.people, true);
    await recheckFindings(ctx, { testimonyId: testimony.id }); // other facts and other words may stand from now on
  }
  await tell(asTold(ctx), {
    to: [submitted.authorHumanId],
    kind: accepted ? "testimony_accepted" : "testimony_returned",
    caseId: testimony.caseId,
    noun: "testimony",
    recordId: testimony.id,
  });
  const { id, code } = after;
  return {
    result: { id, code, version: after.version },
    entry: {
      object: { id, version: after.version },
      detail: { number: submitted.number, comment, ...difference(testimony, after) },
    },
  };
}

/**
 * The columns of a testimony when a version's facts become those that stand. Consent does not pass to another witness, whose
 * own ledger answers for them where they have one.
 */
export async function standingColumns(
  { read, now }: Pick<RunContext, "read" | "now">,
  testimony: Testimony,
  facts: StatedFacts,
) {
  const { people: _, form: _form, heardBefore, interview: _interview, ...stated } = facts;
  const { witnessId } = facts;
  const answers = consentOf(testimony, witnessId);
  const own = witnessId === testimony.witnessId ? {} : await standingConsent(read, witnessId, now);
  const sawCoverage = readCoverage(heardBefore);
  return { ...stated, sawCoverage, takenSort: sortOf(facts.takenEdtf), ...answers, ...own };
}

/** Keeps on record that the caller wrote on the testimony: they never decide on it. */
export async function noteWriter(ctx: RunContext, testimony: { id: string; caseId: string }) {
  const { id } = testimony;
  const { humanId } = ctx.scope;
  const kept = ctx.read.kept("testimony.writer", (from) =>
    from
      .select({ id: testimonyWriters.id })
      .from(testimonyWriters)
      .where(
        and(
          eq(testimonyWriters.testimonyId, sql.placeholder("id")),
          eq(testimonyWriters.humanId, sql.placeholder("humanId")),
        ),
      ),
  );
  const [known] = await kept.execute({ id, humanId });
  if (!known) await writeWriter(ctx, testimony);
}

/** The same of a testimony on which the caller has not written yet, as of a new one. */
export async function writeWriter(ctx: RunContext, { id, caseId }: { id: string; caseId: string }) {
  const { humanId } = ctx.scope;
  const writer = { id: newId("testimonyWriter"), caseId, testimonyId: id, humanId, firstAt: ctx.now };
  await ctx.write.insert(testimonyWriters, writer);
}

/**
 * Keeps on record who a version names as present. Nobody is taken off: who was named once never decides.
 * @param stand whether the version's facts are those that stand
 */
export async function writePeople(
  ctx: RunContext,
  { id, caseId }: { id: string; caseId: string },
  people: readonly PersonPresent[],
  stand: boolean,
) {
  const keyOf = (one: PersonPresent) => JSON.stringify([one.role, one.humanId, one.description]);
  const named = new Map(people.map((one) => [keyOf(one), one]));
  const kept = ctx.read.kept("testimony.people", (from) =>
    from
      .select(getTableColumns(testimonyPeople))
      .from(testimonyPeople)
      .where(eq(testimonyPeople.testimonyId, sql.placeholder("id"))),
  );
  const onRecord = await kept.execute({ id });
  for (const one of onRecord) {
    const isNamed = named.delete(keyOf(one));
    if (stand && isNamed !== (one.endedAt === null))
      await ctx.write.amend(testimonyPeople, one.id, one.version, { endedAt: isNamed ? null : ctx.now });
  }
  for (const one of named.values()) {
    const person = { id: newId("person"), caseId, testimonyId: id, ...one, endedAt: stand ? null : ctx.now };
    await ctx.write.insert(testimonyPeople, person);
  }
}

/**
 * Links a testimony that is being recorded, each link by its own act in the same transaction.
 * @throws Invalid, by the names of the testimony's form · NotFound · Conflict, as `link.record` does
 */
export async function linkAtFirst(
  ctx: RunContext,
  caseId: string,
  fromId: string,
  { incidentId, incidentRole, suspectId, suspectRole, suspectBasis }: FirstLinks,
): Promise<void> {
  const given = [
    { field: "incident", kind: "testimony_incident", toId: incidentId, role: incidentRole, basis: null },
    { field: "suspect", kind: "testimony_suspect", toId: suspectId, role: suspectRole, basis: suspectBasis },
  ] as const;
  for (const { field, kind, toId = null, role = null, basis = null } of given) {
    if (toId === null) continue;
    const said = { caseId, kind, fromId, toId, role, basis };
    const unsaid = { basisSourceId: null, heldEdtf: null, heldWording: null, note: null };
    await ctx.run(recordLink, { ...said, ...unsaid }).catch((error: unknown) => {
      throw error instanceof Invalid ? new Invalid(error.fields.map((one) => ofForm(field, one))) : error;
    });
  }
}

/**
 * Records what the witness answered in the talk of their first account, by the ledger's own act in the same transaction.
 * Without an answer nothing is recorded, however the talk went.
 * @throws Conflict where the person has a ledger: an answer follows on those before it, and is recorded beside them
 * @throws Invalid, by the names of the testimony's form
 */
export async function consentAtFirstTalk(
  ctx: RunContext,
  witnessId: string,
  consent: FirstConsent,
): Promise<void> {
  const answers: Record<string, unknown> = consent;
  if (FIRST_QUESTIONS.every((key) => (answers[key] ?? null) === null)) return;
  if ((await ledgerOf(ctx.read, witnessId)).length > 0) throw new Conflict("consent.in_ledger");
  const answeredOn = consent.answeredOn ?? new Date(ctx.now).toISOString().slice(0, 10);
  await ctx.run(recordConsent, { ...consent, answeredOn, witnessId, seen: 0 }).catch((error: unknown) => {
    throw error instanceof Invalid
      ? new Invalid(error.fields.map((one) => ({ ...one, path: `consent.${one.path}` })))
      : error;
  });
}

/** `toId` of a link is `incidentId` of the form, its `role` is `incidentRole`. */
function ofForm(field: "incident" | "suspect", { path, ...problem }: FieldProblem): FieldProblem {
  const part = path === "toId" ? "Id" : path.charAt(0).toUpperCase() + path.slice(1);
  return { ...problem, path: field + part };
}
