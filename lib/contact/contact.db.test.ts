import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { previewExport } from "#lib/exports/queries/preview-export.ts";
import { answered } from "#lib/testing/specimens/consent.ts";
import { noContact, permitted, talk } from "#lib/testing/specimens/contact.ts";
import { aRecipient } from "#lib/testing/specimens/recipients.ts";
import { anAcceptedTestimony, aTestimony, testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { listWitnesses } from "#lib/witnesses/queries/list-witnesses.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { setContact } from "./commands/set-contact.ts";
import { recordTalk } from "./commands/record-talk.ts";
import { readContact } from "./queries/read-contact.ts";
import type { ContactFields } from "./vocabulary.ts";
import { listTalks } from "./queries/list-talks.ts";
import { assessed } from "#lib/testing/specimens/risk.ts";
import { indexed } from "#lib/testing/specimens/third-persons.ts";

const DAY_MS = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const dayFromNow = (days: number) => new Date(world.now() + days * DAY_MS).toISOString().slice(0, 10);

describe("a talk before a release", () => {
  it("opens what was to be asked first, for that recipient alone, and a later no closes it again", async () => {
    const { id: witnessId } = await aWitness(world);
    const { id: testimonyId } = await anAcceptedTestimony(world, { witnessId });
    const [court, other] = [await aRecipient(world), await aRecipient(world)];
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
    const keptBy = async (recipientId: string) => {
      const to = { recipientId, purpose: "proceedings" as const };
      const { caseId } = world;
      const { withheld } = await world.ask("legal_officer", previewExport, { caseId, to });
      return withheld.find(({ code }) => code === testimony.code)?.rule ?? null;
    };
    const talked = (recipientId: string, changes = {}) =>
      world.do("protection_officer", recordTalk, { ...talk(world, recipientId, changes), witnessId });
    const ask = { conditions: ["contact_first" as const] };
    await assessed(world, witnessId);
    await indexed(world, testimonyId);

    await talked(court.id);
    world.pass(1);
    await answered(world, witnessId, ask);
    // Agreed on the day of the answer and before it was given: they were not asked since.
    expect(await keptBy(court.id)).toBe("condition.contact_first");
    world.pass(DAY_MS);
    await talked(court.id);
    expect([await keptBy(court.id), await keptBy(other.id)]).toEqual([null, "condition.contact_first"]);
    // Typed in late, of a day before: what they said last still counts.
    await talked(court.id, { agrees: "no", talkedOn: dayFromNow(-1) });
    expect(await keptBy(court.id)).toBeNull();
    world.pass(DAY_MS);
    await talked(court.id, { agrees: "no" });
    expect(await keptBy(court.id)).toBe("condition.contact_first");
    // Two of one day: nobody knows which came last, and the no counts.
    world.pass(1);
    await talked(court.id);
    expect(await keptBy(court.id)).toBe("condition.contact_first");
    world.pass(DAY_MS);
    await talked(court.id);
    expect(await keptBy(court.id)).toBeNull();
    const { talks } = await world.ask("reviewer", listTalks, { witnessId });
    expect(talks.map(({ consents }) => consents)).toEqual([true, true, false, true, false, true]);
    expect(talks[0]).toMatchObject({ recipient: { id: court.id }, note: world.marked("in the garden") });
  });

  it("is refused with a day that is none, and of a recipient who is not there", async () => {
    const { id: witnessId } = await aWitness(world);
    const { id: recipientId } = await aRecipient(world);
    const said = async (changes: Parameters<typeof talk>[2], about = recipientId) =>
      soundOf(world.do("investigator", recordTalk, { ...talk(world, about, changes), witnessId }));
    expect(await said({ talkedOn: dayFromNow(1) })).toBe("Error: invalid input: talkedOn in_the_future");
    expect(await said({ talkedOn: "2001-01-01" })).toBe("Error: invalid input: talkedOn before_the_record");
    expect(await said({}, recipientId.replace(/.{4}$/, "0000"))).toBe("NotFound");
    expect((await world.ask("investigator", listTalks, { witnessId })).talks).toEqual([]);
  });
});

const says = async (witnessId: string, changes: Partial<ContactFields>, as: PersonKey = "investigator") => {
  const { seen } = await world.ask(as, readContact, { witnessId });
  return world.do(as, setContact, { ...noContact(world), ...changes, witnessId, seen });
};

/** What becomes of each way in which somebody is talked to or interviewed. */
async function triedWith(witnessId: string, changes: { day?: string; throughAsked?: boolean } = {}) {
  const { day = dayFromNow(0), throughAsked = false } = changes;
  const { id: recipientId } = await aRecipient(world);
  const howReached = throughAsked ? ("through_somebody" as const) : ("telephone" as const);
  const fields = { ...(await testimonyFields(world, { witnessId, takenEdtf: day })), throughAsked };
  const recorded = (kind: "interview" | "written_statement") =>
    world.do("investigator", recordTestimony, { ...fields, caseId: world.caseId, kind });
  const { id: testimonyId, version } = await aTestimony(world);
  const acts = [
    () =>
      world.do("investigator", recordTalk, {
        ...talk(world, recipientId, { talkedOn: day, howReached }),
        witnessId,
      }),
    () => recorded("interview"),
    () => recorded("written_statement"),
    () => world.do("investigator", saveTestimony, { ...fields, paragraphs: [], testimonyId, version }),
  ];
  const sounds = [];
  for (const act of acts) sounds.push(await soundOf(act()));
  return sounds;
}
const all = (rule: string) => [1, 2, 3, 4].map(() => `Refused ${rule}`);

describe("whoever wants no contact", () => {
  it("is neither talked to nor interviewed, nor given somebody else's account", async () => {
    const { id: witnessId } = await aWitness(world);
    await says(witnessId, {});
    expect(await triedWith(witnessId)).toEqual(all("contact.none_wanted"));
    const { rows } = await world.ask("reviewer", listWitnesses, { caseId: world.caseId, page: {} });
    expect(rows.find(({ id }) => id === witnessId)?.contact).toBe("never");
  });

  it("is contacted once where a protection officer permits it, within its days, and only then", async () => {
    const { id: witnessId } = await aWitness(world);
    await says(witnessId, {});
    await permitted(world, witnessId, "contact");
    world.pass(31 * DAY_MS);
    expect(await triedWith(witnessId)).toEqual(all("contact.none_wanted"));
    await permitted(world, witnessId, "contact");
    const [first, ...others] = await triedWith(witnessId);
    expect([first, ...others]).toEqual(["answered", ...all("contact.none_wanted").slice(1)]);
    expect((await world.ask("reviewer", readContact, { witnessId })).permits).toEqual([]);
  });

  it("is contacted through whom they named, or on the days they gave, and not otherwise", async () => {
    const { id: witnessId } = await aWitness(world);
    await says(witnessId, { mode: "only_through", through: "their lawyer" });
    expect(await triedWith(witnessId)).toEqual(all("contact.only_through"));
    expect((await triedWith(witnessId, { throughAsked: true })).slice(0, 2)).toEqual([
      "answered",
      "answered",
    ]);
    const other = await aWitness(world);
    const days = { windowFrom: dayFromNow(0), windowUntil: dayFromNow(2) };
    await says(other.id, { mode: "only_window", ...days });
    world.pass(3 * DAY_MS);
    expect(await triedWith(other.id)).toEqual(all("contact.outside_window"));
    expect((await triedWith(other.id, { day: days.windowUntil })).slice(0, 2)).toEqual([
      "answered",
      "answered",
    ]);
  });

  it("is opened again by a protection officer alone, and closed by whoever heard it", async () => {
    const { id: witnessId } = await aWitness(world);
    const days = { windowFrom: dayFromNow(0), windowUntil: dayFromNow(2) };
    await says(witnessId, { mode: "only_window", ...days });
    const wider = { mode: "only_window" as const, ...days, windowUntil: dayFromNow(3) };
    for (const changes of [
      { mode: "open" as const },
      { mode: "only_through" as const, through: "a friend" },
      wider,
    ])
      expect(await soundOf(says(witnessId, changes))).toBe("Refused contact.wider");
    await says(witnessId, { mode: "never" });
    expect(await soundOf(says(witnessId, { mode: "open" }))).toBe("Refused contact.wider");
    await says(witnessId, { mode: "open" }, "protection_officer");
    const { said } = await world.ask("reviewer", readContact, { witnessId });
    expect(said.map(({ mode }) => mode)).toEqual(["open", "never", "only_window"]);
    const late = world.do("investigator", setContact, { ...noContact(world), witnessId, seen: 1 });
    expect(await soundOf(late)).toBe("Conflict contact.moved_on");
    expect(await soundOf(says(witnessId, { mode: "only_through" }))).toBe(
      "Error: invalid input: through required",
    );
  });
});

describe("whoever gave an account", () => {
  const interviewed = async (witnessId: string) =>
    soundOf(
      world.do("investigator", recordTestimony, {
        ...(await testimonyFields(world, { witnessId })),
        caseId: world.caseId,
        kind: "interview",
      }),
    );
  const PRIOR = "Refused contact.prior_account";

  it("is not interviewed again without a permit, which lets one account past", async () => {
    const { id: witnessId } = await aWitness(world);
    const { id: testimonyId, version } = await aTestimony(world, { witnessId });
    expect(await interviewed(witnessId)).toBe(PRIOR);
    await permitted(world, witnessId, "contact");
    expect(await interviewed(witnessId)).toBe(PRIOR);
    await permitted(world, witnessId, "interview");
    expect([await interviewed(witnessId), await interviewed(witnessId)]).toEqual(["answered", PRIOR]);
    await permitted(world, witnessId, "interview");
    world.pass(31 * DAY_MS);
    expect(await interviewed(witnessId)).toBe(PRIOR);
    // What was taken back counts no more.
    const other = await aWitness(world);
    const mistake = await aTestimony(world, { witnessId: other.id });
    await world.do("investigator", retractTestimony, {
      testimonyId: mistake.id,
      version: mistake.version,
      reason: "of somebody else",
    });
    expect(await interviewed(other.id)).toBe("answered");
    // Their own account is saved as often as it needs.
    const fields = await testimonyFields(world, { witnessId, paragraphs: [] });
    await world.do("investigator", saveTestimony, { ...fields, testimonyId, version });
  });

  it("is given nobody else's account without one, and counts with what a later version says to be theirs", async () => {
    const [told, silent] = [await aWitness(world), await aWitness(world)];
    await aTestimony(world, { witnessId: told.id });
    const accepted = await anAcceptedTestimony(world);
    const { version } = await world.do("investigator", amendTestimony, {
      testimonyId: accepted.id,
      version: accepted.version,
      reason: "the witness is another",
    });
    const saved = async (witnessId: string) =>
      soundOf(
        world.do("investigator", saveTestimony, {
          ...(await testimonyFields(world, { witnessId, paragraphs: [] })),
          testimonyId: accepted.id,
          version,
        }),
      );
    expect(await saved(told.id)).toBe(PRIOR);
    expect(await saved(silent.id)).toBe("answered");
    expect(await interviewed(silent.id)).toBe(PRIOR);
  });

  it("is protected by an account that the caller may not see, of which the answer tells nothing else", async () => {
    const { id: witnessId } = await aWitness(world);
    const { id: recordId } = await aTestimony(world, { witnessId });
    await world.do("investigator", placeRecord, { recordId, add: 2, reason: "tells of children" });
    const { accounts } = await world.ask("investigator", readContact, { witnessId });
    expect([accounts, await interviewed(witnessId)]).toEqual([0, PRIOR]);
  });
});
