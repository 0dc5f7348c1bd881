/**
 * Records in every state in which a command leaves one: handed in, accepted, sent back, contested, retracted. Made by the
 * specimens themselves, so that a new verb brings its state along.
 */
import type { Permission } from "#lib/access/permissions.ts";
import type { Command } from "#lib/core/command.ts";
import { execute } from "#lib/core/execute.ts";
import type { Query } from "#lib/core/query.ts";
import { commandSpecimens } from "./specimens/index.ts";
import type { World } from "./world.ts";

type Input = Record<string, unknown>;

/** A record after a command. */
export interface RecordState {
  /** The name of the command. */
  readonly after: string;
  readonly id: string;
  readonly version: number;
  /** The permission under which it is seen. */
  readonly sight: Permission;
}

/** Whoever changes these changes who may ask; people, members, cases and emergencies stand by themselves in the tests. */
const OF_THE_HOUSE = ["ac", "cm", "c", "ea"];

/** Brings records of the world's case into each state. */
export async function everyState(world: World): Promise<RecordState[]> {
  const states: RecordState[] = [];
  for (const { command, as, input } of commandSpecimens) {
    if (as === "setup") continue;
    const used = await input(world);
    const id = used[subjectKey(command.name, used) ?? ""];
    if (typeof id !== "string" || typeof used["version"] !== "number") continue;
    if (OF_THE_HOUSE.includes(kindOf(id))) continue;
    const { version } = (await execute(command, world.person(as), used)) as { version?: number };
    if (version !== undefined) states.push({ after: command.name, id, version, sight: command.sight });
  }
  return states;
}

/**
 * The same use of a verb, of a record in another state: of the same kind, or of any kind where the verb takes any.
 * @returns null where the verb is not about such a record
 */
export function inState(verb: Command | Query, input: Input, state: RecordState): Input | null {
  const { after, id, version } = state;
  const key = subjectKey(verb.name, input);
  if (key === null) return null;
  const isAlike = kindOf(id) === kindOf(String(input[key]));
  if (!isAlike && !(key === "recordId" && /\.(amend|save|finish)$/.test(after))) return null;
  const changed = { ...input, [key]: id, ...("version" in input ? { version } : {}) };
  return verb.input.safeParse(changed).success ? changed : null;
}

/** What names the record that a verb is about: `testimonyId` of `testimony.submit`, else the first id. */
function subjectKey(verb: string, input: Input): string | null {
  const own = `${verb.slice(0, verb.indexOf("."))}Id`;
  const keys = Object.keys(input).filter((name) => name.endsWith("Id") && typeof input[name] === "string");
  return keys.includes(own) ? own : (keys[0] ?? null);
}

const kindOf = (id: string): string => id.slice(0, id.indexOf("_"));
