import { assignRecords } from "#lib/bulk/commands/assign-records.ts";
import { linkRecords } from "#lib/bulk/commands/link-records.ts";
import { tagRecords } from "#lib/bulk/commands/tag-records.ts";
import { amendTag } from "#lib/tags/commands/amend-tag.ts";
import { putTag } from "#lib/tags/commands/put-tag.ts";
import { recordTag } from "#lib/tags/commands/record-tag.ts";
import { removeTag } from "#lib/tags/commands/remove-tag.ts";
import { retractTag } from "#lib/tags/commands/retract-tag.ts";
import { listTags } from "#lib/tags/queries/list-tags.ts";
import { suggestTags } from "#lib/tags/queries/suggest-tags.ts";
import { tagsOfRecords } from "#lib/tags/queries/tags-of-records.ts";
import { tagsOfRecord } from "#lib/tags/queries/tags-of-record.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";
import { anIncident } from "./incidents.ts";
import { PLAIN_LINK } from "./links.ts";
import { aPlace } from "./places.ts";

let made = 0;

/** A fresh tag of the world's case. */
export const aTag = (world: World, name = world.marked(`word ${++made}`).slice(0, 40)) =>
  world.do("investigator", recordTag, { caseId: world.caseId, name });

/** A record of the world's case with a tag on it. */
export async function aTaggedIncident(world: World) {
  const recordId = (await anIncident(world)).id;
  const tagId = (await aTag(world)).id;
  await world.do("investigator", putTag, { recordId, tagId });
  return { recordId, tagId };
}

export const tagSpecimens: Specimens = {
  commands: [
    {
      command: recordTag,
      as: "legal_officer",
      input: async (world) => ({ caseId: world.caseId, name: world.marked("checked") }),
    },
    {
      command: amendTag,
      as: "investigator",
      async input(world) {
        const { id, version } = await aTag(world);
        return { tagId: id, version, name: world.marked(`renamed ${++made}`) };
      },
    },
    {
      command: retractTag,
      as: "reviewer",
      async input(world) {
        const { id, version } = await aTag(world);
        return { tagId: id, version };
      },
    },
    {
      command: putTag,
      as: "reviewer",
      input: async (world) => ({ recordId: (await anIncident(world)).id, tagId: (await aTag(world)).id }),
    },
    { command: removeTag, as: "reviewer", input: aTaggedIncident },
    {
      command: tagRecords,
      as: "investigator",
      async input(world) {
        const recordIds = [(await anIncident(world)).id];
        return { caseId: world.caseId, recordIds, tagId: (await aTag(world)).id, act: "put" };
      },
    },
    {
      command: assignRecords,
      as: "investigator",
      async input(world) {
        const assigneeId = world.person("reviewer").accountId;
        return { caseId: world.caseId, recordIds: [(await anIncident(world)).id], assigneeId };
      },
    },
    {
      command: linkRecords,
      as: "investigator",
      async input(world) {
        const recordIds = [(await anIncident(world)).id];
        const otherId = (await aPlace(world)).id;
        return {
          ...PLAIN_LINK,
          caseId: world.caseId,
          recordIds,
          kind: "incident_place",
          side: "from",
          otherId,
        };
      },
    },
  ],
  queries: [
    {
      query: listTags,
      as: "reviewer",
      async input(world) {
        await aTag(world);
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
    {
      query: tagsOfRecord,
      as: "reviewer",
      input: async (world) => ({ recordId: (await aTaggedIncident(world)).recordId }),
      showsMarker: true,
    },
    {
      query: tagsOfRecords,
      as: "reviewer",
      async input(world) {
        const { recordId } = await aTaggedIncident(world);
        return { caseId: world.caseId, recordIds: [recordId] };
      },
      showsMarker: true,
    },
    {
      query: suggestTags,
      as: "reviewer",
      async input(world) {
        await aTag(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
