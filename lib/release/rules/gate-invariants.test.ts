import { describe, expect, test } from "vitest";
import { askedPersons, type Draw, drawFrom, drawnAnswer, drawnWorld } from "../testing/drawn-worlds.ts";
import { DAY_MS } from "../testing/worlds.ts";
import {
  ASSURANCES_OF,
  FORM_OF_PROFILE,
  FORMS,
  PROTECTED_ROLES,
  PURPOSES_OF,
  RECIPIENT_CLASSES,
  RISK_CAPS,
  type RuleId,
  RULES,
  RULESET_VERSION,
  STAGES,
  UNPROTECTED_ROLES,
} from "../vocabulary.ts";
import type { Decision } from "./decision.ts";
import { type Answer, GateSnapshot, type Person } from "./gate-snapshot.ts";
import { decide } from "./gate.ts";
import { decisionHash, snapshotHash } from "./gate-hash.ts";
import { narrows, takesEffectAtOnce } from "./narrowing.ts";
import { answersThatDecide } from "./newest-answer.ts";
import { capsWith } from "./risk.ts";

const IS_LONG = process.env["ATTEST_LONG"] === "1";
const RUNS = IS_LONG ? 1_000_000 : 10_000;
const TIMED = { timeout: IS_LONG ? 4 * 3_600_000 : 60_000 };

/** Checks a property on RUNS random worlds, the same ones every time; a failure names the seed of its world. */
function expectOnAnyWorld(holds: (world: GateSnapshot, draw: Draw, decision: Decision) => void): void {
  for (let seed = 0; seed < RUNS; seed++) {
    const draw = drawFrom(seed);
    const world = drawnWorld(draw);
    try {
      holds(world, draw, decide(world));
    } catch (error) {
      throw new Error(`in the world of seed ${seed}`, { cause: error });
    }
  }
}

/** Says that something is so; quicker than an expectation, of which there would be millions. */
function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

/** No change of this kind may open what was closed. Counts the worlds that it closed, so that a test can see that it bites. */
function neverOpens(before: Decision, after: GateSnapshot): boolean {
  const { allow } = decide(after);
  must(before.allow || !allow, "a denial became a permission");
  return before.allow && !allow;
}

const changed = (world: GateSnapshot, personId: string, changes: Partial<Person>): GateSnapshot => ({
  ...world,
  persons: world.persons.map((one) => (one.personId === personId ? { ...one, ...changes } : one)),
});

const isOfCell = (world: GateSnapshot, { purpose, recipientClass, country }: Answer): boolean =>
  purpose === world.purpose &&
  recipientClass === world.recipient.class &&
  (country === null || country === world.recipient.country);

