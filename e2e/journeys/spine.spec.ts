import { expect, test } from "@playwright/test";
import { openBag } from "../fixtures/bag.ts";
import {
  act,
  logTestimony,
  openInQueue,
  putOnRecord,
  readyRecipient,
  trainingCase,
} from "../fixtures/case-work.ts";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { refusedInEveryWay, submitFinding, takeIntoReview } from "../fixtures/finding-work.ts";
import { inTurn } from "../fixtures/lane.ts";
import { approvedByBoth, isLookedAfter } from "../fixtures/release-work.ts";
import { alsoReviews } from "../fixtures/membership.ts";

/** What each language's journey types; invented. Every text is another, so that each is found by itself. */
const TOLD = {
  en: {
    title: "What was seen from the mill roof",
    originalLanguage: "en",
    paragraphs: ["I stood on the roof of the mill.", "Three men were led over the bridge before dawn."],
    claim: "He watched three captives cross eastwards.",
    added: "I counted them twice.",
    comment: "Who else stood there?",
    wording: "Three men were held and marched off at daybreak",
    rationale: "An eyewitness with a clear view of the crossing",
    reasoning: "One account so far, consistent with the light and the place.",
    purpose: "For the investigating judge",
  },
  ar: {
    title: "ما شوهد من نافذة المدرسة",
    originalLanguage: "ar",
    paragraphs: ["كنت واقفاً عند نافذة المدرسة.", "رأيت شاحنتين تتوقفان عند الجسر."],
    claim: "توقفت مركبتان كبيرتان قرب المعبر.",
    added: "كان الوقت قبل أذان الفجر.",
    comment: "من كان معك هناك؟",
    wording: "احتُجز رجال ونُقلوا في شاحنتين",
    rationale: "شاهد عيان كان يرى الطريق بوضوح",
    reasoning: "رواية واحدة حتى الآن تتفق مع المكان والوقت.",
    purpose: "لقاضي التحقيق",
  },
} as const;

/** Withheld in the training case: its witness was not asked whether it may leave. */
const NOT_ASKED = "Held at the mill: second cousin";

