import { amendLink } from "#lib/links/commands/amend-link.ts";
import { recordLink } from "#lib/links/commands/record-link.ts";
import { retractLink } from "#lib/links/commands/retract-link.ts";
import { listLinkOptions } from "#lib/links/queries/list-link-options.ts";
import { listLinksOf } from "#lib/links/queries/list-links-of.ts";
import type { LinkFields, LinkKind } from "#lib/links/vocabulary.ts";
import type { z } from "zod";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";
import { anActor } from "./actors.ts";
import { anIncident } from "./incidents.ts";
import { aSource } from "./sources.ts";
import { aTestimony } from "./testimonies.ts";

type Fields = z.input<typeof LinkFields>;

/** A link that says nothing but that its ends belong together. */
export const PLAIN_LINK: Fields = {
  role: null,
  basis: null,
  basisSourceId: null,
  heldEdtf: null,
  heldWording: null,
  note: null,
};

/** Links two records of the world's case. */
export const aLink = (
  world: World,
  kind: LinkKind,
  fromId: string,
  toId: string,
  fields: Partial<Fields> = {},
) =>
  world.do("investigator", recordLink, {
    ...PLAIN_LINK,
    ...fields,
    caseId: world.caseId,
    kind,
    fromId,
    toId,
  });

const suspectFields = async (world: World) => ({
  role: "suspected" as const,
  basis: "stated_by_source" as const,
  basisSourceId: (await aSource(world)).id,
  heldEdtf: "2031-02-14~",
  heldWording: world.marked("that night"),
  note: world.marked("a badge was seen"),
});

/** An actor alleged to have had a part in an incident, both fresh in the world's case. */
export async function aSuspectLink(world: World) {
  const incidentId = (await anIncident(world)).id;
  const actorId = (await anActor(world)).id;
  return {
    incidentId,
    actorId,
    ...(await aLink(world, "incident_suspect", incidentId, actorId, await suspectFields(world))),
  };
}

export const linkSpecimens: Specimens = {
  commands: [
    {
      command: recordLink,
      as: "investigator",
      async input(world) {
        const fromId = (await aTestimony(world)).id;
        const toId = (await anActor(world)).id;
        const fields = { ...(await suspectFields(world)), role: "named" };
        return { ...fields, caseId: world.caseId, kind: "testimony_suspect", fromId, toId };
      },
    },
    {
      command: amendLink,
      as: "investigator",
      async input(world) {
        const { id, version } = await aSuspectLink(world);
        return { ...(await suspectFields(world)), role: "ordering", linkId: id, version };
      },
    },
    {
      command: retractLink,
      as: "investigator",
      async input(world) {
        const { id, version } = await aSuspectLink(world);
        return { linkId: id, version, reason: world.marked("a mistake") };
      },
    },
  ],
  queries: [
    {
      query: listLinksOf,
      as: "reviewer",
      input: async (world) => ({ recordId: (await aSuspectLink(world)).incidentId, page: {} }),
      showsMarker: true,
    },
    {
      query: listLinkOptions,
      as: "investigator",
      async input(world) {
        await anActor(world);
        return { caseId: world.caseId, noun: "actor", text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
