import { describe, expect, test } from "vitest";
import {
  anAnswer,
  anAssessment,
  anItem,
  aPerson,
  aRecipient,
  aWorld,
  DAY_MS,
  HASH,
  NOW,
  OTHER_HASH,
  withAnswer,
  withPerson,
} from "../testing/worlds.ts";
import { RULES, type RuleId } from "../vocabulary.ts";
import { GateSnapshot } from "./gate-snapshot.ts";
import { decide } from "./gate.ts";

const rulesOf = (world: GateSnapshot): RuleId[] => decide(world).rules.map(({ rule }) => rule);

const { process } = anAnswer();
const { assurances } = aRecipient();
const withItem = (changes: Partial<GateSnapshot["item"]>) => aWorld({ item: anItem(changes) });
const withRecipient = (changes: Partial<GateSnapshot["recipient"]>) =>
  aWorld({ recipient: aRecipient(changes) });
const withProcess = (changes: Partial<typeof process>, isMinor = false) =>
  withPerson({ isMinor, answers: [anAnswer({ process: { ...process, ...changes } })] });
const withAssessment = (changes: Parameters<typeof anAssessment>[0]) =>
  withPerson({ assessments: [anAssessment(changes)] });
const aFinding = (
  status: "approved" | "submitted" | "contested",
  pinned: "finding" | "contradictions" | null,
) => withItem({ findings: [{ id: "fi_1", status, pinned }] });
const approvedBy = (legal: string, protection: string, hashes = [HASH, HASH]) =>
  aWorld({
    approvals: [
      { kind: "legal", humanId: legal, hash: hashes[0]! },
      { kind: "protection", humanId: protection, hash: hashes[1]! },
    ],
  });
const ofPerson = { personId: "w_1" };
const event = { id: "ev_1", at: NOW - DAY_MS };

