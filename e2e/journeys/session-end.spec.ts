import { expect, type Page, test } from "@playwright/test";
import { CARE_COOKIE, careText, DEFAULT_CARE } from "#components/care/care-settings.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { inTurn } from "../fixtures/lane.ts";

/** Resolves when the page knows that the server answered it: from then on the idle time runs. */
const isAnswered = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new PerformanceObserver((list) => {
          if (list.getEntries().some(({ name }) => name.endsWith("/notice.countUnread"))) resolve();
        }).observe({ type: "resource", buffered: true });
      }),
  );

for (const locale of ["en", "ar"] as const) {
  test(`says that a session ends before it does, and goes on when asked (${locale})${inTurn(locale, "en")}`, async ({
    browser,
  }) => {
    const { page, t, close } = await atTheDesk(browser, "investigator", locale);
    const alert = (title: string) => page.getByRole("alert").filter({ hasText: t("entrance", title) });
    // Who never has the page covered sees it all happen; under the cover the first key does both.
    const never = careText({ ...DEFAULT_CARE, idleMinutes: null });
    await page.context().addCookies([{ name: CARE_COOKIE, value: never, url: page.url() }]);
    await page.clock.install();
    await page.goto("/cases");
    await isAnswered(page);
    await page.clock.fastForward("11:30");
    await expect(alert("end.idle.title")).toHaveCount(0);
    await page.clock.fastForward("01:00");
    await expect(alert("end.idle.title")).toBeVisible();
    await page.getByRole("button", { name: t("entrance", "end.stay") }).click();
    await expect(alert("end.idle.title")).toHaveCount(0);

    // Any key does as well; without an answer it says so, and the next key tries again.
    await page.clock.fastForward("12:30");
    await expect(alert("end.idle.title")).toBeVisible();
    await page.context().setOffline(true);
    await page.keyboard.press("Shift");
    await expect(alert("end.failed")).toBeVisible();
    await page.context().setOffline(false);
    await page.keyboard.press("Shift");
    await expect(alert("end.idle.title")).toHaveCount(0);

    // Another tab of the same person keeps it alive as well.
    await page.clock.fastForward("12:30");
    await expect(alert("end.idle.title")).toBeVisible();
    const other = await page.context().newPage();
    await other.goto("/glossary");
    await other.evaluate(() => fetch("/api/v1/ask/notice.countUnread", { method: "POST" }));
    await expect(alert("end.idle.title")).toHaveCount(0);
    await other.close();

    await page.clock.fastForward("16:00");
    await expect(alert("end.over.title")).toBeVisible();
    await close();
  });
}
