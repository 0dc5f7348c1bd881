/**
 * What is hidden is answered as what does not exist, to the byte: every page, every door that a GET opens and every server
 * action, before things are hidden and after, as they are seen by who may not see what is hidden. The questions behind them
 * are compared in lib/hidden-or-absent.db.test.ts.
 */
import { expect, test } from "@playwright/test";
import { actionIds, type Address, addressesOf, faultsOfAddresses, type Ids } from "../fixtures/everywhere.ts";
import { theFirstAdministrator } from "../fixtures/first-administrator.ts";
import { everyId, fillOpenly, hideACase, hideInCompartment, newSince } from "../fixtures/hidden-web.ts";
import { ROUTES } from "../fixtures/routes.ts";
import { asComparable } from "../fixtures/same-answer.ts";
import { type RunningServer, startServer } from "../fixtures/server.ts";
import { aVisitor, type Visitor } from "../fixtures/visitor.ts";
import { aServedWorld, type ServedWorld } from "../leaks/world.ts";

test.describe.configure({ mode: "serial" });

/** Members who are not cleared, somebody of another case, who keeps the register of cases, and nobody. */
const OUTSIDERS = [
  "investigator2",
  "reviewer",
  "legal_officer",
  "stranger",
  "administrator",
  "nobody",
] as const;
const CLEARED = "reviewer2";
type Looker = (typeof OUTSIDERS)[number] | typeof CLEARED;

/** Pages that show every case to who keeps the register: a case is hidden from nobody there; and the number of all entries of the log. */
const REGISTER = /^\/admin\/(?:register|grants|accounts|audit\/standing)/;

/** Pages and doors that no outsider opens. */
const UNOPENED: readonly string[] = [
  "/", // leads on
  "/setup", // is over
  "/admin/audit", // of the auditor, from whom no act is hidden, and no record is shown
  "/admin/audit/[seq]",
  "/admin/audit/standing/sheet",
  "/admin/audit/patterns",
  "/emergencies/[emergencyId]", // of those who watch over a case; lib/emergencies/emergencies.db.test.ts
  "/cases/[caseId]/breach", // of protection officers alone; its questions are in lib/hidden-or-absent.db.test.ts
  "/cases/[caseId]/identities", // of those who keep the vault; likewise
  "/api/[...address]", // no door
  "/api/witness/key", // there is no witness where none is set; lib/api/witness.db.test.ts
  "/api/witness/[originHash]/checkpoint",
];

/** Where who is cleared finds something that is hidden in the case. */
const HOLDING: readonly string[] = [
  "/assigned",
  "/cases/[caseId]/actors/[actorId]",
  "/cases/[caseId]/allegations",
  "/cases/[caseId]/findings",
  "/cases/[caseId]/incidents/[incidentId]",
  "/cases/[caseId]/places/[placeId]",
  "/cases/[caseId]/review",
  "/cases/[caseId]/testimonies",
  "/cases/[caseId]/timeline",
  "/cases/[caseId]/victims",
  "/cases/[caseId]/witnesses",
  "/notices",
  "countFacet",
];

let server: RunningServer;
let world: ServedWorld;
let actions: ReadonlyMap<string, string>;
let addresses: readonly Address[] = [];
const before = new Map<Looker, Seen>();
const after = new Map<Looker, Seen>();
/** What was hidden in the case, and the hidden case with some of what is in it. */
let hiddenIds: Ids = {};
let hiddenCase: Ids = {};

type Seen = ReadonlyMap<Address, string>;

test.beforeAll(async () => {
  test.setTimeout(1_200_000);
  actions = actionIds();
  server = await startServer({ arguments: [] });
  world = await aServedWorld(server.baseURL, {
    administrator: await theFirstAdministrator(server),
    keys: [
      "investigator",
      "investigator2",
      "reviewer",
      "reviewer2",
      "legal_officer",
      "protection_officer",
      "stranger",
    ],
    // Titles and names stand in the frame of a page that says that nothing is there, where no canary may be.
    word: (number) => `word ${number}`,
    plainWord: (number) => `name${number}`,
  });
  const chosen = await fillOpenly(world);
  const open = await everyId(world);
  const { accountId, humanId } = world.person("investigator");
  addresses = addressesOf(
    withAnyRecord({ ...some(open, chosen), accountId: [accountId], humanId: [humanId] }),
  );
  await lookAround(before);
  await hideInCompartment(world);
  hiddenIds = newSince(open, await everyId(world));
  hiddenCase = some(await everyId(await hideACase(world)));
  await lookAround(after);
});
test.afterAll(() => server.stop());

/** The first of each, on which what is hidden hangs, and those chosen. */
const some = (ids: Ids, chosen: Ids = {}): Ids =>
  Object.fromEntries(
    Object.entries(ids).map(([name, all]) => [
      name,
      [...new Set([...all.slice(0, 1), ...(chosen[name] ?? [])])],
    ]),
  );

const NO_RECORD = ["caseId", "seq", "accountId", "humanId", "tagId", "attachmentId", "exportId"];

/** Pages about any record are opened for one of each kind. */
const withAnyRecord = (ids: Ids): Ids => ({
  ...ids,
  recordId: Object.entries(ids).flatMap(([name, all]) => (NO_RECORD.includes(name) ? [] : all.slice(0, 1))),
});

const [FIRST] = OUTSIDERS;

/**
 * The first looks everywhere. The others look once at each page, as far as the first was let in, and members also at what the
 * first was not shown.
 */
