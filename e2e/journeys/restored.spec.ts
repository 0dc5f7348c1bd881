/** Yesterday's backup put back: what the anchor elsewhere gives away at the next start, and how the log goes on. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "#lib/imports/demo/accounts.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";
import { type RunningServer, startServer } from "../fixtures/server.ts";
import { signedIn } from "../fixtures/visitor.ts";
import { wordsOf } from "../fixtures/words.ts";

const STANDING = "/admin/audit/standing";

async function auditorAt(browser: Browser, url: string): Promise<Page> {
  const { cookies } = await signedIn(url, "auditor", DEMO_PASSWORD);
  const context = await browser.newContext({ baseURL: url });
  const kept = Object.entries({ ...cookies(), [LOCALE_COOKIE]: "en" });
  await context.addCookies(kept.map(([name, value]) => ({ name, value, url, sameSite: "Lax" as const })));
  return context.newPage();
}

test("an old backup that was put back is found out at the next start, and accepted with a reason", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const home = mkdtempSync(join(tmpdir(), "attest-restored-"));
  const [data, elsewhere] = [join(home, "data"), join(home, "elsewhere")];
  mkdirSync(elsewhere);
  const yesterday = join(home, "yesterday");
  const env = { ATTEST_DATA: data, ATTEST_ANCHOR_FOLDER: elsewhere };
  const en = wordsOf("en");
  let server: RunningServer | null = null;
  try {
    server = await startServer({ env });
    await server.stop();
    cpSync(data, yesterday, { recursive: true });

    server = await startServer({ env });
    expect(server.output()).not.toContain("WARNING");
    // More than what the auditor's own coming adds to the log later.
    for (const name of ["admin", "reviewer", "legal", "investigator", "auditor"])
      await signedIn(server.baseURL, name, DEMO_PASSWORD);
    await server.stop();

    // The whole folder, with the checkpoints beside the database: only what lies elsewhere knows of more.
    rmSync(data, { recursive: true });
    cpSync(yesterday, data, { recursive: true });
    server = await startServer({ env });
    expect(server.output()).toContain(`WARNING: ${en("audit", "signer.departs")}`);
    expect(server.output()).toContain(en("audit", "departures.where.anchor"));
    expect(server.output()).toContain("an old backup put back");

    const page = await auditorAt(browser, server.baseURL);
    await page.goto(STANDING);
    await expect(page.getByRole("heading", { name: en("audit", "signer.departs") })).toBeVisible();
    await expect(page.locator("#departed").getByRole("alert")).toContainText("an old backup put back");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole("button", { name: en("audit", "standing.accept") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("The backup of last night was put back after the disk failed.");
    await dialog.getByRole("button", { name: en("audit", "standing.accept") }).click();
    await expect(page.getByText(en("audit", "signer.departs"))).toHaveCount(0);
    // It is signed within seconds, under another name.
    await expect(async () => {
      await page.reload();
      await expect(page.locator("#signed")).toContainText(/attest\/lg_\w+\/2/, { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });

    // The browser itself reads what is left of the log, and finds it whole: that it was longer, no chain can show.
    await page.goto("/admin/audit");
    await page.getByRole("button", { name: en("audit", "verify.here") }).click();
    await expect(page.locator("#verify")).toContainText(/\d:[0-9a-f]{64}/);
    await expect(page.locator("#verify")).toContainText(/attest\/lg_\w+\/2\+[0-9a-f]{8}\+/);
    const taken = page.waitForEvent("download");
    await page.getByRole("button", { name: en("audit", "excerpt.take") }).click();
    expect((await taken).suggestedFilename()).toBe("audit-excerpt.zip");
    await page.context().close();
  } finally {
    await server?.stop();
    rmSync(home, { recursive: true, force: true });
  }
});
