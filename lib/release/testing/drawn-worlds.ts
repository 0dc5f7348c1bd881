import type {
  Answer,
  Assessment,
  GateSnapshot,
  Item,
  Person,
  Recipient,
  StoredCondition,
} from "../rules/gate-snapshot.ts";
import { protectedPersons } from "../rules/gate.ts";
import {
  ANSWERS,
  ASSURANCES,
  ASSURANCES_OF,
  ELEMENTS,
  FORMS,
  PROFILES,
  PROTECTED_ROLES,
  PURPOSES,
  PURPOSES_OF,
  RECIPIENT_CLASSES,
  RISK_CAPS,
  RISK_LEVELS,
  RULESET_VERSION,
  SCAN_RESULTS,
  STAGES,
  UNPROTECTED_ROLES,
} from "../vocabulary.ts";
import { anAnswer, anItem, aWorld, DAY_MS, HASH, NOW, OTHER_HASH } from "./worlds.ts";

/** Random worlds for the properties of the gate, each drawn from a number. */

export interface Draw {
  /** A whole number from 0 up to, and without, n. */
  below(n: number): number;
  /** True once in so many times. */
  onceIn(n: number): boolean;
  /** The same for what is wrong; in every second world much rarer, so that many worlds allow or miss it by one thing. */
  mishap(n: number): boolean;
  from<T>(list: readonly T[]): T;
  /** A subset, in the order of the list. */
  some<T>(list: readonly T[]): T[];
  shuffled<T>(list: readonly T[]): T[];
}

function at<T>(list: readonly T[], place: number): T {
  if (place >= list.length) throw new RangeError("There is nothing to draw from.");
  return list[place] as T; // it is in the list
}

/** Draws from a seed (mulberry32): the same seed, the same world. */
export function drawFrom(seed: number): Draw {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (n: number): number => next() % n;
  const care = below(2) === 0 ? 1 : 6;
  return {
    below,
    onceIn: (n) => below(n) === 0,
    mishap: (n) => below(n * care) === 0,
    from: (list) => at(list, below(list.length)),
    some: (list) => list.filter(() => below(3) === 0),
    shuffled: (list) =>
      list
        .map((value) => ({ value, at: next() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ value }) => value),
  };
}

/** An instant around another, so that borders are hit: mostly days apart, now and then the very same. */
const around = (draw: Draw, at: number, days: number): number =>
  draw.onceIn(10) ? at : at + (draw.below(2 * days + 1) - days) * DAY_MS;

const drawnConditions = (draw: Draw): readonly StoredCondition[] => [
  { kind: "contact_first" },
  { kind: "contact_first" },
  { kind: "exclude_recipient", recipientId: draw.from(["rc_1", "rc_2", "rc_3"]) },
  { kind: "exclude_country", country: draw.from(["NL", "DE", "FR"]) },
  { kind: "embargo_until", until: around(draw, NOW, 40) },
  { kind: "no_onward_transfer" },
  { kind: "no_death_penalty" },
  { kind: "only_form", form: draw.from(FORMS) },
  ...(draw.onceIn(4)
    ? [
        { kind: "other", text: "ask my brother" },
        { kind: "of_a_newer_version", depth: 2 },
      ]
    : []),
  ...(draw.mishap(8) ? [{ kind: "embargo_until" }] : []),
];

