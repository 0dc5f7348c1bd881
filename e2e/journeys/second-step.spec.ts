import { expect, test } from "@playwright/test";
import { codeAt } from "#lib/factors/rules.ts";
import { demoPort } from "../fixtures/demo-port.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { trainingCase } from "../fixtures/case-work.ts";
import { aNewcomer } from "../fixtures/newcomer.ts";
import {
  asIfSignedInLongAgo,
  askedWhoSitsThere,
  codeField,
  enterPassword,
  offeredCode,
  takeDemoCode,
} from "../fixtures/sign-in.ts";
import { wordsOf } from "../fixtures/words.ts";

const AT = `http://localhost:${demoPort}`;
const NEW_PASSWORD = "a walk along the other river";

test("a password alone reaches nothing, a code signs in, a paper code does once, and both are managed from the account", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const helper = await atTheDesk(browser, "investigator", "en");
  const name = await aNewcomer(browser, await trainingCase(helper), "investigator");
  await helper.close();
  const t = wordsOf("en");
  const context = await browser.newContext({ baseURL: AT, locale: "en-GB" });
  const page = await context.newPage();

  await page.goto("/sign-in");
  await enterPassword(page, t, name);
  await expect(codeField(page)).toBeFocused();
  // The browser has nothing that opens a page or a door.
  expect((await context.cookies()).filter((one) => /session/.test(one.name))).toEqual([]);
  const refused = await page.request.post("/api/v1/ask/account.own", { data: { input: {} } });
  expect(refused.status()).toBe(401);
  const other = await context.newPage();
  await other.goto("/cases");
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();

  const secret = (await page.locator("form code").innerText()).replaceAll(/\s/g, "");
  await codeField(page).fill(await offeredCode(page));
  const codes = page.getByRole("list", { name: t("account", "codes.list") }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const paper = await codes.first().innerText();
  await page.getByRole("link", { name: t("account", "codes.kept") }).click();
  await page.waitForURL("**/cases");

  await page.goto("/account");
  await page.getByRole("button", { name: t("account", "password.change") }).click();
  const dialog = page.getByRole("dialog", { name: t("account", "password.change") });
  await dialog.locator('input[name="password"]').fill(name.repeat(2));
  await dialog.getByRole("button", { name: t("account", "password.change") }).click();
  await expect(dialog.getByText(t("problems", "field.password_guessed"))).toBeVisible();
  await dialog.locator('input[name="password"]').fill(NEW_PASSWORD);
  await dialog.getByRole("button", { name: t("account", "password.change") }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: t("account", "second.add") }).click();
  const adding = page.getByRole("dialog", { name: t("account", "second.add") });
  await adding.getByLabel(t("account", "second.label")).fill("old phone");
  const second = (await adding.locator("code").innerText()).replaceAll(/\s/g, "");
  await adding.getByLabel(t("entrance", "factor.code")).fill(codeAt(second, Date.now()));
  await adding.getByRole("button", { name: t("account", "second.add") }).click();
  const held = page.getByRole("table", { name: t("account", "second.caption") });
  await expect(held.getByText("old phone")).toBeVisible();
  await held
    .getByRole("button", { name: t("account", "second.retire") })
    .first()
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("account", "second.retire") })
    .click();
  await expect(held.getByRole("button", { name: t("account", "second.retire") })).toHaveCount(0);
  await expect(held.getByText("old phone")).toBeVisible();

  // Another browser: the first app counts no more, the paper does once.
  const elsewhere = await browser.newContext({ baseURL: AT, locale: "en-GB" });
  const there = await elsewhere.newPage();
  await there.goto("/sign-in");
  await enterPassword(there, t, name, NEW_PASSWORD);
  await codeField(there).fill(codeAt(secret, Date.now()));
  await expect(there.getByText(t("entrance", "signIn.code.title"))).toBeVisible();
  await there.getByRole("button", { name: t("entrance", "factor.byPaper") }).click();
  await codeField(there).fill(paper);
  await codeField(there).press("Enter");
  await there.waitForURL("**/cases");

  // The first browser ends that session by itself.
  await page.reload();
  const sessions = page.getByRole("table", { name: t("account", "sessions.caption") });
  await expect(sessions.getByText(t("account", "factor.recovery"))).toBeVisible();
  await sessions.getByRole("button", { name: /./ }).first().click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("account", "sessions.act") })
    .click();
  await expect(sessions.getByText(t("account", "factor.recovery"))).toHaveCount(0);
  await there.goto("/cases");
  await expect(there).toHaveURL(/\/sign-in/);
  await elsewhere.close();
  await context.close();
});

test("a sensitive act asks who sits there, and goes on by itself (ar)", async ({ browser }) => {
  const { page, t, close } = await atTheDesk(browser, "reviewer2", "ar");
  await page.goto("/account/recovery-codes");
  await asIfSignedInLongAgo(page, "ask/factor.recoveryCodes");
  await page.getByRole("button", { name: t("account", "codes.show") }).click();
  const dialog = await askedWhoSitsThere(page, t);
  await takeDemoCode(dialog);
  await expect(
    page.getByRole("list", { name: t("account", "codes.list") }).getByRole("listitem"),
  ).toHaveCount(10);
  await expect(dialog).toBeHidden();
  await close();
});

test("what a dialog held is still there after the question who sits there, answered or not (en)", async ({
  browser,
}) => {
  const { page, t, close } = await atTheDesk(browser, "reviewer2", "en");
  await page.goto("/cases");
  // Not by a full load: the dialogs of the next page come after the one that asks.
  await page.getByRole("button", { name: /reviewer two/ }).click();
  await page.getByRole("menuitem", { name: t("account", "title") }).click();
  await page.getByRole("button", { name: t("account", "password.change") }).click();
  const changing = page.getByRole("dialog", { name: t("account", "password.change") });
  await changing.locator('input[name="password"]').fill(NEW_PASSWORD);
  await asIfSignedInLongAgo(page, "account.changePassword", 2);
  await changing.getByRole("button", { name: t("account", "password.change") }).click();
  const asking = page.getByRole("dialog", { name: t("entrance", "prove.title") });
  // Clicked where a person sees it: what lies under the other dialog could not be.
  await asking.locator('input[name="password"]').click();
  await page.keyboard.press("Escape");
  await expect(asking).toBeHidden();
  await expect(changing.locator('input[name="password"]')).toHaveValue(NEW_PASSWORD);
  await expect(changing.getByText(t("problems", "rule.session.prove_again"))).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(changing).toBeHidden();
  await close();
});
