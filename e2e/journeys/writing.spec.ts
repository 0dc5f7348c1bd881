import { chromium, expect, type Page, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { chromiumPath } from "../fixtures/chromium.ts";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { aDraft } from "../fixtures/draft.ts";
import { DEMO_PASSWORD } from "#lib/imports/demo/accounts.ts";
import { signInAs, takeDemoCode } from "../fixtures/sign-in.ts";

const SPOKEN = "We heard the second boat before we saw it, and then the lamp went out.";
const SPOKEN_AR = "سمعنا القارب الثاني قبل أن نراه، ثم انطفأ المصباح.";

const firstParagraph = ({ page, t }: Desk) =>
  page.getByRole("textbox", { name: t("ui", "form.paragraphs.original", { number: 1 }) });

/** Opens the form of a fresh testimony and begins to write in its first paragraph. */
async function writing(desk: Desk) {
  const { id } = await aDraft(desk, await trainingCase(desk));
  const path = `/cases/${await trainingCase(desk)}/testimonies/${id}/edit`;
  await desk.page.goto(path);
  await firstParagraph(desk).fill("");
  return path;
}

/** The moment at which the server has the text. */
const isKept = (page: Page, text: string) =>
  page.waitForResponse(
    (response) =>
      response.url().includes("/api/drafts/") &&
      response.ok() &&
      (response.request().postData() ?? "").includes(text),
  );

test("a browser that is killed while somebody types takes nothing with it", async ({ browser }) => {
  const executablePath = chromiumPath();
  const server = await chromium.launchServer(executablePath === undefined ? {} : { executablePath });
  const doomed = await chromium.connect(server.wsEndpoint());
  const desk = await atTheDesk(doomed, "investigator", "en");
  const path = await writing(desk);
  // Without a pause: a draft that waited for one would be lost whole.
  const [begun, kept] = [isKept(desk.page, "boat"), isKept(desk.page, SPOKEN)];
  await firstParagraph(desk).pressSequentially(SPOKEN, { delay: 25 });
  await begun;
  const lastKeyAt = Date.now();
  await kept;
  expect(Date.now() - lastKeyAt).toBeLessThan(1_500);
  server.process().kill("SIGKILL");

  const after = await atTheDesk(browser, "investigator", "en");
  await after.page.goto(path);
  await expect(firstParagraph(after)).toHaveValue(SPOKEN);
  await after.page.getByRole("button", { name: after.t("ui", "form.draft.discard") }).click();
  await after.close();
});

test("a session that ends while somebody types is begun again over the page, and nothing is lost (ar)", async ({
  browser,
}) => {
  const [desk, elsewhere] = [
    await atTheDesk(browser, "investigator2", "ar"),
    await atTheDesk(browser, "investigator2", "ar"),
  ];
  const { page, t } = desk;
  const path = await writing(desk);
  expect((await elsewhere.command("session.end", { everywhere: true })).status).toBe(200);
  // Slowly enough that the refusal comes in between: the dialog must not take the rest for a password.
  await firstParagraph(desk).pressSequentially(SPOKEN_AR, { delay: 30 });
  const dialog = page.getByRole("dialog", { name: t("entrance", "again.title") });
  await expect(dialog).toBeVisible();
  const kept = isKept(page, SPOKEN_AR);
  await dialog.locator('input[name="password"]').fill("not this one");
  await dialog.getByRole("button", { name: t("entrance", "signIn.next") }).click();
  await expect(dialog.getByText(t("entrance", "signIn.failed.title"))).toBeVisible();
  await dialog.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await dialog.getByRole("button", { name: t("entrance", "signIn.next") }).click();
  await takeDemoCode(dialog);
  await expect(dialog).toBeHidden();
  await kept;
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(firstParagraph(desk)).toHaveValue(SPOKEN_AR);

  // Signed out by hand in the middle of a word, and led back to the same place.
  await firstParagraph(desk).pressSequentially(" ثم ساد الصمت");
  await page.getByRole("button", { name: /investigator two/ }).click();
  await page.getByRole("menuitem", { name: t("desk", "nav.signOut") }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goto(path);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await signInAs(page, t, "investigator2");
  await expect(firstParagraph(desk)).toHaveValue(`${SPOKEN_AR} ثم ساد الصمت`);
  expect(new URL(page.url()).pathname).toBe(path);
  await page.getByRole("button", { name: t("ui", "form.draft.discard") }).click();
  await Promise.all([desk.close(), elsewhere.close()]);
});