/** An answer of some cell, mostly of the one that the release asks about. */
export function drawnAnswer(
  draw: Draw,
  world: Pick<GateSnapshot, "purpose" | "recipient">,
  number: number,
): Answer {
  const isOfCell = !draw.onceIn(4);
  const recipientClass = isOfCell ? world.recipient.class : draw.from(RECIPIENT_CLASSES);
  const isMostlyYes = !draw.mishap(6);
  const answeredAt = NOW - (1 + draw.below(500 - number * 50 > 50 ? 500 - number * 50 : 50)) * DAY_MS;
  const { process } = anAnswer();
  return {
    id: `an_${number}`,
    number,
    purpose: isOfCell ? world.purpose : draw.from(PURPOSES),
    recipientClass,
    country: recipientClass === "domestic_authority" && draw.onceIn(2) ? draw.from(["NL", "DE", "FR"]) : null,
    answer: isMostlyYes ? "yes" : draw.from(ANSWERS),
    form: draw.mishap(2) ? draw.from(FORMS) : "identified",
    answeredAt,
    from: draw.mishap(6) ? around(draw, NOW, 20) : answeredAt,
    until: draw.onceIn(3) ? null : around(draw, NOW + 150 * DAY_MS, 160),
    exclusions: draw.mishap(5) ? draw.some(["rc_1", "rc_2", "rc_3"]) : [],
    conditions: draw.onceIn(3)
      ? [draw.from(drawnConditions(draw)), ...(draw.onceIn(3) ? [draw.from(drawnConditions(draw))] : [])]
      : [],
    process: {
      ...process,
      guardianId: draw.onceIn(2) ? "g_1" : null,
      assent: draw.from([true, true, true, false, null]),
      ...(draw.mishap(12) ? { risksExplained: draw.from([false, null]) } : {}),
      ...(draw.mishap(12) ? { safeCopy: null, language: null } : {}),
    },
    guardianIsSuspect: draw.mishap(20),
    waitsForSecond: draw.mishap(6),
    confirmedAt: draw.mishap(8)
      ? around(draw, NOW - 365 * DAY_MS, 5)
      : Math.max(answeredAt, NOW - 200 * DAY_MS),
    refusedElements: draw.mishap(5) ? draw.some(ELEMENTS) : [],
  };
}

function drawnPerson(
  draw: Draw,
  world: Pick<GateSnapshot, "purpose" | "recipient">,
  personId: string,
): Person {
  const count = draw.mishap(20) ? 0 : 1 + draw.below(4);
  const answers = Array.from({ length: count }, (_, place) => drawnAnswer(draw, world, place + 1));
  const cap = RISK_CAPS[world.recipient.class];
  const assessments = Array.from(
    { length: draw.mishap(20) ? 0 : 1 + draw.below(2) },
    (_, place): Assessment => {
      const at = draw.mishap(12) ? around(draw, NOW - 90 * DAY_MS, 3) : NOW - draw.below(80) * DAY_MS;
      return {
        id: `ra_${place}`,
        at,
        validUntil: draw.mishap(10) ? around(draw, NOW, 10) : at + (60 + draw.below(60)) * DAY_MS,
        level: draw.mishap(8) ? draw.from(RISK_LEVELS) : draw.from(RISK_LEVELS.slice(0, cap)),
        mitigations: draw.onceIn(3) ? [{ done: !draw.mishap(6) }, { done: true }] : [],
        suspendedBy: draw.mishap(25) ? "ev_0" : null,
      };
    },
  );
  return {
    personId,
    isMinor: draw.mishap(25) ? null : draw.onceIn(5),
    lastAnswerNumber: draw.mishap(40) ? count + 1 : count,
    answers: draw.shuffled(answers),
    assessments,
    contacts: draw.some([1, 2, 3, 4]).map((days) => ({
      recipientId: draw.from(["rc_1", "rc_1", "rc_2"]),
      at: NOW - days * DAY_MS,
      consents: !draw.onceIn(4),
    })),
    riskEvents: draw.mishap(10) ? [{ id: "ev_1", at: around(draw, NOW - 30 * DAY_MS, 40) }] : [],
  };
}

