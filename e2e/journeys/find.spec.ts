import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { inTurn } from "../fixtures/lane.ts";

const lane = (locale: "en" | "ar") => inTurn(locale, "ar");

/** Words of the training case as somebody would type them, in another spelling than its own. */
const TYPED = { en: "identity cards phones", ar: "الضفه الشرقيه مقابل" } as const;

/** Presses a key until it does its work: before the page has woken up, nobody hears it. */
const opens = (page: Page, key: string, what: Locator) =>
  expect(async () => {
    await page.keyboard.press(key);
    await expect(what).toBeVisible({ timeout: 1_000 });
  }).toPass();

for (const locale of ["en", "ar"] as const) {
  test(`anything is found by keys alone, and what was typed is in no address (${locale})${lane(locale)}`, async ({
    browser,
  }) => {
    const desk = await atTheDesk(browser, "investigator", locale);
    const { page, t } = desk;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(decodeURIComponent(request.url())));
    const caseId = await trainingCase(desk);
    const box = page.getByRole("combobox", { name: t("search", "label") });
    const texts = page.getByRole("group", { name: t("search", "group.texts") });

    await test.step("Ctrl+K opens the search, words lead to their paragraph", async () => {
      await opens(page, "Control+k", box);
      await expect(box).toBeFocused();
      await box.fill(TYPED[locale]);
      await expect(texts.getByRole("option").first().locator("mark").first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include("[role='dialog']").analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/testimonies\/t_\w+#p\d+$/);
      const paragraph = page.locator(new URL(page.url()).hash);
      await expect(paragraph).toBeInViewport();
      await expect(paragraph).toBeFocused();
    });

    await test.step("/ opens it too, by its place on the keyboard, but not while typing", async () => {
      await page.locator("body").dispatchEvent("keydown", { key: "ظ", code: "Slash" });
      await expect(box).toBeFocused();
      await box.pressSequentially("/?");
      await expect(box).toHaveValue("/?");
      await page.keyboard.press("Escape");
      await expect(box).toBeHidden();
    });

    await test.step("a pasted code jumps, however it was written", async () => {
      const { body } = await desk.ask("incident.list", { caseId, page: { size: 1 } });
      const [{ id, code }] = (body as { rows: [{ id: string; code: string }] }).rows;
      await page.goto(`/cases/${caseId}`);
      await opens(page, "/", box);
      await box.fill(` ${code.toLowerCase().replace("-", " ")}`);
      await page.keyboard.press("Enter"); // before the answer
      await page.waitForURL(`**/cases/${caseId}/incidents/${id}`);
    });

    await test.step("one kind of record alone is looked through, and every kind again", async () => {
      await opens(page, "Control+k", box);
      await box.fill(TYPED[locale]);
      await expect(texts.getByRole("option").first()).toBeVisible();
      const kind = page.getByRole("combobox", { name: t("search", "where.type") });
      await kind.selectOption("place");
      await expect(page.getByText(t("search", "nothing.type"))).toBeVisible();
      await page.getByRole("button", { name: t("search", "nothing.everyType") }).click();
      await expect(texts.getByRole("option").first()).toBeVisible();
      await page.keyboard.press("Escape");
    });

    await test.step("where nothing is found it says so and what to do; Esc gives the focus back", async () => {
      const opener = page.getByRole("button", { name: t("search", "open") });
      await opener.click();
      await box.fill("zzqx wwvk");
      await expect(page.getByText(t("search", "nothing.case"))).toBeVisible();
      await page.getByRole("button", { name: t("search", "nothing.everywhere") }).click();
      await expect(page.getByText(t("search", "nothing.all"))).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(opener).toBeFocused();
    });

    await test.step("? lists the keys", async () => {
      await page.reload();
      const keys = page.getByRole("dialog", { name: t("search", "keys.title") });
      await opens(page, "?", keys);
      await page.keyboard.press("Escape");
      await expect(keys).toBeHidden();
    });

    await test.step("what is typed before the search has come stands in its box", async () => {
      let send = (): void => {};
      const sent = new Promise<void>((done) => (send = done));
      await page.route("**/_next/static/chunks/**", async (route) => {
        await sent;
        await route.continue();
      });
      await page.keyboard.press("Control+k");
      await page.keyboard.type("zzqx");
      send();
      await expect(box).toHaveValue("zzqx");
      await expect(box).toBeFocused();
    });

    for (const typed of [TYPED[locale], "zzqx"])
      expect(asked.filter((url) => url.includes(typed))).toEqual([]);
    await desk.close();
  });
}
