import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accountRoles,
  accounts,
  auditEvents,
  caseMembers,
  cases,
  receipts,
  sources,
  testimonies,
  factors,
} from "#db/schema/index.ts";
import { checkPassword } from "#lib/auth/sign-in.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { execute } from "#lib/core/execute.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { aCoastalRecord } from "../testing/a-coastal-record.ts";
import { DEMO_ACCOUNTS, DEMO_CASES, DEMO_PASSWORD } from "./accounts.ts";
import { type DemoCases, loadDemoInto, NoDemoHere } from "./load.ts";

const SCRIPT = new URL("../../../db/seed/training-wadi-narin.json", import.meta.url);

let world: World;
let folder: string;
let seed: string;
let brokenSeed: string;
let interrupted: unknown;
let loaded: DemoCases;
const lines: string[] = [];
const read = () => world.fresh.store.read;
const ledger = async () => [
  await read().$count(auditEvents),
  await read().$count(receipts),
  await read().$count(accounts),
];

/** A small record, and of the script its first and its last part: one account that is taken back. */
function writeSeed(name: string, change: (files: ReturnType<typeof aCoastalRecord>) => void): string {
  const path = join(folder, name);
  mkdirSync(join(path, "coastal-2025"), { recursive: true });
  const files = aCoastalRecord((words) => words);
  change(files);
  for (const [file, rows] of Object.entries(files)) {
    writeFileSync(join(path, "coastal-2025", `${file}.json`), JSON.stringify(rows));
  }
  const script = JSON.parse(readFileSync(SCRIPT, "utf8")) as Record<string, { path?: { do: string }[] }[]>;
  const left = ["statements", "allegations", "evidence", "dependencies", "contradictions", "findings"];
  const nothing = [...left, "appeals", "victimLists", "merges"].map((part) => [part, []] as const);
  const retracted = script["testimonies"]?.filter(({ path: steps }) =>
    steps?.some((step) => step.do === "retract"),
  );
  const short = { ...script, ...Object.fromEntries(nothing), testimonies: retracted };
  writeFileSync(join(path, "training-wadi-narin.json"), JSON.stringify(short));
  return path;
}

beforeAll(async () => {
  world = await aWorld({ empty: true });
  folder = mkdtempSync(join(tmpdir(), "attest-demo-"));
  seed = writeSeed("whole", () => undefined);
  brokenSeed = writeSeed("broken", ({ sources: rows }) => rows.pop());
  interrupted = await loadDemoInto(brokenSeed, () => undefined).catch((error: unknown) => error);
  loaded = await loadDemoInto(seed, (line) => lines.push(line));
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

describe("the demo", () => {
  it("finishes a load that was interrupted, without doing the first part again", async () => {
    expect(interrupted).toBeInstanceOf(Invalid);
    expect(lines).toEqual(["Demo: the public record of coastal Syria, 2025 …", "Demo: the training case …"]);
    expect(await read().$count(accounts)).toBe(DEMO_ACCOUNTS.length);
    expect(await read().$count(cases)).toBe(2);
    expect(await read().$count(sources, eq(sources.caseId, loaded.coastal))).toBe(3);
    expect(await read().$count(testimonies, eq(testimonies.caseId, loaded.training))).toBe(1);
  });

  it("does nothing at all when it is loaded again", async () => {
    const before = await ledger();
    const said: string[] = [];
    expect(await loadDemoInto(seed, (line) => said.push(line))).toEqual(loaded);
    expect(await ledger()).toEqual(before);
    expect(said).toEqual([]);
  });

  it("gives everyone the roles that the list names, and lets them in with the public password", async () => {
    for (const { name, global, ...roles } of DEMO_ACCOUNTS) {
      const [account] = await read()
        .select({ id: accounts.id })
        .from(accounts)
        .where(eq(accounts.name, name));
      const held = await read()
        .select({ caseId: caseMembers.caseId, role: caseMembers.role })
        .from(caseMembers)
        .where(and(eq(caseMembers.accountId, account?.id ?? ""), isNull(caseMembers.endedAt)));
      const wanted = (["coastal", "training"] as const).flatMap((which) => {
        const role = roles[which];
        return role ? [{ caseId: loaded[which], role }] : [];
      });
      expect(held, name).toEqual(expect.arrayContaining(wanted));
      expect(held).toHaveLength(wanted.length);
      const everywhere = await read()
        .select({ role: accountRoles.role })
        .from(accountRoles)
        .where(eq(accountRoles.accountId, account?.id ?? ""));
      expect(everywhere).toEqual(global ? [{ role: global }] : []);
    }
    expect(await checkPassword("reviewer", DEMO_PASSWORD)).toMatchObject({
      ok: true,
      next: { kind: "code" },
    });
    const held = await read().select().from(factors);
    expect(new Set(held.map(({ accountId }) => accountId)).size).toBe(DEMO_ACCOUNTS.length);
  });

  it("names its two cases in both languages, one of them training", async () => {
    const rows = await read()
      .select({ title: cases.title, titleAr: cases.titleAr, kind: cases.kind })
      .from(cases);
    const wanted = Object.values(DEMO_CASES).map(({ title, titleAr, kind }) => ({ title, titleAr, kind }));
    expect(rows).toEqual(expect.arrayContaining(wanted));
  });

  it("leaves alone what a visitor changed since", async () => {
    const [admin] = await read()
      .select({ accountId: accounts.id, humanId: accounts.humanId })
      .from(accounts)
      .where(eq(accounts.name, "admin"));
    const [member] = await read()
      .select({ memberId: caseMembers.id, version: caseMembers.version })
      .from(caseMembers)
      .where(eq(caseMembers.role, "protection_officer"));
    const caller = { kind: "person", ...admin!, session: null, auth: "terminal" } as const;
    await execute(endMembership, caller, { ...member!, reason: "Tried out." });
    await loadDemoInto(seed, () => undefined);
    const live = and(eq(caseMembers.role, "protection_officer"), isNull(caseMembers.endedAt));
    expect(await read().$count(caseMembers, live)).toBe(0);
  });

  it("goes nowhere near the accounts of real people", async () => {
    const real = await aWorld();
    const before = await real.fresh.store.read.$count(auditEvents);
    await expect(loadDemoInto(seed, () => undefined)).rejects.toThrow(NoDemoHere);
    expect(await real.fresh.store.read.$count(auditEvents)).toBe(before);
    await real.close();
  });
});
