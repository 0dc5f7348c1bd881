import { expect, test } from "@playwright/test";
import { codeField, enterPassword, offeredCode } from "../fixtures/sign-in.ts";
import { startServer } from "../fixtures/server.ts";
import { wordsOf } from "../fixtures/words.ts";

const PASSWORD = "a long night by the river";

test("an empty installation makes its first administrator with the code from the terminal, once", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const t = wordsOf("en");
  const server = await startServer({ arguments: [] });
  const context = await browser.newContext({ baseURL: server.baseURL, locale: "en-GB" });
  try {
    const page = await context.newPage();
    await expect.poll(() => server.output()).toMatch(/^ {2}[\w-]{12}$/m);
    const code = /^ {2}([\w-]{12})$/m.exec(server.output())?.[1] ?? "";
    const field = (name: string) => page.getByLabel(t("entrance", `setup.${name}.label`)).first();
    const submit = () =>
      page.getByRole("button", { name: t("entrance", "setup.submit"), exact: true }).click();
    await page.goto("/");
    await page.waitForURL("**/setup");
    await field("code").fill("not-the-code");
    await field("name").fill("first.admin");
    await field("displayName").fill("First administrator");
    await field("password").fill(PASSWORD);
    await submit();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expect(field("name")).toHaveValue("first.admin");
    await field("code").fill(code);
    await submit();
    await page.waitForURL("**/sign-in");
    await enterPassword(page, t, "first.admin", PASSWORD);
    await codeField(page).fill("000000");
    await expect(page.getByText(t("entrance", "signIn.code.title"))).toBeVisible();
    await codeField(page).fill(await offeredCode(page));
    await page.waitForURL("**/account/recovery-codes?*");
    await expect(
      page.getByRole("list", { name: t("account", "codes.list") }).getByRole("listitem"),
    ).toHaveCount(10);
    await page.getByRole("link", { name: t("account", "codes.kept") }).click();
    await page.waitForURL((url) => !/sign-in|setup|recovery/.test(url.pathname));
    await expect(page.getByText("First administrator").first()).toBeVisible();
    await page.goto("/setup");
    await page.waitForURL((url) => url.pathname !== "/setup");
  } finally {
    await context.close();
    await server.stop();
  }
});
