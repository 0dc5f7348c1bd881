/** Who may do what: everybody × every command and question × every state and compartment of the record, derived from one table and the registry. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Permission } from "#lib/access/permissions.ts";
import { retractCase } from "#lib/cases/commands/retract-case.ts";
import { ask } from "#lib/core/ask.ts";
import { rehearse } from "#lib/core/rehearse.ts";
import { closedTo, everyPlace } from "./testing/apart.ts";
import { type Asker, aCrowd } from "./testing/crowd.ts";
import { eventsSince, everything, lastSeq } from "./testing/everything.ts";
import { inThisLane } from "./testing/lane.ts";
import { commandSpecimens, querySpecimens } from "./testing/specimens/index.ts";
import { allReviewed } from "./testing/specimens/emergencies.ts";
import { everyState, inState, type RecordState } from "./testing/states.ts";
import { SOUNDS, soundOf, type Specimen, verbOf, verdictOf } from "./testing/verdict.ts";
import { ownRole, rolesWith } from "#lib/access/permissions.ts";
import { aWorld, MARKER, type World } from "./testing/world.ts";

type Input = Record<string, unknown>;

/**
 * What a no writes: its entry, the code that stands for the caller in it, and the count of those like it; and what a trace with words
 * does, the key of those; and of what is not asked without end, how often it was.
 */
const OF_THE_LOG = [
  "audit_head",
  "audit_events",
  "audit_details",
  "audit_subtrees",
  "data_keys",
  "caller_codes",
  "not_found_tallies",
  "sign_in_throttles",
];

/** What somebody with the right role is told all the same: these rules turn on who they are in the matter, not on a role. */
const PERSONAL =
  /^(Conflict|Refused) \w+\.(of_another|not_the_author|not_that_reviewer|second_is_first|second_person|resolver_is_approver|settler_wrote_statement|not_on_panel)$/;
/** A session is begun by somebody who has none. */
const WITHOUT_SESSION = "session.begin";
/** They show a person's own name, and the offices that were theirs. */
const OF_THE_PERSON = ["account.own", "grant.own"];
const CASE_CLOSED = "Conflict case.retracted";

const setup: Specimen[] = commandSpecimens.filter(({ as }) => as === "setup");
const every = [...commandSpecimens, ...querySpecimens].filter(({ as }) => as !== "setup");
const specimens = inThisLane(every, process.env["ATTEST_LONG"]);
/** A lane that tries fewer verbs has fewer cells. */
const CELLS_MIN = (16_000 * specimens.length) / every.length;
let cells = 0;

let world: World;
let crowd: Asker[];
let states: RecordState[];
const inputs = new Map<Specimen, Input>();
beforeAll(async () => {
  world = await aWorld();
  crowd = await aCrowd(world);
  states = [...(await everyState(world)), ...(await everyPlace(world))];
});
afterAll(() => world.close());

const SIGNED_IN_LONG_AGO = "Refused session.prove_again";

/** Lets somebody try: a command is carried out in full and taken back. */
async function tried(specimen: Specimen, { caller }: Asker, input: Input) {
  cells++;
  const verb = verbOf(specimen);
  let answer: unknown = null;
  const act = verb.kind === "command" ? rehearse(verb, caller, input) : ask(verb, caller, input);
  const sound = await soundOf(act.then((given) => (answer = given)));
  return { sound, text: JSON.stringify(answer) };
}

/** Of those who ask, whom the short lane lets try a record in a further state or place: a third, another for each verb and state. */
const someOf = (nth: number): Asker[] =>
  process.env["ATTEST_LONG"] === "1" ? crowd : crowd.filter((_, index) => (index + nth) % 3 === 0);

