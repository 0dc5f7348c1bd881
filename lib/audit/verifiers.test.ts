import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type AuditEvent, encodeEvent, leafOf } from "#lib/core/audit-event.ts";
import { readKeyChange } from "./checkpoint.ts";
import { merkleTree } from "./merkle.ts";
import { readKey, readNote, signedBy } from "./note.ts";
import { isConsistent, isIncluded } from "./proofs.ts";
import {
  type Answer,
  fileOf,
  ownVerifier,
  publishedVerifiers,
  saidBy,
  scratchFolder,
  type Verifiers,
} from "./testing/verifiers.ts";
import { parseEvent } from "./verify.ts";

const texts = z.array(z.string());
const Case = z.object({
  name: z.string(),
  exit: z.number(),
  firstBad: z.number().optional(),
  lastBad: z.number().optional(),
  why: z.string().optional(),
  root: z.string().optional(),
  noted: texts.default([]),
  checkpoints: texts.default([]),
  keys: texts.default([]),
  keyChanges: texts.default([]),
  witnesses: texts.default([]),
});
type Case = z.infer<typeof Case>;
const Proof = z.object({ name: z.string(), proof: texts, holds: z.boolean() });
const vectors = z
  .object({
    keys: z.array(z.object({ name: z.string(), vkey: z.string() })),
    events: z.array(
      z.object({ event: z.record(z.string(), z.unknown()), body: z.string(), leaf: z.string() }),
    ),
    tree: z.object({ inputs: texts, roots: texts }),
    inclusion: z.array(
      Proof.extend({ leaf: z.string(), index: z.number(), size: z.number(), root: z.string() }),
    ),
    consistency: z.array(
      Proof.extend({ size1: z.number(), root1: z.string(), size2: z.number(), root2: z.string() }),
    ),
    notes: z.array(z.object({ name: z.string(), note: z.string(), key: z.string(), signed: z.boolean() })),
    keyChanges: z.array(z.object({ name: z.string(), note: z.string(), holds: z.boolean() })),
    logs: z.array(Case.extend({ lines: texts })),
    bundles: z.array(Case.extend({ files: z.record(z.string(), z.string()) })),
    pairs: z.array(Case.extend({ from: z.string(), to: z.string(), proof: z.string() })),
  })
  .parse(JSON.parse(readFileSync("docs/verify/vectors.json", "utf8")));

const lines = vectors.events.map(({ body }) => body);
const keyNamed = (name: string) => vectors.keys.find((key) => key.name === name)!.vkey;
const scratch = scratchFolder();
let verifiers: Verifiers;
beforeAll(async () => {
  verifiers = await publishedVerifiers();
});
afterAll(async () => {
  await verifiers.close();
  scratch.remove();
});

const named = <T extends { name: string }>(list: T[]): [string, T][] => list.map((one) => [one.name, one]);

/** What is given beside the input, as arguments. */
const argumentsOf = (one: Case): string[] => [
  ...one.noted.flatMap((text) => ["--noted", text]),
  ...one.checkpoints.flatMap((text) => ["--checkpoint", scratch.file(text)]),
  ...one.keys.flatMap((text) => ["--key", text]),
  ...one.keyChanges.flatMap((text) => ["--key-change", scratch.file(text)]),
  ...one.witnesses.flatMap((text) => ["--witness", text]),
];

const answerIn = ({ exit, firstBad, lastBad, why }: Case): Answer => ({
  exit,
  ...(firstBad !== undefined && { firstBad }),
  ...(lastBad !== undefined && { lastBad }),
  ...(why !== undefined && { why }),
});

/** Both published programs give the answer of a vector, in a sentence. */
async function expectBoth(args: string[], one: Case): Promise<void> {
  const both = [verifiers.javascript(args), await verifiers.python(args)];
  for (const { answer, root, output } of both) {
    expect(answer, output).toEqual(answerIn(one));
    expect(output).toMatch(one.exit === 2 ? /^(?:Usage|Cannot be verified): \S/m : /\S/);
    if (one.root !== undefined) expect(root?.split(":")[1]).toBe(one.root);
  }
}

