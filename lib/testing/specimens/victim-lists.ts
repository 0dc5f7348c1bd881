import { addEntries } from "#lib/victim-lists/commands/add-entries.ts";
import { confirmMerge } from "#lib/victim-lists/commands/confirm-merge.ts";
import { exportMatrix } from "#lib/victim-lists/commands/export-matrix.ts";
import { findDoubles } from "#lib/victim-lists/commands/find-doubles.ts";
import { keepApart } from "#lib/victim-lists/commands/keep-apart.ts";
import { openVictimNames } from "#lib/victim-lists/commands/open-victim-names.ts";
import { proposeMerge } from "#lib/victim-lists/commands/propose-merge.ts";
import { recordVictimList } from "#lib/victim-lists/commands/record-victim-list.ts";
import { refuseMerge } from "#lib/victim-lists/commands/refuse-merge.ts";
import { retractVictimList } from "#lib/victim-lists/commands/retract-victim-list.ts";
import { undoMerge } from "#lib/victim-lists/commands/undo-merge.ts";
import { listDoubles } from "#lib/victim-lists/queries/list-doubles.ts";
import { listVictimLists } from "#lib/victim-lists/queries/list-victim-lists.ts";
import { readMatrix } from "#lib/victim-lists/queries/read-matrix.ts";
import { readVictimList } from "#lib/victim-lists/queries/read-victim-list.ts";
import { readVictimNames } from "#lib/victim-lists/queries/read-victim-names.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aSource } from "./sources.ts";

const fields = async (world: World) => ({
  title: world.marked("names of the dead"),
  sourceId: (await aSource(world)).id,
  asOfEdtf: "2031-02-24",
  note: world.marked("the quarter alone"),
});

/** A list of the world's case, without a row. */
export const aVictimList = async (world: World) =>
  world.do("investigator", recordVictimList, { ...(await fields(world)), caseId: world.caseId });

/** Syllables that a family name is made of, in both scripts: of two lists hardly any two are alike. */
const SYLLABLES = [
  ["با", "ba"],
  ["دو", "du"],
  ["في", "fi"],
  ["كا", "ka"],
  ["لو", "lu"],
  ["مي", "mi"],
  ["را", "ra"],
  ["سو", "su"],
  ["شي", "shi"],
  ["نا", "na"],
] as const;

/**
 * Two rows that are one person in two scripts, and one of somebody else; places carry the world's marker.
 * @param seed of whose letters the names are made
 */
export function pastedRows(world: World, seed: string) {
  const place = world.marked("upper lane").replaceAll(/[",\n]/g, " ");
  const parts = Array.from(seed.slice(-8), (letter) => SYLLABLES[letter.charCodeAt(0) % SYLLABLES.length]);
  const family = (script: 0 | 1, from: number) =>
    parts
      .slice(from, from + 4)
      .map((part) => part?.[script] ?? "")
      .join("");
  return [
    "name_ar,name,age,sex,place,date,outcome",
    `${family(0, 4)} ${family(0, 0)},,34,male,"${place}",2031-02-14,killed`,
    `,${family(1, 4)} al-${family(1, 0)},34,male,"${place}",2031-02-14,killed`,
    `,Layla ${family(1, 2)},child,female,"${place}",2031-02,`,
  ].join("\n");
}

/** A list with three rows. */
export async function aFilledList(world: World) {
  const { id, code } = await aVictimList(world);
  await world.do("investigator", addEntries, { listId: id, rows: pastedRows(world, id) });
  const { rows } = await world.ask("investigator", readVictimList, { listId: id, page: {} });
  return { id, code, entryIds: rows.map((row) => row.id) };
}

/** A list of which the first two rows were proposed to be one person, by an investigator. */
export async function aProposedMerge(world: World) {
  const { entryIds } = await aFilledList(world);
  const proposed = { caseId: world.caseId, entryIds: entryIds.slice(0, 2) };
  const { id: mergeId, version } = await world.do("investigator", proposeMerge, proposed);
  return { mergeId, version, entryIds };
}

/** The same, confirmed by a protection officer. */
export async function aMerge(world: World) {
  const { mergeId, version, entryIds } = await aProposedMerge(world);
  const merged = await world.do("protection_officer", confirmMerge, { mergeId, version });
  return { mergeId, version: merged.version, victimId: merged.victimId, entryIds };
}

/** A pair of rows that may be one person. */
async function aDouble(world: World) {
  await aFilledList(world);
  const { caseId } = world;
  await world.do("investigator", findDoubles, { caseId });
  const { pairs } = await world.ask("investigator", listDoubles, { caseId });
  const [pair] = pairs;
  if (pair === undefined) throw new Error("no pair was found");
  return { doubleId: pair.id, version: pair.version };
}

export const victimListSpecimens: Specimens = {
  commands: [
    {
      command: recordVictimList,
      as: "investigator",
      input: async (world) => ({ ...(await fields(world)), caseId: world.caseId }),
    },
    {
      command: addEntries,
      as: "investigator",
      async input(world) {
        const { id } = await aVictimList(world);
        return { listId: id, rows: pastedRows(world, id) };
      },
    },
    {
      command: retractVictimList,
      as: "investigator",
      async input(world) {
        const { id, version } = await aVictimList(world);
        return { listId: id, version, reason: world.marked("recorded twice") };
      },
    },
    {
      command: openVictimNames,
      as: "protection_officer",
      input: ({ caseId }) => Promise.resolve({ caseId, reasonCode: "doubles" }),
    },
    {
      command: findDoubles,
      as: "investigator",
      async input(world) {
        await aFilledList(world);
        return { caseId: world.caseId, mode: "folded" };
      },
    },
    { command: keepApart, as: "investigator", input: aDouble },
    {
      command: proposeMerge,
      as: "investigator",
      async input(world) {
        const { entryIds } = await aFilledList(world);
        return { caseId: world.caseId, entryIds: entryIds.slice(0, 2) };
      },
    },
    {
      command: confirmMerge,
      as: "protection_officer",
      async input(world) {
        const { mergeId, version } = await aProposedMerge(world);
        return { mergeId, version };
      },
    },
    {
      command: refuseMerge,
      as: "protection_officer",
      async input(world) {
        const { mergeId, version } = await aProposedMerge(world);
        return { mergeId, version, reason: world.marked("two brothers") };
      },
    },
    {
      command: undoMerge,
      as: "protection_officer",
      async input(world) {
        const { mergeId, version } = await aMerge(world);
        return { mergeId, version, reason: world.marked("two brothers") };
      },
    },
    {
      command: exportMatrix,
      as: "legal_officer",
      async input(world) {
        await aFilledList(world);
        return { caseId: world.caseId };
      },
    },
  ],
  queries: [
    {
      query: listVictimLists,
      as: "reviewer",
      async input(world) {
        await aFilledList(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readVictimList,
      as: "reviewer",
      input: async (world) => ({ listId: (await aFilledList(world)).id, page: {} }),
      showsMarker: true,
    },
    {
      query: listDoubles,
      as: "reviewer",
      async input(world) {
        await aDouble(world);
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
    {
      query: readMatrix,
      as: "reviewer",
      async input(world) {
        await aFilledList(world);
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
    {
      query: readVictimNames,
      as: "protection_officer",
      async input(world) {
        const { entryIds } = await aFilledList(world);
        const asked = { caseId: world.caseId, reasonCode: "doubles" as const };
        const { id: openingId } = await world.do("protection_officer", openVictimNames, asked);
        return { openingId, entryIds };
      },
      // Names alone, which stand in no other answer.
      showsMarker: false,
    },
  ],
};
