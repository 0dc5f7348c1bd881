import { approveKeyChange } from "#lib/keys/commands/approve-key-change.ts";
import { holdDrill } from "#lib/keys/commands/hold-drill.ts";
import { lockKeys } from "#lib/keys/commands/lock-keys.ts";
import { noteKeyChange } from "#lib/keys/commands/note-key-change.ts";
import { refuseKeyChange } from "#lib/keys/commands/refuse-key-change.ts";
import { requestKeyChange } from "#lib/keys/commands/request-key-change.ts";
import { listKeyPermits } from "#lib/keys/queries/list-key-permits.ts";
import { readCustody } from "#lib/keys/queries/read-custody.ts";
import { readKeys } from "#lib/keys/queries/read-keys.ts";
import { KEY_CHANGES } from "#lib/keys/vocabulary.ts";
import { layCustodians } from "../custodians.ts";
import { execute } from "#lib/core/execute.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aSecondAdministrator } from "./invitations.ts";

/** A change of the keys that the second administrator asked for. */
async function askedForKeys(world: World): Promise<{ permitId: string; version: number }> {
  const second = await aSecondAdministrator(world);
  const { id, version } = await execute(requestKeyChange, second, { what: "rotated" });
  return { permitId: id, version };
}

/** A change for which the administrator has not asked in this world. */
async function notAskedYet(world: World) {
  const { rows } = await world.ask("administrator", listKeyPermits, {});
  const own = rows.filter(({ isOwn }) => isOwn).map(({ what }) => what);
  return KEY_CHANGES.find((what) => !own.includes(what)) ?? "rotated";
}

export const keySpecimens: Specimens = {
  commands: [
    {
      command: noteKeyChange,
      as: "administrator",
      noSubject: true,
      async input(world) {
        const second = await aSecondAdministrator(world);
        const what = await notAskedYet(world);
        const { id, version } = await world.do("administrator", requestKeyChange, { what });
        await execute(approveKeyChange, second, { permitId: id, version });
        return { what };
      },
    },
    {
      command: requestKeyChange,
      as: "administrator",
      noSubject: true,
      async input(world) {
        await aSecondAdministrator(world);
        return { what: await notAskedYet(world) };
      },
    },
    { command: approveKeyChange, as: "administrator", input: askedForKeys },
    { command: refuseKeyChange, as: "administrator", input: askedForKeys },
    {
      command: holdDrill,
      as: "administrator",
      noSubject: true,
      input: async ({ fresh }) => ({ shares: (await layCustodians(fresh.folder)).slice(1) }),
    },
    { command: lockKeys, as: "investigator", noSubject: true, input: () => Promise.resolve({}) },
  ],
  queries: [
    { query: readKeys, as: "investigator", input: () => Promise.resolve({}), showsMarker: false },
    { query: listKeyPermits, as: "administrator", input: async () => ({}), showsMarker: false },
    {
      query: readCustody,
      as: "administrator",
      async input({ fresh }) {
        await layCustodians(fresh.folder);
        return {};
      },
      showsMarker: false,
    },
  ],
};