/** The formula of the gate, read once more and written in another way: one boolean, no reasons. */
function formula(w: GateSnapshot): boolean {
  const { at: t, recipient: r, item } = w;
  const within = (p: { from: number; until: number | null }) => p.from <= t && t < (p.until ?? Infinity);
  const assured = (kind: string) => r.assurances.some((a) => a.kind === kind && within(a));
  const rank = FORMS.indexOf(FORM_OF_PROFILE[w.profile]);
  const cap = Math.min(w.caps[r.class], RISK_CAPS[r.class]);

  const inScope = (a: Answer, p: Person): boolean =>
    within(a) &&
    !a.exclusions.includes(r.id) &&
    rank <= FORMS.indexOf(a.form) &&
    !item.persons.some(
      (one) =>
        one.personId === p.personId &&
        a.refusedElements.some((element) => (one.elements ?? [element]).includes(element)),
    ) &&
    a.conditions.every((c): boolean => {
      if (c.kind === "contact_first") {
        const talks = p.contacts
          .filter((k) => k.recipientId === r.id && k.at >= a.answeredAt && k.at <= t)
          .toSorted((x, y) => y.at - x.at || Number(x.consents) - Number(y.consents));
        return talks[0]?.consents ?? false;
      }
      if (c.kind === "exclude_recipient" && "recipientId" in c) return c.recipientId !== r.id;
      if (c.kind === "exclude_country" && "country" in c)
        return r.country !== null && c.country !== r.country;
      if (c.kind === "embargo_until" && "until" in c) return t >= Number(c.until);
      if (c.kind === "only_form" && "form" in c) return rank <= FORMS.findIndex((form) => form === c.form);
      return ["no_onward_transfer", "no_death_penalty"].includes(c.kind) && assured(c.kind);
    });
  const granted = (p: Person): boolean => {
    let newest: Answer | undefined;
    for (const a of p.answers) {
      const pending = a.answer === "yes" && a.waitsForSecond;
      if (isOfCell(w, a) && !pending && a.number > (newest?.number ?? 0)) newest = a;
    }
    const g = newest;
    if (g?.answer !== "yes" || p.isMinor === null || p.lastAnswerNumber !== p.answers.length) return false;
    const { guardianId, assent, ...process } = g.process;
    const complete = Object.entries(process).every(
      ([name, value]) => value !== null && (value !== false || name === "interpreterUsed"),
    );
    return (
      complete &&
      (!p.isMinor || (guardianId !== null && assent === true)) &&
      !g.guardianIsSuspect &&
      g.confirmedAt <= t &&
      t < g.confirmedAt + 365 * DAY_MS &&
      !p.riskEvents.some((e) => e.at <= t && e.at >= g.confirmedAt) &&
      [g, ...p.answers.filter((a) => isOfCell(w, a) && a.number > g.number)].every((a) => inScope(a, p))
    );
  };
  const safe = (p: Person): boolean => {
    const last = Math.max(0, ...p.assessments.map((a) => a.at));
    return (
      p.assessments.length > 0 &&
      p.assessments.every(
        (a) =>
          a.at !== last ||
          (a.at <= t &&
            t < a.validUntil &&
            t < a.at + 90 * DAY_MS &&
            a.level <= cap &&
            a.mitigations.every((m) => m.done) &&
            a.suspendedBy === null &&
            !p.riskEvents.some((e) => e.at <= t && e.at >= a.at)),
      )
    );
  };
  const approvers = (kind: string) =>
    w.approvals.filter((a) => a.kind === kind && a.hash === w.hash && a.humanId !== w.builtBy);
  const folder: Record<string, string> = {
    approved: "finding",
    contested: "contradictions",
    refuted: "contradictions",
  };
  return (
    w.rulesetVersion === RULESET_VERSION &&
    item.personsIndexed &&
    item.persons.every(({ personId, role }) => {
      if (UNPROTECTED_ROLES.some((open) => open === role)) return true;
      const records = w.persons.filter((one) => one.personId === personId);
      return records.length === 1 && granted(records[0]!) && safe(records[0]!);
    }) &&
    item.thirdPersons.every((p) => p.consented || p.redacted) &&
    PURPOSES_OF[r.class].includes(w.purpose) &&
    (r.class === "ourselves" || (r.agreement !== null && within(r.agreement))) &&
    (r.class !== "domestic_authority" || r.country !== null) &&
    (r.withdrawnAt === null || t < r.withdrawnAt) &&
    ASSURANCES_OF[r.class].every(assured) &&
    (item.embargoUntil === null || item.embargoUntil <= t) &&
    !(item.leadOnly || item.releaseHold || item.compartmentBar) &&
    item.findings.every((f) => f.pinned !== null && folder[f.status] === f.pinned) &&
    (w.stage === "build" || w.leakScan === "empty") &&
    (w.stage !== "download" ||
      (w.builtBy !== null &&
        w.hash !== null &&
        approvers("legal").some((a) => approvers("protection").some((b) => a.humanId !== b.humanId))))
  );
}

/** Everything in a JSON value, with itself. */
function everythingIn(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  return [value, ...Object.values(value).flatMap(everythingIn)];
}

