import type { z } from "zod";
import type { Reader } from "#db/store.ts";
import type { Caller } from "#lib/core/caller.ts";
import type { Command, Subject } from "#lib/core/command.ts";
import type { TrainingCase, TrainingPerson } from "./schema.ts";

/** Who acts for each person of the script: different humans, each a member of the case in their role. */
export type TrainingCast = Readonly<Record<TrainingPerson, Extract<Caller, { kind: "person" }>>>;

/** What a loader of a part of the script works with. */
export interface Script {
  training: TrainingCase;
  caseId: string;
  /** For ids of what commands make by themselves. */
  read: Reader;
  /** When it is loaded, in ms since 1970. */
  now: number;
  cast: TrainingCast;
  /** One step, by one person. */
  act<I extends z.ZodType, S extends Subject, R>(
    as: TrainingPerson,
    verb: Command<I, S, R>,
    input: z.input<I>,
  ): Promise<R>;
  /** Ids of what was made so far, by key of the script. */
  ids: Map<string, string>;
  idOf(key: string): string;
  /** Row versions of the testimonies after their path. */
  versions: Map<string, number>;
}

/** Does the plain recording. */
export const RECORDER = "investigator1" satisfies TrainingPerson;
