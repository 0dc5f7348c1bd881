import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Locale } from "#lib/i18n/locales.ts";
import { recordPages } from "../fixtures/case-pages.ts";
import { caseOfKind, readyRecipient } from "../fixtures/case-work.ts";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { tooMuchAtFirst } from "../fixtures/first-load.ts";
import { addressOf, deskOf, NOT_AT_A_DESK, ROUTES, WITHOUT_RECORD } from "../fixtures/routes.ts";

/** What a missing message looks like. */
const UNTRANSLATED = "⟦";
const WCAG = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const WIDE = { width: 1440, height: 1000 };
/** The narrowest phone (WCAG 2.2, 1.4.10 asks for 320 CSS px at reading zoom; 360 is what phones have). */
const PHONE = { width: 360, height: 800 };

/**
 * The short lane opens every sixth page, by turns in one of the two languages, and looks at every sixth of those in the dark scheme
 * too; of a form that records and amends it opens the one that records. The long lane opens all in both languages and both schemes.
 */
const STEP = 12;
const isLong = process.env["ATTEST_LONG"] === "1";
const lane = isLong ? " @long" : "";

for (const [turn, locale] of (["en", "ar"] as const).entries()) {
  test(`every page opens on a wide screen and a phone, light and dark, and axe finds nothing serious (${locale})${lane}`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const routes = ROUTES.filter((route) => !(route in NOT_AT_A_DESK))
      .filter((route) => isLong || !isFormOfNew(route))
      .filter((_, index) => isLong || index % STEP === turn * (STEP / 2));
    const accounts = [...new Set(routes.map(deskOf))];
    const unopened: string[] = [];
    const wrong: string[] = [];
    await signInPage(browser, locale, wrong);
    let opened = 0;
    for (const account of accounts) {
      const desk = await atTheDesk(browser, account, locale);
      await desk.page.emulateMedia({ reducedMotion: "reduce" });
      const cases = await casesOf(desk);
      for (const route of routes.filter((one) => deskOf(one) === account)) {
        const path = await firstAddress(desk, route, cases);
        if (path === null) unopened.push(route);
        else wrong.push(...(await faultsOf(desk.page, path, isLong || opened++ % 6 === 0)));
      }
      if (account !== "investigator") wrong.push(...(await faultsOf(desk.page, "/cases")));
      await desk.close();
    }
    expect(wrong.join("\n")).toBe("");
    expect(
      unopened.filter((route) => !WITHOUT_RECORD.includes(route)),
      "pages for which the demonstration has no record",
    ).toEqual([]);
  });

  test(`pages of the public record open (${locale})`, ({ browser }) => opensRecord(browser, locale, 72));
  test(`every page of the public record opens (${locale}) @long`, ({ browser }) =>
    opensRecord(browser, locale, 1));
}

/** The form of an amendment is that of a new record, filled. */
const isFormOfNew = (route: string): boolean =>
  ROUTES.includes(route.replace(/\/\[\w+\]\/edit$/, "/new")) && route.endsWith("/edit");

/** The page before any session. */
async function signInPage(browser: Browser, locale: Locale, wrong: string[]): Promise<void> {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: "reduce", locale });
  wrong.push(...(await faultsOf(await context.newPage(), "/sign-in")));
  await context.close();
}

/** The cases of a desk, the training case first: it has a record of every kind that the demonstration has. */
async function casesOf(desk: Desk): Promise<string[]> {
  if (desk.account === "auditor" || desk.account === "oncall") return [];
  if (desk.account === "admin") {
    const { body } = await desk.ask("register.list", { page: {} });
    return (body as { rows: { id: string }[] }).rows.map(({ id }) => id);
  }
  if (desk.account === "legal") await anExport(desk);
  return [await caseOfKind(desk, "training"), await caseOfKind(desk, "live").catch(() => "")].filter(Boolean);
}

