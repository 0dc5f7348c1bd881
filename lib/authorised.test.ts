import { describe, expect, it } from "vitest";
import { permissions } from "#lib/access/permissions.ts";
import { commands, queries } from "#lib/registry.ts";
import { doorSpecimens } from "./testing/door-specimens.ts";
import { readSource } from "./testing/source-imports.ts";
import { commandSpecimens, querySpecimens } from "./testing/specimens/index.ts";
import { type Reasons, untestedWays } from "./testing/ways-in.ts";

/** Every other way in goes through the matrix of lib/matrix.db.test.ts or lib/api/door-matrix.db.test.ts. */
const reasons: Reasons = {
  entrances: {
    "app/page.tsx": "leads on to the cases, which ask",
    "app/blank/route.ts": "is empty",
    "app/api/leave/route.ts": "ends the browser's own session, as whoever has it, through execute()",
    "app/(entrance)/setup/page.tsx": "is there before anybody can sign in, and then never again",
    "app/(entrance)/sign-in/page.tsx": "is for those who are not signed in",
    "app/(entrance)/sign-in/return/page.tsx":
      "is for those whom a provider sends back; lib/api/elsewhere.db.test.ts tests what that opens",
    "app/(entrance)/welcome/page.tsx": "is for those who hold a link and are not signed in",
    "app/api/enter/route.ts": "takes a name and a password; lib/auth tests what that opens",
    "app/api/elsewhere/leave/route.ts": "says where a provider is, which its button says anyway",
    "app/api/elsewhere/return/route.ts":
      "takes what a provider says; lib/api/elsewhere.db.test.ts tests what that opens",
    "app/api/welcome/route.ts":
      "takes the secret of a link; lib/api/welcome.db.test.ts tests what that opens",
    "app/api/[...address]/route.ts": "answers that there is no such door",
    "app/api/auth/[...nextauth]/route.ts": "signs in and out; lib/auth tests what that opens",
    "app/api/health/route.ts": "says that the program answers, and holds nothing",
    "app/api/locale/route.ts":
      "keeps a language in a cookie for everyone; the profile it writes goes through execute()",
    "app/api/witness/add-checkpoint/route.ts":
      "takes a checkpoint that a log signed; lib/api/witness.db.test.ts tests what that opens",
    "app/api/witness/key/route.ts": "says a public key",
    "app/api/witness/[originHash]/checkpoint/route.ts": "says what a log published, as it was countersigned",
    "app/api/setup/route.ts": "goes through execute() as setup, which the matrix tries too",
  },
  open: {
    "lib/i18n/server.ts": "asks who is signed in, for their language and calendar only",
    currentPerson: "asks who is signed in",
    authOptions: "signs in and out",
    isFirstRun: "tells whether there is any account, which the sign-in page shows anyway",
    layoutOf: "reads the caller's own layout of a list",
    enterDoor: "signs in",
    leaveDoor: "is for everyone",
    returnDoor: "signs in, or seals what its own person may tie",
    sessionInCookie: "opens the browser's own cookie",
    welcomeDoor: "is for whoever holds the secret of a link",
    localeDoor: "is for everyone",
    pathWithin: "reads no data",
    problemResponse: "reads no data",
    quickExitDoor: "ends the browser's own session; lib/api/quick-exit.db.test.ts tests whose",
    addCheckpointDoor: "is for whoever holds the key of a log that the settings name",
    witnessKeyDoor: "is for everyone",
    lastCheckpointDoor: "is for everyone",
    setupDoor: "is for whoever holds the code of the first run",
  },
  holders: {
    "lib/accounts/find.ts": "looks up the caller's own names, for a password that is not one of them",
    "lib/api/enter.ts": "takes its keys and clock, for a cookie",
    "lib/api/elsewhere.ts": "takes its keys and clock, for leave to tie",
    "lib/api/witness.ts": "countersigns what a log signed, for nobody in particular",
    "lib/audit/anchors/keep-anchors.ts": "lays elsewhere what the key of the log signed",
    "lib/audit/keep-checkpoints.ts": "signs the log, which nobody is asked for",
    "lib/audit/nightly-check.ts": "checks the log, and keeps whether it holds",
    "lib/auth/elsewhere.ts": "takes its keys and clock, for a cookie",
    "lib/auth/options.ts": "takes its keys, for the secret of a cookie",
    "lib/auth/throttle.ts": "counts tries, before anybody is known",
    "lib/core/system.ts": "opens it",
    "lib/core/installation.ts": "looks whether somebody acted under other keys, before there are any",
    "lib/core/prepare.ts": "lays its keys before anybody asks",
    "lib/core/rotation.ts": "seals keys anew while nobody else has it open",
    "lib/auth/sessions.ts": "finds out who asks, by the session",
    "lib/retention/jobs.ts": "removes what a deletion that two people decided on leaves behind",
    "lib/vault/acts.ts": "counts how often its caller looks for people, and tells those who watch over them",
    "lib/vault/jobs.ts": "destroys the key of what two people had destroyed",
    "lib/jobs/runner.ts": "takes jobs from the queue; each asks as the person who queued it",
  },
};

