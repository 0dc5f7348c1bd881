import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { openInstallation } from "#lib/core/installation.ts";
import { changeCustodians } from "#lib/core/rotation.ts";
import { readEnv } from "#lib/platform/env.ts";
import { newCustodians } from "#lib/platform/recovery-slot.ts";
import { textOfShare } from "#lib/platform/share-text.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { inTurn } from "../fixtures/lane.ts";

/** As the terminal does it, for the keys of the server under test. @returns the sheets */
async function setCustodians(): Promise<string[]> {
  const env = readEnv({ ATTEST_DATA: process.env["ATTEST_E2E_DATA"] ?? "" });
  const { custodians, shares } = await newCustodians({ shares: 3, needed: 2 }, Date.now());
  changeCustodians(env, await openInstallation(env), custodians);
  return shares.map(textOfShare);
}

for (const locale of ["en", "ar"] as const) {
  test(`custodians prove on a page that they can recover the keys, and sign the protocol (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    const [first = "", second = "", third = ""] = await setCustodians();
    const { page, t, close } = await atTheDesk(browser, "admin", locale);
    await page.goto("/admin/accounts");
    await page.getByRole("link", { name: t("desk", "nav.keys"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: t("keys", "title") })).toBeVisible();
    await expect(page.locator("#custodians")).toContainText(t("keys", "custodians.noDrill"));
    await expect(page.getByRole("button", { name: t("keys", "lock.label") })).toHaveCount(0);
    const field = (number: number) =>
      page.getByRole("textbox", { name: t("keys", "drill.share", { number, needed: 2 }) });
    const check = () => page.getByRole("button", { name: t("keys", "drill.submit") }).click();

    await test.step("a slip is named by field and line, and a share given twice by its rule", async () => {
      await field(1).fill(third.toLowerCase());
      await field(2).fill(first.replace(/.$/, (sign) => (sign === "7" ? "8" : "7")));
      await check();
      await expect(field(2)).toHaveAccessibleDescription(
        new RegExp(t("problems", "field.share_line", { line: 4 })),
      );
      await field(2).fill(third);
      await check();
      await expect(page.getByText(t("problems", "rule.share.same_twice"))).toBeVisible();
    });
    await test.step("axe finds nothing in the form, and it fits a phone", async () => {
      const faults = await new AxeBuilder({ page }).analyze();
      expect(faults.violations.map(({ id }) => id)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.setViewportSize({ width: 1440, height: 1000 });
    });
    await test.step("right shares show a protocol, which is all that paper has, and nothing typed stays", async () => {
      await field(2).fill(second);
      await check();
      const protocol = page.getByRole("region", { name: t("keys", "protocol.title") });
      await expect(protocol).toContainText(t("keys", "protocol.outcome"));
      await expect(page.locator("#custodians")).not.toContainText(t("keys", "custodians.noDrill"));
      const [, line = ""] = second.split("\n");
      expect(await page.content()).not.toContain(line);
      const faults = await new AxeBuilder({ page }).include("#drill").analyze();
      expect(faults.violations.map(({ id }) => id)).toEqual([]);
      await page.emulateMedia({ media: "print" });
      await expect(protocol).toBeVisible();
      await expect(page.locator("#custodians")).toBeHidden();
      await page.emulateMedia({ media: "screen" });
    });
    await close();
  });
}