function drawnItem(draw: Draw): Item {
  const persons = ["w_1", "w_2", "v_1"].slice(0, draw.mishap(6) ? 0 : 1 + draw.below(draw.onceIn(3) ? 3 : 1));
  const role = () =>
    draw.mishap(6) ? draw.from([...UNPROTECTED_ROLES, "of_a_newer_version"]) : draw.from(PROTECTED_ROLES);
  const item = anItem();
  return {
    ...item,
    personsIndexed: !draw.mishap(40),
    embargoUntil: draw.mishap(12) ? around(draw, NOW, 30) : null,
    leadOnly: draw.mishap(40),
    releaseHold: draw.mishap(40),
    compartmentBar: draw.mishap(40),
    persons: persons.map((personId) => ({
      personId,
      role: role(),
      elements: draw.mishap(8) ? null : draw.some(ELEMENTS),
    })),
    thirdPersons: draw
      .some(["TP-1", "TP-2"])
      .map((key) => ({ key, consented: draw.onceIn(2), redacted: !draw.mishap(8) })),
    findings: draw.mishap(4)
      ? [
          draw.from<Item["findings"][number]>([
            { id: "fi_1", status: "approved", pinned: "finding" },
            { id: "fi_1", status: "contested", pinned: "contradictions" },
            { id: "fi_1", status: "refuted", pinned: "contradictions" },
            { id: "fi_1", status: "approved", pinned: "contradictions" },
            { id: "fi_1", status: "contested", pinned: "finding" },
            { id: "fi_1", status: "submitted", pinned: "finding" },
            { id: "fi_1", status: "approved", pinned: null },
          ]),
          { id: "fi_2", status: "approved", pinned: "finding" },
        ]
      : [],
  };
}

function drawnRecipient(draw: Draw): Recipient {
  const recipientClass = draw.from(RECIPIENT_CLASSES);
  const period = () => ({
    from: draw.mishap(60) ? around(draw, NOW, 5) : NOW - 50 * DAY_MS,
    until: draw.mishap(40) ? around(draw, NOW, 5) : NOW + 200 * DAY_MS,
  });
  const given = draw.mishap(15) ? draw.some(ASSURANCES) : ASSURANCES_OF[recipientClass];
  const more = draw.onceIn(2) ? (["no_onward_transfer", "no_death_penalty"] as const) : [];
  return {
    id: draw.from(["rc_1", "rc_1", "rc_2"]),
    class: recipientClass,
    country: draw.mishap(8) ? null : draw.from(["NL", "DE"]),
    agreement: draw.mishap(30) ? null : { ...period(), ...(draw.onceIn(3) ? { until: null } : {}) },
    assurances: [...given, ...more].map((kind) => ({ kind, ...period() })),
    withdrawnAt: draw.mishap(20) ? around(draw, NOW, 10) : null,
  };
}

/** A random world, in which most of what can be wrong mostly is not. */
export function drawnWorld(draw: Draw): GateSnapshot {
  const recipient = drawnRecipient(draw);
  const purpose = draw.mishap(40) ? draw.from(PURPOSES) : draw.from(PURPOSES_OF[recipient.class]);
  const item = drawnItem(draw);
  const world: GateSnapshot = {
    at: NOW,
    rulesetVersion: draw.mishap(100) ? "attest-release-0" : RULESET_VERSION,
    stage: draw.from(STAGES),
    purpose,
    profile: draw.from(PROFILES),
    recipient,
    caps: { ...RISK_CAPS, ...(draw.mishap(12) ? { [recipient.class]: draw.below(6) } : {}) },
    item,
    persons: [],
    leakScan: draw.mishap(12) ? draw.from(SCAN_RESULTS) : "empty",
    approvals: drawnApprovals(draw),
    builtBy: draw.mishap(40) ? null : "h_builder",
    hash: draw.mishap(40) ? null : HASH,
  };
  const described = item.persons.filter(() => !draw.mishap(40));
  const people = [...described.map(({ personId }) => personId), ...(draw.onceIn(4) ? ["w_9"] : [])];
  return {
    ...world,
    persons: [...people, ...(draw.mishap(60) ? people.slice(0, 1) : [])].map((personId) =>
      drawnPerson(draw, world, personId),
    ),
  };
}

function drawnApprovals(draw: Draw): GateSnapshot["approvals"] {
  const { approvals } = aWorld();
  const odd = Array.from({ length: draw.below(4) }, () => ({
    kind: draw.from(["legal", "protection"] as const),
    humanId: draw.from(["h_legal", "h_protection", "h_builder"]),
    hash: draw.from([HASH, HASH, OTHER_HASH]),
  }));
  return [...(draw.mishap(4) ? [] : approvals), ...(draw.onceIn(4) ? odd : [])];
}

/** People of a world who have to have agreed and are described in it. */
export const askedPersons = (world: GateSnapshot): Person[] => {
  const asked = protectedPersons(world);
  return world.persons.filter(({ personId }) => asked.includes(personId));
};