/** For every rule one world, which is the one that allows but for one thing; and what the refusal names. */
const DENIED: Readonly<Record<RuleId, [GateSnapshot, object]>> = {
  "ruleset.unknown": [aWorld({ rulesetVersion: "attest-release-0" }), {}],

  "purpose.not_for_class": [
    aWorld({
      purpose: "publication",
      persons: [aPerson({ answers: [anAnswer({ purpose: "publication" })] })],
    }),
    {},
  ],
  "recipient.withdrawn": [withRecipient({ withdrawnAt: NOW }), {}],
  "recipient.country_unknown": [
    aWorld({
      recipient: aRecipient({ class: "domestic_authority", country: null }),
      persons: [aPerson({ answers: [anAnswer({ recipientClass: "domestic_authority" })] })],
    }),
    {},
  ],
  "recipient.no_agreement": [withRecipient({ agreement: null }), {}],
  "recipient.agreement_not_in_force": [withRecipient({ agreement: { from: NOW - DAY_MS, until: NOW } }), {}],
  "assurance.missing": [withRecipient({ assurances: assurances.slice(1) }), { kind: assurances[0]!.kind }],
  "assurance.not_in_force": [
    withRecipient({ assurances: [...assurances.slice(1), { ...assurances[0]!, until: NOW }] }),
    { kind: assurances[0]!.kind },
  ],

  "item.persons_not_indexed": [withItem({ personsIndexed: false }), {}],
  "item.embargo": [withItem({ embargoUntil: NOW + 1 }), {}],
  "item.lead_only": [withItem({ leadOnly: true }), {}],
  "item.release_hold": [withItem({ releaseHold: true }), {}],
  "item.compartment_bar": [withItem({ compartmentBar: true }), {}],
  "third_person.undecided": [
    withItem({ thirdPersons: [{ key: "TP-1", consented: false, redacted: false }] }),
    { key: "TP-1" },
  ],
  "finding.not_decided": [aFinding("submitted", "finding"), { findingId: "fi_1" }],
  "finding.not_in_its_folder": [aFinding("contested", "finding"), { findingId: "fi_1" }],

  "person.not_one_record": [aWorld({ persons: [] }), ofPerson],
  "person.age_unknown": [withPerson({ isMinor: null }), ofPerson],
  "ledger.gap": [withPerson({ lastAnswerNumber: 2 }), ofPerson],
  "consent.not_asked": [withPerson({ answers: [] }), ofPerson],
  "consent.refused": [withAnswer({ answer: "no" }), ofPerson],
  "consent.not_said": [withAnswer({ answer: "prefer_not_to_say" }), ofPerson],
  "consent.waits_for_second": [withAnswer({ waitsForSecond: true }), ofPerson],
  "consent.not_yet": [withAnswer({ from: NOW + 1 }), ofPerson],
  "consent.ended": [withAnswer({ until: NOW }), ofPerson],
  "consent.confirmation_due": [withAnswer({ confirmedAt: NOW - 365 * DAY_MS }), ofPerson],
  "consent.suspended": [
    withPerson({ riskEvents: [event], assessments: [anAssessment({ at: NOW - 1 })] }),
    { ...ofPerson, eventId: "ev_1" },
  ],
  "consent.incomplete": [
    withProcess({ safeCopy: null, language: null }),
    { ...ofPerson, missing: ["language", "safeCopy"] },
  ],
  "consent.not_informed": [withProcess({ risksExplained: false }), { ...ofPerson, owed: ["risksExplained"] }],
  "consent.assent_refused": [withProcess({ guardianId: "g_1", assent: false }, true), ofPerson],
  "consent.guardian_suspect": [withAnswer({ guardianIsSuspect: true }), ofPerson],
  "consent.recipient_excluded": [withAnswer({ exclusions: ["rc_1"] }), ofPerson],
  "consent.form_exceeded": [withAnswer({ form: "pseudonymous" }), { ...ofPerson, form: "pseudonymous" }],
  "consent.element_refused": [
    withAnswer({ refusedElements: ["words", "face", "name"] }),
    { ...ofPerson, elements: ["name", "words"] },
  ],
  "condition.contact_first": [withAnswer({ conditions: [{ kind: "contact_first" }] }), ofPerson],
  "condition.exclude_recipient": [
    withAnswer({ conditions: [{ kind: "exclude_recipient", recipientId: "rc_1" }] }),
    ofPerson,
  ],
  "condition.exclude_country": [
    withAnswer({ conditions: [{ kind: "exclude_country", country: "NL" }] }),
    ofPerson,
  ],
  "condition.embargo_until": [
    withAnswer({ conditions: [{ kind: "embargo_until", until: NOW + 1 }] }),
    ofPerson,
  ],
  "condition.no_onward_transfer": [withAnswer({ conditions: [{ kind: "no_onward_transfer" }] }), ofPerson],
  // A partner is not asked for it by its class.
  "condition.no_death_penalty": [
    aWorld({
      purpose: "advocacy",
      recipient: aRecipient({
        class: "ngo_partner",
        assurances: assurances.filter(({ kind }) => kind !== "no_death_penalty"),
      }),
      persons: [
        aPerson({
          answers: [
            anAnswer({
              purpose: "advocacy",
              recipientClass: "ngo_partner",
              conditions: [{ kind: "no_death_penalty" }],
            }),
          ],
          assessments: [anAssessment({ level: 2 })],
        }),
      ],
    }),
    ofPerson,
  ],
  "condition.only_form": [
    withAnswer({ conditions: [{ kind: "only_form", form: "pseudonymous" }] }),
    ofPerson,
  ],
  "condition.other": [withAnswer({ conditions: [{ kind: "other", text: "not while he lives" }] }), ofPerson],
  "condition.unknown": [withAnswer({ conditions: [{ kind: "of_a_newer_version", depth: 2 }] }), ofPerson],

  "risk.not_assessed": [withPerson({ assessments: [] }), ofPerson],
  "risk.not_fresh": [withAssessment({ validUntil: NOW }), ofPerson],
  "risk.suspended": [withAssessment({ suspendedBy: "ev_0" }), { ...ofPerson, eventId: "ev_0" }],
  "risk.above_cap": [withAssessment({ level: 4 }), ofPerson],
  "risk.mitigation_open": [withAssessment({ mitigations: [{ done: true }, { done: false }] }), ofPerson],

  "scan.not_run": [aWorld({ leakScan: "not_run" }), {}],
  "scan.found": [aWorld({ leakScan: "found" }), {}],
  "approval.no_bytes": [aWorld({ hash: null }), {}],
  "approval.no_builder": [aWorld({ builtBy: null }), {}],
  "approval.legal_missing": [aWorld({ approvals: aWorld().approvals.slice(1) }), {}],
  "approval.legal_of_other_bytes": [approvedBy("h_legal", "h_protection", [OTHER_HASH, HASH]), {}],
  "approval.legal_by_builder": [approvedBy("h_builder", "h_protection"), {}],
  "approval.protection_missing": [aWorld({ approvals: aWorld().approvals.slice(0, 1) }), {}],
  "approval.protection_of_other_bytes": [approvedBy("h_legal", "h_protection", [HASH, OTHER_HASH]), {}],
  "approval.protection_by_builder": [approvedBy("h_legal", "h_builder"), {}],
  "approval.same_human": [approvedBy("h_legal", "h_legal"), {}],
};