describe("the published vectors", () => {
  it("are what this program writes", () => {
    for (const { event, body, leaf } of vectors.events) {
      expect(encodeEvent(event as unknown as AuditEvent)).toBe(body);
      expect(leafOf(body)).toBe(leaf);
      expect(parseEvent(body)).toEqual(event);
    }
  });

  it("fit the tree of RFC 6962", () => {
    const tree = merkleTree();
    expect(tree.root()).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    vectors.tree.roots.forEach((root, n) => {
      tree.add(leafOf(Buffer.from(vectors.tree.inputs[n]!, "hex").toString("latin1")));
      expect([tree.size, tree.root()]).toEqual([n + 1, root]);
    });
    for (const { name, leaf, index, size, proof, root, holds } of vectors.inclusion)
      expect(isIncluded(leaf, index, size, proof, root), name).toBe(holds);
    for (const { name, size1, root1, size2, root2, proof, holds } of vectors.consistency)
      expect(isConsistent({ size: size1, root: root1 }, { size: size2, root: root2 }, proof), name).toBe(
        holds,
      );
  });

  it.each(named(vectors.logs))("get the same answer from every verifier: %s", async (_, log) => {
    await expectBoth([scratch.file(fileOf(log.lines)), ...argumentsOf(log)], log);
    const isPlain = log.keys.length + log.checkpoints.length + log.witnesses.length === 0;
    const isWhole = !log.lines.some((line) => line.startsWith('{"leaf"')) || log.why === "not_canonical";
    if (isPlain && isWhole) expect(await ownVerifier(log.lines, log.noted)).toEqual(answerIn(log));
  });

  it.each(named(vectors.bundles))("get the same answer from both programs: the bundle %s", async (_, one) => {
    await expectBoth([scratch.folder(one.files), ...argumentsOf(one)], one);
  });

  it.each(named(vectors.pairs))("get the same answer from both programs: the pair %s", async (_, one) => {
    const files = [
      ["--from", one.from],
      ["--to", one.to],
      ["--proof", one.proof],
    ].flatMap(([option = "", text = ""]) => [option, scratch.file(text)]);
    await expectBoth([...files, ...argumentsOf(one)], one);
  });

  it.each(named(vectors.notes))("get the same answer from every verifier: the note %s", async (name, one) => {
    const isWitness = one.key.startsWith("witness");
    const args = ["--checkpoint", scratch.file(one.note), "--key", isWitness ? keyNamed("key1") : one.key];
    const whole = [scratch.file(fileOf(lines)), ...args, ...(isWitness ? ["--witness", one.key] : [])];
    await expectBoth(whole, Case.parse({ name, exit: one.signed ? 0 : 2 }));
    const [note, key] = [readNote(one.note), readKey(one.key)];
    expect(note !== null && key !== null && signedBy(note, key) === "holds").toBe(one.signed);
  });

  it.each(named(vectors.keyChanges))(
    "get the same answer from every verifier: the change of keys %s",
    async (name, { note, holds }) => {
      const args = [
        scratch.file(fileOf(lines)),
        "--key",
        keyNamed("key1"),
        "--key-change",
        scratch.file(note),
      ];
      const point = lines.length;
      const root = vectors.logs.find((log) => log.root)?.root ?? "";
      await expectBoth([...args, "--noted", `${point}:${root}`], Case.parse({ name, exit: holds ? 0 : 2 }));
      expect(readKeyChange(note) !== null).toBe(holds);
    },
  );
});

