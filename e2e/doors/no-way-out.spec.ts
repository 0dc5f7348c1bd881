import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

/** Of TEST-NET-1 (RFC 5737) and of a name that never exists (RFC 6761): nobody is there. */
const AWAY = "192.0.2.1";
const NAME = "attest.invalid";

test("the run has a network without a route, where the machine can make one", async () => {
  test.skip(process.env["ATTEST_E2E_APART"] !== "1", "in no network of its own: the guards alone stand");
  const devices = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  expect(devices.filter(({ internal }) => !internal)).toEqual([]);
  const outcome = await new Promise((resolve) => {
    const socket = connect({ host: AWAY, port: 80 });
    socket.once("connect", () => resolve("connected"));
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  expect(outcome).toBe("ENETUNREACH");
});

/** What a program might do to reach another machine; each is tried by a program with the guard before it. */
const TRIES: Readonly<Record<string, string>> = {
  fetch: `await fetch("http://${AWAY}/")`,
  "fetch by name": `await fetch("http://${NAME}/")`,
  "a socket": `(await import("node:net")).connect(80, "${AWAY}")`,
  "a socket with options": `(await import("node:net")).connect({ port: 80, host: "${NAME}" })`,
  "a socket with TLS": `(await import("node:tls")).connect({ port: 443, host: "${AWAY}" })`,
  "a look-up": `await (await import("node:dns/promises")).lookup("${NAME}")`,
  "a query": `await (await import("node:dns/promises")).resolveTxt("${NAME}")`,
  "a query of one's own": `(new (await import("node:dns")).Resolver()).resolve4("${NAME}", () => {})`,
  "a datagram": `(await import("node:dgram")).createSocket("udp4").send("a", 9, "${AWAY}")`,
};

test("the guard in every server refuses and notes each way to another machine, and lets this machine be reached", async ({
  baseURL,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "attest-guard-"));
  const guarded = (code: string) => {
    const notes = join(folder, crypto.randomUUID());
    const args = ["--import=./e2e/fixtures/no-network.mjs", "--input-type=module", "-e"];
    const env = { ...process.env, ATTEST_NETWORK_NOTES: notes };
    const { stdout } = spawnSync(
      process.execPath,
      [...args, `try { ${code}; console.log("done"); } catch { console.log("refused"); } process.exit(0);`],
      { env, encoding: "utf8" },
    );
    return { said: stdout.trim(), noted: existsSync(notes) ? readFileSync(notes, "utf8").trim() : "" };
  };
  const answers = Object.entries(TRIES).map(([way, code]) => [way, guarded(code)] as const);
  rmSync(folder, { recursive: true });
  for (const [way, { said, noted }] of answers) {
    expect(said, way).toBe("refused");
    expect([AWAY, NAME], way).toContain(noted);
  }
  expect(guarded(`await fetch("${baseURL}/api/health")`)).toEqual({ said: "done", noted: "" });
});

test("the browser resolves no name and reaches no other machine", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.goto(`http://${NAME}/`)).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
});
