// What the shape and layer checks agree on: which folders of lib/ are machinery and what a room may hold.

/** Folders of lib/ that serve every room and choose their own file names. Everything else in lib/ is a room. */
export const machinery = [
  "core",
  "platform",
  "i18n",
  "auth",
  "audit",
  "access",
  "testing",
  "api",
  "jobs",
  "locked",
];

/** Machinery that opens doors: it may call the rooms' commands and queries, and nothing in a room may import it. */
export const doors = ["api", "auth"];

/** Files below lib/ that are words: closed lists and their schemas. Every room and every screen may have them. */
export const words = [
  "[^/]+/(?:vocabulary|words)\\.ts", // a room's own words
  "codebook/(?:violations|reported|lists)\\.ts", // the shared codebook, cut by subject
];

/** File names a room may have, as patterns below lib/<room>/. */
export const roomFiles = [
  "vocabulary.ts", // words, ids and their schemas
  "words.ts", // of these words, the lists and limits that the browser needs: without schemas, which are heavy
  "rules.ts", // pure rules and state machines
  "rules/*.ts",
  "policy.ts", // who may do what to which row
  "policy/*.ts",
  "find.ts", // look-ups inside the caller's scope
  "find/*.ts",
  "acts.ts", // steps that several commands of the room share
  "commands/*.ts", // one verb a file
  "queries/*.ts", // one question a file
  "views.ts", // what leaves the room
  "views/*.ts",
  "jobs.ts", // work that outlives a request
  "testing/*.ts", // builders and samples for tests; the layer check keeps them out of the program
];

/** Names that one room alone has, with the reason. */
export const roomExtras = [
  {
    room: "witnesses",
    file: "vault.ts",
    why: "opens sealed identities; the layer check guards who imports it",
  },
  { room: "exports", file: "dossier.ts", why: "what goes into a dossier, apart from how it looks" },
  { room: "exports", file: "formats/**", why: "one file a format: how a dossier looks" },
  { room: "imports", file: "*/*", why: "one folder a source: its columns and how they map" },
  {
    room: "codebook",
    file: "violations.ts",
    why: "acts, roles of suspects and attribution, with their legal sources",
  },
  { room: "codebook", file: "reported.ts", why: "words for figures, media, proceedings and responses" },
  { room: "codebook", file: "lists.ts", why: "all lists by their branch of the catalogue" },
];

export const isTest = /\.test\.tsx?$/;