describe("the published programs, started as a reader would", () => {
  const program = (command: string, args: string[]) =>
    new Promise<{ code: number; output: string }>((done) => {
      execFile(command, args, (error, stdout, stderr) =>
        done({
          code: typeof error?.code === "number" ? error.code : error ? -1 : 0,
          output: `${stdout}${stderr}`,
        }),
      );
    });
  const programs = [
    [process.execPath, "docs/verify/verify.mjs"],
    ["python3", "docs/verify/verify-events.py"],
  ] as const;

  it.each(programs)("give exit and sentence: %s %s", async (command, script) => {
    const log = scratch.file(fileOf(lines));
    const root = vectors.logs.find((one) => one.root)?.root ?? "";
    const wrong = `${lines.length}:${"0".repeat(64)}`;
    const ask = async (...args: string[]) => {
      const { code, output } = await program(command, [script, ...args]);
      return saidBy(code, output);
    };
    expect((await ask(log, "--noted", `${lines.length}:${root}`)).answer).toEqual({ exit: 0 });
    expect((await ask(log)).root).toBe(`${lines.length}:${root}`);
    expect((await ask(log, "--noted", wrong)).answer).toEqual({
      exit: 1,
      firstBad: 1,
      lastBad: lines.length,
      why: "noted_root",
    });
    const noise = scratch.file("");
    const rubbish: string[][] = [
      [],
      ["--noted"],
      [log, "--noted", "7"],
      [log, "--noted", `07:${root}`],
      [log, "--key", keyNamed("witness1")],
      [log, "--witness", keyNamed("key1")],
      [log, "--key", scratch.file("no keys\n")],
      [log, "--key", `${noise}-absent`],
      [log, "--checkpoint", "docs/verify/verify.mjs", "--key", keyNamed("key1")],
      [log, "--colour", "red"],
      [log, log],
      [`${log}-absent`],
      ["docs"],
      ["--from", noise, "--to", noise],
      ["--from", noise, "--to", noise, "--proof", noise],
      [scratch.folder({ "events.jsonl": "" })],
      [scratch.folder({ "events.jsonl/x": "" }), "--key", keyNamed("key1")],
    ];
    const answers = await Promise.all(rubbish.map((args) => ask(...args)));
    answers.forEach(({ answer, output }, n) => {
      expect(answer, `${rubbish[n]?.join(" ")}\n${output}`).toEqual({ exit: 2 });
      expect(output).toMatch(/^(?:Usage|Cannot be verified): \S/m);
      expect(output).not.toMatch(/Traceback|^\s+at |node:internal/m);
    });
  });
});

/** One thing that can happen to the lines of a file. */
const mutation = fc.record({
  kind: fc.constantFrom("turn", "cut", "swap", "twice", "put", "rewrite", "nothing"),
  line: fc.nat(6),
  other: fc.nat(6),
  at: fc.nat(2_000),
  text: fc.oneof(
    fc.constantFrom('"', "\\", "{", "é", "e\u0301", " ", "0", "-", "1e0", "\u2028", "true", "null", "[]"),
    fc.string({ unit: "binary", maxLength: 3 }),
  ),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutated(given: string[], { kind, line, other, at, text }: Mutation): string[] {
  const one = given[line] ?? "";
  const put = text.replaceAll("\n", "");
  const place = at % (one.length + 1);
  switch (kind) {
    case "turn":
      return given.with(line, one.slice(0, place) + put + one.slice(place + put.length));
    case "put":
      return given.with(line, one.slice(0, place) + put + one.slice(place));
    case "cut":
      return given.toSpliced(line, 1);
    case "twice":
      return given.toSpliced(other, 0, one);
    case "swap":
      return given.with(line, given[other] ?? "").with(other, one);
    case "rewrite":
      return given.with(
        line,
        encodeEvent({ ...(JSON.parse(one) as AuditEvent), reason: put.normalize("NFC").toWellFormed() }),
      );
    case "nothing":
      return given;
  }
}

describe("three verifiers, written apart from each other", () => {
  it("say the same of a log whatever happens to it", { timeout: 600_000 }, async () => {
    const runs = process.env["ATTEST_LONG"] === "1" ? 20_000 : 500;
    await fc.assert(
      fc.asyncProperty(mutation, async (one) => {
        const changed = mutated(lines, one);
        const path = scratch.file(fileOf(changed));
        const javascript = verifiers.javascript([path]);
        const python = await verifiers.python([path]);
        expect(python.answer).toEqual(javascript.answer);
        expect(await ownVerifier(changed, [])).toEqual(javascript.answer);
      }),
      { numRuns: runs, seed: 6962 },
    );
  });
});

describe("the tree", () => {
  it("has the root that the definition gives, for every size", () => {
    const definition = (leaves: string[]): string => {
      if (leaves.length === 1) return leaves[0]!;
      let half = 1;
      while (half * 2 < leaves.length) half *= 2;
      const tree = merkleTree();
      tree.add(definition(leaves.slice(0, half)));
      tree.add(definition(leaves.slice(half)));
      return tree.root();
    };
    const tree = merkleTree();
    const leaves: string[] = [];
    for (let n = 0; n < 130; n++) {
      leaves.push(leafOf(`leaf ${n}`));
      tree.add(leaves[n]!);
      expect(tree.root()).toBe(definition(leaves));
    }
  });
});
