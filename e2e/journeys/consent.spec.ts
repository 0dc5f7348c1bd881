import { expect, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { anInterview } from "../fixtures/draft.ts";
import { choose } from "../fixtures/form.ts";
import { inTurn } from "../fixtures/lane.ts";
import { approvedByBoth, courtIn, COURT, isLookedAfter } from "../fixtures/release-work.ts";

/** What is typed in each language; invented. */
const TOLD = {
  en: { title: "What was heard at the ferry", text: "I heard the ferry stop before the shots." },
  ar: { title: "ما سُمع عند المعدّية", text: "سمعت المعدّية تتوقف قبل إطلاق النار." },
} as const;

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

for (const locale of ["en", "ar"] as const) {
  test(`what a person allows is recorded, and taken back everywhere at once (${locale})${inTurn(locale, "en")}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const told = TOLD[locale];
    const investigator = await atTheDesk(browser, "investigator", locale);
    const { page, t } = investigator;
    const caseId = await trainingCase(investigator);
    const did = async (desk: Desk, name: string, input: unknown) => {
      const { status, body } = await desk.command(name, input);
      expect(status, `${name}: ${JSON.stringify(body)}`).toBe(200);
      return body["result"] as { id: string; code: string; version: number };
    };
    const witness = await did(investigator, "witness.record", {
      caseId,
      ageBand: "adult",
      sex: "female",
      note: null,
      protectionNote: null,
    });
    const person = `/cases/${caseId}/witnesses/${witness.id}`;
    const question = (key: string) => t("consent", `fields.${key}.label`);

    await test.step("the investigator records what she answered, on one form", async () => {
      await page.goto(`${person}/consent`);
      await expect(page.getByText(t("consent", "none"))).toBeVisible();
      await page.getByRole("link", { name: t("consent", "record"), exact: true }).click();
      await choose(page, page, question("ourselves_analysis"), t("consent", "plainYes"));
      await choose(page, page, question("icc_proceedings"), t("consent", "choice.pseudonymous"));
      await choose(page, page, question("media_publication"), t("consent", "choice.no"));
      await page.getByRole("textbox", { name: question("answeredOn"), exact: true }).fill(YESTERDAY);
      await choose(page, page, question("language"), t("codebook", "language.ar.label"));
      await choose(page, page, question("interpreterUsed"), t("consent", "yesNo.no"));
      for (const one of ["risksExplained", "rightToRefuse", "noPaymentOrPromise"])
        await choose(page, page, question(one), t("consent", "yesNo.yes"));
      await choose(page, page, question("howGiven"), t("consent", "way.recorded"));
      await choose(page, page, question("safeCopy"), t("consent", "copy.kept_for_person"));
      await page.getByRole("button", { name: t("common", "save"), exact: true }).click();
      await page.waitForURL(`**${person}/consent`);
      await expect(page.getByText(t("consent", "ownUse.ok"))).toBeVisible();
      await expect(page.getByRole("row").filter({ hasText: question("icc_proceedings") })).toContainText(
        t("consent", "form.pseudonymous"),
      );
    });

    const { id: testimonyId, code } = await anInterview(investigator, caseId, [told.text], {
      title: told.title,
      witnessId: witness.id,
      originalLanguage: locale,
    });
    await did(investigator, "testimony.submit", { testimonyId, version: 1 });
    const reviewer = await atTheDesk(browser, "reviewer2", locale);
    const consentInQueue = async () => {
      await reviewer.page.goto(`/cases/${caseId}/review?item=${testimonyId}`);
      return reviewer.page.getByRole("article", { name: code }).locator("#consent");
    };
    await expect((await consentInQueue()).getByText(t("common", "yes"), { exact: true })).toHaveCount(2);
    const { testimony } = (await reviewer.ask("testimony.read", { testimonyId })).body as {
      testimony: { version: number };
    };
    await did(reviewer, "testimony.accept", { testimonyId, version: testimony.version });

    await isLookedAfter(investigator, witness.id, testimonyId);
    const legal = await atTheDesk(browser, "legal", locale);
    const court = await did(legal, "recipient.record", courtIn(caseId, locale));
    const start = () =>
      did(legal, "export.start", {
        caseId,
        recipientId: court.id,
        releasePurpose: "proceedings",
        language: locale,
        purpose: "For the judge",
      });
    const first = await start();
    const download = legal.page.getByRole("button", { name: t("exports", "page.download"), exact: true });
    await test.step("an export for the court is built, approved by two others and fetched", async () => {
      await legal.page.goto(`/cases/${caseId}/exports/${first.id}`);
      await expect(legal.page.locator("#approvals")).toBeVisible({ timeout: 120_000 });
      await approvedByBoth(browser, locale, caseId, first.id);
      await legal.page.reload();
      await Promise.all([legal.page.waitForEvent("download"), download.click()]);
    });

    const protection = await atTheDesk(browser, "protection", locale);
    await test.step("before a withdrawal, its page says what it would touch", async () => {
      await protection.page.goto(`${person}/consent`);
      await expect(protection.page.locator("#foreseen").getByText(first.code)).toBeVisible();
    });
    await test.step("it is one act without a reason, and names who is to be told", async () => {
      const name = t("consent", "withdraw.all");
      await protection.page.getByRole("button", { name, exact: true }).click();
      await protection.page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
      await expect(protection.page.getByText(t("consent", "ownUse.no"))).toBeVisible();
      await expect(protection.page.locator("#holders")).toContainText(COURT[locale]);
    });

    await test.step("the next request of everybody shows it: account, list, search", async () => {
      await page.goto(`/cases/${caseId}/testimonies/${testimonyId}`);
      await expect(page.locator("#consent").getByText(t("common", "no"), { exact: true })).toHaveCount(2);
      await page.goto(`/cases/${caseId}/testimonies?consent=no`);
      await expect(page.getByRole("row").filter({ hasText: code })).toBeVisible();
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: t("search", "label") }).fill(told.title);
      await expect(page.getByRole("option").filter({ hasText: code })).toContainText(
        t("search", "takenBack"),
      );
    });
    await test.step("what is finished is refused at its download, and what is built leaves the account out", async () => {
      expect((await legal.command("export.download", { exportId: first.id })).status).toBe(409);
      await legal.page.goto(`/cases/${caseId}/exports/new?recipient=${court.id}&purpose=proceedings`);
      await expect(legal.page.getByRole("row").filter({ hasText: code })).toContainText(
        t("exports", "rule.consent.refused"),
      );
    });
    for (const desk of [investigator, reviewer, legal, protection]) await desk.close();
  });
}