for (const locale of ["en", "ar"] as const) {
  test(`the whole main job, from a testimony to the court file and the log (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const told = TOLD[locale];
    const desk = (account: string) => atTheDesk(browser, account, locale);
    const investigator = await desk("investigator");
    const caseId = await trainingCase(investigator);
    // Whoever wrote a finding and may review others is the one whom four eyes are about.
    await alsoReviews(browser, caseId, "investigator");

    const logged = await test.step("the investigator logs it, links it and cuts a statement", () =>
      logTestimony(investigator, caseId, told));
    const { home, code } = logged;
    await test.step("and submits it", () =>
      act(investigator, home, "submit.action", "stage.submitted.label"));

    const reviewer = await desk("reviewer2");
    await test.step("a reviewer finds it in the queue and returns it with a comment", async () => {
      const { page, t } = reviewer;
      await openInQueue(reviewer, caseId, code);
      await press(page, t("testimonies", "return.action"));
      await page.getByRole("dialog").getByRole("textbox").fill(told.comment);
      await press(page.getByRole("dialog"), t("testimonies", "return.action"));
      await putOnRecord(reviewer);
    });

    await test.step("the investigator amends it as a new version", async () => {
      const { page, t } = investigator;
      await page.goto(home);
      await expect(page.getByText(told.comment).first()).toBeVisible();
      await press(page, t("testimonies", "amend.action"));
      await page.getByRole("dialog").getByRole("textbox").fill(told.comment);
      await press(page.getByRole("dialog"), t("testimonies", "amend.action"));
      await page.getByRole("link", { name: t("testimonies", "editShort"), exact: true }).click();
      await press(page, t("ui", "form.paragraphs.add"));
      await page
        .getByRole("textbox", { name: t("ui", "form.paragraphs.original", { number: 3 }) })
        .fill(told.added);
      await press(page, t("common", "save"));
      await page.waitForURL(`**${home}`);
      await expect(page.getByText(told.added).first()).toBeVisible();
      await act(investigator, home, "submit.action", "stage.submitted.label");
      await page.goto(`${home}/compare?before=1&after=2`);
      await expect(page.getByText(t("testimonies", "change.added"), { exact: true })).toBeVisible();
    });

    await test.step("the reviewer accepts it on the review screen", async () => {
      const { page, t } = reviewer;
      await openInQueue(reviewer, caseId, code);
      await expect(page.getByText(told.added).first()).toBeVisible();
      await press(page, t("testimonies", "accept.action"));
      await putOnRecord(reviewer);
    });

    const finding = await test.step("the investigator makes a finding of it", () =>
      submitFinding(investigator, caseId, logged, told));
    await test.step("whose author's own decision is refused in the page, over HTTP and by direct SQL", () =>
      refusedInEveryWay(investigator, finding));
    await test.step("the reviewer decides it on the review screen", async () => {
      const { page, t } = reviewer;
      await openInQueue(reviewer, caseId, finding.code);
      await expect(page.getByText(told.reasoning)).toBeVisible();
      await takeIntoReview(reviewer);
      await press(page, t("corroboration", "finding.approve.action"));
      await putOnRecord(reviewer);
    });

    await test.step("their risk is assessed, and the account is read for others in it", () =>
      isLookedAfter(investigator, logged.witnessId, logged.id));
    await test.step("a legal officer exports; what was not asked is withheld; the bag holds what was entered", async () => {
      const legal = await desk("legal");
      const { page, t } = legal;
      await page.goto(`/cases/${caseId}/exports/new`);
      const { name, nameAr } = await readyRecipient(legal, caseId);
      await page
        .getByRole("link", { name: locale === "ar" && nameAr !== null ? nameAr : name })
        .first()
        .click();
      const withheld = page.getByRole("row").filter({ hasText: NOT_ASKED });
      await expect(withheld).toContainText(t("exports", "rule.consent.not_asked"));
      const hiddenCode = /T-[0-9A-Z]{6}/.exec(await withheld.innerText())?.[0] ?? "";
      await expect(page.getByRole("combobox", { name: t("exports", "fields.language.label") })).toHaveValue(
        t("exports", `fields.language.options.${locale}`),
      );
      await page.getByRole("textbox", { name: t("exports", "fields.purpose.label") }).fill(told.purpose);
      await press(page, t("exports", "preview.start"));
      const download = page.getByRole("button", { name: t("exports", "page.download"), exact: true });
      await expect(page.locator("#approvals")).toBeVisible({ timeout: 120_000 });
      await expect(page.getByText(t("exports", "approvals.own"))).toBeVisible();
      await expect(download).toBeHidden();
      await approvedByBoth(browser, locale, caseId, page.url().split("/").at(-1) ?? "");
      await page.reload();
      const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
      const bag = openBag(await file.path());

      const of = (table: string, column: string, value: string) =>
        bag.table(table).filter((row) => row[column] === value);
      expect(of("testimonies", "code", code)).toMatchObject([
        {
          title: told.title,
          version: "2",
          original_language: told.originalLanguage,
          taken_edtf: "2031-02-20",
        },
      ]);
      expect(of("paragraphs", "testimony_code", code).map((row) => row["original"])).toEqual([
        ...told.paragraphs,
        told.added,
      ]);
      expect(of("testimony_incidents", "testimony_code", code)).toMatchObject([
        { incident_code: logged.incident.code },
      ]);
      expect(of("testimony_alleged_suspects", "testimony_code", code)).toMatchObject([
        { actor_code: logged.suspect.code },
      ]);
      expect(of("statements", "from_code", code)).toMatchObject([{ claim: told.claim, paragraphs: "2" }]);
      expect(of("findings", "code", finding.code)).toMatchObject([
        { facet: "occurrence", level: "1", reasoning: told.reasoning },
      ]);
      expect(of("allegations", "code", finding.allegation)).toMatchObject([{ wording: told.wording }]);
      expect(of("evidence_links", "allegation_code", finding.allegation)).toMatchObject([
        { stance: "support", rationale: told.rationale },
      ]);
      expect(of("withheld", "code", hiddenCode)).toMatchObject([{ rule: "consent.not_asked" }]);
      expect(bag.holds(NOT_ASKED)).toBe(false);
      for (const text of [
        told.title,
        ...told.paragraphs,
        told.added,
        told.claim,
        told.wording,
        told.reasoning,
      ])
        expect(bag.printedShareOf(text), `the PDF gives "${text}" back`).toBeGreaterThanOrEqual(0.95);
      await legal.close();
    });

    await test.step("the auditor sees every step, reads no testimony, and verifies the log", async () => {
      const auditor = await desk("auditor");
      const { page, t } = auditor;
      const seen = async (record: string, acts: readonly string[]) => {
        await page.goto(`/admin/audit?record=${record}`);
        for (const name of acts)
          await expect(
            page
              .getByRole("row")
              .filter({ hasText: t("audit", `acts.${name}`) })
              .first(),
            name,
          ).toBeVisible();
      };
      await seen(logged.id, [
        "testimony.record",
        "testimony.indexPersons",
        "testimony.submit",
        "testimony.return",
        "testimony.amend",
        "testimony.save",
        "testimony.accept",
      ]);
      await seen(finding.id, ["finding.draft", "finding.submit", "finding.take", "finding.approve"]);
      const refused = page.getByRole("row").filter({ hasText: t("audit", "decisions.deny") });
      await expect(refused).toContainText(t("audit", "acts.finding.take"));
      expect((await auditor.ask("testimony.read", { testimonyId: logged.id })).status).toBe(404);
      await page.goto("/admin/audit");
      await press(page, t("audit", "verify.onServer"));
      const held =
        t("audit", "verify.holds", { count: 0, seq: 0, rows: 0, tables: 0 }).split(/[0:]/)[0] ?? "";
      await expect(page.getByText(held).first()).toBeVisible({ timeout: 60_000 });
      await auditor.close();
    });
    await Promise.all([investigator.close(), reviewer.close()]);
  });
}

/** Presses the one button of a name. */
async function press(within: Pick<Desk["page"], "getByRole">, name: string): Promise<void> {
  await within.getByRole("button", { name, exact: true }).click();
}
