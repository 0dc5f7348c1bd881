/** What a person prefers, for pages and through doors: the caller's own, one a key. */
import type { Caller } from "#lib/core/caller.ts";
import type { ListLayout } from "#lib/core/vocabulary.ts";
import { forgetLayout, maybeLayout, saveLayout } from "#lib/core/preferences.ts";
import { Refused } from "#lib/core/refusals.ts";
import { behindTheDoor } from "./door.ts";

/** How the caller likes a list to look, for its page; null: as usual. */
export function layoutOf(caller: Caller, tableId: string): Promise<ListLayout | null> {
  return maybeLayout(caller, `list.${tableId}`).catch((error: unknown) => {
    if (error instanceof Refused) return null; // the session is over: what else the page asks for says so
    throw error;
  });
}

/** PUT `{ body }`: keeps how a list looks. */
export const saveLayoutDoor = (request: Request, key: string) =>
  behindTheDoor(request, (caller, { body }) => saveLayout(caller, key, body));

/** DELETE: the list looks as usual again. */
export const forgetLayoutDoor = (request: Request, key: string) =>
  behindTheDoor(request, (caller) => forgetLayout(caller, key));