const source = readSource();
const doors = Object.keys(doorSpecimens);
const names = (of: readonly { name: string }[]) => of.map(({ name }) => name).toSorted();

describe("every way in is tried by a test of authorisation:", () => {
  it("each command and query has a specimen, and nothing has one that is not registered", () => {
    expect(names(commandSpecimens.map(({ command }) => command))).toEqual(names(commands));
    expect(names(querySpecimens.map(({ query }) => query))).toEqual(names(queries));
  });

  it("each permission is that of a verb, or is asked for by name", () => {
    const ofVerbs = new Set<string>(
      [...commands, ...queries].flatMap(({ permission, sight }) => [permission, sight]),
    );
    const lib = [...source].filter(([file]) => /^lib\/(?!access\/)/.test(file)).map(([, text]) => text);
    const named = (permission: string) => lib.some((text) => text.includes(`"${permission}"`));
    const idle = Object.keys(permissions).filter((one) => !ofVerbs.has(one) && !named(one));
    expect(idle).toEqual([]);
  });

  it("each page, route and server action asks, or opens a door that is knocked at, or says why not", () => {
    expect(untestedWays(source, doors, reasons)).toEqual([]);
  });
});

describe("the search for ways in", () => {
  it("sees the tree", () => {
    const entrances = [...source.keys()].filter((file) => /\/(page|route)\.tsx?$/.test(file));
    expect(entrances.length).toBeGreaterThan(90);
  });

  const PAGE = "app/(desk)/planted/page.tsx";
  const ROUTE = "app/api/planted/route.ts";
  it.each<[string, string, string]>([
    ["a page that asks nothing", PAGE, `export default () => null;`],
    ["a page that looks for itself", PAGE, `import { system } from "#lib/core/system.ts";`],
    ["a page that takes the machinery", PAGE, `import { ask } from "#lib/core/ask.ts";`],
    ["a page that makes a question of its own", PAGE, `import { query } from "#lib/core/query.ts";`],
    ["a page that reads somebody's drafts", PAGE, `import { maybeDraft } from "#lib/core/drafts.ts";`],
    ["a route without a door", ROUTE, `export const GET = () => Response.json({});`],
    ["a route with a door that has no specimen", ROUTE, `import { newDoor } from "#lib/api/door.ts";`],
    ["a route with a late import", ROUTE, `const { read } = await import("#lib/core/system.ts");`],
    ["a server action that asks nothing", "app/(desk)/_parts/planted.ts", `"use server";`],
    ["a server action of a component", "components/ui/planted.ts", `'use server';`],
    ["a look-up in lib", "lib/places/find/planted.ts", `import { system } from "#lib/core/system.ts";`],
    ["the store opened again", "lib/api/planted.ts", `import { openStore } from "#db/store.ts";`],
  ])("sees %s", (_, file, text) => {
    const planted = untestedWays(new Map([...source, [file, text]]), doors, reasons);
    expect(planted.length).toBeGreaterThan(0);
    expect(planted.every((fault) => fault.startsWith(file))).toBe(true);
  });

  it("sees a page behind which nothing asks any more, and a reason for what is gone", () => {
    const page = "app/(desk)/cases/[caseId]/members/page.tsx";
    const silent = (source.get(page) ?? "").replaceAll(/asked|maybeAsked|requirePerson/gi, "told");
    expect(untestedWays(new Map([...source, [page, silent]]), doors, reasons)).not.toEqual([]);
    const stale = { ...reasons, entrances: { ...reasons.entrances, "app/gone/page.tsx": "was there" } };
    expect(untestedWays(source, doors, stale)).toEqual(["app/gone/page.tsx: a reason for what is gone"]);
    expect(untestedWays(source, doors.slice(1), reasons)).not.toEqual([]);
  });
});
