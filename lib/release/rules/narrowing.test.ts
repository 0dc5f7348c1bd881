import { describe, expect, test } from "vitest";
import { anAnswer, DAY_MS, NOW } from "../testing/worlds.ts";
import type { Answer } from "./gate-snapshot.ts";
import { narrows, takesEffectAtOnce } from "./narrowing.ts";

const { process } = anAnswer();
const IN_FORCE = anAnswer({
  form: "pseudonymous",
  exclusions: ["rc_1"],
  refusedElements: ["face"],
  conditions: [
    { kind: "embargo_until", until: NOW },
    { kind: "only_form", form: "pseudonymous" },
    { kind: "contact_first" },
    { kind: "of_a_newer_version", depth: 2 },
  ],
});
const newer = (changes: Partial<Answer>): Answer => ({ ...IN_FORCE, id: "an_2", number: 2, ...changes });
const [embargo, onlyForm, contact, strange] = IN_FORCE.conditions as [object, object, object, object];
const conditions = (...list: object[]) => ({ conditions: list as Answer["conditions"] });

describe("an answer", () => {
  test.each<[string, Partial<Answer>]>([
    ["says the same again", { confirmedAt: NOW, answeredAt: NOW }],
    ["is a no", { answer: "no", form: "identified", until: null }],
    ["would rather not say", { answer: "prefer_not_to_say" }],
    ["is marked as not asked", { answer: "not_asked" }],
    ["shows less", { form: "anonymised" }],
    ["begins later", { from: IN_FORCE.from + 1 }],
    ["ends sooner", { until: NOW + DAY_MS }],
    ["excludes more", { exclusions: ["rc_2", "rc_1"] }],
    ["refuses more", { refusedElements: ["voice", "face"] }],
    ["has one more condition", conditions({ kind: "no_death_penalty" }, strange, contact, onlyForm, embargo)],
    [
      "has a longer embargo",
      conditions({ kind: "embargo_until", until: NOW + 1 }, onlyForm, contact, strange),
    ],
    ["allows a lesser form", conditions(embargo, { kind: "only_form", form: "aggregate" }, contact, strange)],
    ["is recorded worse", { process: { ...process, language: null } }],
    ["comes from a guardian who is a suspect", { guardianIsSuspect: true }],
  ])("that %s takes effect at once", (_, changes) => {
    expect(narrows(IN_FORCE, newer(changes))).toBe(true);
    expect(takesEffectAtOnce([IN_FORCE], newer(changes))).toBe(true);
  });

  test.each<[string, Partial<Answer>]>([
    ["shows more", { form: "identified" }],
    ["begins sooner", { from: IN_FORCE.from - 1 }],
    ["ends later", { until: NOW + 301 * DAY_MS }],
    ["does not end", { until: null }],
    ["excludes another instead", { exclusions: ["rc_2"] }],
    ["refuses nothing", { refusedElements: [] }],
    ["drops a condition", conditions(embargo, onlyForm, contact)],
    [
      "has a shorter embargo",
      conditions({ kind: "embargo_until", until: NOW - 1 }, onlyForm, contact, strange),
    ],
    [
      "allows a fuller form",
      conditions(embargo, { kind: "only_form", form: "identified" }, contact, strange),
    ],
    ["alters a condition nobody knows", conditions(embargo, onlyForm, contact, { ...strange, depth: 1 })],
    ["shows less, but for longer", { form: "aggregate", until: null }],
    ["is dated before it, so that an older talk would do", { answeredAt: IN_FORCE.answeredAt - 1 }],
  ])("that %s waits for a second person", (_, changes) => {
    expect(narrows(IN_FORCE, newer(changes))).toBe(false);
    expect(takesEffectAtOnce([IN_FORCE], newer(changes))).toBe(false);
  });

  test.each<[string, Partial<Answer>]>([
    ["had no language recorded", { process: { ...process, language: null } }],
    ["was given without the risks explained", { process: { ...process, risksExplained: false } }],
    ["was given against a minor's will", { process: { ...process, assent: false } }],
    ["came from a guardian who is a suspect", { guardianIsSuspect: true }],
    ["was a no", { answer: "no" }],
    ["was not said", { answer: "prefer_not_to_say" }],
  ])("that opens what was closed, because the one before it %s, waits", (_, changes) => {
    expect(narrows({ ...IN_FORCE, ...changes }, newer({}))).toBe(false);
  });

  test("of another purpose, class or wider reach is not narrower", () => {
    expect(narrows(IN_FORCE, newer({ purpose: "inquiry" }))).toBe(false);
    expect(narrows(IN_FORCE, newer({ recipientClass: "un_mechanism" }))).toBe(false);
    expect(narrows({ ...IN_FORCE, country: "DE" }, newer({}))).toBe(false);
    expect(narrows(IN_FORCE, newer({ country: "DE" }))).toBe(true);
    expect(narrows(null, newer({}))).toBe(false);
    expect(narrows(null, newer({ answer: "no" }))).toBe(true);
  });
});

describe("the first answer", () => {
  const of = (number: number, changes: Partial<Answer> = {}) =>
    anAnswer({ id: `an_${number}`, number, ...changes });

  test("needs nobody else, also after it was noted that nobody asked or after other answers", () => {
    expect(takesEffectAtOnce([], of(1))).toBe(true);
    expect(takesEffectAtOnce([of(1, { answer: "not_asked" })], of(2))).toBe(true);
    expect(takesEffectAtOnce([of(1, { answer: "no", recipientClass: "media" })], of(2))).toBe(true);
    expect(takesEffectAtOnce([of(1, { answer: "no", purpose: "inquiry" })], of(2))).toBe(true);
  });

  test("is not first after any other, and a note that nobody asked does not make it so", () => {
    const unasked = of(2, { answer: "not_asked" });
    expect(takesEffectAtOnce([of(1, { answer: "no" })], of(2))).toBe(false);
    expect(takesEffectAtOnce([of(1, { answer: "prefer_not_to_say" })], of(2))).toBe(false);
    expect(takesEffectAtOnce([of(1, { answer: "no" }), unasked], of(3))).toBe(false);
    expect(takesEffectAtOnce([of(1), unasked], of(3))).toBe(false);
  });

  test("of a country is not first where any country was answered for, nor the other way round", () => {
    const domestic = (number: number, country: string | null, changes: Partial<Answer> = {}) =>
      of(number, { recipientClass: "domestic_authority", country, ...changes });
    expect(takesEffectAtOnce([domestic(1, "FR", { answer: "no" })], domestic(2, "DE"))).toBe(true);
    expect(takesEffectAtOnce([domestic(1, null, { answer: "no" })], domestic(2, "DE"))).toBe(false);
    expect(takesEffectAtOnce([domestic(1, "DE", { answer: "no" })], domestic(2, null))).toBe(false);
    // All that it opens beyond the country that was answered for is opened for the first time.
    expect(takesEffectAtOnce([domestic(1, "DE")], domestic(2, null))).toBe(true);
    expect(takesEffectAtOnce([domestic(1, "DE", { form: "aggregate" })], domestic(2, null))).toBe(false);
  });

  test("is not followed by one that drops what a waiting answer has narrowed", () => {
    const waiting = of(2, { until: null, exclusions: ["rc_2"], waitsForSecond: true });
    expect(takesEffectAtOnce([of(1), waiting], of(3))).toBe(false);
    expect(takesEffectAtOnce([of(1), waiting], of(3, { exclusions: ["rc_2"] }))).toBe(true);
    expect(takesEffectAtOnce([{ ...waiting, number: 1 }], of(2))).toBe(false);
  });
});