/** Everybody tries, and hears what the table says; where it lets them pass, no role is missing. */
async function expectOfEverybody(
  specimen: Specimen,
  input: Input,
  mayBe: (sound: string) => boolean,
  sight?: Permission,
  askers = crowd,
) {
  const { kind, name, permission, isSensitive } = verbOf(specimen);
  const isRandom = "isRandom" in specimen;
  const toNobody = new Set<string>();
  const isClosed = await closedTo(world, input);
  for (const asker of askers) {
    const seq = await lastSeq(world);
    const { sound, text } = await tried(specimen, asker, input);
    const verdict = verdictOf(specimen, asker, input, sight, isClosed(asker));
    // Sessions here are hours old: whoever may do it, or whose own it is or is not, is asked to sign in again.
    const isAsked = verdict === "passes" || rolesWith(permission).includes(ownRole);
    if (isSensitive && isAsked && sound === SIGNED_IN_LONG_AGO) continue;
    if (verdict === "passes") {
      if (kind === "query" && isNobody(asker) && !isRandom) toNobody.add(text);
      expect(isForAnotherReason(name, sound) && mayBe(sound), `${asker.who}: ${sound}`).toBe(true);
      continue;
    }
    // Whoever sees the case may learn that it is closed to everybody, before they learn that it always was to them.
    if (verdict !== "refused" || sound !== CASE_CLOSED) expect(sound, asker.who).toBe(SOUNDS[verdict]);
    expect(text, asker.who).not.toContain(MARKER);
    const decided = (await eventsSince(world, seq)).filter(({ act }) => act !== "notFound.count");
    // A search through no case at all is a search, and on record as one.
    const dec = sound === "answered" ? "allow" : "deny";
    expect(decided.every((one) => one.act === name && one.dec === dec)).toBe(true);
    // Of the not-found answers of a minute, one is on record.
    if (sound.startsWith("Refused")) expect(decided, asker.who).toHaveLength(1);
  }
  // What is everybody's own shows those who left nothing of the case: as little as to those who never were there.
  expect([...toNobody].filter((text) => text.includes(MARKER))).toEqual([]);
  if (!OF_THE_PERSON.includes(name)) expect([...toNobody].slice(1)).toEqual([]);
}

/** Holds no role anywhere; the stranger is told of another case. */
const isNobody = ({ caller, roles }: Asker): boolean =>
  roles.length === 0 && caller !== world.person("stranger");

const isForAnotherReason = (name: string, sound: string): boolean =>
  sound !== SOUNDS.refused && (sound !== SOUNDS.ended || name === WITHOUT_SESSION);

const isDone = (sound: string): boolean =>
  sound === "answered" || PERSONAL.test(sound) || sound === SOUNDS.ended; // the last of WITHOUT_SESSION alone

describe("the matrix of", () => {
  it.each(specimens.map((one) => [verbOf(one).name, one] as const))("%s", async (_, specimen) => {
    world.pass(61_000); // to the next minute of not-found answers
    await allReviewed(world); // what is open would be seen by whoever is on call
    const input = await specimen.input(world);
    inputs.set(specimen, input);
    const untouched = await everything(world, OF_THE_LOG);

    const rightful = crowd.find(({ who }) => who === specimen.as) as Asker;
    const { sound, text } = await tried(specimen, rightful, input);
    expect(sound).toBe("answered");
    // Else it would prove little that nobody outside the case is shown it.
    if ("showsMarker" in specimen && specimen.showsMarker) expect(text).toContain(MARKER);

    await expectOfEverybody(specimen, input, isDone);
    for (const [nth, state] of states.entries()) {
      const other = inState(verbOf(specimen), input, state);
      const askers = someOf(nth + specimens.indexOf(specimen));
      // What the record's state does not allow is nobody's right.
      if (other) await expectOfEverybody(specimen, other, () => true, state.sight, askers);
    }
    expect((await everything(world, OF_THE_LOG)) === untouched, "nothing was written").toBe(true);
  });

  it("the same verbs in a case that was retracted", async () => {
    const open = world;
    world = await open.again();
    const input = { caseId: world.caseId, version: 1, reason: "opened twice" };
    await world.do("legal_officer", retractCase, input);
    // One answer closes them all: the short lane tries every sixth.
    const some = [...inputs].filter((_, index) => process.env["ATTEST_LONG"] === "1" || index % 6 === 0);
    for (const [specimen, used] of some) await expectOfEverybody(specimen, used, () => true);
    await world.close();
    world = open;
    world.enter();
  });

  it.each(setup.map((one) => [verbOf(one).name, one] as const))(
    "%s, which nobody does once there is an account",
    async (_, specimen) => {
      const input = await specimen.input(world);
      await expectOfEverybody(specimen, input, () => true);
      const again = await soundOf(rehearse(verbOf(specimen) as never, { kind: "setup" }, input));
      expect(again).toBe(SOUNDS.refused);
    },
  );

  it("has a cell for each of them, and as many as ever", () => {
    process.stdout.write(`${cells} cells of the matrix\n`);
    expect(cells).toBeGreaterThan(1.5 * specimens.length * crowd.length);
    expect(cells).toBeGreaterThan(CELLS_MIN);
  });
});