function withShuffledArrays(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value)) return draw.shuffled(value.map((one: unknown) => withShuffledArrays(one, draw)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withShuffledArrays(one, draw)]));
}

/** States that a value has a snapshot's shape, as what was only shuffled has. */
const asSnapshot = (value: unknown): GateSnapshot => value as GateSnapshot;

describe("the gate, on any world", () => {
  test("decides as the formula does, and the worlds are worth deciding", TIMED, () => {
    const met = new Set<RuleId>();
    const opened = new Map<string, number>();
    const count = (key: string) => opened.set(key, (opened.get(key) ?? 0) + 1);
    expectOnAnyWorld((world, _, { allow, rules }) => {
      must(allow === formula(world), `the formula says ${!allow}`);
      for (const { rule } of rules) met.add(rule);
      if (!allow) return;
      for (const key of [world.stage, world.recipient.class, "any"]) count(key);
      if (askedPersons(world).length > 0) count("asked");
    });
    expect([...met].toSorted()).toEqual(Object.keys(RULES).toSorted());
    expect([...opened.keys()]).toEqual(expect.arrayContaining([...STAGES, ...RECIPIENT_CLASSES]));
    expect(opened.get("any")! / RUNS).toBeGreaterThan(0.2);
    expect(opened.get("asked")! / RUNS).toBeGreaterThan(0.15);
  });

  test(
    "names a rule for every denial, each once, in order, and nothing but ids and codes with it",
    TIMED,
    () => {
      const order = Object.keys(RULES);
      expectOnAnyWorld((_, _draw, { allow, rules }) => {
        must(allow === (rules.length === 0), "a denial without a rule, or a permission with one");
        const texts = rules.map((one) => JSON.stringify(one));
        must(new Set(texts).size === texts.length, "a rule is named twice");
        rules.forEach(({ rule, parameters, changeableBy }, place) => {
          must(RULES[rule] === changeableBy, `${rule} is none, or another's`);
          must(place === 0 || order.indexOf(rules[place - 1]!.rule) <= order.indexOf(rule), "out of order");
          const words = everythingIn(parameters).filter((one) => typeof one === "string");
          must(
            words.every((one) => /^[A-Za-z0-9_.:-]+$/.test(one)),
            "a parameter is free text",
          );
        });
      });
    },
  );

  test("is decided the same again from a stored snapshot, and in any order", TIMED, () => {
    expectOnAnyWorld((world, draw, decision) => {
      const stored = GateSnapshot.parse(JSON.parse(JSON.stringify(world)));
      const shuffled = asSnapshot(withShuffledArrays(world, draw));
      const hash = decisionHash(decision);
      must(decisionHash(decide(stored)) === hash, "a stored snapshot is decided otherwise");
      must(decisionHash(decide(shuffled)) === hash, "another order is decided otherwise");
      if (draw.onceIn(10)) {
        must(snapshotHash(shuffled) === snapshotHash(world), "another order has another hash");
        const later = { ...world, at: world.at + 1 };
        must(snapshotHash(later) !== snapshotHash(world), "another snapshot has the same hash");
      }
    });
  });

  test("knows no way around it: whatever is added to a snapshot does not parse", TIMED, () => {
    expectOnAnyWorld((world, draw) => {
      if (!draw.onceIn(5)) return; // the schema is one; to parse is slow
      const copy = GateSnapshot.parse(structuredClone(world));
      const words = everythingIn(copy).flatMap((one) =>
        typeof one === "object" && one !== null ? Object.keys(one) : [],
      );
      must(
        words.every((word) => !/glass|emergenc|overrid|bypass|force/i.test(word)),
        "a field opens the gate",
      );
      // A condition of a newer version may have any field: it blocks.
      const objects = everythingIn(copy).filter(
        (one): one is Record<string, unknown> =>
          typeof one === "object" &&
          one !== null &&
          !Array.isArray(one) &&
          !("kind" in one && !("from" in one)),
      );
      draw.from(objects)["breakGlass"] = true;
      must(!GateSnapshot.safeParse(copy).success, "a snapshot with one field more parses");
    });
  });
});

