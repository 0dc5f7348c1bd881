import { amendComment } from "#lib/comments/commands/amend-comment.ts";
import { retractComment } from "#lib/comments/commands/retract-comment.ts";
import { writeComment } from "#lib/comments/commands/write-comment.ts";
import { listComments } from "#lib/comments/queries/list-comments.ts";
import type { Specimens } from "../specimen.ts";
import type { PersonKey, World } from "../world.ts";
import { anIncident } from "./incidents.ts";

/** Something said by an investigator about a record of the world's case, calling whoever is named. */
export async function aComment(
  world: World,
  { recordId, mentions = [] }: { recordId?: string; mentions?: readonly PersonKey[] } = {},
) {
  const record = recordId ?? (await anIncident(world)).id;
  const comment = await world.do("investigator", writeComment, {
    recordId: record,
    visibility: "team",
    body: world.marked("the gate was closed at noon"),
    mentions: mentions.map((person) => world.person(person).accountId),
  });
  return { ...comment, recordId: record };
}

export const commentSpecimens: Specimens = {
  commands: [
    {
      command: writeComment,
      as: "investigator",
      async input(world) {
        const { id: replyToId, recordId } = await aComment(world);
        return {
          recordId,
          visibility: "team",
          body: world.marked("who says so?"),
          mentions: [world.person("reviewer").accountId],
          replyToId,
        };
      },
    },
    {
      command: amendComment,
      as: "investigator",
      async input(world) {
        const { id, version } = await aComment(world);
        return { commentId: id, version, body: world.marked("at one"), mentions: [] };
      },
    },
    {
      command: retractComment,
      as: "investigator",
      async input(world) {
        const { id, version } = await aComment(world);
        return { commentId: id, version };
      },
    },
  ],
  queries: [
    {
      query: listComments,
      as: "reviewer",
      async input(world) {
        const { recordId, id } = await aComment(world);
        return { recordId, visibility: "team", from: id, page: {} };
      },
      showsMarker: true,
    },
  ],
};
