import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type AuditEvent, encodeEvent, leafOf } from "#lib/core/audit-event.ts";
import { merkleTree } from "./merkle.ts";
import { parseEvent, type StoredEvent, verifyChain } from "./verify.ts";
import { notedFrom } from "./vocabulary.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const Log = z.object({
  name: z.string(),
  lines: z.array(z.string()),
  noted: z.string().optional(),
  exit: z.number(),
  firstBad: z.number().optional(),
  why: z.string().optional(),
  root: z.string().optional(),
});
const vectors = z
  .object({
    events: z.array(
      z.object({ event: z.record(z.string(), z.unknown()), body: z.string(), leaf: z.string() }),
    ),
    tree: z.object({ inputs: z.array(z.string()), roots: z.array(z.string()) }),
    logs: z.array(Log),
  })
  .parse(JSON.parse(readFileSync("docs/verify/vectors.json", "utf8")));

interface Answer {
  exit: number;
  firstBad: number | undefined;
  why: string | undefined;
  root: string | undefined;
}

const PROGRAMS = [
  [process.execPath, "docs/verify/verify.mjs"],
  ["python3", "docs/verify/verify-events.py"],
] as const;

let files = 0;

/** What the two published programs say about a file. */
function published(lines: string[], noted?: string): Promise<Answer[]> {
  const path = join(folder, `${(files += 1)}.jsonl`);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  return Promise.all(
    PROGRAMS.map(([command, script]) =>
      answerOf(command, [script, path, ...(noted ? ["--noted", noted] : [])]),
    ),
  );
}

function answerOf(command: string, args: string[]): Promise<Answer> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", fail);
    child.on("close", (code) => {
      const bad = /First bad entry: (\d+) \((\w+)\)/.exec(output);
      const root = /Size and root: (\d+:[0-9a-f]{64})/.exec(output);
      if (code === null || /Traceback|Error:/.test(output)) fail(new Error(output));
      else
        done({ exit: code, firstBad: bad?.[1] ? Number(bad[1]) : undefined, why: bad?.[2], root: root?.[1] });
    });
  });
}

/** What the program's own verifier says about the same lines, given as a database would hold them. */
async function own(lines: string[], noted?: string): Promise<Answer> {
  if (lines.length === 0) return { exit: 2, firstBad: undefined, why: undefined, root: undefined };
  const result = await verifyChain(stored(lines), "absent", {
    noted: [(noted && notedFrom(noted)) || []].flat(),
  });
  return result.ok
    ? { exit: 0, firstBad: undefined, why: undefined, root: `${result.count}:${result.root}` }
    : { exit: 1, firstBad: result.firstBad, why: result.why, root: undefined };
}

async function* stored(lines: string[]): AsyncGenerator<StoredEvent> {
  for (const [n, body] of lines.entries()) {
    const event = parseEvent(body);
    yield {
      seq: event?.seq ?? n + 1,
      leaf: leafOf(body),
      body,
      caseId: event?.case ?? null,
      act: event?.act ?? "",
      actor: event?.actor ?? "",
      objectId: event?.obj ?? null,
      decision: event?.dec ?? "",
      requestId: event?.req ?? "",
      at: event ? Date.parse(event.ts) : 0,
      detail: undefined,
    };
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
  });

  it.each(vectors.logs.map((log) => [log.name, log] as const))(
    "get the same answer from every verifier: %s",
    async (_, log) => {
      const answers = await published(log.lines, log.noted);
      const isWhole = !log.lines.some((line) => line.startsWith('{"leaf"')) || log.why === "not_canonical";
      if (isWhole) answers.push(await own(log.lines, log.noted));
      for (const { root, ...answer } of answers) {
        expect(answer).toEqual({ exit: log.exit, firstBad: log.firstBad, why: log.why });
        if (log.root) expect(root).toBe(`${log.lines.length}:${log.root}`);
      }
    },
  );
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

function mutated(lines: string[], { kind, line, other, at, text }: Mutation): string[] {
  const one = lines[line] ?? "";
  const put = text.replaceAll("\n", "");
  const place = at % (one.length + 1);
  switch (kind) {
    case "turn":
      return lines.with(line, one.slice(0, place) + put + one.slice(place + put.length));
    case "put":
      return lines.with(line, one.slice(0, place) + put + one.slice(place));
    case "cut":
      return lines.toSpliced(line, 1);
    case "twice":
      return lines.toSpliced(other, 0, one);
    case "swap":
      return lines.with(line, lines[other] ?? "").with(other, one);
    case "rewrite":
      return lines.with(
        line,
        encodeEvent({ ...(JSON.parse(one) as AuditEvent), reason: put.normalize("NFC").toWellFormed() }),
      );
    case "nothing":
      return lines;
  }
}

describe("three verifiers, written apart from each other", () => {
  it("say the same of a log whatever happens to it", { timeout: 600_000 }, async () => {
    const lines = vectors.events.map(({ body }) => body);
    expect((await own(lines)).exit).toBe(0);
    const runs = process.env["ATTEST_LONG"] === "1" ? 2_000 : 15;
    await fc.assert(
      fc.asyncProperty(mutation, async (one) => {
        const changed = mutated(lines, one);
        const [javascript, python] = await published(changed);
        expect(python).toEqual(javascript);
        expect(await own(changed)).toEqual(javascript);
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
