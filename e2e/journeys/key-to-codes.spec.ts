import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { Decrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { AGREES } from "#lib/imports/training/load-protection.ts";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { anInterview } from "../fixtures/draft.ts";
import { choose } from "../fixtures/form.ts";
import { inTurn } from "../fixtures/lane.ts";
import { approvedByBoth, COURT, courtIn, isLookedAfter } from "../fixtures/release-work.ts";

/** Who told it in each language, and what; invented. */
const TOLD = {
  en: { name: "Zephyrine Weirwatch", title: "What was seen at the weir", text: "I saw them at the weir." },
  ar: { name: "زفيرين حارسة السد", title: "ما شوهد عند السدّ", text: "رأيتهم عند السدّ." },
} as const;

const TODAY = new Date().toISOString().slice(0, 10);

for (const locale of ["en", "ar"] as const) {
  test(`the key to the codes of an export is asked for, approved by two and opens to its recipient alone (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const told = TOLD[locale];
    const secret = await generateIdentity();
    const investigator = await atTheDesk(browser, "investigator", locale);
    const caseId = await trainingCase(investigator);
    const did = async (desk: Desk, name: string, input: unknown) => {
      const { status, body } = await desk.command(name, input);
      expect(status, `${name}: ${JSON.stringify(body)}`).toBe(200);
      return body["result"] as { id: string; code: string; version: number };
    };
    const unknown = { caseId, ageBand: "adult", sex: "female", note: null, protectionNote: null };
    const { id: witnessId, code } = await did(investigator, "witness.record", unknown);
    await did(investigator, "identity.record", { personId: witnessId, name: told.name });
    const answers = { ...AGREES, icc_proceedings: "identified", witnessId, seen: 0, answeredOn: TODAY };
    await did(investigator, "consent.record", answers);
    const { id: testimonyId } = await anInterview(investigator, caseId, [told.text], {
      title: told.title,
      witnessId,
      originalLanguage: locale,
    });
    await did(investigator, "testimony.submit", { testimonyId, version: 1 });
    const reviewer = await atTheDesk(browser, "reviewer2", locale);
    const { body } = await reviewer.ask("testimony.read", { testimonyId });
    const { version } = body["testimony"] as { version: number };
    await did(reviewer, "testimony.accept", { testimonyId, version });
    await isLookedAfter(investigator, witnessId, testimonyId);
    await reviewer.close();
    await investigator.close();

    const legal = await atTheDesk(browser, "legal", locale);
    const { page, t } = legal;
    const words = (key: string) => t("exports", key);
    const court = await did(legal, "recipient.record", courtIn(caseId, locale));
    const bag = await did(legal, "export.start", {
      caseId,
      recipientId: court.id,
      releasePurpose: "proceedings",
      language: locale,
      purpose: "For the judge",
    });
    await page.goto(`/cases/${caseId}/exports/${bag.id}`);
    await expect(page.locator("#approvals")).toBeVisible({ timeout: 120_000 });
    await approvedByBoth(browser, locale, caseId, bag.id);

    await test.step("its page leads to a form that says who will be named, by code, and refuses what is no key", async () => {
      await page.reload();
      await page.getByRole("link", { name: words("key.ask"), exact: true }).click();
      await isAccessible(page);
      await page.getByRole("link", { name: COURT[locale] }).first().click();
      await expect(page.locator("#named").getByText(code)).toBeVisible();
      expect(await page.content()).not.toContain(told.name);
      await isAccessible(page);
      const key = page.getByRole("textbox", { name: words("key.fields.recipientKey.label"), exact: true });
      await choose(
        page,
        page,
        words("key.fields.language.label"),
        words(`key.fields.language.options.${locale}`),
      );
      await page
        .getByRole("textbox", { name: words("key.fields.purpose.label") })
        .fill("For the judge alone");
      await key.fill("age1nonsense");
      await page.getByRole("button", { name: words("key.start"), exact: true }).click();
      await expect(page.getByText(t("problems", "field.age_recipient")).first()).toBeVisible();
      await key.fill(await identityToRecipient(secret));
      await page.getByRole("button", { name: words("key.start"), exact: true }).click();
      await expect(page).toHaveURL(/exports\/x_\w+$/);
      await expect(page.locator("#approvals")).toBeVisible({ timeout: 60_000 });
    });
    const keyId = page.url().split("/").at(-1) ?? "";

    await test.step("two others approve it by itself, and see codes and no name", async () => {
      await expect(page.locator("#named").getByText(code)).toBeVisible();
      expect(await page.content()).not.toContain(told.name);
      await approvedByBoth(browser, locale, caseId, keyId);
      await page.reload();
      await isAccessible(page);
    });

    await test.step("what is fetched opens with the recipient's half, and holds the name", async () => {
      const button = page.getByRole("button", { name: words("page.download"), exact: true });
      const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
      expect(file.suggestedFilename()).toMatch(/^X-\w+\.zip\.age$/);
      const bytes = readFileSync(await file.path());
      expect(bytes.includes(told.name)).toBe(false);
      const decrypter = new Decrypter();
      decrypter.addIdentity(secret);
      expect(Buffer.from(await decrypter.decrypt(bytes)).includes(told.name)).toBe(true);
      await page.goto(`/cases/${caseId}/exports`);
      await expect(page.getByText(words("contents.pseudonyms.label"), { exact: true }).first()).toBeVisible();
      await isAccessible(page);
    });
    await legal.close();
  });
}

/** axe finds nothing, and nothing is wider than a phone. */
async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 1000 });
}
