import { type Browser, expect, type Page, test } from "@playwright/test";
import { aProvider, type TestProvider } from "#lib/identities/testing/provider.ts";
import { demoPort, PROVIDER_NAME, providerPort } from "../fixtures/demo-port.ts";
import { foreignRequestsOf } from "../fixtures/foreign-requests.ts";
import { codeField, signInAs, takeDemoCode } from "../fixtures/sign-in.ts";
import { wordsOf } from "../fixtures/words.ts";

const AT = `http://localhost:${demoPort}`;

let provider: TestProvider;
test.beforeAll(async () => {
  provider = await aProvider(`${AT}/sign-in/return`, providerPort);
});
test.afterAll(() => provider.close());

/** Opens the sign-in page in a browser that nobody knows. */
async function aBrowser(browser: Browser, to = "/sign-in") {
  const context = await browser.newContext({ baseURL: AT, locale: "en-GB" });
  const foreign = foreignRequestsOf(context);
  const page = await context.newPage();
  await page.goto(to);
  return { context, foreign, page };
}

/** Chooses the provider, which sends the browser back at once. */
async function byTheButton(page: Page) {
  // A page that has not woken up yet takes no click.
  await expect(async () => {
    await page.getByRole("button", { name: PROVIDER_NAME }).click({ timeout: 1_000 });
    await page.waitForURL("**/sign-in/return", { timeout: 3_000 });
  }).toPass();
}

test("a provider stands for the password of who connected it, the second step is asked for here, and nobody else gets in", async ({
  browser,
}) => {
  const t = wordsOf("en");
  provider.comes("subject-of-reviewer2");
  const desk = await aBrowser(browser);
  await signInAs(desk.page, t, "reviewer2");
  await desk.page.waitForURL("**/cases");
  await desk.page.goto("/account");
  const section = desk.page.locator("#elsewhere");
  await expect(section.getByText(t("account", "elsewhere.none"))).toBeVisible();
  await section.getByRole("button", { name: PROVIDER_NAME }).click();
  await desk.page.waitForURL("**/account#elsewhere");
  await expect(section.getByText(/^Connected since/)).toBeVisible();
  await desk.context.close();

  // Another browser: what the provider says leads to the second step, back to where they wanted to go, and leaves no trace.
  const { context, foreign, page } = await aBrowser(browser, "/sign-in?to=%2Faccount");
  await byTheButton(page);
  await expect(codeField(page)).toBeFocused();
  const held = (await context.cookies(AT)).map(({ name }) => name);
  expect(held.filter((name) => /^next-auth\.session|elsewhere/.test(name))).toEqual([]);
  await takeDemoCode(page);
  await page.waitForURL("**/account");
  // The browser goes there, and nothing of a page asks there.
  expect(new Set([...desk.foreign, ...foreign])).toEqual(new Set([`GET http://localhost:${providerPort}`]));

  provider.comes("subject-of-a-stranger");
  const stranger = await aBrowser(browser);
  await byTheButton(stranger.page);
  await expect(stranger.page.getByText(t("entrance", "signIn.untied.text"))).toBeVisible();
  await stranger.page.getByRole("link", { name: t("entrance", "welcome.toSignIn") }).click();
  await stranger.page.waitForURL("**/sign-in");
  await stranger.context.close();

  // Disconnected by its owner: the same person is refused as the stranger is.
  const untie = { name: t("account", "elsewhere.untie") };
  await page.locator("#elsewhere").getByRole("button", untie).click();
  await page.getByRole("dialog").getByRole("button", untie).click();
  await expect(page.locator("#elsewhere").getByText(t("account", "elsewhere.none"))).toBeVisible();
  await context.clearCookies({ name: /^next-auth/ });
  await page.goto("/sign-in");
  await byTheButton(page);
  await expect(page.getByText(t("entrance", "signIn.untied.text"))).toBeVisible();
  await context.close();
});