describe("the gate", () => {
  test("opens when nothing bars it, and the world of that parses", () => {
    expect(GateSnapshot.parse(aWorld())).toEqual(aWorld());
    expect(decide(aWorld())).toEqual({ allow: true, rules: [] });
  });

  test.each(Object.entries(DENIED))("is closed by %s, which is named alone", (rule, [world, parameters]) => {
    expect(GateSnapshot.safeParse(world).error).toBeUndefined();
    const changeableBy = new Map<string, string>(Object.entries(RULES)).get(rule);
    expect(decide(world)).toEqual({ allow: false, rules: [{ rule, parameters, changeableBy }] });
  });

  test("names all that bars, in the order of the rules", () => {
    const world = aWorld({
      leakScan: "found",
      recipient: aRecipient({ agreement: null }),
      item: anItem({ leadOnly: true, persons: ["w_2", "w_1"].map(asWitness) }),
      persons: [aPerson({ isMinor: null }), aPerson({ personId: "w_2", isMinor: null })],
    });
    expect(decide(world).rules.map(({ rule, parameters }) => [rule, parameters["personId"]])).toEqual([
      ["recipient.no_agreement", undefined],
      ["item.lead_only", undefined],
      ["person.age_unknown", "w_1"],
      ["person.age_unknown", "w_2"],
      ["scan.found", undefined],
    ]);
  });
});

const asWitness = (personId: string) => ({ personId, role: "witness", elements: [] });

describe("who is asked", () => {
  test("an item without a protected person needs no grant, and all else of the gate still holds", () => {
    const published = { persons: [{ personId: "a_1", role: "suspect", elements: null }] };
    expect(rulesOf(aWorld({ item: anItem(published), persons: [] }))).toEqual([]);
    expect(rulesOf(aWorld({ item: anItem({ persons: [] }), persons: [], leakScan: "not_run" }))).toEqual([
      "scan.not_run",
    ]);
  });

  test("whoever is a suspect and a witness is protected, and so is one in a role nobody knows", () => {
    const roles = (list: string[]) =>
      withItem({ persons: list.map((role) => ({ personId: "w_7", role, elements: [] })) });
    expect(rulesOf(roles(["suspect"]))).toEqual([]);
    expect(rulesOf(roles(["suspect", "witness"]))).toEqual(["person.not_one_record"]);
    expect(rulesOf(roles(["of_a_newer_version"]))).toEqual(["person.not_one_record"]);
  });

  test("of two records of one person none is believed", () => {
    expect(rulesOf(aWorld({ persons: [aPerson(), aPerson()] }))).toEqual(["person.not_one_record"]);
  });

  test("people who are not in the item are nobody's business", () => {
    const other = aPerson({ personId: "w_2", answers: [], isMinor: null });
    expect(rulesOf(aWorld({ persons: [aPerson(), other] }))).toEqual([]);
  });
});

