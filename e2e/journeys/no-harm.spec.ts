import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { aGraveAccount, anAccount, clearedForGrave } from "../fixtures/grave-accounts.ts";
import { inTurn } from "../fixtures/lane.ts";

for (const locale of ["en", "ar"] as const) {
  test(`a grave account is covered until somebody asks for it, and in the next session again (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const told = locale === "ar" ? "أخذوني إلى غرفة بلا نافذة" : "They took me to a room without a window";
    const desk = await atTheDesk(browser, "investigator2", locale);
    const { page, t } = desk;
    const caseId = await trainingCase(desk);
    await clearedForGrave(browser, caseId, "investigator2");
    const id = await aGraveAccount(desk, caseId, told);
    const home = `/cases/${caseId}/testimonies/${id}`;
    const cover = page.locator("#text").getByText(t("care", "cover.of.sexual_violence"));
    const text = page.getByText(told);

    // Not even the address of a paragraph opens it.
    await page.goto(`${home}#p1`);
    await expect(cover).toBeVisible();
    await expect(text).toBeHidden();
    await expect(page.locator("body")).not.toContainText(told, { useInnerText: true });
    expect(await page.locator("main").ariaSnapshot()).not.toContain(told);
    await noSeriousFaults(page);

    // By keyboard: a tab leads to the line, Enter opens it.
    await page.locator("#text summary").focus();
    await page.keyboard.press("Enter");
    await expect(text).toBeVisible();
    await noSeriousFaults(page);
    await page.reload();
    await expect(text).toBeVisible();
    await expect(page.locator("#text").getByText(t("care", "cover.again"))).toBeVisible();

    await page.locator("#text").getByText(t("care", "cover.again")).click();
    await expect(text).toBeHidden();
    await page.reload();
    await expect(cover).toBeVisible();
    await expect(text).toBeHidden();
    await page.locator("#text").getByText(t("care", "cover.show")).click();
    await expect(text).toBeVisible();
    await desk.close();

    const next = await atTheDesk(browser, "investigator2", locale);
    await next.page.goto(home);
    await expect(next.page.locator("#text summary")).toContainText(t("care", "cover.show"));
    await expect(next.page.getByText(told)).toBeHidden();
    await next.close();
  });
}

test("what one session opened is covered in the next one in the same window", async ({ browser }) => {
  const told = "She told me what they had done";
  const desk = await atTheDesk(browser, "investigator2", "en");
  const { page, t } = desk;
  const caseId = await trainingCase(desk);
  await clearedForGrave(browser, caseId, "investigator2");
  const home = `/cases/${caseId}/testimonies/${await aGraveAccount(desk, caseId, told)}`;
  await page.goto(home);
  await page.locator("#text summary").click();
  await expect(page.getByText(told)).toBeVisible();
  const again = await atTheDesk(browser, "investigator2", "en");
  await page.context().addCookies(await again.page.context().cookies());
  await page.reload();
  await expect(page.locator("#text summary")).toContainText(t("care", "cover.show"));
  await expect(page.getByText(told)).toBeHidden();
  await again.close();
  await desk.close();
});

