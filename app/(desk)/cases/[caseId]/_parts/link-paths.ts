/** Where the pages of each noun are that a link can join. */
export const LINK_PATHS = {
  testimony: "testimonies",
  incident: "incidents",
  actor: "actors",
  place: "places",
  media: "media",
  figure: "figures",
  proceeding: "proceedings",
  source: "sources",
} as const;
