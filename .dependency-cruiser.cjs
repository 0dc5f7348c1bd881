// The layers: app → components → lib/<room> → lib/core → db, never back. Run through bin/check-layers.mjs,
// which also proves by a canary that every rule below can go red.
const { doors, machinery, words } = require("./bin/house.mjs");

const MACHINERY = `(?:${machinery.join("|")})/`;
const ROOM = `^lib/(?!${MACHINERY})([^/]+)/`; // group 1 is the room
const ANY_ROOM = `^lib/(?!${MACHINERY})[^/]+/`;
const TEST = "\\.test\\.tsx?$";
const TESTING = ["^db/testing/", "^lib/testing/", "^lib/[^/]+/testing/"];
const WORDS = `^lib/(?:${words.join("|")})$`;
const DRIVERS =
  "node_modules/(?:better-sqlite3|better-sqlite3-multiple-ciphers|pg|@types/pg|@types/better-sqlite3|@electric-sql/pglite|drizzle-orm/(?:better-sqlite3|node-postgres|pglite))/";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const notTypes = { dependencyTypesNot: ["type-only"] };

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      "no-cycles",
      "Two files that need each other are one file, or hide a third.",
      {},
      { circular: true },
    ),
    forbid(
      "no-orphans",
      "Nothing imports this file and it imports nothing.",
      {
        orphan: true,
        pathNot: [
          TEST,
          "\\.d\\.ts$",
          "\\.config\\.[cm]?[jt]s$",
          "^(?:bin|e2e|docs)/",
          "/(?:page|layout|template|loading|error|global-error|not-found|default|route|manifest|robots)\\.tsx?$",
        ],
      },
      {},
    ),
    forbid(
      "resolvable",
      "An import nobody can follow is an edge nobody checks.",
      {},
      { couldNotResolve: true },
    ),
    forbid(
      "db-knows-nobody",
      "Tables and the store know no room; seeds and builders use the rooms' commands.",
      { path: "^db/", pathNot: ["^db/(?:seed|testing)/", TEST] },
      { path: "^(?:lib|components|app|bin|e2e)/" },
    ),
    forbid(
      "core-knows-no-room",
      "Machinery serves every room and so may know none; lib/registry.ts lists the rooms' verbs.",
      { path: `^lib/${MACHINERY}`, pathNot: [TEST, ...TESTING, `^lib/(?:${doors.join("|")})/`] },
      { path: [ANY_ROOM, "^lib/[^/]+\\.tsx?$"] },
    ),
    forbid(
      "platform-is-an-adapter",
      "lib/platform speaks to the outside world and has no word of the domain.",
      { path: "^lib/platform/", pathNot: TEST },
      { path: "^(?:lib|db)/", pathNot: "^lib/platform/" },
    ),
    forbid(
      "rooms-meet-at-the-door",
      "A room shows other rooms its vocabulary, rules, look-ups, commands and queries; the rest is its own business.",
      { path: ROOM, pathNot: [TEST, ...TESTING] },
      {
        path: ANY_ROOM,
        pathNot: ["^lib/$1/", WORDS, "^lib/[^/]+/(?:rules|find)[./]", "^lib/[^/]+/(?:commands|queries)/"],
      },
    ),
    forbid(
      "lib-knows-no-screen",
      "lib never imports a screen.",
      { path: "^lib/" },
      { path: "^(?:components|app)/" },
    ),
    forbid(
      "components-are-fed",
      "A component gets plain views; it imports words and types, never a look-up, a rule or a verb.",
      { path: "^components/", pathNot: TEST },
      { path: "^lib/", pathNot: [WORDS, "^lib/i18n/"], ...notTypes },
    ),
    forbid(
      "components-know-no-page",
      "Components serve pages; they know none, and no table.",
      { path: "^components/" },
      { path: "^(?:app|db|bin)/" },
    ),
    forbid(
      "app-has-no-sql",
      "Pages ask queries.",
      { path: "^app/" },
      { path: "^db/|node_modules/drizzle-orm/" },
    ),
    forbid(
      "app-opens-doors-only",
      "Pages, actions and routes ask queries and execute commands; rules and permissions are the room's.",
      { path: "^app/", pathNot: TEST },
      { path: "^lib/[^/]+/(?:rules|policy|find|views|jobs)[./]", ...notTypes },
    ),
    forbid(
      "nobody-imports-the-app",
      "Pages are ends, not means.",
      { path: "^(?:lib|components|db|bin)/" },
      { path: "^app/" },
    ),
    forbid(
      "drivers-stay-in-db",
      "Only db/ knows a driver; a browser test may open the file as an intruder would.",
      { pathNot: "^db/|^e2e/|node_modules/" },
      { path: DRIVERS },
    ),
    forbid(
      "dialects-stay-in-db",
      "Tables are made with the kit in db/columns.ts, which speaks both dialects; a column's type may be named anywhere.",
      { pathNot: "^db/|node_modules/" },
      { path: "node_modules/drizzle-orm/(?:sqlite|pg)-core/", ...notTypes },
    ),
    forbid(
      "the-vault-is-shut",
      "Only the witnesses' room opens identities.",
      { pathNot: "^lib/witnesses/" },
      { path: "^lib/witnesses/vault\\.ts$" },
    ),
    forbid(
      "no-testing-in-production",
      "Builders and fixtures serve tests, seeds and command lines only.",
      { path: "^(?:app|components|lib|db)/", pathNot: [TEST, "^db/(?:seed|testing)/", ...TESTING] },
      { path: ["^db/seed/", ...TESTING] },
    ),
    forbid(
      "no-dev-dependency-in-production",
      "`npm ci --omit=dev` must leave a whole program.",
      { path: "^(?:app|components|lib|db)/", pathNot: [TEST, "^db/testing/", ...TESTING] },
      {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only", "dynamic-import"],
        pathNot: "/@types/",
      },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^\\.next/", "^db/migrations/", "^data/", "^next-env\\.d\\.ts$"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json", ".d.ts"],
    },
  },
};