describe("the ledger", () => {
  const answers = (...list: Parameters<typeof anAnswer>[0][]) =>
    withPerson({
      answers: list.map((changes, place) =>
        anAnswer({ id: `an_${place + 1}`, number: place + 1, ...changes }),
      ),
    });

  test("the newest answer decides, whatever the older ones were", () => {
    expect(rulesOf(answers({}, { answer: "no" }))).toEqual(["consent.refused"]);
    expect(rulesOf(answers({ answer: "no" }, {}))).toEqual([]);
    expect(rulesOf(answers({}, { form: "aggregate" }))).toEqual(["consent.form_exceeded"]);
    expect(rulesOf(answers({}, { answer: "not_asked" }))).toEqual(["consent.not_asked"]);
  });

  test("answers for other purposes and classes say nothing", () => {
    expect(rulesOf(answers({}, { answer: "no", recipientClass: "media" }))).toEqual([]);
    expect(rulesOf(answers({ recipientClass: "un_mechanism" }, { purpose: "inquiry" }))).toEqual([
      "consent.not_asked",
    ]);
  });

  test("of answers for any country and for one the newer decides, and the one for another says nothing", () => {
    const inCountry = (...list: [country: string | null, answer: "yes" | "no"][]) => ({
      ...answers(
        ...list.map(([country, answer]) => ({
          country,
          answer,
          recipientClass: "domestic_authority" as const,
        })),
      ),
      recipient: aRecipient({ class: "domestic_authority", country: "DE" }),
    });
    expect(rulesOf(inCountry(["DE", "yes"], [null, "no"]))).toEqual(["consent.refused"]);
    expect(rulesOf(inCountry([null, "yes"], ["DE", "no"]))).toEqual(["consent.refused"]);
    expect(rulesOf(inCountry([null, "no"], ["DE", "yes"]))).toEqual([]);
    expect(rulesOf(inCountry(["DE", "no"], [null, "yes"]))).toEqual([]);
    expect(rulesOf(inCountry([null, "yes"], ["FR", "no"]))).toEqual([]);
    expect(rulesOf(inCountry(["FR", "yes"]))).toEqual(["consent.not_asked"]);
  });

  test("a widening that waits leaves the older answer in force, and is named where that does not carry", () => {
    const pseudonymous = { form: "pseudonymous" } as const;
    expect(rulesOf(answers({}, { waitsForSecond: true, until: null }))).toEqual([]);
    expect(rulesOf(answers(pseudonymous, { waitsForSecond: true }))).toEqual([
      "consent.waits_for_second",
      "consent.form_exceeded",
    ]);
    expect(rulesOf(answers({ answer: "no" }, { waitsForSecond: true }))).toEqual([
      "consent.refused",
      "consent.waits_for_second",
    ]);
  });

  test("what an answer narrows holds at once, though what it widens waits", () => {
    const mixed = { waitsForSecond: true, until: null, form: "pseudonymous" } as const;
    expect(rulesOf(answers({}, mixed))).toEqual(["consent.waits_for_second", "consent.form_exceeded"]);
  });

  test("a no waits for nobody, and an approval does not carry an older grant past it", () => {
    expect(rulesOf(answers({}, { answer: "no", waitsForSecond: true }))).toEqual(["consent.refused"]);
    expect(rulesOf(answers({}, { waitsForSecond: true }, { answer: "no" }))).toEqual(["consent.refused"]);
    expect(rulesOf(answers({}, { waitsForSecond: false }, { answer: "no" }))).toEqual(["consent.refused"]);
  });

  test("an answer that is missing, twice or beyond the count is a gap", () => {
    const [one, two] = [anAnswer(), anAnswer({ id: "an_2", number: 2 })];
    const ledger = (list: GateSnapshot["persons"][number]["answers"], lastAnswerNumber: number) =>
      rulesOf(withPerson({ answers: list, lastAnswerNumber }));
    expect(ledger([one, two], 2)).toEqual([]);
    expect(ledger([one], 2)).toEqual(["ledger.gap"]);
    expect(ledger([two], 2)).toEqual(["ledger.gap"]);
    expect(ledger([two], 1)).toEqual(["ledger.gap"]);
    expect(ledger([one, one], 2)).toEqual(["ledger.gap"]);
    expect(ledger([one, two], 1)).toEqual(["ledger.gap"]);
  });
});

