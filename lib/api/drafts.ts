/** The doors of drafts: the caller's own, one a key. */
import { discardDraft, maybeDraft, saveDraft } from "#lib/core/drafts.ts";
import { behindTheDoor } from "./door.ts";

/** GET: the draft, or null. */
export const readDraftDoor = (request: Request, key: string) =>
  behindTheDoor(request, (caller) => maybeDraft(caller, key));

/** PUT `{ version, body }`: saves it; answers the next version. */
export const saveDraftDoor = (request: Request, key: string) =>
  behindTheDoor(request, (caller, { version, body }) => saveDraft(caller, key, version, body));

/** DELETE: throws it away. */
export const discardDraftDoor = (request: Request, key: string) =>
  behindTheDoor(request, (caller) => discardDraft(caller, key));
