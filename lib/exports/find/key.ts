/** The key to the codes of a bag: whom it may name, and whether it may still go. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { EVERY, outside } from "#db/hidden-by.ts";
import { anonymities, caseExports, identities, recipients, witnesses } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import { whyNotNamed } from "../rules/named.ts";
import type { Withholding } from "../rules/release.ts";
import { approvalsOf } from "./approvals.ts";
import { lastClosed } from "./closed-since.ts";
import { accountsIn, decideBag, gateBars } from "./gate-bars.ts";
import { type Destination, PROFILE_OF } from "./gate-worlds.ts";
import { findExport } from "./records.ts";
import { nowStaying } from "./staying.ts";

type ExportRow = typeof caseExports.$inferSelect;
type IdentityRow = typeof identities.$inferSelect;

/** Somebody whom a key may name, with their accounts in the bag. */
export interface Named {
  readonly personId: string;
  readonly code: string;
  readonly accounts: readonly string[];
  readonly identity: IdentityRow;
}

/** Somebody who stays behind their code. */
export interface Unnamed extends Withholding {
  readonly kind: "witness";
  readonly code: string;
}

/**
 * The bag of records of which somebody asks for the key.
 * @throws NotFound; Conflict with the rule by which there is none to be had
 */
export async function findBagForKey(ctx: Pick<LoadContext, "read" | "scope" | "now">, exportId: string) {
  const bag = await findExport(ctx, exportId);
  const rule = await whyNoKey(ctx, bag);
  if (rule !== null) throw new Conflict(rule);
  return bag;
}

/** Why no key can be had to a bag now: it is one itself, is not approved by both, has run out, or something in it may no longer leave. */
export async function whyNoKey(
  { read, now }: Pick<LoadContext, "read" | "now">,
  bag: ExportRow,
): Promise<string | null> {
  if (bag.contents !== "records") return "pseudonymKey.of_a_key";
  if (bag.status !== "ready") return "export.not_ready";
  if (bag.expiresAt !== null && bag.expiresAt <= now) return "export.expired";
  if ((await approvalsOf(read, bag.id)).length < 2) return "export.not_approved";
  return (await recordsMayGo(read, bag, now)) ? null : "export.consent_changed";
}

/** For whom and for what a key would be: the purpose is that of its bag. */
export const destinationOfKey = (
  bag: Pick<ExportRow, "releasePurpose">,
  recipient: typeof recipients.$inferSelect,
): Destination => ({
  recipient,
  purpose: Purpose.parse(bag.releasePurpose),
  profile: PROFILE_OF.pseudonyms,
});

/** Whether everything in a bag of records may still leave, however long ago it ran out. */
async function recordsMayGo(read: Reader, bag: ExportRow, at: number): Promise<boolean> {
  if (bag.status !== "ready" || bag.contents !== "records") return false;
  if (((await lastClosed(read, bag.caseId)) ?? 0) >= bag.createdAt) return false;
  const included = new Set(bag.included);
  if ((await nowStaying(read, bag.caseId)).some((id) => included.has(id))) return false;
  const decided = await decideBag(read, bag, [...included], at);
  return decided !== null && decided.staying.size === 0;
}

/** Of the people whose codes stand in a bag of records: whom its key may name now, and who stays behind their code and why. */
export async function peopleOfKey(
  read: Reader,
  bag: Pick<ExportRow, "caseId" | "included">,
  to: Destination,
  at: number,
): Promise<{ named: Named[]; unnamed: Unnamed[] }> {
  const accounts = await accountsIn(read, bag.caseId, bag.included ?? []);
  const bars = await gateBars(read, bag.caseId, accounts, to, at);
  const ofPerson = Map.groupBy(accounts, ({ witnessId }) => witnessId ?? "");
  ofPerson.delete("");
  const people = await inPieces(ofPerson.keys(), (some) =>
    read
      .select({ id: witnesses.id, code: witnesses.code, retractedAt: witnesses.retractedAt })
      .from(witnesses)
      .where(and(inArray(witnesses.id, some), eq(witnesses.caseId, bag.caseId), outside(witnesses, EVERY))),
  );
  const kept = await identitiesOf(read, ofPerson.keys());
  const anonymous = await anonymousAmong(read, ofPerson.keys());
  const named: Named[] = [];
  const unnamed: Unnamed[] = [];
  for (const { id, code, retractedAt } of people.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const told = (ofPerson.get(id) ?? []).filter(({ kind }) => kind !== "published_account");
    const identity = kept.get(id) ?? null;
    const why = whyNotNamed({
      isRetracted: retractedAt !== null,
      keptByGate: told.flatMap((one) => bars.get(one.id) ?? [])[0] ?? null,
      hasTold: told.length > 0,
      isAnonymous: anonymous.has(id),
      identity: identity && {
        isShredded: identity.shreddedAt !== null,
        hasNames: identity.names !== null,
      },
    });
    if (why) unnamed.push({ kind: "witness", code, ...why });
    else if (identity) named.push({ personId: id, code, identity, accounts: told.map((one) => one.id) });
  }
  return { named, unnamed };
}

async function identitiesOf(read: Reader, personIds: Iterable<string>): Promise<Map<string, IdentityRow>> {
  const rows = await inPieces(personIds, (some) =>
    read.select().from(identities).where(inArray(identities.personId, some)),
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

async function anonymousAmong(read: Reader, personIds: Iterable<string>): Promise<Set<string>> {
  const rows = await inPieces(personIds, (some) =>
    read
      .select({ personId: anonymities.personId })
      .from(anonymities)
      .where(and(inArray(anonymities.personId, some), isNull(anonymities.endedAt))),
  );
  return new Set(rows.map(({ personId }) => personId));
}

/**
 * Whether a key still says what is so: everything in its bag of records may leave, and each whom it names may be named, for the
 * same accounts and from the same version of their identity. True of a bag of records, which names nobody.
 */
export async function keyStands(
  read: Reader,
  key: ExportRow,
  built: Pick<ExportRow, "included" | "people">,
  at: number,
): Promise<boolean> {
  if (key.contents === "records") return true;
  if (key.ofExportId === null || key.recipientId === null || !built.people?.length) return false;
  const [bag] = await read.select().from(caseExports).where(eq(caseExports.id, key.ofExportId));
  const [recipient] = await read.select().from(recipients).where(eq(recipients.id, key.recipientId));
  if (!bag || !recipient || bag.caseId !== key.caseId) return false;
  if (!(await recordsMayGo(read, bag, at))) return false;
  const { named } = await peopleOfKey(read, bag, destinationOfKey(bag, recipient), at);
  const now = new Map(named.map((one) => [one.personId, one]));
  const accounts = built.people.flatMap(({ personId, identityId, version }) => {
    const one = now.get(personId);
    return one?.identity.id === identityId && one.identity.version === version ? one.accounts : [NOBODYS];
  });
  const included = new Set(built.included);
  return accounts.length === included.size && accounts.every((id) => included.has(id));
}

/** Of nobody who may be named any more, so that it is in no bag. */
const NOBODYS = "";

/** The bag of records that a key is of. @throws NotFound */
export async function bagOfKey(ctx: Pick<LoadContext, "read" | "scope">, key: ExportRow): Promise<ExportRow> {
  if (key.contents !== "pseudonyms" || key.ofExportId === null) throw new NotFound();
  return findExport(ctx, key.ofExportId);
}
