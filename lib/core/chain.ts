/** Appends to the audit chain, in the transaction of the act. A failure here rolls the act back. */
import { eq, sql } from "drizzle-orm";
import { auditDetails, auditEvents, auditHead } from "#db/schema/index.ts";
import type { Tx } from "#db/store.ts";
import { sealDetail } from "./audit-detail.ts";
import { type AuditEvent, encodeEvent, FIRST_PREV, leafOf, sha256 } from "./audit-event.ts";
import { type Caller, accountOf } from "./caller.ts";
import { callerCode } from "./caller-code.ts";
import { growTree } from "./grow-tree.ts";
import { isId, newId } from "./ids.ts";
import { ORGANISATION } from "./scope.ts";
import type { System } from "./system.ts";
import { takeTallies } from "./tallies.ts";

/** What is kept of a search: never its text. */
export interface Searched {
  /** Keyed hash of the folded text. */
  hash: string;
  /** In characters. */
  length: number;
  hits: number;
}

/** What a command or a traced query says of itself; the runner adds who, when and the chain. */
export interface ChainEntry {
  act: string;
  decision: "allow" | "deny";
  requestId: string;
  caseId: string | null;
  role: string | null;
  object?: { id: string; version?: number } | undefined;
  reason?: string | undefined;
  rules?: string[] | undefined;
  rows?: string[] | undefined;
  shown?: string[] | undefined;
  repeats?: number | undefined;
  sought?: Searched | undefined;
  detail?: unknown;
  /** Whose key encrypts the detail; the object's where nothing is said. */
  detailOf?: string | undefined;
}

/**
 * Appends one event, and before it what is due: a `clock.adjust` when the wall clock has jumped by more than 5 s, a
 * `notFound.count` for whoever was told "not found" more than once in a minute that is over.
 * @param now milliseconds since 1970
 * @returns the event's sequence number
 */
export async function appendToChain(
  tx: Tx,
  sys: Pick<System, "keys" | "clockWatch">,
  caller: Caller,
  entry: ChainEntry,
  now: number,
): Promise<number> {
  const due = { requestId: entry.requestId, caseId: null, role: null };
  const slipMs = sys.clockWatch.takeSlip();
  if (slipMs !== 0) {
    const adjusted = { ...due, act: "clock.adjust", decision: "allow", detail: { slipMs } } as const;
    tx.onRollback(() => sys.clockWatch.giveBack(slipMs));
    await appendOne(tx, sys, authorOf(sys, caller), adjusted, now);
  }
  for (const { accountId, count } of await takeTallies(tx, now)) {
    const counted = { ...due, act: "notFound.count", decision: "deny", repeats: count } as const;
    await appendOne(tx, sys, { accountId }, { ...counted, rules: ["not_found"] }, now);
  }
  return appendOne(tx, sys, authorOf(sys, caller), entry, now);
}

/** Whose entry it is, and how they proved who they are. */
interface Author {
  accountId: string;
  auth?: string;
  sess?: string | null;
}

const authorOf = ({ keys }: Pick<System, "keys">, caller: Caller): Author => ({
  accountId: accountOf(caller),
  auth: caller.kind === "person" ? caller.auth : caller.kind,
  sess: caller.kind === "person" && caller.session ? keys.hmac("session", caller.session) : null,
});

async function appendOne(tx: Tx, sys: Pick<System, "keys">, by: Author, entry: ChainEntry, now: number) {
  const head = await advance(tx, now);
  const at = Math.max(now, head.at);
  const actor = await callerCode(tx, sys.keys, by.accountId, entry.caseId);
  const sealed =
    entry.detail === undefined
      ? null
      : await sealDetail(
          tx,
          sys.keys,
          {
            subject: entry.detailOf ?? entry.object?.id ?? entry.caseId ?? ORGANISATION,
            compartment: entry.caseId ?? ORGANISATION,
          },
          head.seq,
          now,
          entry.detail,
        );
  const event: AuditEvent = {
    v: 1,
    log: head.log,
    seq: head.seq,
    prev: head.leaf,
    ts: new Date(at).toISOString(),
    act: entry.act,
    actor,
    dec: entry.decision,
    req: entry.requestId,
    ...present("actor_role", entry.role),
    ...present("auth", by.auth),
    ...present("case", entry.caseId),
    ...present("detail_h", sealed && sha256(sealed.ciphertext)),
    ...present("hits", entry.sought?.hits),
    ...(entry.object && isId(entry.object.id) ? { obj: entry.object.id } : {}),
    ...present("obj_v", entry.object?.version),
    ...present("query_h", entry.sought?.hash),
    ...present("query_len", entry.sought?.length),
    ...present("reason", entry.reason),
    ...present("repeats", entry.repeats),
    ...present("rows", entry.rows?.length ? entry.rows.toSorted() : null),
    ...present("rules", entry.rules?.length ? entry.rules : null),
    ...present("sess", by.sess),
    ...present("shown", entry.shown?.length ? entry.shown.toSorted() : null),
  };
  const body = encodeEvent(event);
  const leaf = leafOf(body);
  const row = {
    seq: event.seq,
    leaf,
    body,
    caseId: entry.caseId,
    act: event.act,
    actor,
    objectId: event.obj ?? null,
    decision: event.dec,
    requestId: event.req,
    at,
  };
  await tx.insertRow(auditEvents, row);
  await growTree(tx, event.seq, leaf, head.leaf);
  if (sealed) await tx.insertRow(auditDetails, { seq: event.seq, ...sealed });
  await headMoved(tx).execute({ leaf, at });
  return event.seq;
}

const headMoved = (tx: Tx) =>
  tx.keptWrite("chain.head", (from) =>
    from
      .update(auditHead)
      .set({ leaf: placeholder("leaf"), at: placeholder("at") })
      .where(eq(auditHead.id, 1)),
  );

const nextNumber = (tx: Tx) =>
  tx.keptWrite("chain.next", (from) =>
    from
      .update(auditHead)
      .set({ seq: sql`${auditHead.seq} + 1` })
      .where(eq(auditHead.id, 1))
      .returning({ seq: auditHead.seq, leaf: auditHead.leaf, at: auditHead.at, log: auditHead.log }),
  );

/** A placeholder where a value is set. */
const placeholder = (name: string) => sql`${sql.placeholder(name)}`;

/** Takes the next number. This update comes first: its row lock orders the log on PostgreSQL; SQLite has one writer. */
async function advance(tx: Tx, now: number) {
  const next = nextNumber(tx);
  const [head] = await next.execute();
  if (head) return head;
  await tx.insert(auditHead).values({ id: 1, log: newId("log"), seq: 0, leaf: FIRST_PREV, at: now });
  const [first] = await next.execute();
  if (!first) throw new Error("the audit log could not be started");
  return first;
}

function present<K extends keyof AuditEvent, V extends NonNullable<AuditEvent[K]>>(
  key: K,
  value: V | null | undefined,
) {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
