import type { z } from "zod";
import { type Permission, sightOf } from "#lib/access/permissions.ts";
import type { Reader } from "#db/store.ts";
import type { Caller } from "./caller.ts";
import type { RecordKeys } from "#lib/platform/record-keys.ts";
import type { Scope } from "./scope.ts";
import type { Searched } from "./chain.ts";
import type { System } from "./system.ts";

export interface AskContext {
  read: Reader;
  caller: Caller;
  scope: Scope;
  now: number;
  keys: System["keys"];
  recordKeys: RecordKeys;
  /** Folder of the database, keys and files. */
  dataFolder: string;
}

/** What a traced answer showed: ids and versions, never what was asked; of a search its keyed hash, length and hits. */
export interface Shown {
  caseId: string | null;
  object?: { id: string; version?: number };
  /** `<id>:<version>` for each further record shown; the id alone of what a search found. */
  shown?: string[];
  /** See lib/core/sought.ts. */
  sought?: Searched;
  /** A code from a list, where the reading has a finding or a purpose of its own. */
  reason?: string;
  /** A reason in a person's words. Encrypted. */
  detail?: unknown;
  /** Whose key encrypts it, where it is to go with something else than the object. */
  detailOf?: string;
}

export interface Query<I extends z.ZodType = z.ZodType, R = unknown> {
  kind: "query";
  name: string;
  input: I;
  permission: Permission;
  sight: Permission;
  /** Only within minutes of having signed in: an open desk is no proof of who sits at it. */
  isSensitive?: boolean;
  /** The case the question is about, or the organisation; without it, the scope in WHERE decides row by row. */
  caseOf?(input: z.output<I>): string;
  /** Given for sensitive material: the trace is written before the answer is shown. Write it after `run`, from which its type is inferred. */
  traceOf?(answer: R, input: z.output<I>, keys: System["keys"]): Shown;
  run(ctx: AskContext, input: z.output<I>): Promise<R>;
}

/** Declares a query: the only way to read. */
export function query<I extends z.ZodType, R>(definition: Omit<Query<I, R>, "kind" | "sight">): Query<I, R> {
  return { kind: "query", sight: sightOf(definition.permission), ...definition };
}
