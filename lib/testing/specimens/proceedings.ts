import { amendProceeding } from "#lib/proceedings/commands/amend-proceeding.ts";
import { amendTimelineNote } from "#lib/proceedings/commands/amend-timeline-note.ts";
import { recordProceeding } from "#lib/proceedings/commands/record-proceeding.ts";
import { recordTimelineNote } from "#lib/proceedings/commands/record-timeline-note.ts";
import { retractProceeding } from "#lib/proceedings/commands/retract-proceeding.ts";
import { retractTimelineNote } from "#lib/proceedings/commands/retract-timeline-note.ts";
import { countProceedingsBy } from "#lib/proceedings/queries/count-proceedings-by.ts";
import { listProceedings } from "#lib/proceedings/queries/list-proceedings.ts";
import { listTimelineNotes } from "#lib/proceedings/queries/list-timeline-notes.ts";
import { readProceeding } from "#lib/proceedings/queries/read-proceeding.ts";
import { suggestProceedings } from "#lib/proceedings/queries/suggest-proceedings.ts";
import type { ProceedingFields } from "#lib/proceedings/vocabulary.ts";
import type { z } from "zod";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";
import { anActor } from "./actors.ts";

type Fields = z.input<typeof ProceedingFields>;

/** The fields of a hearing before a fresh body of the world's case. */
export async function proceedingFields(world: World, changes: Partial<Fields> = {}): Promise<Fields> {
  return {
    kind: "hearing",
    title: world.marked("first hearing"),
    bodyActorId: (await anActor(world)).id,
    heldEdtf: "2031-03-01",
    heldWording: world.marked("on the first of March"),
    status: "held",
    statusAsOfEdtf: "2031-03-02",
    parentId: null,
    summary: world.marked("summary"),
    note: world.marked("note"),
    ...changes,
  };
}

/** A recorded proceeding of the world's case. */
export const aProceeding = async (world: World, changes: Partial<Fields> = {}) =>
  world.do("investigator", recordProceeding, {
    ...(await proceedingFields(world, changes)),
    caseId: world.caseId,
  });

const noteFields = (world: World) => ({
  notedEdtf: "2031-02",
  title: world.marked("before the event"),
  body: world.marked("context"),
});

/** A line of context on the timeline of the world's case. */
export const aTimelineNote = (world: World) =>
  world.do("investigator", recordTimelineNote, { ...noteFields(world), caseId: world.caseId });

export const proceedingSpecimens: Specimens = {
  commands: [
    {
      command: recordProceeding,
      as: "legal_officer",
      async input(world) {
        const parentId = (await aProceeding(world)).id;
        return { ...(await proceedingFields(world, { parentId })), caseId: world.caseId };
      },
    },
    {
      command: amendProceeding,
      as: "investigator",
      async input(world) {
        const { id, version } = await aProceeding(world);
        const fields = await proceedingFields(world, { kind: "appeal", status: "issued" });
        return { ...fields, title: world.marked("renamed"), proceedingId: id, version };
      },
    },
    {
      command: retractProceeding,
      as: "investigator",
      async input(world) {
        const { id, version } = await aProceeding(world);
        return { proceedingId: id, version, reason: world.marked("a mistake") };
      },
    },
    {
      command: recordTimelineNote,
      as: "investigator",
      input: async (world) => ({ ...noteFields(world), caseId: world.caseId }),
    },
    {
      command: amendTimelineNote,
      as: "legal_officer",
      async input(world) {
        const { id, version } = await aTimelineNote(world);
        return { ...noteFields(world), body: world.marked("more context"), timelineNoteId: id, version };
      },
    },
    {
      command: retractTimelineNote,
      as: "investigator",
      async input(world) {
        const { id, version } = await aTimelineNote(world);
        return { timelineNoteId: id, version, reason: world.marked("a mistake") };
      },
    },
  ],
  queries: [
    {
      query: countProceedingsBy,
      as: "reviewer",
      async input(world) {
        await aProceeding(world);
        return { caseId: world.caseId, by: "status" };
      },
      showsMarker: false,
    },
    {
      query: listProceedings,
      as: "reviewer",
      async input(world) {
        await aProceeding(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readProceeding,
      as: "reviewer",
      input: async (world) => ({ proceedingId: (await aProceeding(world)).id }),
      showsMarker: true,
    },
    {
      query: suggestProceedings,
      as: "investigator",
      async input(world) {
        await aProceeding(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
    {
      query: listTimelineNotes,
      as: "reviewer",
      async input(world) {
        await aTimelineNote(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
  ],
};
