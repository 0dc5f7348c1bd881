import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { caseOfKind } from "../fixtures/case-work.ts";
import { draftPages, listPages, onePageOfEach, recordPages } from "../fixtures/case-pages.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import type { Locale } from "#lib/i18n/locales.ts";

/** Pages of the organisation, by the account that has them. */
const OFFICE = {
  investigator: ["/cases", "/access", "/account", "/glossary"],
  auditor: ["/cases", "/admin/audit", "/admin/audit/1"],
  admin: ["/cases", "/admin/accounts", "/admin/accounts/new", "/admin/register", "/admin/register/new"],
} as const;

/** What a missing message looks like. */
const UNTRANSLATED = "⟦";

for (const locale of ["en", "ar"] as const) {
  test(`every kind of page opens, and axe finds nothing serious (${locale})`, async ({ browser }) => {
    test.setTimeout(600_000);
    const investigator = await atTheDesk(browser, "investigator", locale);
    for (const kind of locale === "en" ? ["training", "live"] : ["training"]) {
      const caseId = await caseOfKind(investigator, kind);
      const paths = await onePageOfEach(investigator, caseId);
      if (kind === "training") paths.push(...listPages(caseId), ...(await draftPages(investigator, caseId)));
      for (const path of paths) await opensWell(investigator.page, path);
    }
    const training = await caseOfKind(investigator, "training");
    await investigator.close();
    const desks = {
      reviewer: [`/cases/${training}/review`],
      legal: [`/cases/${training}/exports`, `/cases/${training}/exports/new`],
      ...OFFICE,
      admin: [...OFFICE.admin, `/admin/register/${training}`],
    };
    for (const [account, paths] of Object.entries(desks)) {
      const { page, close } = await atTheDesk(browser, account, locale);
      for (const path of paths) await opensWell(page, path);
      await close();
    }
  });

  test(`pages of the public record open (${locale})`, ({ browser }) => opensRecord(browser, locale, 12));
  test(`every page of the public record opens (${locale}) @long`, ({ browser }) =>
    opensRecord(browser, locale, 1));
}

/** Opens every so many-th record of the public record, as the server sends it. */
async function opensRecord(browser: Browser, locale: Locale, step: number): Promise<void> {
  test.setTimeout(900_000);
  const desk = await atTheDesk(browser, "investigator", locale);
  const paths = await recordPages(desk, await caseOfKind(desk, "live"));
  expect(paths.length).toBeGreaterThan(900);
  for (const path of paths.filter((_, index) => index % step === 0)) {
    const answer = await desk.page.request.get(path);
    const html = await answer.text();
    expect(answer.status(), path).toBe(200);
    expect(html, path).toMatch(locale === "ar" ? /<html[^>]* dir="rtl"/ : /<html[^>]* dir="ltr"/);
    expect(html, path).toMatch(/<h1[ >]/);
    expect(html.includes(UNTRANSLATED), path).toBe(false);
  }
  await desk.close();
}

/** The page answers, is named, has all its words, and axe finds nothing serious in it. */
async function opensWell(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
  expect(await page.locator("body").innerText(), path).not.toContain(UNTRANSLATED);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    serious.map(({ id, nodes }) => [id, nodes[0]?.html]),
    path,
  ).toEqual([]);
}
