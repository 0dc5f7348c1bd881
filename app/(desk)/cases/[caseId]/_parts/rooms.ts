/** The rooms whose records have pages of one shape: a room's name is its path and its catalogue; this is its noun. */
export const ROOM_NOUNS = {
  sources: "source",
  witnesses: "witness",
  victims: "victim",
  actors: "actor",
  incidents: "incident",
  figures: "figure",
  media: "media",
  proceedings: "proceeding",
  recipients: "recipient",
} as const;
export type Room = keyof typeof ROOM_NOUNS;