describe("consent", () => {
  test("begins with its first instant, and its last is the one before its end", () => {
    expect(rulesOf(withAnswer({ from: NOW, until: NOW + 1 }))).toEqual([]);
    expect(rulesOf(withAnswer({ until: null }))).toEqual([]);
  });

  test("is confirmed anew within twelve months, and not in the future", () => {
    expect(rulesOf(withAnswer({ confirmedAt: NOW - 365 * DAY_MS + 1 }))).toEqual([]);
    expect(rulesOf(withAnswer({ confirmedAt: NOW + 1 }))).toEqual(["consent.confirmation_due"]);
  });

  test("is suspended, and the assessment with it, by an event that came since or at the same instant", () => {
    const at = NOW - 5 * DAY_MS;
    const with_ = (eventAt: number) =>
      rulesOf(
        withPerson({
          answers: [anAnswer({ confirmedAt: at })],
          assessments: [anAssessment({ at })],
          riskEvents: [{ id: "ev_1", at: eventAt }],
        }),
      );
    expect(with_(at - 1)).toEqual([]);
    expect(with_(at)).toEqual(["consent.suspended", "risk.suspended"]);
    expect(with_(NOW)).toEqual(["consent.suspended", "risk.suspended"]);
    expect(with_(NOW + 1)).toEqual([]);
  });

  test("of a minor takes a guardian and the minor's own assent", () => {
    expect(rulesOf(withProcess({ guardianId: "g_1", assent: true }, true))).toEqual([]);
    expect(decide(withProcess({}, true)).rules[0]?.parameters).toEqual({
      ...ofPerson,
      missing: ["guardianId", "assent"],
    });
    expect(rulesOf(withProcess({ assent: false }))).toEqual([]);
  });

  test("is incomplete without any single part of its record, and no consent where one was not done", () => {
    const parts = ["language", "interpreterUsed", "howGiven", "safeCopy"] as const;
    const owed = ["risksExplained", "rightToRefuse", "noPaymentOrPromise"] as const;
    for (const part of [...parts, ...owed]) {
      expect(rulesOf(withProcess({ [part]: null })), part).toEqual(["consent.incomplete"]);
    }
    for (const part of owed)
      expect(rulesOf(withProcess({ [part]: false })), part).toEqual(["consent.not_informed"]);
    expect(rulesOf(withProcess({ interpreterUsed: true }))).toEqual([]);
  });

  test("a refused face keeps the face and nothing else, and keeps all where nobody knows what is shown", () => {
    const shows = (elements: ("face" | "words")[] | null) =>
      rulesOf({
        ...withAnswer({ refusedElements: ["face"] }),
        item: anItem({ persons: [{ personId: "w_1", role: "witness", elements }] }),
      });
    expect(shows(["words"])).toEqual([]);
    expect(shows(["words", "face"])).toEqual(["consent.element_refused"]);
    expect(shows(null)).toEqual(["consent.element_refused"]);
  });

  test.each([
    ["J1", "identified", true],
    ["J2", "identified", true],
    ["J2", "pseudonymous", true],
    ["D1", "pseudonymous", true],
    ["P1", "anonymised", false],
    ["P0", "anonymised", true],
    ["P0", "aggregate", false],
    ["S1", "aggregate", true],
  ] as const)("%s goes with a grant of %s: %s", (profile, form, goes) => {
    expect(decide({ ...withAnswer({ form }), profile }).allow).toBe(goes);
  });
});

describe("conditions", () => {
  const { conditions: _, ...rest } = anAnswer();
  const under = (
    condition: GateSnapshot["persons"][number]["answers"][number]["conditions"][number],
    changes: Partial<GateSnapshot> = {},
    contacts: GateSnapshot["persons"][number]["contacts"] = [],
  ) =>
    rulesOf(
      aWorld({
        persons: [aPerson({ answers: [{ ...rest, conditions: [condition] }], contacts })],
        ...changes,
      }),
    );

  test("contact first holds once the person, asked about this recipient since, agreed the last time", () => {
    const talk = (daysAgo: number, consents: boolean, recipientId = "rc_1") => ({
      recipientId,
      at: NOW - daysAgo * DAY_MS,
      consents,
    });
    const after = (...talks: ReturnType<typeof talk>[]) => under({ kind: "contact_first" }, {}, talks);
    const barred = ["condition.contact_first"];
    expect(after(talk(3, true))).toEqual([]);
    expect(after(talk(3, true), talk(2, false))).toEqual(barred);
    expect(after(talk(3, false), talk(2, true))).toEqual([]);
    expect(after(talk(2, false), talk(2, true))).toEqual(barred);
    expect(after(talk(3, true, "rc_2"))).toEqual(barred);
    expect(after(talk(101, true))).toEqual(barred);
    expect(after(talk(-1, true))).toEqual(barred);
    expect(after(talk(3, true), talk(-1, false))).toEqual([]);
  });

  test("what is excluded is that alone, and a country is excluded where nobody knows it", () => {
    expect(under({ kind: "exclude_recipient", recipientId: "rc_2" })).toEqual([]);
    expect(under({ kind: "exclude_country", country: "DE" })).toEqual([]);
    expect(
      under({ kind: "exclude_country", country: "DE" }, { recipient: aRecipient({ country: null }) }),
    ).toEqual(["condition.exclude_country"]);
  });

  test("an embargo ends with its instant, and a form holds for what shows no more", () => {
    expect(under({ kind: "embargo_until", until: NOW })).toEqual([]);
    expect(under({ kind: "only_form", form: "pseudonymous" }, { profile: "J2" })).toEqual([]);
  });

  test("what a recipient has to assure is asked for at the time", () => {
    const assured = (until: number) => ({
      recipient: aRecipient({
        assurances: [...assurances, { kind: "no_onward_transfer", from: NOW - DAY_MS, until }],
      }),
    });
    expect(under({ kind: "no_onward_transfer" }, assured(NOW + 1))).toEqual([]);
    expect(under({ kind: "no_onward_transfer" }, assured(NOW))).toEqual(["condition.no_onward_transfer"]);
    expect(under({ kind: "no_death_penalty" })).toEqual([]);
  });

  test.each([
    { kind: "embargo_until" },
    { kind: "embargo_until", until: "soon" },
    { kind: "contact_first", by: "phone" },
    { kind: "other", text: "" },
    { kind: "" },
    { kind: "__proto__" },
  ])("one that is not understood bars, and throws nothing: %j", (condition) => {
    expect(under(condition)).toEqual(["condition.unknown"]);
  });
});

