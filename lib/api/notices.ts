/** The doors of what a person has read: theirs alone, without an entry in the log. */
import { markRead, markSeen } from "#lib/notices/acts.ts";
import { behindTheDoor } from "./door.ts";

/** POST `{ ids }` or `{ all: true }`: these notices were read. */
export const readNoticesDoor = (request: Request) => behindTheDoor(request, markRead);

/** POST `{ recordId }`: the record is before them. */
export const seenDoor = (request: Request) => behindTheDoor(request, markSeen);
