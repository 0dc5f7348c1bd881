/**
 * What the release gate keeps comes out of no address: every page, door, verb and server action that there is, as the files have
 * them, is asked about a finished and approved export and the account in it, after its witness took their consent back. What
 * the verbs do by themselves is in lib/exports/no-way-past-the-gate.db.test.ts.
 */
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { withdrawConsent } from "#lib/consent/commands/withdraw-consent.ts";
import { readConsent } from "#lib/consent/queries/read-consent.ts";
import { commands, queries } from "#lib/registry.ts";
import { anExport, approved, mayLeave } from "#lib/testing/specimens/exports.ts";
import { aRecipient } from "#lib/testing/specimens/recipients.ts";
import { anAcceptedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { actionIds } from "../fixtures/everywhere.ts";
import { theFirstAdministrator } from "../fixtures/first-administrator.ts";
import { type RunningServer, startServer } from "../fixtures/server.ts";
import { aServedWorld, type ServedWorld } from "../leaks/world.ts";

test.describe.configure({ mode: "serial" });

const KEPT = "qzkeptaccount";
/** Whoever has to do with exports, and who runs the house and reads no account. */
const ASKING = ["legal_officer", "protection_officer", "senior_reviewer", "administrator"] as const;
/** Who may fetch a bag, and so is asked for everything. */
const LAWYER = ASKING[0];
type Asking = (typeof ASKING)[number];
const METHODS = ["GET", "HEAD", "POST"] as const;

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
interface Found {
  readonly asked: string;
  readonly status: number;
  readonly isFile: boolean;
  readonly holds: boolean;
}

let server: RunningServer;
let world: ServedWorld;
/** The case, the account, its witness, their recipient and the export, by the names that parts of addresses and inputs have. */
let ids: Readonly<Record<string, string>>;
let sha256 = "";
let witnessId = "";

test.beforeAll(async () => {
  test.setTimeout(600_000);
  server = await startServer({ arguments: [] });
  world = await aServedWorld(server.baseURL, {
    administrator: await theFirstAdministrator(server),
    keys: [
      "investigator",
      "reviewer",
      "senior_reviewer",
      "legal_officer",
      "legal_officer2",
      "protection_officer",
    ],
    word: (number) => `word ${number}`,
    plainWord: (number) => `name${number}`,
  });
  const { id: testimonyId } = await anAcceptedTestimony(world, { title: KEPT });
  await mayLeave(world, testimonyId);
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
  witnessId = testimony.witnessId ?? "";
  const { id: recipientId } = await aRecipient(world);
  const { id: exportId } = await anExport(world, recipientId);
  const read = () => world.visitor("legal_officer").ask("export.read", { exportId });
  await expect.poll(async () => (await read()).body["status"], { timeout: 60_000 }).toBe("ready");
  sha256 = String((await read()).body["sha256"]);
  await approved(world, exportId);
  ids = { caseId: world.caseId, testimonyId, recordId: testimonyId, witnessId, recipientId, exportId };
});
test.afterAll(() => server.stop());

/** The files of the app folder of a name, as addresses. */
const addressesIn = (name: string): string[] =>
  globSync(`app/**/${name}`)
    .map((file) => file.slice("app".length, -`/${name}`.length).replaceAll(/\/\([^)]*\)/g, "") || "/")
    .toSorted();

/** An address with our ids in it. @param others what stands for an id of which we have none */
function filled(address: string, others: readonly string[]): string[] {
  const [part, name = ""] = /\[(?:\.\.\.)?(\w+)\]/.exec(address) ?? [];
  if (part === undefined) return [address];
  const known = ids[name];
  return (known === undefined ? others : [known]).flatMap((id) => filled(address.replace(part, id), others));
}

/** The doors of the program, each by every method and with each of our ids; those of the verbs are below. */
const doors = (): Request[] =>
  addressesIn("route.ts").flatMap((address) =>
    METHODS.flatMap((method) =>
      filled(address, [...new Set(Object.values(ids))]).map((path) => ({ method, path })),
    ),
  );

const pages = (): Request[] =>
  addressesIn("page.tsx")
    .flatMap((address) => filled(address, [ids["exportId"] ?? ""]))
    .map((path) => ({ method: "GET", path }));

/** The pages about the export, the account, or whoever gave it or gets it. */
const pagesAboutThem = (): Request[] => {
  const { caseId: _, ...own } = ids;
  const parts = Object.keys(own).map((name) => `[${name}]`);
  return addressesIn("page.tsx")
    .filter((address) => parts.some((part) => address.includes(part)))
    .flatMap((address) => filled(address, []))
    .map((path) => ({ method: "GET", path }));
};

/** Every server action, called with each id, and the pages about them by the other ways in which a browser may ask. */
const sent = (): Request[] => [
  ...[...actionIds().values()].flatMap((action) =>
    Object.values(ids).map((id) => ({
      method: "POST",
      path: `/cases/${ids["caseId"]}/exports`,
      headers: { "next-action": action, "content-type": "text/plain;charset=UTF-8" },
      body: JSON.stringify([id]),
    })),
  ),
  ...pagesAboutThem().flatMap(({ path }) => ["HEAD", "POST"].map((method) => ({ method, path }))),
];

