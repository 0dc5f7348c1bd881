import { amendMedia } from "#lib/media/commands/amend-media.ts";
import { recordMedia } from "#lib/media/commands/record-media.ts";
import { retractMedia } from "#lib/media/commands/retract-media.ts";
import { countMediaBy } from "#lib/media/queries/count-media-by.ts";
import { listMedia } from "#lib/media/queries/list-media.ts";
import { readMedia } from "#lib/media/queries/read-media.ts";
import { suggestMedia } from "#lib/media/queries/suggest-media.ts";
import type { MediaFields } from "#lib/media/vocabulary.ts";
import type { z } from "zod";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";
import { aSource } from "./sources.ts";

type Fields = z.input<typeof MediaFields>;

/** The fields of a media item that one fresh source of the world's case carried and checked. */
export async function mediaFields(world: World, changes: Partial<Fields> = {}): Promise<Fields> {
  const sourceId = (await aSource(world)).id;
  return {
    kind: "video",
    title: world.marked("film of a bridge"),
    description: world.marked("description"),
    circulatedEdtf: "2031-02-16",
    circulatedBy: [sourceId],
    verifications: [{ sourceId, state: "geolocated", note: world.marked("the bend matches") }],
    note: world.marked("note"),
    ...changes,
  };
}

/** A recorded media item of the world's case. */
export const aMediaItem = async (world: World, changes: Partial<Fields> = {}) =>
  world.do("investigator", recordMedia, { ...(await mediaFields(world, changes)), caseId: world.caseId });

export const mediaSpecimens: Specimens = {
  commands: [
    {
      command: recordMedia,
      as: "investigator",
      input: async (world) => ({ ...(await mediaFields(world)), caseId: world.caseId }),
    },
    {
      command: amendMedia,
      as: "investigator",
      async input(world) {
        const { id, version } = await aMediaItem(world);
        return { ...(await mediaFields(world)), title: world.marked("renamed"), mediaId: id, version };
      },
    },
    {
      command: retractMedia,
      as: "investigator",
      async input(world) {
        const { id, version } = await aMediaItem(world);
        return { mediaId: id, version, reason: world.marked("a mistake") };
      },
    },
  ],
  queries: [
    {
      query: countMediaBy,
      as: "reviewer",
      async input(world) {
        await aMediaItem(world);
        return { caseId: world.caseId, by: "kind" };
      },
      showsMarker: false,
    },
    {
      query: listMedia,
      as: "reviewer",
      async input(world) {
        await aMediaItem(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readMedia,
      as: "reviewer",
      input: async (world) => ({ mediaId: (await aMediaItem(world)).id }),
      showsMarker: true,
    },
    {
      query: suggestMedia,
      as: "investigator",
      async input(world) {
        await aMediaItem(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
