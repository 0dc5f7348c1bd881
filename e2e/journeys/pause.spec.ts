import { expect, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { anInterview } from "../fixtures/draft.ts";
import { answer } from "../fixtures/form.ts";
import { inTurn } from "../fixtures/lane.ts";
import { alsoHolds } from "../fixtures/membership.ts";
import { aNewcomer } from "../fixtures/newcomer.ts";

for (const locale of ["en", "ar"] as const) {
  test(`a full statement is for a trained interviewer, and is paused, left and resumed without losing a word (${locale})${inTurn(locale, "en")}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const someone = await atTheDesk(browser, "investigator", locale);
    const caseId = await trainingCase(someone);
    const { id, version, fields } = await anInterview(someone, caseId, ["A lamp was lit."]);
    const full = { ...fields, paragraphs: [], testimonyId: id, version, form: "full_statement" };
    const refused = await someone.command("testimony.save", full);
    expect([refused.status, refused.body["rule"]]).toEqual([403, "testimony.full_not_authorised"]);
    await someone.page.goto(`/cases/${caseId}/testimonies/${id}/edit`);
    const formOf = ({ page, t }: typeof someone) =>
      page.getByRole("radiogroup", { name: t("testimonies", "fields.form.label") });
    await expect(
      someone.page.getByRole("button", { name: someone.t("common", "save"), exact: true }),
    ).toBeVisible();
    await expect(formOf(someone)).toHaveCount(0);
    await someone.close();

    const name = await aNewcomer(browser, caseId, "investigator");
    await alsoHolds(browser, caseId, name, "interviewer");
    const desk = await atTheDesk(browser, name, locale);
    const { page, t } = desk;
    const words = (key: string) => t("testimonies", key);
    const typed = locale === "ar" ? "كان المصباح مضاءً حين وصلوا." : "The lamp was lit when they came.";
    const text = page.getByRole("textbox", { name: t("ui", "form.paragraphs.original", { number: 1 }) });
    const pause = page.getByRole("button", { name: words("pause.action"), exact: true });
    const resume = page.getByRole("button", { name: words("pause.resume"), exact: true });
    await page.goto(`/cases/${caseId}/testimonies/new`);
    await expect(async () => {
      await answer(page, words("fields.form.label"), words("form.full_statement"));
      await expect(pause).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await text.fill(typed);
    await pause.click();
    const from = page.locator('input[id$="-breaks.0.from"]');
    const to = page.locator('input[id$="-breaks.0.to"]');
    await expect(from).toHaveValue(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
    await expect(to).toHaveValue("");
    const since = await from.inputValue();
    // Left at once, in the middle of it.
    await page.goto(`/cases/${caseId}/witnesses`);
    await page.goto(`/cases/${caseId}/testimonies/new`);
    await expect(text).toHaveValue(typed);
    await expect(from).toHaveValue(since);
    await resume.click();
    await expect(to).toHaveValue(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
    await expect(pause).toBeVisible();
    await page.getByRole("button", { name: t("ui", "form.draft.discard") }).click();
    await desk.close();
  });
}
