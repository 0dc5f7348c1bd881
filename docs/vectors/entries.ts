/** The logs on which the vectors stand. Codes are made up of one digit or letter. */
import { bodyOf, type Entry, leafOf } from "./format.ts";

const code = (kind: string, sign: string | number) => `${kind}_${String(sign).repeat(22)}`;
const hash = (sign: string) => sign.repeat(64);
export const LOG = code("lg", 7);
const PERSON = { A: code("p", "A"), B: code("p", "B"), C: code("p", "C"), D: code("p", "D") };
const CASE = code("c", 1);

const facts: Entry[] = [
  {
    ts: "2031-02-20T09:00:00.000Z",
    act: "setup.administrator",
    actor: PERSON.A,
    actor_role: "administrator",
    auth: "setup",
    rows: [`accounts:${code("ac", 1)}:1:1:${hash("a")}`, `humans:${code("h", 1)}:1:1:${hash("b")}`],
  },
  {
    ts: "2031-02-20T09:00:00.000Z",
    act: "case.open",
    actor: PERSON.B,
    actor_role: "administrator",
    auth: "password",
    case: CASE,
    obj: CASE,
    obj_v: 1,
    detail_h: hash("c"),
    sess: hash("d"),
    rows: [`cases:${CASE}:1:1:${hash("e")}`],
  },
  {
    ts: "2031-02-20T09:00:00.001Z",
    act: "testimony.read",
    actor: PERSON.C,
    actor_role: "reviewer",
    auth: "password",
    case: CASE,
    obj: code("t", 1),
    obj_v: 7,
    reason: "review",
    rules: ["case.member", "testimony.read"],
  },
  {
    ts: "2031-02-20T09:59:59.999Z",
    act: "testimony.read",
    actor: PERSON.D,
    dec: "deny",
    auth: "password",
    rules: ["not_found"],
    repeats: 24,
  },
  // Characters that the canonical form treats each in its own way; the first text is that of RFC 8785, section 3.2.2.
  {
    ts: "2031-12-31T23:59:59.999Z",
    act: "test.strings",
    actor: PERSON.C,
    reason: '€$\u000f\nA\'B"\\\\"/',
    rules: ["\u007f", "\u2028", "😀", "\b\t\f\r\u0000"],
  },
  { ts: "2032-02-29T00:00:00.000Z", act: "test.arabic", actor: PERSON.C, reason: "مراجعة" },
  {
    ts: "2032-02-29T00:00:00.000Z",
    act: "link.record",
    actor: PERSON.C,
    actor_role: "investigator",
    auth: "password",
    case: CASE,
    obj: code("l", 1),
    obj_v: 1,
    detail_h: hash("0"),
    rows: [`links:${code("l", 1)}:1:1:${hash("1")}`],
    shown: [`${code("t", 1)}:7`],
  },
];

/** Entries made of facts: numbered, chained, and with what every entry has. */
export function chained(list: readonly Entry[]): Entry[] {
  const entries: Entry[] = [];
  let prev = "0".repeat(64);
  for (const [n, one] of list.entries()) {
    const entry = { v: 1, log: LOG, dec: "allow", req: code("r", n + 1), ...one, seq: n + 1, prev };
    entries.push(entry);
    prev = leafOf(bodyOf(entry)).toString("hex");
  }
  return entries;
}

/** The entries, `change` laid over that of number `seq`, and everything from there to the end computed anew. */
export const rewritten = (list: readonly Entry[], seq: number, change: Entry): Entry[] =>
  chained(list.map((one, n) => (n + 1 === seq ? { ...one, ...change } : one)));

/** The log of seven entries. */
export const seven = chained(facts);

/** A log of twenty entries, of several cases. */
export const twenty = chained(
  Array.from({ length: 20 }, (_, n) => ({
    ts: `2033-03-${String(n + 1).padStart(2, "0")}T08:00:00.000Z`,
    act: n % 3 === 0 ? "testimony.read" : "case.read",
    actor: PERSON.A,
    case: code("c", (n % 3) + 1),
    req: `r_${String(n + 1).padStart(22, "0")}`,
  })),
);
