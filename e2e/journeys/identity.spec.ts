import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { choose } from "../fixtures/form.ts";
import { inTurn } from "../fixtures/lane.ts";
import { aNewcomer } from "../fixtures/newcomer.ts";

const lane = (locale: "en" | "ar") => inTurn(locale, "ar");

/** Who is recorded in each language; invented. */
const WHO = {
  en: { name: "Zephyrine Kanarovska", alias: "The Finch", phone: "+963 944 000 111", sought: "0944 000 111" },
  ar: { name: "زفيرين العصافيري", alias: "أم الكناري", phone: "+963 944 000 222", sought: "٠٩٤٤ ٠٠٠ ٢٢٢" },
} as const;

for (const locale of ["en", "ar"] as const) {
  test(`an identity is recorded unseen, opens for a reason and goes by itself, is found by codes alone, and is destroyed by two (${locale})${lane(locale)}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const who = WHO[locale];
    const desk = await atTheDesk(browser, "investigator", locale);
    const { page, t } = desk;
    const caseId = await trainingCase(desk);
    const unknown = { caseId, ageBand: "adult", sex: "female", note: null, protectionNote: null };
    const { body } = await desk.command("witness.record", unknown);
    const { id: witnessId, code } = body["result"] as { id: string; code: string };
    const person = `/cases/${caseId}/witnesses/${witnessId}`;
    const words = (key: string, values: Record<string, string> = {}) => t("vault", key, values);

    await test.step("it is recorded, and nobody who recorded it is shown a word of it", async () => {
      await page.goto(person);
      await page.getByRole("link", { name: words("open"), exact: true }).click();
      await expect(page.getByText(words("onRecord.none"))).toBeVisible();
      await isAccessible(page);
      await page.getByRole("link", { name: words("record"), exact: true }).click();
      await page.getByRole("textbox", { name: words("fields.name.label"), exact: true }).fill(who.name);
      await page.getByRole("button", { name: words("fields.aliases.add") }).click();
      await page
        .getByRole("textbox", { name: words("fields.aliases.fields.alias.label"), exact: true })
        .last()
        .fill(who.alias);
      await page.getByRole("button", { name: words("fields.phones.add") }).click();
      await page
        .getByRole("textbox", { name: words("fields.phones.fields.phone.label"), exact: true })
        .fill(who.phone);
      await isAccessible(page);
      await page.getByRole("button", { name: t("common", "save"), exact: true }).click();
      await page.waitForURL(`**${person}/identity`);
      await expect(page.getByText(words("reveal.ask"))).toBeVisible();
      expect(await page.content()).not.toContain(who.name);
      const kept = await desk.ask("identity.read", { personId: witnessId });
      expect(JSON.stringify(kept)).not.toContain(who.name);
    });

    await test.step("somebody who is heard again is found by codes, and what was typed is in no address", async () => {
      await page.goto(`/cases/${caseId}/witnesses/new`);
      await page.getByRole("link", { name: words("seek.title"), exact: true }).click();
      await page.getByRole("textbox", { name: words("seek.phone"), exact: true }).fill(who.sought);
      await page.getByRole("button", { name: words("seek.action"), exact: true }).click();
      await expect(page.locator("main").getByRole("link").filter({ hasText: code })).toBeVisible();
      expect(page.url()).not.toContain("944");
      await isAccessible(page);
    });
    await desk.close();

    const keeper = await atTheDesk(browser, "protection", locale);
    const screen = keeper.page;
    const name = screen.getByText(who.name, { exact: true });
    const show = screen.getByRole("button", { name: words("reveal.show"), exact: true });
    const open = async () => {
      await screen.getByLabel(words("reveal.reason")).selectOption("contact");
      await show.click();
      await expect(name).toBeVisible();
    };

    await test.step("it opens for a reason, closes by hand, by itself and when the page is left", async () => {
      await screen.clock.install();
      await screen.goto(`${person}/identity`);
      await expect(show).toBeDisabled();
      await open();
      await expect(screen.getByText(who.alias, { exact: true })).toBeVisible();
      await expect(screen.getByText(who.phone, { exact: true })).toBeVisible();
      expect(new URL(screen.url()).search).toBe("");
      await isAccessible(screen);
      await screen.setViewportSize({ width: 360, height: 800 });
      await isAccessible(screen);
      await screen.setViewportSize({ width: 1440, height: 1000 });
      await screen.getByRole("button", { name: words("reveal.hide"), exact: true }).click();
      await expect(name).toHaveCount(0);
      await open();
      await screen.clock.fastForward(2 * 60_000 + 1_000);
      await expect(name).toHaveCount(0);
      await expect(screen.getByRole("group", { name: words("reveal.title"), exact: true })).toBeFocused();
      await open();
      // A machine that slept: the clock went on, and no timer did.
      await screen.clock.setSystemTime(Date.now() + 10 * 60_000);
      await expect(name).toHaveCount(0);
      await open();
      await screen.goto(person);
      await screen.goBack();
      await expect(show).toBeVisible();
      await expect(name).toHaveCount(0);
      await screen.clock.resume();
    });

    await test.step("each opening is on record for those who keep the vault", async () => {
      await screen.goto(`/cases/${caseId}/identities`);
      await expect(screen.locator("#opened li").filter({ hasText: code })).toHaveCount(4);
      expect(await screen.content()).not.toContain(who.name);
      await isAccessible(screen);
    });

    await test.step("it is destroyed by two, and its page says that there was one", async () => {
      await screen.goto(`${person}/identity`);
      await screen.getByRole("button", { name: words("shred.request"), exact: true }).click();
      const dialog = screen.getByRole("dialog");
      const asks = words("shred.fields.ground.options.asked");
      await choose(screen, dialog, words("shred.fields.ground.label"), asks);
      await dialog.getByRole("textbox", { name: words("shred.fields.reason.label") }).fill(asks);
      await dialog.getByRole("button", { name: t("common", "save"), exact: true }).click();
      await expect(screen.getByText(words("shred.status.waiting"), { exact: true })).toBeVisible();
      await expect(screen.getByRole("button", { name: words("shred.approve"), exact: true })).toHaveCount(0);
      await keeper.close();
      const second = await atTheDesk(browser, "senior", locale);
      await second.page.goto(`/cases/${caseId}/identities`);
      const item = second.page.locator("#destruction li").filter({ hasText: code });
      await item.getByRole("button", { name: words("shred.approve"), exact: true }).click();
      await second.page
        .getByRole("dialog")
        .getByRole("button", { name: words("shred.approve"), exact: true })
        .click();
      await expect(item).toHaveCount(0);
      await second.page.goto(`${person}/identity`);
      await expect(second.page.getByText(words("shred.destroyedText"))).toBeVisible();
      await isAccessible(second.page);
      await second.close();
    });
  });
}

for (const locale of ["en", "ar"] as const) {
  test(`an identity of a case that demands a second person opens once somebody else agreed, and once (${locale})${inTurn(locale, "en")}`, async ({
    browser,
  }) => {
    const who = WHO[locale];
    // A case and people of its own: what is demanded stays.
    const caseId = await aCase(browser);
    const desk = await atTheDesk(browser, await aNewcomer(browser, caseId, "investigator"), locale);
    const words = (key: string) => desk.t("vault", key);
    const unknown = { caseId, ageBand: "adult", sex: "female", note: null, protectionNote: null };
    const { body } = await desk.command("witness.record", unknown);
    const { id: personId, code } = body["result"] as { id: string; code: string };
    await desk.command("identity.record", { personId, name: who.name });
    await desk.close();
    const asking = await atTheDesk(browser, await aNewcomer(browser, caseId, "protection_officer"), locale);
    const deciding = await atTheDesk(browser, await aNewcomer(browser, caseId, "senior_reviewer"), locale);
    const identity = `/cases/${caseId}/witnesses/${personId}/identity`;

    await test.step("it is demanded of the whole case, for good", async () => {
      const { page } = deciding;
      await page.goto(`/cases/${caseId}/identities`);
      const section = page.locator("#demand");
      await section.getByRole("button", { name: words("demand.action"), exact: true }).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByText(words("demand.confirm"))).toBeVisible();
      await dialog.getByRole("button", { name: words("demand.action"), exact: true }).click();
      await expect(section.getByText(words("demand.text"))).toBeVisible();
      await expect(section.getByRole("button")).toHaveCount(0);
      // What is said at the edge of the page can be closed by name.
      const said = page.getByRole("alert").filter({ hasText: words("demand.done") });
      await said.getByRole("button", { name: deciding.t("common", "close"), exact: true }).click();
      await isAccessible(page);
    });
    await test.step("one asks with a reason, and somebody else agrees", async () => {
      await asking.page.goto(identity);
      await expect(asking.page.getByText(words("reveal.demandedByCase"))).toBeVisible();
      await asking.page.getByLabel(words("reveal.reason")).selectOption("contact");
      await asking.page.getByRole("button", { name: words("reveal.request"), exact: true }).click();
      await expect(asking.page.getByText(words("looked.status.waiting"), { exact: true })).toBeVisible();
      await deciding.page.reload();
      const item = deciding.page.locator("#waiting li").filter({ hasText: code });
      await item.getByRole("button", { name: words("approve.action"), exact: true }).click();
      await deciding.page
        .getByRole("dialog")
        .getByRole("button", { name: words("approve.action"), exact: true })
        .click();
      await expect(item).toHaveCount(0);
    });
    await test.step("whoever asked opens it, once", async () => {
      await asking.page.reload();
      await expect(asking.page.getByText(words("reveal.permitted"))).toBeVisible();
      await isAccessible(asking.page);
      await asking.page.getByRole("button", { name: words("reveal.show"), exact: true }).click();
      await expect(asking.page.getByText(who.name, { exact: true })).toBeVisible();
      await asking.page.getByRole("button", { name: words("reveal.hide"), exact: true }).click();
      await expect(
        asking.page.getByRole("button", { name: words("reveal.request"), exact: true }),
      ).toBeVisible();
    });
    await asking.close();
    await deciding.close();
  });
}

async function aCase(browser: Browser): Promise<string> {
  const { command, close } = await atTheDesk(browser, "admin", "en");
  const opened = { title: "For two people", titleAr: "لشخصين", summary: "invented", kind: "training" };
  const { body } = await command("case.open", opened);
  await close();
  return (body["result"] as { id: string }).id;
}

async function isAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).include("main").withTags(tags).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}
