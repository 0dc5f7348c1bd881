import { z } from "zod";
import type { listIds, viewSharings } from "#db/schema/views.ts";
import { idOf, Line } from "#lib/core/fields.ts";

export const SavedViewId = idOf("savedView");
/** The lists of a case of which a view can be saved. */
const LIST_IDS = [
  "testimonies",
  "witnesses",
  "victims",
  "incidents",
  "actors",
  "places",
  "proceedings",
  "sources",
  "media",
  "figures",
  "allegations",
  "findings",
] as const satisfies typeof listIds;
export const ListId = z.enum(LIST_IDS);
export type ListId = z.output<typeof ListId>;
const VIEW_SHARINGS = ["personal", "shared"] as const satisfies typeof viewSharings;
export const ViewSharing = z.enum(VIEW_SHARINGS);
export type ViewSharing = z.output<typeof ViewSharing>;

/** Characters: a name has to fit into a menu. */
export const VIEW_NAME_LENGTH_MAX = 60;
/** Views of one person in one list; more is no help in finding one. */
export const VIEWS_OWN_MAX = 30;
/** Views of a list that are shown: one's own and those that are shared. */
export const VIEWS_SHOWN_MAX = 200;

export const ViewName = Line.pipe(z.string().max(VIEW_NAME_LENGTH_MAX));

const KEY = /^[A-Za-z_]{1,40}$/;
/** Ids, enums, days and column keys: whatever a person may have typed freely has no place in an address. */
const VALUE = /^[\w.-]{1,400}$/;
/** Where a list stood and what was open in it is no part of how it is seen. */
const PLACES = new Set(["after", "before", "selected", "view"]);

/** The query of a list's address without its question mark, made of ids, enums and days alone. */
export const ViewAddress = z
  .string()
  .max(2_000)
  .transform((text, context) => {
    const kept = [...new URLSearchParams(text)].filter(([key]) => !PLACES.has(key));
    if (kept.some(([key, value]) => !KEY.test(key) || !VALUE.test(value))) {
      context.addIssue({ code: "custom", message: "bad_view" });
      return z.NEVER;
    }
    return new URLSearchParams(kept).toString();
  });
