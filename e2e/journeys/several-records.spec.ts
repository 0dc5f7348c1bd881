import { expect, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { inTurn } from "../fixtures/lane.ts";

for (const locale of ["en", "ar"] as const) {
  test(`several records are tagged at once, and what was so already is said (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    const desk = await atTheDesk(browser, "investigator", locale);
    const { page, t } = desk;
    const caseId = await trainingCase(desk);
    const tag = `for the hearing ${locale}`;
    await page.goto(`/cases/${caseId}/testimonies`);
    const rows = page.locator("tbody tr");
    const ticks = rows.getByRole("checkbox");
    const bar = page.getByRole("region", { name: t("bulk", "title") });

    await ticks.first().focus();
    await page.keyboard.press("Space");
    await ticks.nth(2).click({ modifiers: ["Shift"] });
    await expect(bar.getByText(t("bulk", "chosen", { count: 3 }))).toBeVisible();

    await bar.getByRole("button", { name: t("bulk", "act.tag"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: t("bulk", "fields.tagId.label") }).fill(tag);
    await page.getByRole("option", { name: t("ui", "form.reference.create", { text: tag }) }).click();
    await dialog.getByRole("button", { name: t("bulk", "save", { count: 3 }) }).click();
    await expect(dialog.getByText(t("bulk", "outcome.done", { count: 3 }))).toBeVisible();
    await dialog
      .getByRole("button", { name: t("common", "close") })
      .last()
      .click();
    await expect(bar).toBeHidden();
    await expect(rows.getByText(tag)).toHaveCount(3);

    // The same again changes nothing, and says so; the tag stands on the record's own page too.
    await rows.first().getByRole("link").first().focus();
    await page.keyboard.press("x");
    await expect(ticks.first()).toBeChecked();
    await bar.getByRole("button", { name: t("bulk", "act.tag"), exact: true }).click();
    await dialog.getByRole("combobox", { name: t("bulk", "fields.tagId.label") }).fill(tag);
    await page.getByRole("option", { name: tag, exact: true }).click();
    await dialog.getByRole("button", { name: t("bulk", "save", { count: 1 }) }).click();
    await expect(dialog.getByText(t("bulk", "outcome.already", { count: 1 }))).toBeVisible();
    await dialog
      .getByRole("button", { name: t("common", "close") })
      .last()
      .click();
    const href = await rows.first().getByRole("link").first().getAttribute("href");
    await page.goto(href ?? "");
    await expect(page.locator("#tags").getByText(tag)).toBeVisible();
    await desk.close();
  });
}
