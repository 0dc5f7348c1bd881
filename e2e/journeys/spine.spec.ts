import { expect, test } from "@playwright/test";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { opensAsPromised } from "../fixtures/bag.ts";
import { findingOn, logTestimony, refusedInEveryWay, trainingCase } from "../fixtures/case-work.ts";

/** What each language's journey types; invented. */
const TOLD = {
  en: {
    title: "What was seen from the mill roof",
    originalLanguage: "en",
    paragraphs: ["I stood on the roof of the mill.", "Three men were led over the bridge before dawn."],
    added: "I counted them twice.",
    comment: "Who else stood there?",
    purpose: "For the investigating judge",
  },
  ar: {
    title: "ما شوهد من نافذة المدرسة",
    originalLanguage: "ar",
    paragraphs: ["كنت واقفاً عند نافذة المدرسة.", "رأيت شاحنتين تتوقفان عند الجسر."],
    added: "كان الوقت قبل أذان الفجر.",
    comment: "من كان معك هناك؟",
    purpose: "لقاضي التحقيق",
  },
} as const;

for (const locale of ["en", "ar"] as const) {
  test(`the whole main job, from a testimony to the court file and the log (${locale})`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const told = TOLD[locale];
    const desk = (account: string) => atTheDesk(browser, account, locale);
    const investigator = await desk("investigator");
    const caseId = await trainingCase(investigator);

    const { id, code } = await test.step("the investigator logs it, links it and cuts a statement", () =>
      logTestimony(investigator, caseId, told));
    const home = `/cases/${caseId}/testimonies/${id}`;
    await test.step("and submits it", () =>
      act(investigator, home, "submit.action", "stage.submitted.label"));

    const reviewer = await desk("reviewer2");
    await test.step("a reviewer finds it in the queue and returns it with a comment", async () => {
      const { page, t } = reviewer;
      await page.goto(`/cases/${caseId}/review`);
      await expect(page.getByText(code).first()).toBeVisible();
      await page.goto(home);
      await page.getByRole("button", { name: t("testimonies", "return.action"), exact: true }).click();
      await page.getByRole("dialog").getByRole("textbox").fill(told.comment);
      await page
        .getByRole("dialog")
        .getByRole("button", { name: t("testimonies", "return.action") })
        .click();
      await expect(
        page.getByText(t("testimonies", "stage.returned.label"), { exact: true }).first(),
      ).toBeVisible();
    });

    await test.step("the investigator amends it as a new version", async () => {
      const { page, t } = investigator;
      await page.goto(home);
      await expect(page.getByText(told.comment).first()).toBeVisible();
      await page.getByRole("button", { name: t("testimonies", "amend.action"), exact: true }).click();
      await page.getByRole("dialog").getByRole("textbox").fill(told.comment);
      await page
        .getByRole("dialog")
        .getByRole("button", { name: t("testimonies", "amend.action") })
        .click();
      await page.getByRole("link", { name: t("testimonies", "editShort"), exact: true }).click();
      await page.getByRole("button", { name: t("ui", "form.paragraphs.add"), exact: true }).click();
      await page
        .getByRole("textbox", { name: t("ui", "form.paragraphs.original", { number: 3 }) })
        .fill(told.added);
      await page.getByRole("button", { name: t("common", "save"), exact: true }).click();
      await page.waitForURL(`**${home}`);
      await expect(page.getByText(told.added).first()).toBeVisible();
      await act(investigator, home, "submit.action", "stage.submitted.label");
      await page.goto(`${home}/compare?before=1&after=2`);
      await expect(page.getByText(t("testimonies", "change.added"), { exact: true })).toBeVisible();
    });

    await test.step("the reviewer accepts it", () =>
      act(reviewer, home, "accept.action", "stage.accepted.label"));

    await test.step("a finding is made; its author's own decision is refused in every way; a reviewer approves", async () => {
      const finding = await findingOn(investigator, caseId, id, told.paragraphs[1]);
      await refusedInEveryWay(investigator, caseId, finding);
      const { page, t } = reviewer;
      const decide = async (name: string) => {
        const seen = await reviewer.ask("finding.read", { findingId: finding.id });
        const { version } = (seen.body as { finding: { version: number } }).finding;
        expect((await reviewer.command(name, { findingId: finding.id, version })).status, name).toBe(200);
      };
      await decide("finding.take");
      await decide("finding.approve");
      await page.goto(`/cases/${caseId}/findings/${finding.id}`);
      await expect(
        page.getByText(t("corroboration", "status.approved.label"), { exact: true }).first(),
      ).toBeVisible();
    });

    await test.step("a legal officer exports; what was not asked is withheld; the bag holds what was entered", async () => {
      const legal = await desk("legal");
      const { page, t } = legal;
      await page.goto(`/cases/${caseId}/exports/new`);
      await expect(
        page.getByText(t("exports", "rule.release.consent_export_not_asked")).first(),
      ).toBeVisible();
      await expect(page.getByRole("combobox", { name: t("exports", "fields.language.label") })).toHaveValue(
        t("exports", `fields.language.options.${locale}`),
      );
      await page.getByRole("textbox", { name: t("exports", "fields.purpose.label") }).fill(told.purpose);
      await page.getByRole("button", { name: t("exports", "preview.start") }).click();
      const download = page.getByRole("button", { name: t("exports", "page.download"), exact: true });
      await expect(download).toBeVisible({ timeout: 120_000 });
      const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
      await opensAsPromised(await file.path(), {
        present: [...told.paragraphs, told.added],
        code,
        absent: ["Held at the mill: second cousin"],
      });
      await legal.close();
    });

    await test.step("the auditor sees every step, reads no testimony, and verifies the log", async () => {
      const auditor = await desk("auditor");
      const { page, t } = auditor;
      for (const name of [
        "testimony.record",
        "testimony.return",
        "testimony.accept",
        "finding.approve",
        "export.download",
      ]) {
        const seen = await auditor.ask("audit.list", { act: name, page: { size: 1 } });
        expect((seen.body as { rows: unknown[] }).rows, name).toHaveLength(1);
      }
      expect((await auditor.ask("testimony.read", { testimonyId: id })).status).toBe(404);
      await page.goto("/admin/audit");
      await page.getByRole("button", { name: t("audit", "verify.now") }).click();
      const held =
        t("audit", "verify.holds", { count: 0, seq: 0, rows: 0, tables: 0 }).split(/[0:]/)[0] ?? "";
      await expect(page.getByText(held).first()).toBeVisible({ timeout: 60_000 });
      await auditor.close();
    });
    await Promise.all([investigator.close(), reviewer.close()]);
  });
}

/** Presses one button of a testimony's page and sees the state that follows. */
async function act({ page, t }: Desk, home: string, button: string, state: string): Promise<void> {
  await page.goto(home);
  await page.getByRole("button", { name: t("testimonies", button), exact: true }).click();
  await expect(page.getByText(t("testimonies", state), { exact: true }).first()).toBeVisible();
}