describe("risk", () => {
  test("no assessment is good for more than 90 days, nor before it was made", () => {
    const at = NOW - 90 * DAY_MS;
    const validUntil = NOW + DAY_MS;
    expect(rulesOf(withAssessment({ at, validUntil }))).toEqual(["risk.not_fresh"]);
    expect(rulesOf(withAssessment({ at: at + 1, validUntil }))).toEqual([]);
    expect(rulesOf(withAssessment({ at: NOW + 1, validUntil }))).toEqual(["risk.not_fresh"]);
  });

  test("the newest decides, and of two at one instant both", () => {
    const old = anAssessment({ id: "ra_0", at: NOW - 20 * DAY_MS, level: 5 });
    const high = anAssessment({ id: "ra_2", level: 5 });
    expect(rulesOf(withPerson({ assessments: [old, anAssessment()] }))).toEqual([]);
    expect(rulesOf(withPerson({ assessments: [high, anAssessment()] }))).toEqual(["risk.above_cap"]);
  });

  test("a setting lowers a cap and never raises it", () => {
    const { caps } = aWorld();
    expect(rulesOf(aWorld({ caps: { ...caps, icc: 2 } }))).toEqual(["risk.above_cap"]);
    expect(rulesOf({ ...withAssessment({ level: 4 }), caps: { ...caps, icc: 5 } })).toEqual([
      "risk.above_cap",
    ]);
  });
});

describe("the recipient", () => {
  test("is served until it leaves, under an agreement that may have no end", () => {
    expect(rulesOf(withRecipient({ withdrawnAt: NOW + 1 }))).toEqual([]);
    expect(rulesOf(withRecipient({ agreement: { from: NOW, until: null } }))).toEqual([]);
    expect(rulesOf(withRecipient({ agreement: { from: NOW + 1, until: null } }))).toEqual([
      "recipient.agreement_not_in_force",
    ]);
  });

  test("ourselves have no agreement with ourselves, and ask the person all the same", () => {
    const ours = (answers: ReturnType<typeof anAnswer>[]) =>
      aWorld({
        purpose: "analysis",
        recipient: aRecipient({ class: "ourselves", agreement: null, assurances: [] }),
        persons: [aPerson({ answers })],
      });
    const yes = anAnswer({ purpose: "analysis", recipientClass: "ourselves" });
    expect(rulesOf(ours([yes]))).toEqual([]);
    expect(rulesOf(ours([]))).toEqual(["consent.not_asked"]);
  });
});

describe("stages", () => {
  test("building asks for neither scan nor approvals, approval for the scan, a download for both", () => {
    const bare = { leakScan: "not_run", approvals: [], hash: null, builtBy: null } as const;
    const at = (stage: GateSnapshot["stage"]) => rulesOf(aWorld({ ...bare, approvals: [], stage }));
    expect(at("build")).toEqual([]);
    expect(at("approval")).toEqual(["scan.not_run"]);
    expect(at("download")).toEqual(["scan.not_run", "approval.no_bytes", "approval.no_builder"]);
  });

  test("an approval too many does no harm, and a pair is found among many", () => {
    const { approvals } = aWorld();
    const more = [
      { kind: "legal", humanId: "h_builder", hash: HASH },
      { kind: "legal", humanId: "h_protection", hash: HASH },
      { kind: "protection", humanId: "h_legal", hash: OTHER_HASH },
    ] as const;
    expect(rulesOf(aWorld({ approvals: [...more, ...approvals] }))).toEqual([]);
    expect(rulesOf(aWorld({ approvals: [more[0], more[1], approvals[1]!] }))).toEqual([
      "approval.same_human",
    ]);
  });
});
