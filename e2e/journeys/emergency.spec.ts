import { expect, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { inTurn } from "../fixtures/lane.ts";

const lane = (locale: "en" | "ar") => inTurn(locale, "en");

test.describe.configure({ mode: "serial" });

for (const locale of ["en", "ar"] as const)
  test(`whoever is on call opens a case in an emergency, reads, and is reviewed (${locale})${lane(locale)}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const colleague = await atTheDesk(browser, "investigator", "en");
    const caseId = await trainingCase(colleague);
    const { body } = await colleague.ask("testimony.list", { caseId, page: { size: 1 } });
    const { id, code } = (body as { rows: { id: string; code: string }[] }).rows[0] ?? { id: "", code: "" };
    const home = `/cases/${caseId}/testimonies/${id}`;

    const { page, t, ask, command } = await atTheDesk(browser, "oncall", locale);
    expect((await page.goto(home))?.status()).toBe(404);
    await page.goto("/cases");
    await page.getByRole("link", { name: t("desk", "nav.emergency"), exact: true }).click();
    const form = page.locator("#open form");
    const submit = form.getByRole("button");
    // What is chosen before the page has woken up is chosen again.
    await expect(async () => {
      await form.getByRole("combobox").first().selectOption(caseId);
      await form.getByRole("combobox").nth(1).selectOption("15");
      await expect(submit).toBeEnabled({ timeout: 500 });
    }).toPass();
    await form.getByRole("textbox").fill("A witness called: somebody stands before the house.");
    await submit.click();
    await page.waitForURL(`**/cases/${caseId}`);
    await expect(page.getByText(t("emergencies", "now.title"))).toBeVisible();

    // Reads, with nothing to write, print or fetch; over the doors neither.
    expect((await page.goto(home))?.status()).toBe(200);
    await expect(page.getByRole("main").getByText(code).first()).toBeVisible();
    await expect(page.getByRole("link", { name: t("testimonies", "print.action") })).toHaveCount(0);
    expect((await page.goto(`${home}/print`))?.status()).toBe(404);
    const comment = { recordId: id, body: "no", visibility: "team", mentions: [], replyToId: null };
    expect((await command("comment.write", comment)).status).toBe(404);
    expect((await ask("export.list", { caseId, page: {} })).status).toBe(403);
    expect((await command("export.start", { caseId })).status).not.toBe(200);

    await page.goto(home);
    const end = page.getByRole("button", { name: t("emergencies", "now.end") });
    const dialog = page.getByRole("dialog");
    await expect(async () => {
      await end.click();
      await expect(dialog).toBeVisible({ timeout: 500 });
    }).toPass();
    await dialog.getByRole("button", { name: t("emergencies", "now.end") }).click();
    await page.waitForURL("**/emergency");
    expect((await page.goto(home))?.status()).toBe(404);

    // Somebody who watches over the case was told, sees what was looked at, and says what they found.
    const officer = await atTheDesk(browser, "protection", locale);
    await officer.page.goto("/notices");
    const told = t("teamwork", "notice.kind.emergency_opened", { by: "#" }).split("#").at(-1)?.trim() ?? "";
    await officer.page.getByRole("link", { name: told }).first().click();
    await officer.page.waitForURL("**/emergencies/ea_*");
    await expect(officer.page.locator("#looks").getByText(code).first()).toBeVisible();
    const review = officer.page.locator("#review form");
    const record = review.getByRole("button");
    await expect(async () => {
      await review.getByRole("combobox").selectOption("justified");
      await expect(record).toBeEnabled({ timeout: 500 });
    }).toPass();
    await review.getByRole("textbox").fill("The call is on record.");
    await record.click();
    await expect(
      officer.page.locator("#facts").getByText(t("emergencies", "verdict.justified")),
    ).toBeVisible();
    await page.goto("/emergency");
    await expect(page.locator("#own").getByText("The call is on record.").first()).toBeVisible();
  });
