import type { Role } from "#lib/access/permissions.ts";
import type { Command } from "#lib/core/command.ts";
import type { Query } from "#lib/core/query.ts";
import type { World } from "./world.ts";

/** One way in which a command is rightly used. The contract test derives every wrong way from it. */
export interface CommandSpecimen {
  command: Command;
  /** Who rightly does it. */
  as: Role | "setup";
  /** The verb acts on nothing that could be hidden (it makes an account, opens a case, concerns oneself). */
  noSubject?: true;
  /** A valid input; prepares in the world's case whatever it needs, with texts that carry the world's marker. */
  input(world: World): Promise<Record<string, unknown>>;
}

/** One way in which a query is rightly asked. */
export interface QuerySpecimen {
  query: Query;
  as: Role;
  /** A valid input; first fills the world's case with marked records that the answer shows. */
  input(world: World): Promise<Record<string, unknown>>;
  /** The answer is fresh chance each time: there is nothing to compare. */
  isRandom?: true;
  /** False where even a right answer shows no marked text (codes, roles and numbers only). */
  showsMarker: boolean;
}

export interface Specimens {
  commands: CommandSpecimen[];
  queries: QuerySpecimen[];
}