async function lookAround(seen: Map<Looker, Seen>): Promise<void> {
  seen.set(FIRST, await lookAt(FIRST, addresses));
  const wasShown = (one: Address) => isShown(before.get(FIRST)?.get(one));
  const once = onceEach([...addresses.filter(wasShown), ...addresses]);
  const shut = new Set([...once, ...addresses.filter((one) => !wasShown(one))]);
  for (const who of [...OUTSIDERS.slice(1), CLEARED] as const)
    seen.set(who, await lookAt(who, who === "reviewer" || who === "legal_officer" ? shut : once));
}

/** The first address of each page. */
const onceEach = (all: readonly Address[]): Address[] => [
  ...new Map(all.toReversed().map((one) => [one.route, one])).values(),
];

async function lookAt(who: Looker, some: Iterable<Address>): Promise<Seen> {
  const answers = new Map<Address, string>();
  for (const one of some) answers.set(one, await look(who, one));
  return answers;
}

async function look(who: Looker, { route, path, call }: Address): Promise<string> {
  const visitor: Visitor = who === "nobody" ? aVisitor(server.baseURL) : world.visitor(who);
  const headers = { "next-action": actions.get(route) ?? "", "content-type": "text/plain;charset=UTF-8" };
  const called = { method: "POST", headers, body: JSON.stringify(call) };
  return asComparable(path, await visitor.fetch(path, call === undefined ? {} : called));
}

const isShown = (answer = ""): boolean => answer.startsWith("200");

/** A line for each of two answers that differ, with the place from which on they do. */
function differences(pairs: Iterable<readonly [Address, string, string]>): string[] {
  return [...pairs].flatMap(([{ path, call = [] }, one, other]) => {
    if (one === other) return [];
    let at = 0;
    while (one[at] === other[at]) at++;
    const part = (text: string) => text.slice(Math.max(0, at - 60), at + 100);
    return [`${[path, ...call].join(" ")}\n  ${part(one)}\n  ${part(other)}`];
  });
}

const sinceHidden = (who: Looker) =>
  [...(before.get(who) ?? [])].map(([one, seen]) => [one, seen, after.get(who)?.get(one) ?? ""] as const);

test("every page, every door that a GET opens and every server action is looked at, by somebody who may", () => {
  expect(faultsOfAddresses()).toEqual([]);
  const opened = new Set<string>();
  for (const who of OUTSIDERS)
    for (const [{ route }, answer] of before.get(who) ?? []) if (isShown(answer)) opened.add(route);
  const all = new Set([...ROUTES, ...addresses.map(({ route }) => route)]);
  expect([...all].filter((route) => !opened.has(route)).toSorted()).toEqual(UNOPENED.toSorted());
});

test("what is hidden in a case, and a whole case, change no byte of any page to whoever may not see them", () => {
  for (const who of OUTSIDERS) {
    const same = sinceHidden(who).filter(([{ path }]) => who !== "administrator" || !REGISTER.test(path));
    expect(same.length).toBeGreaterThan(80);
    expect(differences(same), who).toEqual([]);
  }
});

test("to whoever is cleared the same pages change, and hold what is hidden", () => {
  const ids = Object.values(hiddenIds).flat();
  const holding = (answers: Seen | undefined) =>
    [...(answers ?? [])]
      .filter(([, answer]) => ids.some((id) => answer.includes(id)))
      .map(([{ route }]) => route);
  expect(holding(before.get(CLEARED))).toEqual([]);
  expect(holding(after.get(CLEARED))).toEqual(expect.arrayContaining([...HOLDING]));
});

test("the pages of what is hidden are those of what never was", async () => {
  test.setTimeout(600_000);
  const [hidden, caseId] = [some(hiddenIds), [world.caseId]];
  const named = [
    ...addressesOf(withAnyRecord({ ...hidden, caseId })),
    ...onceEach(addressesOf(withAnyRecord(hiddenCase))),
    ...onceEach(addressesOf(withAnyRecord({ ...hiddenCase, caseId }))),
  ];
  const ids = [hidden, hiddenCase]
    .flatMap((some) => Object.values(some).flat())
    .filter((id) => id.includes("_"));
  const pairs: [Address, string, string][] = [];
  for (const address of named) {
    const own = ids.filter((id) => [address.path, ...(address.call ?? [])].some((text) => text.includes(id)));
    if (own.length === 0) continue;
    const [one, other] = [await look(FIRST, address), await look(FIRST, own.reduce(asNeverWas, address))];
    pairs.push([address, one, own.reduce((text, id) => text.replaceAll(neverWas(id), id), other)]);
  }
  expect(pairs.length).toBeGreaterThan(150);
  expect(differences(pairs)).toEqual([]);
  const own = addressesOf({ ...hidden, caseId }).filter(({ route }) =>
    /\/(?!\[caseId)\[\w+Id\]$/.test(route),
  );
  expect(own.length).toBeGreaterThan(5);
  for (const one of own) {
    expect(await look(FIRST, one), one.path).toMatch(/^404/);
    expect(await look(CLEARED, one), one.path).toMatch(/^200/);
  }
});

/** An id of the same form that nothing has. */
const neverWas = (id: string): string => id.replace(/(?<=_)\w+/, (own) => [...own].toReversed().join(""));

const asNeverWas = ({ route, path, call }: Address, id: string): Address => ({
  route,
  path: path.replaceAll(id, neverWas(id)),
  ...(call === undefined ? {} : { call: call.map((one) => one.replaceAll(id, neverWas(id))) }),
});
