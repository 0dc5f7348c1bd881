import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { auditEvents } from "#db/schema/index.ts";
import { openSqlite, type Store } from "#db/store.ts";
import { disableAccount } from "#lib/accounts/commands/disable-account.ts";
import { invite } from "#lib/accounts/commands/invite.ts";
import { checkPassword } from "#lib/auth/sign-in.ts";
import { UNWATCHED } from "#lib/core/clock.ts";
import { useSystem } from "#lib/core/system.ts";
import { addPasskey } from "#lib/factors/commands/add-passkey.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { readRecoveryCodes } from "#lib/factors/queries/read-recovery-codes.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { aMadePasskey, anApp, TEST_SECRET } from "#lib/testing/specimens/factors.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { layTestKeys } from "#lib/testing/test-keys.ts";

let world: World;
let rest: string;
const REASON = "left the team";

function tool(name: string, args: string[], data: string): Promise<{ code: number; output: string }> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const settings = { env: { ...environment, ATTEST_DATA: data, ATTEST_TEST_DIALECT: "" } };
  return new Promise((done) => {
    execFile(process.execPath, [`bin/${name}.ts`, ...args], settings, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, output: out + err });
    });
  });
}

/** A data folder of its own, in which the administrator and an investigator have an app, and the administrator a passkey too. */
function dataFolder(name: string): string {
  const folder = join(rest, name);
  mkdirSync(join(folder, "keys"), { recursive: true, mode: 0o700 });
  layTestKeys(folder);
  cpSync(join(rest, "base.sqlite"), join(folder, "attest.sqlite"));
  return folder;
}

/** Works in a data folder as the program does that runs on it. */
async function running<T>(data: string, work: (store: Store) => Promise<T>): Promise<T> {
  const others = {
    keys: keysFrom(Buffer.alloc(32, 7)),
    clock: world.now,
    clockWatch: UNWATCHED,
    dataFolder: data,
  };
  const store = openSqlite(join(data, "attest.sqlite"), TEST_FILE_KEY);
  useSystem({ ...others, store });
  try {
    return await work(store);
  } finally {
    useSystem({ ...others, store: world.fresh.store });
    await store.close();
  }
}

const eventsIn = async (store: Store) => {
  const rows = await store.read.select({ seq: auditEvents.seq, body: auditEvents.body }).from(auditEvents);
  return rows
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);
};
const nextFor = async (key: PersonKey) => {
  const outcome = await checkPassword(key, `a long password for ${key}`);
  return outcome.ok ? outcome.next.kind : outcome.rule;
};

beforeAll(async () => {
  rest = mkdtempSync(join(tmpdir(), "attest-let-in-"));
  world = await aWorld();
  for (const key of ["administrator", "investigator"] as const)
    await world.do(key, addTotp, await anApp(world, TEST_SECRET, key));
  await world.do("administrator", addPasskey, {
    ...(await aMadePasskey(world, "administrator")),
    label: "work laptop",
  });
  await world.do("administrator", invite, {
    name: "invited",
    displayName: "Somebody invited",
    humanId: null,
  });
  const { accountId } = world.person("reviewer");
  await world.do("administrator", disableAccount, { accountId, version: 1, reason: REASON });
  await world.fresh.directSql(`vacuum into '${join(rest, "base.sqlite")}'`);
});
afterAll(async () => {
  await world.close();
  rmSync(rest, { recursive: true, force: true });
});

describe("npm run let-in", () => {
  it("forgets the apps, the passkeys and the paper of one account while the program runs, and says so, as the log does", async () => {
    const data = dataFolder("running");
    await running(data, async (store) => {
      expect([await nextFor("administrator"), await nextFor("investigator")]).toEqual(["code", "code"]);
      const { codes: before } = await world.ask("administrator", readRecoveryCodes, {});
      const { code, output } = await tool("let-in", ["administrator"], data);
      expect(output.split("\n")).toEqual([
        expect.stringMatching(
          /^Forgetting .* of administrator: every authenticator app, every passkey and all recovery codes\.$/,
        ),
        expect.stringMatching(/^Done, and noted in the log/),
        expect.stringMatching(/^Sessions that are open stay open/),
        "",
      ]);
      expect(code).toBe(0);
      const last = (await eventsIn(store)).findLast(({ act }) => act === "factor.forget");
      expect(last).toMatchObject({ dec: "allow", auth: "terminal" });
      expect([await nextFor("administrator"), await nextFor("investigator")]).toEqual(["first", "code"]);
      const { codes: after } = await world.ask("administrator", readRecoveryCodes, {});
      expect(after).toHaveLength(10);
      expect(before.filter((one) => after.includes(one))).toEqual([]);
    });
    expect((await tool("verify-chain", [], data)).code).toBe(0);
  });

  it("does the same while the program is stopped, for the name as it is typed to sign in", async () => {
    const data = dataFolder("stopped");
    expect((await tool("let-in", [" Investigator "], data)).code).toBe(0);
    await running(data, async () => {
      expect([await nextFor("administrator"), await nextFor("investigator")]).toEqual(["code", "first"]);
    });
  });

  it("refuses an unknown name, none, two, a disabled account and one without a password yet in a sentence, and forgets nothing", async () => {
    const data = dataFolder("refused");
    const said: [string, string[]][] = [
      ["There is no account named nobody. Nothing was changed.", ["nobody"]],
      ["Usage: npm run let-in -- NAME", []],
      ["Usage: npm run let-in -- NAME", ["administrator", "investigator"]],
      ["This account is disabled and stays so. Nothing was changed", ["reviewer"]],
      ["invited was invited and has chosen no password yet", ["invited"]],
      ["Unknown option", ["--all", "administrator"]],
    ];
    const before = await running(data, eventsIn);
    for (const [sentence, args] of said) {
      const { code, output } = await tool("let-in", args, data);
      expect(output).toContain(sentence);
      expect(output).not.toMatch(/at .*:\d+/);
      expect(code).toBe(1);
    }
    const since = (await running(data, eventsIn)).slice(before.length);
    expect(since.filter(({ dec }) => dec === "allow")).toEqual([]);
    expect(since).toMatchObject([{ act: "factor.forget", dec: "deny", auth: "terminal" }]);
    await running(data, async () => expect(await nextFor("administrator")).toBe("code"));
  });
});
