import { expect, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { aDraft, FIRST, versionOf } from "../fixtures/draft.ts";
import { inTurn } from "../fixtures/lane.ts";

const MINE = { first: "The lamp on the quay was lit until four.", added: "I heard two engines." };
const THEIRS = { second: "A boat came in without a light, about three.", added: "The dog did not bark." };

for (const locale of ["en", "ar"] as const) {
  test(`two who write on one text at once lose neither's words, nor does a reload (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const [one, other] = await Promise.all([
      atTheDesk(browser, "investigator", locale),
      atTheDesk(browser, "investigator2", locale),
    ]);
    const caseId = await trainingCase(one);
    const { id, fields } = await aDraft(one, caseId);
    const { page, t } = one;
    const paragraph = (number: number) =>
      page.getByRole("textbox", { name: t("ui", "form.paragraphs.original", { number }) });

    await page.goto(`/cases/${caseId}/testimonies/${id}/edit`);
    await paragraph(1).fill(MINE.first);
    await page.getByRole("button", { name: t("ui", "form.paragraphs.add"), exact: true }).click();
    await paragraph(3).fill(MINE.added);
    await expect(page.getByText(t("ui", "form.draft.saved", { time: "" }).trim())).toBeVisible();
    await page.reload();
    await expect(paragraph(1)).toHaveValue(MINE.first);
    await expect(paragraph(3)).toHaveValue(MINE.added);

    const saved = await other.command("testimony.save", {
      ...fields,
      testimonyId: id,
      version: await versionOf(other, id),
      paragraphs: [
        { number: 1, original: FIRST[0], translation: null },
        { number: 2, original: THEIRS.second, translation: null },
        { number: null, original: THEIRS.added, translation: null },
      ],
    });
    expect(saved.status).toBe(200);

    await page.getByRole("button", { name: t("common", "save"), exact: true }).click();
    const dialog = page.getByRole("dialog", { name: t("ui", "form.conflict.title") });
    for (const text of [MINE.first, MINE.added, THEIRS.second, THEIRS.added])
      await expect(dialog.getByText(text)).toBeVisible();
    await dialog.getByRole("button", { name: t("ui", "form.conflict.save"), exact: true }).click();
    await page.waitForURL(`**/testimonies/${id}`);
    for (const text of [MINE.first, THEIRS.second, THEIRS.added, MINE.added])
      await expect(page.locator("#text").getByText(text, { exact: true })).toBeVisible();
    await Promise.all([one.close(), other.close()]);
  });
}
