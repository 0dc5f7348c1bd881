import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { caseOfKind } from "../fixtures/case-work.ts";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { inTurn } from "../fixtures/lane.ts";

const headers = async (page: Page) =>
  (await page.locator("thead th:visible").allInnerTexts()).filter((text) => text.trim() !== "");
const pressed = (desk: Desk, name: string) =>
  desk.page.getByRole("button", { name, exact: true }).first().click();

for (const locale of ["en", "ar"] as const) {
  test(`a list looks as its reader left it, and is kept as a view that colleagues open (${locale})${inTurn(locale, "ar")}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const desk = await atTheDesk(browser, "investigator", locale);
    const { page, t } = desk;
    const list = `/cases/${await caseOfKind(desk, "training")}/testimonies`;
    await page.request.delete("/api/preferences/list.testimonies");
    await page.goto(list);
    const usual = await headers(page);
    const [title = "", code = "", origin = "", taken = "", stage = "", ...others] = usual;

    await pressed(desk, t("ui", "table.columns"));
    await page.getByRole("checkbox", { name: origin, exact: true }).uncheck();
    const saved = page.waitForResponse((answer) =>
      answer.url().endsWith("/api/preferences/list.testimonies"),
    );
    await page.getByRole("button", { name: t("ui", "columns.back", { column: stage }) }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const place = t("ui", "columns.place", { column: stage, place: "3", total: "/" });
    await expect(page.getByText(place.split("/")[0] ?? "")).toBeVisible();
    expect((await saved).status()).toBe(200);
    const mine = [title, code, stage, taken, ...others];
    expect(await headers(page)).toEqual(mine);

    await page.reload();
    expect(await headers(page)).toEqual(mine);
    const edge = page.getByRole("separator", { name: t("ui", "columns.width", { column: title }) });
    await edge.focus();
    await expect(edge).not.toHaveAttribute("aria-valuenow", "48"); // measured when it has the focus
    const width = Number(await edge.getAttribute("aria-valuenow"));
    const widened = page.waitForResponse((answer) =>
      answer.url().endsWith("/api/preferences/list.testimonies"),
    );
    await page.keyboard.press(locale === "ar" ? "ArrowLeft" : "ArrowRight");
    await expect(edge).toHaveAttribute("aria-valuenow", String(width + 16));
    await widened;
    const elsewhere = await atTheDesk(browser, "investigator", locale);
    await elsewhere.page.goto(list);
    expect(await headers(elsewhere.page)).toEqual(mine);
    const there = elsewhere.page.locator("th", { hasText: title }).first();
    expect((await there.boundingBox())?.width).toBeCloseTo(width + 16, 0);
    await elsewhere.close();

    const name = `${locale} ${Date.now()}`;
    await page.goto(`${list}?stage=accepted`);
    await pressed(desk, t("ui", "views.title"));
    await page.getByRole("menuitem", { name: t("ui", "views.save") }).click();
    await page.getByLabel(t("ui", "views.name")).fill(name);
    await page.getByLabel(t("ui", "views.everybody")).check();
    await page.getByLabel(t("ui", "views.withColumns")).check();
    await pressed(desk, t("ui", "views.submit.save"));
    await expect(page).toHaveURL(/stage=accepted.*columns=title\.code\.stage.*view=sv_/);

    const colleague = await atTheDesk(browser, "reviewer", locale);
    await colleague.page.goto(list);
    await pressed(colleague, colleague.t("ui", "views.title"));
    await expect(colleague.page.getByText(t("ui", "views.shared"), { exact: true })).toBeVisible();
    const { violations } = await new AxeBuilder({ page: colleague.page })
      .withTags(["wcag2a", "wcag2aa"])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await colleague.page.getByRole("menuitem", { name }).click();
    await expect(colleague.page.getByText(t("ui", "views.open"))).toContainText(name);
    expect(await headers(colleague.page)).toEqual(mine);
    await colleague.close();

    await page.goto(page.url().replace("stage=accepted", "stage=draft"));
    await expect(page.locator("strong", { hasText: t("ui", "views.changed") })).toBeVisible();
    await pressed(desk, t("ui", "views.title"));
    await page.getByRole("menuitem", { name: t("ui", "views.retract") }).click();
    await pressed(desk, t("ui", "views.submit.retract"));
    await expect(page.getByText(t("ui", "views.retracted"))).toBeVisible();

    const old = {
      caseId: list.split("/")[2],
      list: "testimonies",
      name: `old ${name}`,
      address: "stage=sealed&tag=tg_1&columns=title.weight",
      sharing: "personal",
    };
    expect((await desk.command("view.record", old)).status).toBe(200);
    await page.goto(list);
    await pressed(desk, t("ui", "views.title"));
    await page.getByRole("menuitem", { name: old.name }).click();
    await expect(page.getByText(t("ui", "views.lost.value", { filter: stage }))).toBeVisible();
    await expect(page.getByText(t("ui", "views.lost.columns", { count: 1 }))).toBeVisible();

    await page.goto(list);
    await pressed(desk, t("ui", "table.columns"));
    await pressed(desk, t("ui", "columns.usual"));
    await expect.poll(() => headers(page)).toEqual(usual);
    await desk.close();
  });
}
