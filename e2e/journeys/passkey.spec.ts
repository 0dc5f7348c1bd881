import { type Browser, expect, type Page, test } from "@playwright/test";
import { codeAt } from "#lib/factors/rules.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { anAuthenticator } from "../fixtures/authenticator.ts";
import { trainingCase } from "../fixtures/case-work.ts";
import { demoPort } from "../fixtures/demo-port.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { aNewcomer } from "../fixtures/newcomer.ts";
import {
  asIfSignedInLongAgo,
  askedWhoSitsThere,
  codeField,
  enterPassword,
  offeredCode,
} from "../fixtures/sign-in.ts";
import { type Words, wordsOf } from "../fixtures/words.ts";

const AT = `http://localhost:${demoPort}`;
const LANGUAGE = { en: "en-GB", ar: "ar" } as const;
const STEP_MS = 30_000;

const usePasskey = (where: Pick<Page, "getByRole">, t: Words) =>
  where.getByRole("button", { name: t("entrance", "factor.usePasskey") });
const held = (page: Page, t: Words) => page.getByRole("table", { name: t("account", "second.caption") });

/** A browser of its own on the sign-in page. */
async function aBrowser(browser: Browser, locale: Locale) {
  const context = await browser.newContext({ baseURL: AT, locale: LANGUAGE[locale] });
  const page = await context.newPage();
  await page.goto("/sign-in");
  return { context, page };
}

/** Signs a fresh account in with its first app, and opens its page. @returns its name and the app's secret */
async function aNewcomersAccount(browser: Browser, page: Page, t: Words) {
  const helper = await atTheDesk(browser, "investigator", "en");
  const name = await aNewcomer(browser, await trainingCase(helper), "investigator");
  await helper.close();
  await enterPassword(page, t, name);
  const secret = (await page.locator("form code").innerText()).replaceAll(/\s/g, "");
  await codeField(page).fill(await offeredCode(page));
  await page.getByRole("link", { name: t("account", "codes.kept") }).click();
  await page.waitForURL("**/cases");
  await page.goto("/account");
  return { name, secret };
}

async function connectPasskey(page: Page, t: Words, label: string): Promise<void> {
  await page.getByRole("button", { name: t("account", "passkey.add") }).click();
  const dialog = page.getByRole("dialog", { name: t("account", "passkey.add") });
  await dialog.getByLabel(t("account", "passkey.label")).fill(label);
  await dialog.getByRole("button", { name: t("account", "passkey.make") }).click();
}

test("a passkey is connected, signs in, is asked for where it is not, and is disconnected", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const t = wordsOf("en");
  const { context, page } = await aBrowser(browser, "en");
  const device = await anAuthenticator(page);
  const { name, secret } = await aNewcomersAccount(browser, page, t);

  // A finger that the device does not know makes none, and the name that was typed stays.
  await device.knowsFinger(false);
  await connectPasskey(page, t, "work laptop");
  const dialog = page.getByRole("dialog", { name: t("account", "passkey.add") });
  await expect(dialog.getByText(t("account", "passkey.stopped"))).toBeVisible();
  await device.knowsFinger(true);
  await dialog.getByRole("button", { name: t("account", "passkey.make") }).click();
  await expect(held(page, t).getByText("work laptop")).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await device.passkeys()).toMatchObject([{ rpId: "localhost", isResidentCredential: false }]);
  await connectPasskey(page, t, "the same again");
  await expect(dialog.getByText(t("account", "passkey.held"))).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: t("ui", "shell.account", { name: `Newcomer ${name}` }) }).click();
  await page.getByRole("menuitem", { name: t("desk", "nav.signOut") }).click();
  await page.waitForURL("**/sign-in");
  await enterPassword(page, t, name);
  await device.knowsFinger(false);
  await usePasskey(page, t).click();
  await expect(page.getByText(t("entrance", "signIn.stopped.title"))).toBeVisible();
  await expect(usePasskey(page, t)).toBeFocused();
  await device.knowsFinger(true);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/cases");
  await page.goto("/account");
  const sessions = page.getByRole("table", { name: t("account", "sessions.caption") });
  await expect(sessions.getByText(t("account", "factor.passkey"))).toBeVisible();

  // Another browser, with a device that has none: the code does. Its step was not taken yet.
  const elsewhere = await aBrowser(browser, "en");
  await anAuthenticator(elsewhere.page);
  await enterPassword(elsewhere.page, t, name);
  await usePasskey(elsewhere.page, t).click();
  await expect(elsewhere.page.getByText(t("entrance", "signIn.stopped.title"))).toBeVisible();
  await codeField(elsewhere.page).fill(codeAt(secret, Date.now() + STEP_MS));
  await elsewhere.page.waitForURL("**/cases");
  await elsewhere.context.close();

  const row = held(page, t).getByRole("row").filter({ hasText: "work laptop" });
  await row.getByRole("button", { name: t("account", "second.retire") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("account", "second.retire") })
    .click();
  await expect(row).toHaveCount(0);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await enterPassword(page, t, name);
  await expect(codeField(page)).toBeFocused();
  await expect(usePasskey(page, t)).toHaveCount(0);
  await context.close();
});

test("who has passkeys only proves a sensitive act by one, and signs in by paper where the browser has none (ar)", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const t = wordsOf("ar");
  const { context, page } = await aBrowser(browser, "ar");
  await anAuthenticator(page);
  const { name } = await aNewcomersAccount(browser, page, t);
  await connectPasskey(page, t, "حاسوب");
  await expect(held(page, t).getByText("حاسوب")).toBeVisible();
  const app = held(page, t)
    .getByRole("row")
    .filter({ hasText: t("account", "factor.totp") });
  await app.getByRole("button", { name: t("account", "second.retire") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("account", "second.retire") })
    .click();
  await expect(app).toHaveCount(0);

  await page.goto("/account/recovery-codes");
  await asIfSignedInLongAgo(page, "ask/factor.recoveryCodes");
  await page.getByRole("button", { name: t("account", "codes.show") }).click();
  const dialog = await askedWhoSitsThere(page, t);
  await expect(usePasskey(dialog, t)).toBeFocused();
  await usePasskey(dialog, t).click();
  const codes = page.getByRole("list", { name: t("account", "codes.list") }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expect(dialog).toBeHidden();
  const paper = await codes.first().innerText();

  // Tor Browser has no passkeys at all.
  const tor = await aBrowser(browser, "ar");
  await tor.page.addInitScript(() => Reflect.deleteProperty(window, "PublicKeyCredential"));
  await tor.page.reload();
  await enterPassword(tor.page, t, name);
  await expect(tor.page.getByLabel(t("entrance", "factor.paperCode"))).toBeFocused();
  await expect(usePasskey(tor.page, t)).toHaveCount(0);
  await expect(tor.page.getByRole("button", { name: t("entrance", "factor.byApp") })).toHaveCount(0);
  await codeField(tor.page).fill(paper);
  await codeField(tor.page).press("Enter");
  await tor.page.waitForURL("**/cases");
  await tor.page.goto("/account");
  await expect(tor.page.getByRole("button", { name: t("account", "second.add") })).toBeVisible();
  await expect(tor.page.getByRole("button", { name: t("account", "passkey.add") })).toHaveCount(0);
  await tor.context.close();
  await context.close();
});
