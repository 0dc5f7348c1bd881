import { z } from "zod";

/** The lanes of the timeline, from top to bottom: whose dates, and which of them. */
export const TIMELINE_LANES = [
  "incident",
  "testimony_event",
  "testimony_taken",
  "figure",
  "proceeding",
  "note",
] as const;
export const TimelineLane = z.enum(TIMELINE_LANES);
export type TimelineLane = z.infer<typeof TimelineLane>;

/** A lane shows its records up to this many in the time shown, and beyond that how many there are. */
export const LANE_ITEMS_MAX = 60;
/** Up to this many, each has its title beside it; beyond, it is read when pointed at. */
export const LANE_LABELS_MAX = 24;
/** Counts stop here; where one does, it is said. */
export const COUNTED_MAX = 1_000;
/** Of the records that begin before the time shown, so many are looked at, from the latest back. */
export const REACHING_MAX = 200;
/** Records without a date that a lane lists. */
export const UNDATED_LISTED_MAX = 20;

/** A picture, or the same as a table. */
export const PICTURE_VIEWS = ["picture", "table"] as const;
export type PictureView = (typeof PICTURE_VIEWS)[number];

/** A calendar day, `YYYY-MM-DD`, of the years 1 to 9999. */
export const CalendarDay = z.iso.date().refine((day) => day >= "0001-01-01", "bad_day");

/** A graph of neighbours draws up to this many records, the one in its middle among them. */
export const GRAPH_NODES_MAX = 60;
/** Of these, so many may stand one step away. */
export const GRAPH_FIRST_STEP_MAX = 24;
/** So many links of each kind are looked at: of the record in the middle, and of each of its neighbours. */
export const GRAPH_LINKS_MAX = { first: 12, second: 3 } as const;

/** Places of one record that a map marks. */
export const MARKED_PLACES_MAX = 20;
/** Places that a map draws, by name. */
export const MAP_PLACES_MAX = 200;
/** Records that are looked at to tell how many have no place; beyond, it is said. */
export const MAP_LOOKED_AT_MAX = 10_000;

/** A chart of the published counts of an event draws up to this many figures. */
export const RANGES_MAX = 120;
/** Incidents that are offered for it. */
export const INCIDENTS_OFFERED_MAX = 200;
