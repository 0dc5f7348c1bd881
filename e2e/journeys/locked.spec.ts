/** The program under a passphrase: nothing but one page until it is typed, and locked again by a word or by itself. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { Locale } from "#lib/i18n/locales.ts";
import { theFirstAdministrator } from "../fixtures/first-administrator.ts";
import { type RunningServer, startServer } from "../fixtures/server.ts";
import { wordsOf } from "../fixtures/words.ts";

const PASSPHRASE = "ستة كلمات لا يعرفها أحد غيرنا هنا";
const WRONG = "these are twenty characters and more";

const tool = (dataFolder: string, args: string[], lines: string[]) =>
  spawnSync(process.execPath, args, {
    env: { ...process.env, ATTEST_DATA: dataFolder, DATABASE_URL: "" },
    input: `${lines.join("\n")}\n`,
    encoding: "utf8",
  });

async function typeIn(page: Page, locale: Locale, passphrase: string): Promise<void> {
  const t = wordsOf(locale);
  await page.getByLabel(t("locked", "passphrase")).fill(passphrase);
  await page.getByRole("button", { name: t("locked", "unlock") }).click();
}

test("a passphrase opens the program in both languages; a word locks it again, and so does nobody using it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const dataFolder = mkdtempSync(join(tmpdir(), "attest-locked-"));
  let server: RunningServer | null = null;
  try {
    server = await startServer({ arguments: [], env: { ATTEST_DATA: dataFolder } });
    const { port } = new URL(server.baseURL);
    const admin = await theFirstAdministrator(server);
    const beside = wordsOf("en")("ui", "banner.keyBesideTitle");
    expect(await (await admin.fetch("/account")).text()).toContain(beside);
    await server.stop();
    const made = tool(
      dataFolder,
      ["bin/keys.ts", "passphrase", "--as", "first.admin"],
      [PASSPHRASE, PASSPHRASE],
    );
    expect(made.stderr + made.stdout).toContain("starts locked from now on");

    server = await startServer({ arguments: [], port: Number(port), env: { ATTEST_DATA: dataFolder } });
    expect((await admin.ask("keys.read", {})).status).toBe(503);
    const context = await browser.newContext({ baseURL: server.baseURL, locale: "ar" });
    const page = await context.newPage();
    await page.goto("/admin/accounts");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(page.getByRole("heading", { name: wordsOf("ar")("locked", "title") })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await typeIn(page, "ar", WRONG);
    await expect(page.getByRole("alert")).toHaveText(wordsOf("ar")("locked", "wrong"));
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.getByRole("heading", { name: "Attest is locked" })).toBeVisible();
    // The next try must wait for a second; whoever is too early reads for how long, and tries again.
    await expect(async () => {
      await typeIn(page, "en", PASSPHRASE);
      await expect(page).toHaveURL(/\/sign-in/, { timeout: 10_000 });
    }).toPass();

    // The session of before goes on: nothing of it was lost.
    const kept = await admin.ask("keys.read", {});
    expect(kept.body).toMatchObject({ source: "passphrase", database: "cipher" });
    // By the button that everybody has on the page of their own account.
    const t = wordsOf("en");
    const jar = Object.entries(admin.cookies());
    await context.addCookies(jar.map(([name, value]) => ({ name, value, url: server?.baseURL ?? "" })));
    await page.goto("/account");
    const lock = page.locator("#lock");
    await expect(page.getByText(beside)).toHaveCount(0);
    await lock.getByRole("button", { name: t("keys", "lock.label") }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("keys", "lock.label") })
      .click();
    await expect(page.getByRole("heading", { name: "Attest is locked" })).toBeVisible({ timeout: 30_000 });
    await expect.poll(async () => (await admin.ask("keys.read", {}).catch(() => null))?.status).toBe(503);
    expect(server.output()).not.toContain(PASSPHRASE);
    await context.close();
    await server.stop();

    server = await startServer({
      arguments: [],
      env: { ATTEST_DATA: dataFolder, ATTEST_LOCK_MINUTES: "0.02" },
    });
    const { baseURL } = server;
    const opened = await fetch(`${baseURL}/unlock`, {
      method: "POST",
      body: new URLSearchParams({ passphrase: PASSPHRASE }),
      redirect: "manual",
    });
    expect(opened.status).toBe(303);
    const health = async () => (await fetch(`${baseURL}/api/health`)).json() as Promise<unknown>;
    await expect.poll(() => health().catch(() => null), { timeout: 30_000 }).toMatchObject({ locked: true });
    expect(server.output()).toContain("Locked. Open the address");
    await server.stop();
    server = null;

    const checked = tool(dataFolder, ["bin/verify-chain.ts"], [PASSPHRASE]);
    expect(checked.stdout).toContain("Every entry holds");
    expect(readFileSync(join(dataFolder, "attest.sqlite")).includes("first.admin")).toBe(false);
  } finally {
    await server?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
