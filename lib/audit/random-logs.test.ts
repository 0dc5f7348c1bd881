import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AuditEvent, encodeEvent, FIRST_PREV, leafOf } from "#lib/core/audit-event.ts";
import { merkleTree } from "./merkle.ts";
import {
  fileOf,
  ownVerifier,
  publishedVerifiers,
  scratchFolder,
  type Verifiers,
} from "./testing/verifiers.ts";

const LOGS = 10_000;
const TOGETHER = 250;

/** Numbers from 0 up to below 1, the same for the same seed (mulberry32). */
function chanceFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    oneIn: (n: number) => below(n) === 0,
    one: <T>(list: readonly T[]) => list[below(list.length)]!,
  };
}
type Chance = ReturnType<typeof chanceFrom>;

const code = (kind: string, n: number) => `${kind}_${String(n).padStart(22, "0")}`;
const TEXTS = ["review", "مراجعة", '€\u000f\n"\\/', "😀\u2028", "é", ""];

/** What an entry says; its number, its link to the one before and its time are given by `chained`. */
function factsFrom(chance: Chance): Partial<AuditEvent> {
  return {
    act: chance.one(["testimony.read", "case.open", "search.find"]),
    actor: code("p", chance.below(5)),
    dec: chance.oneIn(5) ? "deny" : "allow",
    req: code("r", chance.below(1_000_000)),
    ...(chance.oneIn(2) && {
      case: code("c", chance.below(3)),
      obj: code("t", chance.below(9)),
      obj_v: chance.below(40),
    }),
    ...(chance.oneIn(3) && { reason: chance.one(TEXTS) }),
    ...(chance.oneIn(4) && { rows: [`cases:${code("c", 1)}:1:1:${leafOf("row")}`] }),
    ...(chance.oneIn(4) && { rules: ["case.member", chance.one(TEXTS)] }),
  };
}

/** Numbers, chains and dates entries, from a place on: those before stay as they are. */
function chained(facts: readonly Partial<AuditEvent>[], start: readonly AuditEvent[] = []): AuditEvent[] {
  const events = [...start];
  for (const one of facts) {
    const seq = events.length + 1;
    const before = events.at(-1);
    events.push({
      ...one,
      v: 1,
      log: one.log ?? code("lg", 7),
      seq,
      prev: before ? leafOf(encodeEvent(before)) : FIRST_PREV,
      ts: one.ts ?? new Date(Date.UTC(2031, 1, 20) + seq * 999).toISOString(),
      act: one.act ?? "a.b",
      actor: one.actor ?? "",
      dec: one.dec ?? "allow",
      req: one.req ?? "",
    });
  }
  return events;
}

const linesOf = (events: readonly AuditEvent[]) => events.map(encodeEvent);

function rootOf(lines: readonly string[]): string {
  const tree = merkleTree();
  for (const line of lines) tree.add(leafOf(line));
  return tree.root();
}

/** Ways to damage a log; `at` is the entry that is meant. */
const DAMAGES: ((events: readonly AuditEvent[], at: number, chance: Chance) => string[])[] = [
  // A character of one line.
  (events, at, chance) => {
    const lines = linesOf(events);
    const line = lines[at]!;
    const place = chance.below(line.length);
    const sign = chance.one(["0", "a", '"', "}", " ", "é", "\\", ""]);
    return lines.with(at, line.slice(0, place) + sign + line.slice(place + 1));
  },
  // One fact, with nothing computed anew.
  (events, at, chance) => linesOf(events.with(at, { ...events[at]!, reason: `forged ${chance.below(9)}` })),
  // One fact, with everything after it computed anew.
  (events, at) =>
    linesOf(chained([{ ...events[at], reason: "forged" }, ...events.slice(at + 1)], events.slice(0, at))),
  // The link to the one before.
  (events, at) => linesOf(events.with(at, { ...events[at]!, prev: leafOf("another") })),
  // An earlier time, or another log, with everything after it computed anew.
  (events, at) =>
    linesOf(
      chained(
        [{ ...events[at], ts: "2030-01-01T00:00:00.000Z" }, ...events.slice(at + 1)],
        events.slice(0, at),
      ),
    ),
  (events, at) =>
    linesOf(chained([{ ...events[at], log: code("lg", 8) }, ...events.slice(at + 1)], events.slice(0, at))),
  // Taken out, with and without numbers computed anew.
  (events, at) => linesOf(events.toSpliced(at, 1)),
  (events, at) => linesOf(chained(events.slice(at + 1), events.slice(0, at))),
  // The end cut off.
  (events, at) => linesOf(events.slice(0, at)),
  // Put in twice, put in anew, exchanged.
  (events, at) => linesOf(events.toSpliced(at, 0, events[at]!)),
  (events, at) => linesOf(chained([{ act: "put.in" }, ...events.slice(at)], events.slice(0, at))),
  (events, at, chance) => {
    const other = chance.below(events.length);
    return linesOf(events.with(at, events[other]!).with(other, events[at]!));
  },
  // A line that is no entry.
  (events, at, chance) =>
    linesOf(events).toSpliced(at, 1, chance.one(["", "{}", "[]", "null", "x", '{"v":1}', "\ufeff"])),
];

