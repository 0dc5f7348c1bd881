import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { LOCALE_COOKIE, type Locale } from "#lib/i18n/locales.ts";
import { listFindings } from "#lib/corroboration/queries/list-findings.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { decisionKey } from "#lib/corroboration/words.ts";
import { aSupportedAllegation } from "#lib/testing/specimens/corroboration.ts";
import { submitted } from "#lib/testing/specimens/findings.ts";
import { demoPort } from "../fixtures/demo-port.ts";
import { inTurn } from "../fixtures/lane.ts";
import { wordsOf } from "../fixtures/words.ts";
import { aServedWorld, type ServedWorld } from "../leaks/world.ts";

const ALLEGATIONS = 20;
const KEYS_MAX = 120;
/** Which of them go back to their author. */
const RETURNED = [5, 13];
const COMMENT = { en: "Seen from where?", ar: "من أين رأى ذلك؟" } as const;
const baseURL = `http://localhost:${demoPort}`;

for (const locale of ["en", "ar"] as const) {
  test(`twenty allegations are reviewed by keyboard alone, and nothing counts before it is put on record (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const world = await aServedWorld(baseURL, {
      keys: ["investigator", "reviewer", "reviewer2"],
      word: (number) => `word ${number}`,
      plainWord: (number) => `${locale}name${number}`,
    });
    const found: string[] = [];
    for (let made = 0; made < ALLEGATIONS; made++)
      found.push((await submitted(world, (await aSupportedAllegation(world)).allegation.id)).id);
    const [first = "", second = ""] = found;
    const t = wordsOf(locale);
    const page = await atTheScreen(browser, world, locale);
    const hands = keyboardOf(page);
    const statuses = async () =>
      (await world.ask("reviewer", listFindings, { caseId: world.caseId, page: { size: 50 } })).rows
        .map(({ status }) => status)
        .toSorted();

    await world.ask("reviewer2", readFinding, { findingId: first });
    await page.goto(`/cases/${world.caseId}/review`);
    await expect(page.getByRole("article").getByText("reviewer2"), "who else is there").toBeVisible();
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const take = button(t("corroboration", "finding.take.byKey"));
    const approve = button(t("corroboration", "finding.approve.action"));
    const waits = (count: number) =>
      expect(page.getByRole("heading", { name: t("review", "decided.title", { count }) })).toBeVisible();

    for (let at = 0; at < ALLEGATIONS; at++) {
      await expect(take).toBeEnabled();
      await hands.press("KeyT");
      await expect(approve).toBeEnabled();
      if (RETURNED.includes(at)) {
        await hands.press("KeyR");
        await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
        await hands.type(COMMENT[locale]);
        await hands.press("Control+Enter");
      } else await hands.press("KeyA");
      await waits(at + 1);
      if (at > 0) continue;
      // Taken back, what was decided opens again; decided again, it is one decision.
      await hands.press("KeyU");
      await expect(approve).toBeEnabled();
      await hands.press("KeyA");
      await waits(1);
    }
    expect(await statuses(), "nothing counts yet").toEqual(
      Array.from({ length: ALLEGATIONS }, () => "in_review"),
    );

    // A crash loses none of it, and what was taken back in another window is not put on record from this one.
    await page.reload();
    await waits(ALLEGATIONS);
    expect(await seriousFaults(page)).toEqual([]);
    await world
      .visitor("reviewer")
      .send(`/api/drafts/${decisionKey(world.caseId, second)}`, { method: "DELETE" });
    await hands.press("KeyP");
    await expect(page.getByText(t("review", "decided.elsewhere"))).toBeVisible();
    await expect(approve).toBeEnabled();
    expect((await statuses()).filter((status) => status === "in_review")).toHaveLength(1);
    expect(await seriousFaults(page)).toEqual([]);
    await hands.press("KeyA");
    await waits(1);
    await hands.press("KeyP");
    await expect(page.getByText(t("review", "empty.title"), { exact: true })).toBeVisible();
    expect(await statuses()).toEqual([
      ...Array.from({ length: ALLEGATIONS - RETURNED.length }, () => "approved"),
      ...RETURNED.map(() => "returned"),
    ]);
    expect(hands.count(), "keys pressed").toBeLessThanOrEqual(KEYS_MAX);
    await page.context().close();
  });
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

async function atTheScreen(browser: Browser, world: ServedWorld, locale: Locale): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 1000 } });
  const kept = Object.entries({ ...world.visitor("reviewer").cookies(), [LOCALE_COOKIE]: locale });
  await context.addCookies(
    kept.map(([name, value]) => ({ name, value, url: baseURL, sameSite: "Lax" as const })),
  );
  return context.newPage();
}

/** A keyboard that counts what is pressed on it, a letter of a text as a key. */
function keyboardOf(page: Page) {
  let pressed = 0;
  return {
    count: () => pressed,
    async press(key: string) {
      pressed += 1;
      await page.keyboard.press(key);
    },
    async type(text: string) {
      pressed += text.length;
      await page.keyboard.type(text);
    },
  };
}