describe("what a person said", () => {
  // Taken literally, "removing a grant never opens" is false for any ledger in which the newest answer decides: with the
  // narrower of two grants gone, the older and broader one is the newest. So it holds in three forms, one for each way in
  // which a grant can be gone: an entry is lost, the person takes it back, or it was never given.

  test(
    "an answer lost from the ledger, a grant or not, never opens, and closes for whoever is asked",
    TIMED,
    () => {
      let closed = 0;
      expectOnAnyWorld((world, draw, decision) => {
        for (const person of askedPersons(world)) {
          if (person.answers.length === 0) continue;
          const lost = draw.from(person.answers);
          const after = changed(world, person.personId, {
            answers: person.answers.filter((one) => one !== lost),
          });
          if (neverOpens(decision, after)) closed++;
          must(!decide(after).allow, "an answer is gone, and nobody noticed");
        }
      });
      expect(closed).toBeGreaterThan(RUNS / 10);
    },
  );

  test(
    "a later no, unanswered or unsaid beats every older yes, and one of another cell opens nothing",
    TIMED,
    () => {
      let closed = 0;
      expectOnAnyWorld((world, draw, decision) => {
        for (const person of askedPersons(world)) {
          const number = person.lastAnswerNumber + 1;
          const given = drawnAnswer(draw, world, number);
          const taken: Answer = { ...given, answer: draw.from(["no", "not_asked", "prefer_not_to_say"]) };
          const after = changed(world, person.personId, {
            answers: [...person.answers, taken],
            lastAnswerNumber: number,
          });
          if (neverOpens(decision, after)) closed++;
          must(!isOfCell(world, taken) || !decide(after).allow, "a later no was passed over");
        }
      });
      expect(closed).toBeGreaterThan(RUNS / 20);
    },
  );

  test("without the grants of a purpose and class, had they never been given, nothing goes", TIMED, () => {
    expectOnAnyWorld((world, draw, decision) => {
      for (const person of askedPersons(world)) {
        const rest = person.answers
          .toSorted((a, b) => a.number - b.number)
          .filter((one) => !(one.answer === "yes" && isOfCell(world, one)))
          .map((one, place) => ({ ...one, number: place + 1 }));
        const after = changed(world, person.personId, {
          answers: draw.shuffled(rest),
          lastAnswerNumber: rest.length,
        });
        neverOpens(decision, after);
        must(!decide(after).allow, "it goes without a grant");
      }
    });
  });

  test(
    "nothing that one human records opens it, unless it is the first answer ever given there",
    TIMED,
    () => {
      let atOnce = 0;
      let waited = 0;
      expectOnAnyWorld((world, draw, decision) => {
        for (const person of askedPersons(world)) {
          const earlier = person.answers.filter((one) => isOfCell(world, one));
          if (earlier.every(({ answer }) => answer === "not_asked")) continue;
          const { inForce } = answersThatDecide(earlier, world);
          const number = person.lastAnswerNumber + 1;
          const base = draw.onceIn(2) ? draw.from(earlier) : drawnAnswer(draw, world, number);
          const drawn = drawnAnswer(draw, world, number);
          // Like an older one in most things, so that it is often only narrower or only broader.
          const like = { ...base, ...Object.fromEntries(draw.some(Object.entries(drawn))) };
          const added: Answer = {
            ...like,
            id: drawn.id,
            number,
            country: world.recipient.class === "domestic_authority" ? like.country : null,
            purpose: world.purpose,
            recipientClass: world.recipient.class,
            // To say the same again is no widening, so that both are confirmed alike here.
            confirmedAt: (inForce ?? earlier[0]!).confirmedAt,
          };
          const waitsForSecond = !takesEffectAtOnce(person.answers, added);
          if (added.answer === "yes" && waitsForSecond) waited++;
          if (added.answer === "yes" && !waitsForSecond) atOnce++;
          const after = changed(world, person.personId, {
            answers: [...person.answers, { ...added, waitsForSecond }],
            lastAnswerNumber: number,
          });
          neverOpens(decision, after);
        }
      });
      expect(Math.min(atOnce, waited)).toBeGreaterThan(RUNS / 50);
    },
  );

  test("in the place of an answer one that only narrows it never opens, at any time", TIMED, () => {
    let closed = 0;
    let narrowed = 0;
    expectOnAnyWorld((world, draw) => {
      const at = world.at + (draw.below(200) - 100) * DAY_MS;
      for (const person of askedPersons(world)) {
        if (person.answers.length === 0) continue;
        const before = draw.from(person.answers);
        const drawn = drawnAnswer(draw, world, before.number);
        const after: Answer = {
          ...before,
          ...Object.fromEntries(draw.some(Object.entries(drawn))),
          purpose: before.purpose,
          recipientClass: before.recipientClass,
          country: before.country,
          confirmedAt: before.confirmedAt,
          waitsForSecond: before.waitsForSecond,
        };
        if (!narrows(before, after)) continue;
        narrowed++;
        const answers = person.answers.map((one) => (one === before ? after : one));
        const there = { ...world, at };
        if (neverOpens(decide(there), changed(there, person.personId, { answers }))) closed++;
      }
    });
    expect(narrowed).toBeGreaterThan(RUNS / 20);
    expect(closed).toBeGreaterThan(0);
  });

  test("a less revealing form, one more exclusion, condition or refusal never opens", TIMED, () => {
    let closed = 0;
    expectOnAnyWorld((world, draw, decision) => {
      const person = draw.from([...askedPersons(world), undefined]);
      if (!person || person.answers.length === 0) return;
      const old = draw.from(person.answers);
      const less = FORMS.slice(0, FORMS.indexOf(old.form) + 1);
      const drawn = drawnAnswer(draw, world, old.number);
      const narrower = draw.from<Partial<Answer>>([
        { form: draw.from(less) },
        { exclusions: [...old.exclusions, draw.from(["rc_1", "rc_2"])] },
        { conditions: [...old.conditions, ...drawn.conditions] },
        { refusedElements: [...old.refusedElements, ...drawn.refusedElements] },
      ]);
      const answers = person.answers.map((one) => (one === old ? { ...one, ...narrower } : one));
      if (neverOpens(decision, changed(world, person.personId, { answers }))) closed++;
    });
    expect(closed).toBeGreaterThan(RUNS / 200);
  });

  test("past the end of the grant in force, and a year after anything, nothing goes", TIMED, () => {
    expectOnAnyWorld((world, draw) => {
      for (const person of askedPersons(world)) {
        const year = decide({ ...world, at: world.at + (400 + draw.below(900)) * DAY_MS });
        must(!year.allow, "it goes a year later");
        const newest = person.answers
          .filter((one) => isOfCell(world, one) && !(one.answer === "yes" && one.waitsForSecond))
          .toSorted((a, b) => b.number - a.number)[0];
        if (!newest?.until) continue;
        must(
          !decide({ ...world, at: newest.until + draw.below(40) * DAY_MS }).allow,
          "it goes after the end",
        );
      }
    });
  });
});

