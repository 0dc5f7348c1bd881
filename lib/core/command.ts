import type { z } from "zod";
import { type Permission, sightOf } from "#lib/access/permissions.ts";
import type { Reader, Tx } from "#db/store.ts";
import type { RecordKeys } from "#lib/platform/record-keys.ts";
import type { Caller } from "./caller.ts";
import type { Scope } from "./scope.ts";
import type { System } from "./system.ts";
import type { Writer } from "./writer.ts";

/** What a command acts on: something of a case, or of the organisation. */
export interface Subject {
  caseId: string;
}

export interface LoadContext {
  read: Reader;
  scope: Scope;
  caller: Caller;
  now: number;
}

export interface RunContext extends LoadContext {
  write: Writer;
  /** The bookkeeping tables, for queueing a job in the same transaction. */
  books: Tx;
  keys: System["keys"];
  recordKeys: RecordKeys;
  /** Folder of the database, keys and files. */
  dataFolder: string;
  /** Nests a command: same transaction, same human act, its own authorisation and its own entry. */
  run<I extends z.ZodType, S extends Subject, R>(other: Command<I, S, R>, input: z.input<I>): Promise<R>;
  /**
   * The same on a subject that a rule led to, whoever may see it: what follows from an act follows also where something is in a
   * compartment closed to the caller, who hears nothing of it. Only for what no person chose.
   */
  runOn<I extends z.ZodType, S extends Subject, R>(
    other: Command<I, S, R>,
    input: z.input<I>,
    subject: S,
  ): Promise<R>;
}

/** What the log says of the act; the rows written are noted by the writer. */
export interface Entry {
  object?: { id: string; version: number };
  /** A code from a list. */
  reason?: string;
  rules?: string[];
  /** Anything protected: before, after, reason text. Encrypted. */
  detail?: unknown;
  /** The record under whose key the detail is encrypted, where its words are another's than the object's: they go with that. */
  detailOf?: string;
}

export interface Outcome<R> {
  /** Ids, codes and versions: kept as a receipt, so never a narrative. */
  result: R;
  entry: Entry;
}

export interface Command<I extends z.ZodType = z.ZodType, S extends Subject = Subject, R = unknown> {
  kind: "command";
  /** `noun.verb`, unique. */
  name: string;
  input: I;
  permission: Permission;
  /** The permission under which `load` sees rows. */
  sight: Permission;
  /** Slow work on the input before the transaction, such as hashing a password: the writer must not wait for it. */
  prepare?(input: z.output<I>, caller: Caller): Promise<z.output<I>>;
  /** Only within minutes of having signed in: an open desk is no proof of who sits at it. */
  isSensitive?: boolean;
  /** It writes so much that it shares its commit with nobody (db/group-commit.ts). */
  alone?: boolean;
  /** Fields that must not be kept even as a keyed hash: the receipt of the act leaves them out. */
  secrets?: readonly string[];
  /** Finds the subject in scope. @throws NotFound */
  load(ctx: LoadContext, input: z.output<I>): Promise<S>;
  run(ctx: RunContext, input: z.output<I>, subject: S): Promise<Outcome<R>>;
}

/** Declares a command: the only way to write. `sight` defaults to the permission's noun with `.read`. */
export function command<I extends z.ZodType, S extends Subject, R>(
  definition: Omit<Command<I, S, R>, "kind" | "sight"> & { sight?: Permission },
): Command<I, S, R> {
  return { kind: "command", sight: sightOf(definition.permission), ...definition };
}
