import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { inTurn } from "../fixtures/lane.ts";

type Risk = { level: number; isOver: boolean } | null;

/** Whoever's risk is not known stands behind the highest level alone. */
const placeOf = (risk: Risk): number => (risk === null || risk.isOver ? 4.5 : risk.level);

for (const locale of ["en", "ar"] as const) {
  test(`a protection officer lists who is exposed, the highest risk first (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    const desk = await atTheDesk(browser, "protection", locale);
    const { page, t } = desk;
    const caseId = await trainingCase(desk);
    await page.goto(`/cases/${caseId}`);
    await page.getByRole("link", { name: t("desk", "nav.breach"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: t("breach", "title") })).toBeVisible();
    await expect(page.locator("#exposed"), "nobody is listed before it was said what was lost").toHaveCount(
      0,
    );

    await page
      .getByRole("form", { name: t("breach", "what.case") })
      .getByRole("button")
      .click();
    const list = page.getByRole("table", { name: t("breach", "list.caption") });
    await test.step("everybody is listed, and nobody of an unknown risk below somebody of a small one", async () => {
      const { body } = await desk.ask("witness.list", { caseId, page: {} });
      const { total } = body as { total: number };
      await expect(list.getByRole("row")).toHaveCount(1 + Math.min(total, 100));
      const { body: first } = await desk.ask("breach.list", { caseId, page: { size: 100 } });
      const { rows } = first as { rows: { code: string; risk: Risk }[] };
      const places = rows.map(({ risk }) => placeOf(risk));
      expect(places).toEqual(places.toSorted((one, other) => other - one));
      await expect(list.getByRole("row").nth(1)).toContainText(rows[0]?.code ?? "");
    });
    await test.step("axe finds nothing in it, it fits a phone, and paper has the list and what to do alone", async () => {
      const faults = await new AxeBuilder({ page }).analyze();
      expect(faults.violations.map(({ id }) => id)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
      expect(await wide()).toBeLessThanOrEqual(360);
      await page.emulateMedia({ media: "print" });
      await expect(list).toBeVisible();
      await expect(page.locator("#playbook")).toBeVisible();
      await expect(page.locator("#lost")).toBeHidden();
      await page.emulateMedia({ media: "screen" });
    });
    await desk.close();
  });
}