describe("what surrounds it", () => {
  test(
    "without an assurance, the agreement, an approval or a talk that was agreed to it never opens",
    TIMED,
    () => {
      let closed = 0;
      expectOnAnyWorld((world, draw, decision) => {
        const { recipient, approvals } = world;
        const lost = draw.below(recipient.assurances.length + 1);
        const assurances = recipient.assurances.filter((_, place) => place !== lost);
        const less: GateSnapshot[] = [
          { ...world, recipient: { ...recipient, assurances } },
          { ...world, recipient: { ...recipient, agreement: null } },
          { ...world, approvals: approvals.slice(1) },
          { ...world, leakScan: draw.from(["not_run", "found"]) },
          {
            ...world,
            persons: world.persons.map((one) => ({
              ...one,
              contacts: one.contacts.filter(({ consents }) => !consents),
            })),
          },
        ];
        for (const after of less) if (neverOpens(decision, after)) closed++;
        const { kind } = recipient.assurances[0] ?? {};
        if (kind && ASSURANCES_OF[recipient.class].includes(kind)) {
          const none = recipient.assurances.filter((one) => one.kind !== kind);
          must(
            !decide({ ...world, recipient: { ...recipient, assurances: none } }).allow,
            "it goes unassured",
          );
        }
      });
      expect(closed).toBeGreaterThan(RUNS / 10);
    },
  );

  test(
    "without the only assessment nothing goes, and a later, worse or suspended one never opens",
    TIMED,
    () => {
      expectOnAnyWorld((world, draw, decision) => {
        for (const person of askedPersons(world)) {
          const { personId, assessments } = person;
          must(!decide(changed(world, personId, { assessments: [] })).allow, "it goes unassessed");
          if (assessments.length === 0) continue;
          const old = draw.from(assessments);
          const worse = draw.from([
            { ...old, level: 5 as const },
            { ...old, suspendedBy: "ev_7" },
            { ...old, mitigations: [...old.mitigations, { done: false }] },
            { ...old, validUntil: Math.min(old.validUntil, world.at) },
          ]);
          const after = assessments.map((one) => (one === old ? worse : one));
          neverOpens(decision, changed(world, personId, { assessments: after }));
          const event = { id: "ev_8", at: world.at - draw.below(60) * DAY_MS };
          neverOpens(decision, changed(world, personId, { riskEvents: [...person.riskEvents, event] }));
        }
      });
    },
  );

  test("settings only lower caps, and each stage asks all that the one before it does", TIMED, () => {
    expectOnAnyWorld((world, draw, decision) => {
      const lowered = Object.fromEntries(draw.some(RECIPIENT_CLASSES).map((one) => [one, draw.below(9)]));
      const caps = capsWith(lowered);
      must(
        RECIPIENT_CLASSES.every((one) => caps[one] <= RISK_CAPS[one]),
        "a cap was raised",
      );
      neverOpens(decide({ ...world, caps: { ...RISK_CAPS } }), { ...world, caps });
      neverOpens(decision, { ...world, caps: { ...world.caps, [world.recipient.class]: 0 } });
      const [build, approval, download] = STAGES.map((stage) => decide({ ...world, stage }).allow);
      must(build! || !approval, "approval asks less than building");
      must(approval! || !download, "a download asks less than approval");
    });
  });

  test("one more person, third person, finding, hold or embargo never opens", TIMED, () => {
    expectOnAnyWorld((world, draw, decision) => {
      const { item } = world;
      const added = draw.from<Partial<GateSnapshot["item"]>>([
        {
          persons: [
            ...item.persons,
            { personId: draw.from(["w_1", "w_9"]), role: draw.from(PROTECTED_ROLES), elements: null },
          ],
        },
        { thirdPersons: [...item.thirdPersons, { key: "TP-9", consented: false, redacted: draw.onceIn(2) }] },
        { findings: [...item.findings, { id: "fi_9", status: "draft", pinned: "finding" }] },
        { embargoUntil: Math.max(item.embargoUntil ?? 0, world.at + (draw.below(5) - 2) * DAY_MS) },
        { leadOnly: true },
        { releaseHold: true },
        { compartmentBar: true },
        { personsIndexed: false },
      ]);
      neverOpens(decision, { ...world, item: { ...item, ...added } });
    });
  });
});
