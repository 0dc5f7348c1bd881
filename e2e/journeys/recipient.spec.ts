import { expect, test } from "@playwright/test";
import { ASSURANCES_OF } from "#lib/release/words.ts";
import { caseOfKind } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { choose } from "../fixtures/form.ts";
import { inTurn } from "../fixtures/lane.ts";

for (const locale of ["en", "ar"] as const) {
  test(`nothing is built for a recipient until it assures what is asked of its kind (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const legal = await atTheDesk(browser, "legal", locale);
    const { page, t } = legal;
    const caseId = await caseOfKind(legal, "training");
    const name = `Court of the river (${locale})`;
    const field = (key: string) => t("recipients", `fields.${key}.label`);
    const press = (label: string) => page.getByRole("button", { name: label, exact: true }).click();
    const save = () => press(t("common", "save"));

    await page.goto(`/cases/${caseId}/recipients`);
    await page.getByRole("link", { name: t("recipients", "new"), exact: true }).click();
    await page.getByRole("textbox", { name: field("name"), exact: true }).fill(name);
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
    const offered = page.getByRole("link", { name });

    await test.step("it cannot be chosen for an export, and why is said beside its name", async () => {
      await page.goto(`/cases/${caseId}/exports/new`);
      await expect(page.getByRole("listitem").filter({ hasText: name }).first()).toContainText(
        t("problems", "rule.recipient.no_agreement"),
      );
      await expect(offered).toHaveCount(0);
    });

    await test.step("nor is one started for it past the page", async () => {
      const recipientId = home.split("/").at(-1);
      const { status, body } = await legal.command("export.start", {
        caseId,
        recipientId,
        releasePurpose: "proceedings",
        language: locale,
        purpose: "For the judge",
      });
      expect([status, JSON.stringify(body)]).toEqual([
        409,
        expect.stringContaining("recipient.no_agreement"),
      ]);
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
          .getByRole("textbox", { name: t("recipients", "fields.assurances.fields.from.label"), exact: true })
          .fill("2025-01-01");
        await card
          .getByRole("textbox", {
            name: t("recipients", "fields.assurances.fields.until.label"),
            exact: true,
          })
          .fill("2099-12-31");
      }
      await save();
      await expect(page.getByText(t("recipients", "standing.may"))).toBeVisible();
      await page.goto(`/cases/${caseId}/exports/new`);
      await offered.first().click();
      await page.getByRole("textbox", { name: t("exports", "fields.purpose.label") }).fill("For the judge");
      await press(t("exports", "preview.start"));
      await expect(page).toHaveURL(/exports\/x_/);
      await expect(offered).toBeVisible();
    });
  });
}
