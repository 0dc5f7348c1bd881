import { expect, test } from "@playwright/test";
import { aMailServer, textOf } from "#lib/testing/mail-server.ts";
import { demoPort, mailPort } from "../fixtures/demo-port.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { inTurn } from "../fixtures/lane.ts";
import { codeField, offeredCode } from "../fixtures/sign-in.ts";
import { wordsOf } from "../fixtures/words.ts";

const lane = (locale: "en" | "ar") => inTurn(locale, "ar");
const PASSWORD = "a walk along the other river";

for (const locale of ["en", "ar"] as const) {
  test(`somebody is invited by a link that opens once (${locale})${lane(locale)}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const { page, t, close } = await atTheDesk(browser, "admin", locale);
    const name = `guest-${locale}`;
    const shown = locale === "ar" ? "ضيف مختلق" : "Invented guest";
    await page.goto("/admin/accounts/new");
    await page.getByLabel(t("accounts", "fields.name.label")).fill(name);
    await page.getByLabel(t("accounts", "fields.displayName.label")).fill(shown);
    await page.getByRole("button", { name: t("accounts", "create") }).click();
    const field = page.getByLabel(t("accounts", "links.link"), { exact: true });
    await expect(field).toHaveValue(/\/welcome#in_/);
    const link = new URL(await field.inputValue());

    const context = await browser.newContext({ baseURL: `http://localhost:${demoPort}`, locale: "en-GB" });
    const guest = await context.newPage();
    const words = wordsOf("en");
    await guest.goto(`${link.pathname}${link.hash}`);
    await expect(guest.getByText(shown)).toBeVisible();
    await expect.poll(() => guest.url()).not.toContain("#");
    await guest.locator('input[name="password"]').fill("short");
    await guest.getByRole("button", { name: words("entrance", "welcome.submit") }).click();
    await expect(guest.locator('input[name="password"]')).toHaveAttribute("data-invalid", "true");
    await guest.locator('input[name="password"]').fill(PASSWORD);
    await guest.getByRole("button", { name: words("entrance", "welcome.submit") }).click();
    await codeField(guest).fill(await offeredCode(guest));
    await guest.getByRole("link", { name: words("account", "codes.kept") }).click();
    await guest.waitForURL("**/cases");
    await expect(guest.getByText(shown).first()).toBeVisible();

    // The same link again, in any browser, says that it is over.
    const other = await context.newPage();
    await other.goto(`${link.pathname}${link.hash}`);
    await expect(other.getByText(words("problems", "rule.invitation.over"))).toBeVisible();
    await context.close();
    await page.goto("/admin/accounts");
    const row = page
      .getByRole("table", { name: t("accounts", "title"), exact: true })
      .getByRole("row", { name });
    await expect(row.getByText(t("accounts", "status.active.label"), { exact: true })).toBeVisible();

    // Lost everything: one administrator asks, and cannot say yes alone.
    await row.getByRole("button", { name: t("accounts", "recovery.action") }).click();
    const dialog = page.getByRole("dialog", { name: t("accounts", "recovery.title") });
    await dialog.getByRole("textbox").fill("lost the phone and the paper");
    await dialog.getByRole("button", { name: t("accounts", "recovery.action") }).click();
    const waiting = page
      .getByRole("table", { name: t("accounts", "links.title") })
      .getByRole("row", { name });
    await expect(waiting.getByText(t("accounts", "links.waits"))).toBeVisible();
    await expect(waiting.getByRole("button", { name: t("accounts", "links.approve") })).toHaveCount(0);
    await waiting.getByRole("button", { name: t("accounts", "links.withdraw") }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("accounts", "links.withdraw") })
      .click();
    await expect(waiting).toHaveCount(0);
    await close();
  });
}

test("a link is mailed where there is a server, and handed over where it does not answer", async ({
  browser,
}) => {
  const { page, t, close } = await atTheDesk(browser, "admin", "ar");
  await page.goto("/admin/accounts/new");
  await page.getByLabel(t("accounts", "fields.name.label")).fill("guest-by-mail");
  await page.getByLabel(t("accounts", "fields.displayName.label")).fill("ضيف بالبريد");
  await page.getByRole("button", { name: t("accounts", "create") }).click();
  const field = page.getByLabel(t("accounts", "links.link"), { exact: true });
  await expect(field).toHaveValue(/\/welcome#in_/);
  const link = await field.inputValue();
  const address = page.getByLabel(t("accounts", "mail.to"));
  const send = page.getByRole("button", { name: t("accounts", "mail.send") });

  await address.fill("one@house.example, another@house.example");
  await send.click();
  await expect(page.getByText(t("problems", "field.not_an_address"))).toBeVisible();
  await address.fill("guest@house.example");
  await send.click();
  await expect(page.getByText(t("problems", "rule.mail.not_taken"))).toBeVisible();
  await expect(field).toHaveValue(link);

  const server = await aMailServer(mailPort);
  await send.click();
  await expect(page.getByText(t("accounts", "mail.sent"))).toBeVisible();
  await expect(address).toHaveValue("");
  await server.close();
  expect(server.kept.map((mail) => textOf(mail).includes(link))).toEqual([true]);
  await close();
});