/** A verb or question of the registry, with all of its input that is known here. */
function called(folder: string, { name, input }: (typeof commands | typeof queries)[number]): Request {
  const known: Readonly<Record<string, unknown>> = {
    ...ids,
    sha256,
    page: {},
    language: "en",
    releasePurpose: "proceedings",
    text: KEPT,
    limit: 5,
  };
  const shape = "shape" in input ? Object.keys(input.shape as object) : Object.keys(known);
  const given = Object.fromEntries(shape.flatMap((key) => (key in known ? [[key, known[key]]] : [])));
  return {
    method: "POST",
    path: `${folder}/${name}`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ input: given, requestId: crypto.randomUUID() }),
  };
}
const questions = (): Request[] => queries.map((one) => called("/api/v1/ask", one));
const acts = (): Request[] => commands.map((one) => called("/api/v1", one));

/** Ends the session of whoever asks, and is asked last. */
const LEAVING = "/api/leave";

/** Asks as somebody, who is signed in to the last. */
async function asked(who: Asking, all: readonly Request[]): Promise<Found[]> {
  const visitor = world.visitor(who);
  const found: Found[] = [];
  const stays = (one: Request) => Number(one.path === LEAVING);
  for (const { method, path, ...rest } of all.toSorted((a, b) => stays(a) - stays(b))) {
    if (path === LEAVING) expect((await visitor.ask("account.own", {})).status, who).toBe(200);
    const answer = await visitor.fetch(path, { method, ...rest });
    const bytes = Buffer.from(await answer.arrayBuffer());
    found.push({
      asked: `${method} ${path}`,
      status: answer.status,
      isFile: isFile(answer, bytes),
      holds: bytes.includes(KEPT),
    });
  }
  return found;
}

const isFile = ({ headers }: Response, bytes: Buffer): boolean =>
  /^attachment/i.test(headers.get("content-disposition") ?? "") ||
  /zip|octet-stream/i.test(headers.get("content-type") ?? "") ||
  bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));

const filesIn = (found: readonly Found[]) => found.filter((one) => one.isFile).map((one) => one.asked);

test("what a bag hands out before its gate closes is found by the same questions, at one door and for one role", async () => {
  const door = `/api/exports/${ids["exportId"]}`;
  const found = await Promise.all(
    ASKING.map(async (who) =>
      filesIn(
        await asked(
          who,
          who === LAWYER
            ? doors().filter(({ path }) => path !== LEAVING)
            : METHODS.map((method) => ({ method, path: door })),
        ),
      ),
    ),
  );
  const [fetched, ...others] = found;
  expect(fetched).toEqual([`POST ${door}`]);
  expect(others.flat()).toEqual([]);
  const bag = await world.visitor(LAWYER).fetch(door, { method: "POST" });
  expect(bag.status).toBe(200);
  const folder = mkdtempSync(join(tmpdir(), "attest-gate-"));
  writeFileSync(join(folder, "bag.zip"), Buffer.from(await bag.arrayBuffer()));
  const { stdout } = spawnSync("unzip", ["-p", join(folder, "bag.zip")], {
    encoding: "latin1",
    maxBuffer: 2 ** 28,
  });
  rmSync(folder, { recursive: true });
  expect(stdout).toContain(KEPT);
});

test("nothing that the gate keeps comes out of any page, door, verb or server action", async () => {
  test.setTimeout(900_000);
  const { seen } = await world.ask("investigator", readConsent, { witnessId });
  await world.do("protection_officer", withdrawConsent, { witnessId, seen, cells: null, note: null });
  const everything = [...questions(), ...pages(), ...sent(), ...acts(), ...doors()];
  const some = [...questions(), ...pagesAboutThem(), ...doors()];
  const found = await Promise.all(
    ASKING.map(async (who) => ({ who, answers: await asked(who, who === LAWYER ? everything : some) })),
  );
  const about = (path: string) => found.flatMap(({ answers }) => answers.filter((one) => one.asked === path));
  for (const { who, answers } of found) {
    expect(filesIn(answers), who).toEqual([]);
    const telling = answers.filter(({ holds }) => holds).map((one) => one.asked);
    if (who === "administrator") expect(telling, who).toEqual([]);
    // Colleagues read the account in the program; what is of the export itself holds none of it.
    expect(
      telling.filter((one) => one.includes(ids["exportId"] ?? "")),
      who,
    ).toEqual([]);
    // The page of the export opens for who may see exports: it was they who were asked, not somebody signed out.
    const page = answers.find(
      (one) => one.asked === `GET /cases/${ids["caseId"]}/exports/${ids["exportId"]}`,
    );
    expect(page?.status, who).toBe(who === "administrator" ? 404 : 200);
  }
  // The account itself was shown to colleagues, so that its words would have been seen elsewhere too.
  expect(about("POST /api/v1/ask/testimony.read").map(({ holds }) => holds)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test("the download of what the gate keeps says by which rule", async () => {
  const lawyer = world.visitor("legal_officer2");
  const answer = await lawyer.send(`/api/exports/${ids["exportId"]}`, { method: "POST" });
  expect([answer.status, answer.body["rule"]]).toEqual([409, "export.consent_changed"]);
});
