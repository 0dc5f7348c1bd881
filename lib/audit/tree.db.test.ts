import { asc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "#db/columns.ts";
import { auditEvents, auditSubtrees } from "#db/schema/index.ts";
import { appendToChain } from "#lib/core/chain.ts";
import { newId } from "#lib/core/ids.ts";
import { system } from "#lib/core/system.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { fillTree } from "./fill-tree.ts";
import { merkleTree } from "./merkle.ts";
import { isConsistent, isIncluded } from "./proofs.ts";
import { consistencyProof, frontierAt, inclusionProof, rootAt, TreeIncomplete } from "./tree.ts";

const SIZE = 70;
let world: World;
let leaves: string[];
/** Roots of every size, by the tree in memory. */
let roots: string[];

beforeAll(async () => {
  world = await aWorld({ empty: true });
  const sys = await system();
  const entry = { act: "place.read", decision: "allow", caseId: null, role: null } as const;
  for (let n = 0; n < SIZE; n++)
    await sys.store.transact((tx) =>
      appendToChain(tx, sys, world.person("auditor"), { ...entry, requestId: newId("request") }, world.now()),
    );
  const rows = await sys.store.read.select().from(auditEvents).orderBy(asc(auditEvents.seq));
  leaves = rows.map(({ leaf }) => leaf);
  const tree = merkleTree();
  roots = [tree.root(), ...leaves.map((leaf) => (tree.add(leaf), tree.root()))];
});
afterAll(() => world.close());

const flipped = (hash: string) => `${hash.startsWith("0") ? "1" : "0"}${hash.slice(1)}`;

describe("the stored tree of the log", () => {
  it("has the root of RFC 6962 at every size, and one row an entry on average", async () => {
    const { read } = world.fresh.store;
    for (let size = 0; size <= SIZE; size++) expect(await rootAt(read, size)).toBe(roots[size]);
    const rows = await read.select().from(auditSubtrees);
    expect(rows.length).toBe(SIZE - [...SIZE.toString(2)].filter((bit) => bit === "1").length);
    expect(await frontierAt(read, 64)).toEqual([roots[64]]);
  });

  it("proves every entry at every size, and nothing else by the same proof", async () => {
    const { read } = world.fresh.store;
    for (let size = 1; size <= SIZE; size += size < 20 ? 1 : 7)
      for (let seq = 1; seq <= size; seq++) {
        const proof = await inclusionProof(read, seq, size);
        const [leaf, root] = [leaves[seq - 1]!, roots[size]!];
        expect(isIncluded(leaf, seq - 1, size, proof, root)).toBe(true);
        expect(isIncluded(flipped(leaf), seq - 1, size, proof, root)).toBe(false);
        expect(isIncluded(leaf, seq - 1, size, proof, flipped(root))).toBe(false);
        expect(isIncluded(leaf, seq - 1, size, [...proof, root], root)).toBe(false);
        if (seq < size) expect(isIncluded(leaf, seq, size, proof, root)).toBe(false);
        for (const [at, hash] of proof.entries())
          expect(isIncluded(leaf, seq - 1, size, proof.with(at, flipped(hash)), root)).toBe(false);
        if (proof.length > 0) expect(isIncluded(leaf, seq - 1, size, proof.slice(1), root)).toBe(false);
      }
  });

  it("proves that every size is the beginning of every longer one, and no other log is", async () => {
    const { read } = world.fresh.store;
    const at = (size: number) => ({ size, root: roots[size]! });
    for (let to = 1; to <= SIZE; to += to < 20 ? 1 : 9)
      for (let from = 1; from <= to; from++) {
        const proof = await consistencyProof(read, from, to);
        expect(isConsistent(at(from), at(to), proof)).toBe(true);
        if (from === to) continue;
        expect(isConsistent({ size: from, root: flipped(roots[from]!) }, at(to), proof)).toBe(false);
        expect(isConsistent(at(from), { size: to, root: flipped(roots[to]!) }, proof)).toBe(false);
        expect(isConsistent(at(from), at(to), proof.slice(0, -1))).toBe(false);
        expect(isConsistent(at(from), at(to), [...proof, roots[1]!])).toBe(false);
        for (const [n, hash] of proof.entries())
          expect(isConsistent(at(from), at(to), proof.with(n, flipped(hash)))).toBe(false);
      }
    expect(isConsistent(at(5), at(4), [])).toBe(false);
    expect(isConsistent(at(0), at(4), [])).toBe(true);
  });

  it("is filled in where a log is older than it, and what is there is left alone", async () => {
    const copy = await world.again();
    const { store } = copy.fresh;
    const only = "delete from audit_subtrees where id >= 64 * 33";
    await expect(copy.fresh.directSql(only)).rejects.toThrow("audit.append_only");
    const trigger = `drop trigger audit_subtrees_never_deleted${dialect === "postgres" ? " on audit_subtrees" : ""}`;
    await copy.fresh.directSql(`${trigger}; ${only}`);
    await expect(rootAt(store.read, SIZE)).rejects.toBeInstanceOf(TreeIncomplete);
    const said: string[] = [];
    await fillTree(await system(), (line) => said.push(line));
    expect(await rootAt(store.read, SIZE)).toBe(roots[SIZE]);
    await fillTree(await system(), (line) => said.push(line));
    expect(said).toHaveLength(1);
    await copy.close();
    world.enter();
  });
});
