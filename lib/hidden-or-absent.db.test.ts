/**
 * What is hidden is answered as what does not exist: the same question in a world with a hidden case full of records and in
 * the same world before it was opened, to the byte of the answer and to the statement of SQL.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withStatements } from "#db/testing/statements.ts";
import { caseRoles, globalRoles, ownRole, type Role, rolesWith } from "#lib/access/permissions.ts";
import { ask } from "#lib/core/ask.ts";
import type { Caller } from "#lib/core/caller.ts";
import type { Command } from "#lib/core/command.ts";
import { decodeCursor } from "#lib/core/cursor.ts";
import type { Query } from "#lib/core/query.ts";
import { rehearse } from "#lib/core/rehearse.ts";
import { aHiddenWeb, anOpenWeb } from "./testing/apart.ts";
import { lastSeq } from "./testing/everything.ts";
import { listRecipients } from "#lib/recipients/queries/list-recipients.ts";
import { findAnything } from "#lib/search/queries/find-anything.ts";
import { aHiddenCase } from "./testing/hidden-case.ts";
import { inThisLane } from "./testing/lane.ts";
import { aReadyExport } from "./testing/specimens/exports.ts";
import { aView } from "./testing/specimens/views.ts";
import { anIncident } from "./testing/specimens/incidents.ts";
import { commandSpecimens, querySpecimens } from "./testing/specimens/index.ts";
import { type Specimen, verbOf } from "./testing/verdict.ts";
import { aWorld, MARKER, type PersonKey, type World } from "./testing/world.ts";

type Input = Record<string, unknown>;

const specimens: readonly Specimen[] = inThisLane(
  [...commandSpecimens, ...querySpecimens].filter(({ as }) => as !== "setup"),
  process.env["ATTEST_LONG"],
);

/** The world before the hidden case, and with it. */
let without: World;
let withIt: World;
/** The number of the last entry of the log when the worlds parted. */
let partedAt = 0;
/** Of a hidden record. */
let code = "";
const own = new Map<Specimen, Input>();
const hidden = new Map<Specimen, Input>();

beforeAll(async () => {
  without = await aWorld();
  for (const one of specimens) own.set(one, await one.input(without));
  await anOpenWeb(without);
  partedAt = await lastSeq(without);
  withIt = await without.again();
  const inside = await aHiddenCase(withIt);
  for (const one of specimens) hidden.set(one, await one.input(inside));
  ({ code } = await anIncident(inside));
  // Making it took time: both clocks show the same again.
  without.pass(withIt.now() - without.now());
});
afterAll(async () => {
  await without.close();
  await withIt.close();
});

/** A place in a list is sealed anew each time; what was noted since then has the time and the number of its own noting. */
function unsealed(name: string, value: unknown): unknown {
  if (typeof value === "string") return (/^[\w-]{48,}$/.test(value) && decodeCursor(value)) || value;
  // What compartments an organisation has is no secret of a case.
  if (name === "compartments" && Array.isArray(value)) return "those of the organisation";
  if (name !== "auditEvents" || !Array.isArray(value)) return value;
  return value.filter((line) => (JSON.parse(String(line)) as { seq: number }).seq <= partedAt);
}

/** Questions whose answer is made by chance each time. */
const chances = new Set<Command | Query>(specimens.filter((one) => "isRandom" in one).map(verbOf));

/** Everything that a caller could tell by: the answer or the whole error, and what was run for it. */
async function heard(world: World, verb: Command | Query, caller: Caller, input: Input) {
  world.enter();
  world.pass(61_000); // to the next minute of not-found answers
  const act = async () => {
    try {
      // A command takes back what it does; its answer has new ids, and so has none here.
      return verb.kind === "query"
        ? await ask(verb, caller, input).then((answer) =>
            chances.has(verb) ? "by chance" : JSON.stringify(answer, unsealed),
          )
        : await rehearse(verb, caller, input).then(() => "done");
    } catch (error) {
      const { constructor, message, ...rest } = error as Error;
      return JSON.stringify({ threw: constructor.name, message, ...rest });
    }
  };
  return withStatements(act);
}

/** It tells all who run the house, and the hidden case came with more of them: how many they are is no secret of a case. */
const howeverMany = (statement: string): string =>
  statement.replace(/ in \((?:\?, )+\?\)$/, " in (?)").replace(/(\([?nul, ]+\))(?:, \([?nul, ]+\))+/, "$1");

async function expectTheSame(verb: Command | Query, key: PersonKey, input: Input, other = withIt) {
  const before = await heard(without, verb, without.person(key), input);
  const after = await heard(other, verb, other.person(key), input);
  expect(after.answer, key).toBe(before.answer);
  const shape = verb.name === "emergency.open" ? howeverMany : (statement: string) => statement;
  expect(after.statements.map(shape), key).toEqual(before.statements.map(shape));
  return before;
}