/** A bag that is being made: the demonstration brings none. */
async function anExport(desk: Desk): Promise<void> {
  const caseId = await caseOfKind(desk, "training");
  const { status } = await desk.command("export.start", {
    caseId,
    recipientId: (await readyRecipient(desk, caseId)).id,
    releasePurpose: "proceedings",
    language: "en",
    purpose: "Practice",
  });
  expect(status).toBe(200);
}

async function firstAddress(desk: Desk, route: string, cases: readonly string[]): Promise<string | null> {
  if (!route.includes("[caseId]")) return addressOf(desk, route, "");
  for (const caseId of cases) {
    const path = await addressOf(desk, route, caseId);
    if (path !== null) return path;
  }
  return null;
}

/**
 * What is wrong with a page: it answers, is named, has all its words, brings no more JavaScript than a page may, scrolls
 * sideways on no phone, and axe finds nothing serious in it, in either scheme. The dark scheme is put on the page that is open: only colours change with it.
 * @param inTheDark whether it is looked at in the dark scheme too
 */
async function faultsOf(page: Page, path: string, inTheDark = true): Promise<string[]> {
  const faults: string[] = [];
  const answer = await page.goto(path);
  if (answer?.status() !== 200) return [`${path}: answered ${answer?.status()}`];
  await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
  const tooMuch = await tooMuchAtFirst(page.request, await answer.text());
  if (tooMuch !== null) faults.push(`${path}: ${tooMuch}`);
  if ((await page.locator("body").innerText()).includes(UNTRANSLATED))
    faults.push(`${path}: words are missing`);
  faults.push(...(await faultsWearing(page, path, "light", "every rule")));
  if (inTheDark) faults.push(...(await faultsWearing(page, path, "dark", "colours")));
  await page.setViewportSize(PHONE);
  const over = await page.evaluate(async () => {
    const root = document.documentElement;
    // What floats follows the new width a few frames later.
    for (let frames = 0; frames < 60 && root.scrollWidth > root.clientWidth; frames++)
      await new Promise((drawn) => requestAnimationFrame(drawn));
    const { scrollWidth, clientWidth } = root;
    if (scrollWidth <= clientWidth) return null;
    const out = (one: Element) => {
      const { left, right } = one.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    };
    const widest = [...document.querySelectorAll("body *")].filter(out).slice(0, 3);
    return `${scrollWidth} px: ${widest.map((one) => `${one.tagName}.${one.className}`).join(", ")}`;
  });
  if (over !== null) faults.push(`${path}: scrolls sideways on a phone, ${over}`);
  await page.setViewportSize(WIDE);
  return faults;
}

/** Puts a scheme on the page that is open, and waits until it is drawn. */
const wear = (page: Page, scheme: "light" | "dark") =>
  page.evaluate(async (one) => {
    document.documentElement.setAttribute("data-mantine-color-scheme", one);
    for (let frames = 0; frames < 3; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
  }, scheme);

const TRIES_MAX = 4;

/** A page that wakes up meanwhile puts its own scheme back: only what stays is a fault. */
async function faultsWearing(
  page: Page,
  path: string,
  scheme: "light" | "dark",
  what: "every rule" | "colours",
): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    await wear(page, scheme);
    const faults = await axeFaults(page, path, scheme, what);
    const worn = await page.locator("html").getAttribute("data-mantine-color-scheme");
    if ((worn === scheme && faults.length === 0) || tries === TRIES_MAX) return faults;
  }
}

async function axeFaults(
  page: Page,
  path: string,
  scheme: string,
  what: "every rule" | "colours",
): Promise<string[]> {
  // Our pages have no frames: all in one go, and only what is wrong, takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (
    what === "colours" ? axe.withRules(["color-contrast"]) : axe.withTags(WCAG)
  ).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${path} (${scheme}): ${id}, ${nodes.length}×: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary?.split("\n").at(1) ?? ""}`,
    );
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
