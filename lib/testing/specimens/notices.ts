import { setNotices } from "#lib/notices/commands/set-notices.ts";
import { countUnread } from "#lib/notices/queries/count-unread.ts";
import { listNotices } from "#lib/notices/queries/list-notices.ts";
import { readNoticeSettings } from "#lib/notices/queries/read-notice-settings.ts";
import { sinceSeen } from "#lib/notices/queries/since-seen.ts";
import { unreadOfRecords } from "#lib/notices/queries/unread-of-records.ts";
import type { Specimens } from "../specimen.ts";
import { aComment } from "./comments.ts";

export const noticeSpecimens: Specimens = {
  commands: [
    {
      command: setNotices,
      as: "investigator",
      noSubject: true,
      input: async () => ({ muted: ["admitted"], email: "somebody@house.example", mail: true }),
    },
  ],
  queries: [
    {
      query: countUnread,
      as: "reviewer",
      async input(world) {
        await aComment(world, { mentions: ["reviewer"] });
        return {};
      },
      showsMarker: false,
    },
    {
      query: listNotices,
      as: "reviewer",
      async input(world) {
        await aComment(world, { mentions: ["reviewer"] });
        return { unread: true, page: {} };
      },
      showsMarker: true,
    },
    { query: readNoticeSettings, as: "reviewer", input: async () => ({}), showsMarker: false },
    {
      query: sinceSeen,
      as: "reviewer",
      input: async (world) => ({ recordId: (await aComment(world)).recordId }),
      showsMarker: false,
    },
    {
      query: unreadOfRecords,
      as: "reviewer",
      async input(world) {
        const { recordId } = await aComment(world, { mentions: ["reviewer"] });
        return { caseId: world.caseId, recordIds: [recordId] };
      },
      showsMarker: false,
    },
  ],
};
