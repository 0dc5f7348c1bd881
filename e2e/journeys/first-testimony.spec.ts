import { expect, test } from "@playwright/test";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";
import { DEMO_PASSWORD } from "#lib/imports/demo/accounts.ts";
import { inTurn } from "../fixtures/lane.ts";
import { trainingCase } from "../fixtures/case-work.ts";
import { demoPort } from "../fixtures/demo-port.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { anInterview } from "../fixtures/draft.ts";
import { countingHand, onlyKeys } from "../fixtures/hands.ts";
import { aNewcomer } from "../fixtures/newcomer.ts";
import { codeField, offeredCode } from "../fixtures/sign-in.ts";
import { wordsOf } from "../fixtures/words.ts";

const INTERACTIONS_BELOW = 25;

const TOLD = {
  en: {
    title: "The bread queue",
    text: "We stood in line when the trucks came.",
    incident: "school",
    suspect: "Company",
  },
  ar: {
    title: "طابور الخبز",
    text: "كنا واقفين في الطابور حين وصلت الشاحنات.",
    incident: "I-",
    suspect: "A-",
  },
} as const;

for (const locale of ["en", "ar"] as const) {
  const told = TOLD[locale];
  const t = wordsOf(locale);
  const words = (key: string) => t("testimonies", key);

  test(`a new investigator logs and links a first testimony, with what the witness allows, in under ${INTERACTIONS_BELOW} interactions (${locale})`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const helper = await atTheDesk(browser, "investigator", locale);
    const caseId = await trainingCase(helper);
    const [training] = await titles(helper, caseId);
    await helper.close();
    const name = await aNewcomer(browser, caseId, "investigator");

    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: `http://localhost:${demoPort}` }]);
    const page = await context.newPage();
    const hand = countingHand(page);
    const field = (key: string) =>
      page.getByRole("combobox", { name: words(`fields.${key}.label`), exact: true });
    await page.goto("/");
    await hand.fill(page.getByLabel(t("entrance", "signIn.name")), name);
    await hand.fill(page.getByRole("textbox", { name: t("entrance", "signIn.password") }), DEMO_PASSWORD);
    await hand.click(page.getByRole("button", { name: t("entrance", "signIn.next"), exact: true }));
    await hand.fill(codeField(page), await offeredCode(page));
    await hand.click(page.getByRole("link", { name: t("account", "codes.kept") }));
    await hand.click(page.getByRole("link", { name: training, exact: true }).first());
    await hand.click(page.getByRole("link", { name: words("new"), exact: true }).first());
    await hand.choose(field("witnessId"), t("ui", "form.reference.createNew"));
    await hand.fill(
      page.getByRole("textbox", { name: words("fields.title.label"), exact: true }),
      told.title,
    );
    const answers = (key: string, answer: string) =>
      page
        .getByRole("radiogroup", { name: words(`fields.${key}.label`), exact: true })
        .getByRole("radio", { name: answer, exact: true });
    await hand.click(answers("voice", t("codebook", "voice.witness.label")));
    await hand.choose(field("basis"), t("codebook", "basis.B2.label"));
    await hand.fill(
      page.getByRole("textbox", { name: t("ui", "form.paragraphs.original", { number: 1 }) }),
      told.text,
    );
    await hand.find(field("incidentId"), told.incident);
    await hand.find(field("suspectId"), told.suspect);
    await hand.choose(field("suspectRole"), t("codebook", "testimonySuspectRole.named.label"));
    // With what the witness allows: each question is in sight, and answered by itself or with those like it.
    await hand.click(answers("ourselves_analysis", words("consentChoice.identified")));
    for (const preset of ["courtsUnderCode", "checklist"])
      await hand.click(page.getByRole("button", { name: words(`sections.firstConsent.presets.${preset}`) }));
    await hand.click(page.getByRole("button", { name: t("common", "save"), exact: true }));

    await expect(page.getByRole("heading", { level: 1, name: told.title })).toBeVisible();
    const linked = page.getByRole("region", { name: t("links", "title"), exact: true });
    await expect(linked.getByText(/^I-[0-9A-Z]{6}$/)).toHaveCount(1);
    await expect(linked.getByText(/^A-[0-9A-Z]{6}$/)).toHaveCount(1);
    test.info().annotations.push({ type: "interactions", description: String(hand.done.length) });
    process.stdout.write(`first testimony (${locale}): ${hand.done.length} interactions\n`);
    expect(hand.done.length, hand.done.join("\n")).toBeLessThan(INTERACTIONS_BELOW);
    await context.close();
  });

  test(`a reviewer works the queue without a mouse (${locale})${inTurn(locale, "en")}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const investigator = await atTheDesk(browser, "investigator2", locale);
    const caseId = await trainingCase(investigator);
    await submitted(investigator, caseId, `${told.title} 1`);
    await submitted(investigator, caseId, `${told.title} 2`);
    await investigator.close();
    const name = await aNewcomer(browser, caseId, "reviewer");

    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: `http://localhost:${demoPort}` }]);
    const page = await context.newPage();
    const keys = await onlyKeys(page);
    await page.goto("/");
    await expect(page.getByRole("button", { name: t("entrance", "signIn.next"), exact: true })).toBeEnabled();
    await keys.tabTo("textbox", t("entrance", "signIn.name"));
    await keys.type(name);
    await keys.tabTo("textbox", t("entrance", "signIn.password"));
    await keys.type(DEMO_PASSWORD);
    await keys.press("Enter");
    // The focus went on by itself to where the code is asked.
    await expect(codeField(page)).toBeFocused();
    await keys.type(await offeredCode(page));
    await page.getByRole("list", { name: t("account", "codes.list") }).waitFor();
    await keys.tabTo("link", t("account", "codes.kept"));
    await keys.press("Enter");
    await page.getByRole("heading", { level: 1, name: t("cases", "desk.title") }).waitFor();
    await keys.tabTo("link", t("cases", "desk.task.review"));
    await keys.press("Enter");

    const queue = page.getByRole("navigation", { name: t("review", "title") });
    const current = queue.locator('[aria-current="true"]');
    await expect(current).toHaveCount(1);
    const open = page.getByRole("article");
    const heading = open.getByRole("heading", { level: 2 }).first();
    // k and j walk the queue; the text of what they open stands beside it.
    for (let steps = 0; !(await current.innerText()).includes(`${told.title} 1`); steps += 1) {
      expect(steps).toBeLessThan(40);
      const before = await current.innerText();
      await keys.press("j");
      await expect(current).not.toHaveText(before, { useInnerText: true });
    }
    await expect(heading).toHaveText(`${told.title} 1`);
    await expect(open.getByText(told.text).first()).toBeVisible();

    await keys.press("a");
    await expect(heading).toHaveText(`${told.title} 2`);
    // Taken back, it is open again; nothing of it was on record.
    await keys.press("u");
    await expect(heading).toHaveText(`${told.title} 1`);
    await keys.press("a");
    await expect(heading).toHaveText(`${told.title} 2`);
    await expect(heading).toBeFocused();

    await keys.press("r");
    await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
    await keys.type(told.text); // letters that are keys elsewhere
    await keys.press("Control+Enter");
    await expect(
      page.getByRole("heading", { name: t("review", "decided.title", { count: 2 }) }),
    ).toBeVisible();
    await keys.press("p");
    await expect(page.getByText(t("review", "decided.done", { count: 2 }), { exact: true })).toBeVisible();
    await expect(queue.getByText(`${told.title} 2`)).toHaveCount(0);
    expect(await keys.pointers()).toBe(0);
    await context.close();
  });
}

/** The title of a case in the language of the desk. */
async function titles(desk: Awaited<ReturnType<typeof atTheDesk>>, caseId: string): Promise<[string]> {
  const { body } = await desk.ask("case.read", { caseId });
  const { title, titleAr } = body as { title: string; titleAr: string | null };
  return [desk.locale === "ar" && titleAr !== null ? titleAr : title];
}

/** A testimony of an investigator that waits for a decision. */
async function submitted(
  desk: Awaited<ReturnType<typeof atTheDesk>>,
  caseId: string,
  title: string,
): Promise<void> {
  const { id, version } = await anInterview(desk, caseId, [TOLD[desk.locale].text], {
    title,
    originalLanguage: desk.locale,
  });
  const sent = await desk.command("testimony.submit", { testimonyId: id, version });
  expect(sent.status).toBe(200);
}
