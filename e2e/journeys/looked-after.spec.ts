import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { interviewOn } from "#lib/imports/training/interviewed.ts";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { anInterview, FIRST } from "../fixtures/draft.ts";
import { answer, choose } from "../fixtures/form.ts";
import { inTurn } from "../fixtures/lane.ts";

/** What is typed in each language; invented. */
const TYPED = {
  en: { times: "Weekday mornings", another: "Say that it is about the garden", never: "Leave a message" },
  ar: { times: "صباح أيام الأسبوع", another: "قولوا إنه عن الحديقة", never: "ترك رسالة" },
} as const;
const WHY = {
  en: "They called us and asked to be called back",
  ar: "اتصلوا بنا وطلبوا أن نتصل بهم",
} as const;
const CODE_WORD = "heron";
const TODAY = new Date().toISOString().slice(0, 10);

for (const locale of ["en", "ar"] as const) {
  test(`a plan for safe contact opens for a reason and closes again, and help is offered and followed up (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const typed = TYPED[locale];
    const desk = await atTheDesk(browser, "investigator", locale);
    const { page, t } = desk;
    const caseId = await trainingCase(desk);
    const unknown = { caseId, ageBand: "adult", sex: "female", note: null, protectionNote: null };
    const { body } = await desk.command("witness.record", unknown);
    const { id: witnessId } = body["result"] as { id: string };
    const person = `/cases/${caseId}/witnesses/${witnessId}`;
    const contact = (key: string) => t("contact", `plan.${key}`);
    const referrals = (key: string) => t("referrals", key);
    const save = page.getByRole("button", { name: t("common", "save"), exact: true });

    await test.step("a plan is recorded, and its page shows that there is one and nothing of it", async () => {
      await page.goto(`${person}/contact`);
      await expect(page.getByText(contact("none"))).toBeVisible();
      await page.getByRole("link", { name: contact("record"), exact: true }).click();
      await choose(page, page, contact("fields.way.label"), contact("fields.way.options.telephone"));
      const field = (key: string) =>
        page.getByRole("textbox", { name: contact(`fields.${key}.label`), exact: true });
      await field("times").fill(typed.times);
      await field("ifAnother").fill(typed.another);
      await page.getByRole("button", { name: contact("fields.mustNot.add") }).click();
      await page
        .getByRole("textbox", { name: contact("fields.mustNot.fields.what.label"), exact: true })
        .fill(typed.never);
      await field("codeWord").fill(CODE_WORD);
      await save.click();
      await page.waitForURL(`**${person}/contact`);
      await expect(page.getByRole("button", { name: contact("show"), exact: true })).toBeDisabled();
      expect(await page.content()).not.toContain(CODE_WORD);
    });

    await test.step("it opens for a reason, in no address, and closes by hand, by itself and when the page is left", async () => {
      await page.clock.install();
      await page.goto(`${person}/contact`);
      const word = page.getByText(CODE_WORD, { exact: true });
      const opened = async () => {
        await page.getByLabel(contact("reason")).selectOption("other");
        const why = page.getByRole("textbox", { name: contact("why") });
        await why.fill(WHY[locale].slice(0, 4));
        await page.getByRole("button", { name: contact("show"), exact: true }).click();
        await expect(why).toHaveAttribute("aria-invalid", "true");
        await why.fill(WHY[locale]);
        await page.getByRole("button", { name: contact("show"), exact: true }).click();
        await expect(word).toBeVisible();
      };
      await opened();
      for (const text of Object.values(typed))
        await expect(page.getByText(text, { exact: true })).toBeVisible();
      expect(new URL(page.url()).search).toBe("");
      await isAccessible(page);
      await page.getByRole("button", { name: contact("hide"), exact: true }).click();
      await expect(word).toHaveCount(0);
      await opened();
      await page.clock.fastForward(2 * 60_000 + 1_000);
      await expect(word).toHaveCount(0);
      await opened();
      await page.goto(person);
      await page.goBack();
      await expect(page.getByRole("button", { name: contact("show"), exact: true })).toBeVisible();
      await expect(word).toHaveCount(0);
      await page.clock.resume();
    });

    await test.step("an account in which help was taken up waits for what became of it", async () => {
      const interview = { ...interviewOn("2031-02-20"), support: "accepted" };
      const { id } = await anInterview(desk, caseId, FIRST, { witnessId, interview });
      const account = `/cases/${caseId}/testimonies/${id}`;
      const submit = page.getByRole("button", { name: t("testimonies", "submit.action"), exact: true });
      await page.goto(account);
      await expect(page.getByText(t("problems", "rule.referral.missing"))).toBeVisible();
      await expect(submit).toHaveCount(0);
      await page.getByRole("link", { name: t("testimonies", "unanswered.referral"), exact: true }).click();
      await choose(page, page, referrals("fields.service.label"), referrals("fields.service.options.legal"));
      await page.getByRole("textbox", { name: referrals("fields.offeredOn.label") }).fill(TODAY);
      await answer(page, referrals("fields.outcome.label"), referrals("fields.outcome.options.accepted"));
      await choose(
        page,
        page,
        referrals("fields.referredTo.label"),
        referrals("fields.referredTo.options.legal_aid"),
      );
      await answer(
        page,
        referrals("fields.supportPerson.label"),
        referrals("fields.supportPerson.options.prefer_not_to_say"),
      );
      await save.click();
      await page.waitForURL(`**${person}/support`);
      await expect(page.getByText(referrals("state.waiting"), { exact: true })).toBeVisible();
      await page.setViewportSize({ width: 360, height: 800 });
      await isAccessible(page);
      await page.setViewportSize({ width: 1440, height: 1000 });
      await page.goto(account);
      await submit.click();
      await expect(page.getByText(t("testimonies", "submit.done"), { exact: true })).toBeVisible();
    });

    await test.step("what became of it is recorded where it waits", async () => {
      await page.goto(person);
      await page.getByRole("link", { name: referrals("open"), exact: true }).click();
      await page.getByRole("button", { name: referrals("followUp"), exact: true }).click();
      const dialog = page.getByRole("dialog");
      await answer(
        dialog,
        referrals("after.fields.followUp.label"),
        referrals("after.fields.followUp.options.reached"),
      );
      await dialog.getByRole("button", { name: t("common", "save"), exact: true }).click();
      await expect(page.getByText(referrals("state.reached"), { exact: true })).toBeVisible();
    });
    await desk.close();
  });
}

async function isAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).include("main").withTags(tags).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}
