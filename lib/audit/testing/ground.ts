/** The ground on which the log is attacked: a world with a log, checkpoints of it, and what an owner of the database can reach. */
import { there } from "./there.ts";
import { asc } from "drizzle-orm";
import { dialect } from "#db/columns.ts";
import { auditCheckpoints, auditDetails, auditEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import { system } from "#lib/core/system.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { amendPlace } from "#lib/places/commands/amend-place.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { listPlaces } from "#lib/places/queries/list-places.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { checkpointNow } from "../checkpoints.ts";
import { keysOfLog, seedOf } from "../log-keys.ts";
import { merkleTree } from "../merkle.ts";
import { type LogResult, verifyLog } from "../verify-log.ts";
import type { Noted } from "../vocabulary.ts";

export type Entry = typeof auditEvents.$inferSelect;
export type Checkpoint = typeof auditCheckpoints.$inferSelect;

export interface Ground {
  world: World;
  entries: Entry[];
  /** Numbers of the entries that have an encrypted detail, and the entries that have none. */
  withDetail: number[];
  withoutDetail: Entry[];
  testimony: string;
  places: { id: string; version: number }[];
  /** Those on record, by their sizes. */
  checkpoints: Checkpoint[];
  origin: string;
  /** The private half of the key of the log: what a thief has. */
  seed: Buffer;
  /** Size and root of the log as it is, up to a size. */
  noted(size: number): Noted;
}

/** Hours between the rounds of work, so that a time can be set back without lying before that of the entry before. */
export const ROUND_MS = 2 * 3_600_000;
const ROUNDS = 12;
/** Rounds after which a checkpoint is signed: at about a third and two thirds of the log. */
const SIGNED_AFTER = [0, 6];

const keys = keysFrom(Buffer.alloc(32, 7));

export async function aGround(): Promise<Ground> {
  const world = await aWorld();
  const places: Ground["places"] = [];
  for (let n = 0; n < ROUNDS; n++) {
    world.pass(ROUND_MS);
    places.push(await aRound(world, n));
    if (SIGNED_AFTER.includes(n)) await checkpointNow(await system());
  }
  const testimony = (await aTestimony(world)).id;
  const { read } = world.fresh.store;
  const entries = await read.select().from(auditEvents).orderBy(asc(auditEvents.seq));
  const details = await read.select({ seq: auditDetails.seq }).from(auditDetails);
  const withDetail = details.map(({ seq }) => seq).toSorted((a, b) => a - b);
  const checkpoints = await read.select().from(auditCheckpoints).orderBy(asc(auditCheckpoints.size));
  const { log } = eventOf(there(entries[0]));
  const [key] = await keysOfLog(read, log);
  return {
    world,
    entries,
    withDetail,
    withoutDetail: entries.filter(({ seq }) => !withDetail.includes(seq)),
    testimony,
    places,
    checkpoints,
    origin: there(key).origin,
    seed: await seedOf(read, keys, there(key).key),
    noted: (size) => ({ size, root: rootOf(entries.slice(0, size)) }),
  };
}

async function aRound(world: World, n: number): Promise<{ id: string; version: number }> {
  const name = world.marked(`village ${n}`);
  const fields = {
    nameAr: null,
    variants: null,
    kind: "village",
    precision: "P3",
    parentId: null,
    parentBasis: null,
    latE5: null,
    lonE5: null,
    coordinateBasis: null,
    possibleDuplicateOfId: null,
    note: null,
  } as const;
  const made = await world.do("investigator", recordPlace, { ...fields, name, caseId: world.caseId });
  const again = { ...fields, name: `${name} again`, placeId: made.id, version: made.version };
  const place = n % 2 === 0 ? made : await world.do("investigator", amendPlace, again);
  await world.ask("stranger", listPlaces, { caseId: world.caseId, page: {} }).catch(() => null);
  return place;
}

/** Root of the log of some entries; lower-case hex. */
export function rootOf(entries: readonly { leaf: string }[]): string {
  const tree = merkleTree();
  for (const { leaf } of entries) tree.add(leaf);
  return tree.root();
}

export const eventOf = ({ body }: { body: string }): AuditEvent => JSON.parse(body) as AuditEvent;

/** What a check finds after somebody who owns the database has changed it: it is held against what was noted elsewhere. */
export const afterwards = (
  { world }: Ground,
  statements: readonly string[],
  noted: readonly Noted[] = [],
): Promise<LogResult> => world.fresh.givenUp(statements, (read) => checked(read, noted));

export const checked = (read: Reader, noted: readonly Noted[] = []): Promise<LogResult> =>
  verifyLog(read, keys, noted);

export const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
export const onPostgres = dialect === "postgres";

/** How many places each attack is tried at; a PostgreSQL in this process takes its time. @param long `1` in the long lane */
export const seedsFor = (long: string | undefined): number => (long === "1" ? 1_000 : onPostgres ? 10 : 50);
