import { expect, type Page, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { inTurn } from "../fixtures/lane.ts";

/** Nothing of the program is on the page: no word, no name in its title, no picture. */
async function expectNothing(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/blank$/);
  expect(await page.locator("body").innerText()).toBe("");
  expect(await page.title()).not.toContain("Attest");
  expect((await page.content()).includes("Attest")).toBe(false);
}

const isIn = async ({ ask }: Pick<Desk, "ask">) => (await ask("notice.countUnread", {})).status === 200;

for (const locale of ["en", "ar"] as const) {
  test(`leaving quickly shows an empty page, the way back shows nothing, and the session is over (${locale})${inTurn(locale, "en")}`, async ({
    browser,
  }) => {
    const desk = await atTheDesk(browser, "investigator", locale);
    const { page, t } = desk;
    const caseId = await trainingCase(desk);
    await page.goto(`/cases/${caseId}/testimonies`);
    await page.goto(`/cases/${caseId}/witnesses`);
    const other = await page.context().newPage();
    const isAwake = other.waitForResponse((answer) => answer.url().endsWith("/notice.countUnread"));
    await other.goto(`/cases/${caseId}/incidents`);
    await isAwake;
    expect(await isIn(desk)).toBe(true);

    await page.getByRole("button", { name: t("care", "leave.act") }).click();
    await page.waitForURL("**/blank");
    await expectNothing(page);
    // The other tab of the same browser goes along.
    await other.waitForURL("**/blank");
    await expectNothing(other);

    await expect.poll(() => isIn(desk)).toBe(false);
    // The list of witnesses was replaced: one step back is the list before it, which is the sign-in page now.
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("entrance", "signIn.title"));
    await expect(page.getByRole("table")).toHaveCount(0);
    await other.close();
    await desk.close();
  });
}

test("Escape three times leaves a form at once, and what was typed is in its draft", async ({ browser }) => {
  const desk = await atTheDesk(browser, "investigator2", "en");
  const { page, t } = desk;
  const caseId = await trainingCase(desk);
  const typed = "The road was closed on that day";
  await page.goto(`/cases/${caseId}/incidents/new`);
  const box = page.getByRole("textbox", { name: t("incidents", "fields.summary.label"), exact: true });
  await expect(async () => {
    await box.fill(typed);
    await expect(page.getByText(/Draft saved/)).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await box.pressSequentially(" at noon");
  // Two are not enough.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(box).toHaveValue(`${typed} at noon`);
  await expect(async () => {
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press("Escape");
    await page.waitForURL("**/blank", { timeout: 3_000 });
  }).toPass();
  await expectNothing(page);
  await expect.poll(() => isIn(desk)).toBe(false);
  await desk.close();

  const again = await atTheDesk(browser, "investigator2", "en");
  await again.page.goto(`/cases/${caseId}/incidents/new`);
  await expect(
    again.page.getByRole("textbox", { name: t("incidents", "fields.summary.label"), exact: true }),
  ).toHaveValue(`${typed} at noon`);
  await again.page.getByRole("button", { name: t("ui", "form.draft.discard") }).click();
  await again.close();
});

test("before the page has woken up, the way out is a plain form", async ({ browser }) => {
  const desk = await atTheDesk(browser, "investigator", "en");
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await desk.page.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto("/cases");
  await page.getByRole("button", { name: desk.t("care", "leave.act") }).click();
  await expectNothing(page);
  expect(await isIn(desk)).toBe(false);
  await page.goBack();
  await page.waitForURL(/\/sign-in/);
  await context.close();
  await desk.close();
});
