/** Carries a command out in full and takes everything back, to see what it would do. */
import type { z } from "zod";
import type { Caller } from "./caller.ts";
import type { Command, Subject } from "./command.ts";
import { execute } from "./execute.ts";

/** Rolls the transaction back and carries what the command would have answered. */
class Rehearsed extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super("rehearsed");
    this.answer = answer;
  }
}

/**
 * Every rule is really applied, in the same transaction and in the same order; nothing stays, and nothing is receipted.
 * Refusals are recorded as always.
 * @returns what the command would have answered; ids and codes in it are of no record
 * @throws Invalid | NotFound | Refused | Conflict, as `execute`
 */
export async function rehearse<I extends z.ZodType, S extends Subject, R>(
  verb: Command<I, S, R>,
  caller: Caller,
  raw: unknown,
): Promise<R> {
  const rehearsed: Command<I, S, R> = {
    ...verb,
    async run(ctx, input, subject) {
      const { result } = await verb.run(ctx, input, subject);
      throw new Rehearsed(result);
    },
  };
  try {
    return await execute(rehearsed, caller, raw);
  } catch (error) {
    if (error instanceof Rehearsed) return asAnswer<R>(error.answer);
    throw error;
  }
}

/** Guarantee: thrown only above, with the result of the same command. */
function asAnswer<R>(answer: unknown): R {
  return answer as R;
}