test("a browser covers all accounts or none, as it was told, and the cover opens without a script", async ({
  browser,
}) => {
  const told = "The shop was open until noon";
  const desk = await atTheDesk(browser, "investigator2", "en");
  const { page, t } = desk;
  const caseId = await trainingCase(desk);
  const home = `/cases/${caseId}/testimonies/${await anAccount(desk, caseId, told)}`;
  await page.goto(home);
  await expect(page.getByText(told)).toBeVisible();

  const choose = async (which: string) => {
    await page.goto("/account");
    await expect(async () => {
      await page
        .getByLabel(t("care", "settings.covers"))
        .selectOption({ label: t("care", `settings.cover.${which}`) });
      await page.getByRole("button", { name: t("care", "settings.save") }).click();
      await expect(page.getByText(t("care", "settings.saved"))).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.goto(home);
  };
  await choose("all");
  await expect(page.locator("#text summary")).toContainText(t("care", "cover.of.plain"));
  await expect(page.getByText(told)).toBeHidden();

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(home);
  await expect(plain.getByText(told)).toBeHidden();
  await plain.locator("#text summary").click();
  await expect(plain.getByText(told)).toBeVisible();
  await context.close();

  await choose("nothing");
  await expect(page.getByText(told)).toBeVisible();
  await expect(page.locator("#text summary")).toHaveCount(0);
  await desk.close();
});

test("an ordinary page brings no account, no name and no note onto paper, and the page for paper does", async ({
  browser,
}) => {
  const told = "We slept in the school for three nights";
  const note = "A note of whoever listened";
  const desk = await atTheDesk(browser, "investigator2", "en");
  const { page, t } = desk;
  const caseId = await trainingCase(desk);
  const id = await anAccount(desk, caseId, told);
  const { testimony } = (await desk.ask("testimony.read", { testimonyId: id })).body as {
    testimony: { code: string; title: string };
  };
  await page.goto(`/cases/${caseId}/testimonies/${id}`);
  const seen = () => page.locator("main").innerText();
  for (const words of [told, note, testimony.title]) expect(await seen()).toContain(words);

  await page.emulateMedia({ media: "print" });
  for (const words of [told, note, testimony.title]) expect(await seen()).not.toContain(words);
  // What stays says which record it is.
  expect(await seen()).toContain(testimony.code);
  const instead = page.locator("#text [data-instead]").first();
  expect(await instead.evaluate((one) => getComputedStyle(one, "::before").content)).toBe(
    `"${t("care", "unprinted")}"`,
  );
  await page.goto(`/cases/${caseId}/testimonies`);
  expect(await seen()).toContain(testimony.code);
  expect(await seen()).not.toContain(testimony.title);

  await page.emulateMedia({ media: "screen" });
  await page.goto(`/cases/${caseId}/testimonies/${id}`);
  await page.getByRole("link", { name: t("testimonies", "print.action"), exact: true }).click();
  await page.getByRole("button", { name: t("testimonies", "print.now") }).waitFor();
  await page.emulateMedia({ media: "print" });
  for (const words of [told, testimony.title]) expect(await seen()).toContain(words);
  expect(await seen()).not.toContain(note);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: t("testimonies", "print.with"), exact: true }).click();
  await expect(page.getByText(note)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  expect(await seen()).toContain(note);
  await desk.close();
});

for (const locale of ["en", "ar"] as const) {
  test(`after ten grave accounts a break is suggested, and nobody but this tab knows (${locale}) @long`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const desk = await atTheDesk(browser, "investigator2", locale);
    const { page, t } = desk;
    const caseId = await trainingCase(desk);
    await clearedForGrave(browser, caseId, "investigator2");
    const told = "It went on until the morning";
    const ids: string[] = [];
    for (let made = 0; made < 20; made++) ids.push(await aGraveAccount(desk, caseId, told));
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.postData() ?? ""));
    const notice = page.locator("[aria-live=polite]").filter({ hasText: t("care", "break.take") });
    const open = async (some: readonly string[]) => {
      for (const id of some) {
        await page.goto(`/cases/${caseId}/testimonies/${id}`);
        await page.locator("#text summary").click();
        await expect(page.getByText(told)).toBeVisible();
      }
    };
    await open(ids.slice(0, 9));
    // One that was opened before counts once.
    await page.locator("#text summary").click();
    await page.locator("#text summary").click();
    await expect(page.getByText(told)).toBeVisible();
    await expect(notice).toHaveCount(0);
    await open(ids.slice(9, 10));
    await expect(notice).toContainText("10");
    await noSeriousFaults(page);
    await page.reload();
    await notice.getByRole("button", { name: t("care", "break.later") }).click();
    await expect(notice).toHaveCount(0);

    await open(ids.slice(10, 20));
    await expect(notice).toContainText("20");
    await notice.getByRole("button", { name: t("care", "break.take") }).click();
    const screen = page.getByRole("dialog", { name: t("care", "screen.break.title") });
    await expect(screen).toBeVisible();
    expect(await page.getByText(told).evaluate(isOnTop)).toBe(false);
    await screen.getByRole("button", { name: t("care", "screen.continue") }).click();
    await expect(screen).toBeHidden();
    await page.reload();
    await expect(page.getByText(told)).toBeVisible();
    await expect(notice).toHaveCount(0);
    expect(sent.filter((body) => body.includes(ids[0] ?? "") && body.includes(ids[1] ?? ""))).toEqual([]);
    await desk.close();
  });
}

async function noSeriousFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

for (const locale of ["en", "ar"] as const) {
  test(`a page that nobody touches is covered, and what was typed stays (${locale})${inTurn(locale, "en")}`, async ({
    browser,
  }) => {
    const desk = await atTheDesk(browser, "investigator2", locale);
    const { page, t } = desk;
    const caseId = await trainingCase(desk);
    await page.clock.install();
    await page.goto(`/cases/${caseId}/incidents/new`);
    const box = page.getByRole("textbox", { name: t("incidents", "fields.summary.label"), exact: true });
    const screen = page.getByRole("dialog", { name: t("care", "screen.idle.title") });
    const typed = "The gate was shut";
    const saved = page.waitForResponse((answer) => answer.url().includes("/api/drafts/") && answer.ok());
    await box.fill(typed);
    await saved;

    await page.clock.fastForward("04:00");
    await page.keyboard.press("End");
    await page.clock.fastForward("04:00");
    await expect(screen).toBeHidden();
    await page.clock.fastForward("01:30");
    await expect(screen).toBeVisible();
    expect(await box.evaluate(isOnTop)).toBe(false);
    await noSeriousFaults(page);

    // A key that was on its way to something else uncovers nothing, and no key reaches what lies below.
    await page.keyboard.press("Shift");
    await expect(screen).toBeVisible();
    await page.keyboard.press("x");
    await expect(screen).toBeHidden();
    await expect(box).toHaveValue(typed);
    await expect(box).toBeFocused();
    expect(await box.evaluate(isOnTop)).toBe(true);

    // Out of sight for longer, as with a machine that slept: covered when it is looked at again.
    await page.clock.setSystemTime(Date.now() + 30 * 60_000);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(screen).toBeVisible();
    await screen.getByRole("button", { name: t("care", "screen.continue") }).click();
    await expect(screen).toBeHidden();
    await page.reload();
    await page.getByRole("button", { name: t("ui", "form.draft.discard") }).click();
    await desk.close();
  });
}

/** Whether an element is what one would see and touch at its place. */
const isOnTop = (element: Element): boolean => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
};
