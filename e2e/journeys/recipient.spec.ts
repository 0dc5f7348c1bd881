import { expect, test } from "@playwright/test";
import { ASSURANCES_OF } from "#lib/release/words.ts";
import { caseOfKind } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { choose, pick } from "../fixtures/form.ts";
import { inTurn } from "../fixtures/lane.ts";

for (const locale of ["en", "ar"] as const) {
  test(`nothing is built for a recipient until it assures what is asked of its kind (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const legal = await atTheDesk(browser, "legal", locale);
    const { page, t } = legal;
    const caseId = await caseOfKind(legal, "training");
    const field = (name: string) => t("recipients", `fields.${name}.label`);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const save = () => press(t("ui", "form.save"));

    await page.goto(`/cases/${caseId}/recipients`);
    await page.getByRole("link", { name: t("recipients", "new"), exact: true }).click();
    await page
      .getByRole("textbox", { name: field("name"), exact: true })
      .fill(`Court of the river (${locale})`);
    await choose(page, page, field("recipientClass"), t("recipients", "class.icc"));
    await save();

    await test.step("its page says what is missing, and who can change that", async () => {
      await expect(page.getByText(t("problems", "rule.recipient.no_agreement"))).toBeVisible();
      for (const kind of ASSURANCES_OF.icc)
        await expect(
          page.getByRole("row").filter({ hasText: t("recipients", `assurance.${kind}`) }),
        ).toContainText(t("recipients", "assurances.missing"));
    });
    const home = page.url();
    const code = /RC-[0-9A-Z]{6}/.exec(await page.locator("main").innerText())?.[0] ?? "";
    const start = async () => {
      await page.goto(`/cases/${caseId}/exports/new`);
      await pick(page, page, t("exports", "fields.recipientId.label"), code);
      await page.getByRole("textbox", { name: t("exports", "fields.purpose.label") }).fill("For the judge");
      await press(t("exports", "preview.start"));
    };

    await test.step("an export to it is refused in a sentence, and what was typed stays", async () => {
      await start();
      await expect(
        page.getByRole("alert").filter({ hasText: t("problems", "rule.recipient.no_agreement") }),
      ).toBeVisible();
      await expect(page.getByRole("textbox", { name: t("exports", "fields.purpose.label") })).toHaveValue(
        "For the judge",
      );
    });

    await test.step("once everything is in force, it is built", async () => {
      await page.goto(`${home}/edit`);
      await page.getByLabel(field("agreementFrom"), { exact: true }).fill("2025-01-01");
      for (const kind of ASSURANCES_OF.icc) {
        await press(t("recipients", "fields.assurances.add"));
        const card = page.getByRole("group", { name: t("recipients", "fields.assurances.item") }).last();
        await choose(
          page,
          card,
          t("recipients", "fields.assurances.fields.kind.label"),
          t("recipients", `assurance.${kind}`),
        );
        await card
          .getByLabel(t("recipients", "fields.assurances.fields.from.label"), { exact: true })
          .fill("2025-01-01");
        await card
          .getByLabel(t("recipients", "fields.assurances.fields.until.label"), { exact: true })
          .fill("2099-12-31");
      }
      await save();
      await expect(page.getByText(t("recipients", "standing.may"))).toBeVisible();
      await start();
      await expect(page).toHaveURL(/exports\/x_/);
      await expect(page.getByRole("link", { name: `Court of the river (${locale})` })).toBeVisible();
    });
  });
}