const ofCases = specimens.filter((one) => (caseRoles as readonly string[]).includes(one.as));
const named = (some: readonly Specimen[]) => some.map((one) => [verbOf(one).name, one] as const);
const OFFICES: readonly PersonKey[] = globalRoles;
const TELLS_WATCHERS = ["emergency.frame", "notice.countUnread", "notice.list"];
const PEOPLE: readonly PersonKey[] = ["stranger", "newcomer", "reviewer", ...OFFICES];

describe("a hidden case changes nothing in what is heard of", () => {
  it.each(named(ofCases))("one's own case by %s", async (_, specimen) => {
    const { answer } = await expectTheSame(
      verbOf(specimen),
      specimen.as as PersonKey,
      own.get(specimen) as Input,
    );
    // What was offered to connect waits for minutes, a code and an identity that was opened for less, and these worlds are older; and something of this case
    // came into a compartment after the bag was begun. What was opened in an emergency was closed again.
    expect(answer).not.toMatch(
      /^\{"threw"(?!.*(?:emergency\.(?:is_open|over|reviewed)|factor\.(?:offer|passkey)_over|identity\.over|export\.consent_changed|code_wrong|reveal\.over))/,
    );
  });

  it.each(named(specimens))("the hidden case by %s", async (_, specimen) => {
    for (const key of PEOPLE) {
      // The register and the log show every case to those who keep them: to them none is hidden.
      if (OFFICES.includes(key) && rolesWith(verbOf(specimen).permission).includes(key as Role)) continue;
      // Nor is it hidden from them that somebody opened one in an emergency: they are told.
      if (OFFICES.includes(key) && TELLS_WATCHERS.includes(verbOf(specimen).name)) continue;
      await expectTheSame(verbOf(specimen), key, hidden.get(specimen) as Input);
    }
  });

  it.each(named(ofCases))("a record of it that %s names in one's own case", async (_, specimen) => {
    for (const mixed of withOneOf(own.get(specimen), hidden.get(specimen)))
      await expectTheSame(verbOf(specimen), specimen.as as PersonKey, mixed as Input);
  });
});

describe("a search over all of one's cases does not find", () => {
  it.each(["stranger", "reviewer", "newcomer"] as const)(
    "what is hidden, by a word or a code, as %s",
    async (key) => {
      for (const text of [MARKER, "hidden", code, code.slice(0, 4), code.slice(2)])
        await expectTheSame(findAnything, key, { text });
      const { answer } = await expectTheSame(findAnything, key, { text: code });
      expect(answer).toContain('"exact":null');
    },
  );
});

describe("a record of one's own case that a role does not see, or a compartment hides, changes nothing either in", () => {
  let more: World;
  beforeAll(async () => {
    more = await without.again();
    const { rows } = await more.ask("legal_officer", listRecipients, { caseId: more.caseId, page: {} });
    await aReadyExport(more, [], rows[0]?.id);
    await aView(more, "legal_officer", "personal");
    await aHiddenWeb(more);
  });
  afterAll(() => more.close());

  /** Who may ask it without seeing exports, or the lists that others keep for themselves. */
  const askerOf = (specimen: Specimen): PersonKey | undefined => {
    const roles = rolesWith(verbOf(specimen).permission);
    return (["investigator", "reviewer"] as const).find(
      (one) => roles.includes(one) || roles.includes(ownRole),
    );
  };
  it.each(named(ofCases.filter((one) => "query" in one && askerOf(one))))("%s", async (_, specimen) => {
    const key = askerOf(specimen) as PersonKey;
    const input = own.get(specimen) as Input;
    const { statements } = await expectTheSame(verbOf(specimen), key, input, more);
    expect(statements).not.toEqual([]);
  });
});

/** Each way to put one id of another use of the same verb in the place of its own. */
function withOneOf(mine: unknown, theirs: unknown): unknown[] {
  if (typeof mine === "string" && typeof theirs === "string")
    return /^[a-z]{1,2}_[0-9A-Za-z]{22}$/.test(mine) && mine !== theirs ? [theirs] : [];
  if (typeof mine !== "object" || mine === null || typeof theirs !== "object" || theirs === null) return [];
  return Object.keys(mine).flatMap((key) =>
    withOneOf(Reflect.get(mine, key), Reflect.get(theirs, key)).map((other) =>
      Array.isArray(mine) ? mine.with(Number(key), other) : { ...mine, [key]: other },
    ),
  );
}