interface RandomLog {
  lines: string[];
  noted: string[];
  /** Whether the log up to every size noted is the one of which the root was noted. */
  isTrue: boolean;
}

function randomLog(seed: number): RandomLog {
  const chance = chanceFrom(seed);
  const events = chained(Array.from({ length: 1 + chance.below(20) }, () => factsFrom(chance)));
  const before = linesOf(events);
  const lines = chance.oneIn(2) ? chance.one(DAMAGES)(events, chance.below(events.length), chance) : before;
  const points = Array.from({ length: chance.oneIn(3) ? 2 : 1 }, () => {
    const size = 1 + chance.below(before.length);
    const isWrong = chance.oneIn(6);
    const root = isWrong ? leafOf(`wrong ${size}`) : rootOf(before.slice(0, size));
    return {
      noted: `${size}:${root}`,
      isTrue: !isWrong && before.slice(0, size).every((line, n) => line === lines[n]),
    };
  });
  return { lines, noted: points.map(({ noted }) => noted), isTrue: points.every((point) => point.isTrue) };
}

const scratch = scratchFolder();
let verifiers: Verifiers;
beforeAll(async () => {
  verifiers = await publishedVerifiers();
});
afterAll(async () => {
  await verifiers.close();
  scratch.remove();
});

/** What all three say of a log; the test fails where they differ. */
async function agreedAnswer(seed: number) {
  const { lines, noted, isTrue } = randomLog(seed);
  const args = [scratch.file(fileOf(lines)), ...noted.flatMap((text) => ["--noted", text])];
  const asked = verifiers.python(args);
  const javascript = verifiers.javascript(args);
  const [python, own] = await Promise.all([asked, ownVerifier(lines, noted)]);
  const about = `seed ${seed}\n${javascript.output}\n${python.output}`;
  expect(javascript.answer, about).toEqual(own);
  expect(python.answer, about).toEqual(own);
  expect(python.root, about).toBe(javascript.root);
  // No verifier is right because the others agree: up to what was noted, not a character may differ.
  if (!isTrue) expect(own.exit, about).toBe(1);
  return { ...own, isTrue };
}

describe("random logs, half of them damaged", () => {
  it(`get one answer from three verifiers: ${LOGS} of them`, { timeout: 600_000 }, async () => {
    const counts = new Map<string, number>();
    for (let first = 1; first <= LOGS; first += TOGETHER) {
      const seeds = Array.from({ length: TOGETHER }, (_, n) => first + n);
      for (const { exit, why, isTrue } of await Promise.all(seeds.map(agreedAnswer))) {
        const kind = why ?? (isTrue && exit === 0 ? "holds" : "wrong");
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
    const often = ["holds", "missing", "duplicate", "not_canonical", "previous", "log", "time", "noted_root"];
    expect([...counts.keys()].toSorted()).toEqual(often.toSorted());
    for (const kind of often) expect(counts.get(kind), kind).toBeGreaterThan(100);
  });
});
