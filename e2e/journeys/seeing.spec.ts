import { expect, type Page, test } from "@playwright/test";
import { answerTheInterview, caseOfKind, trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { answer, choose, pick } from "../fixtures/form.ts";
import { type Keys, onlyKeys } from "../fixtures/hands.ts";
import { aNewcomer } from "../fixtures/newcomer.ts";

test("a record is seen on the timeline, on the map and among its neighbours by keys alone, each with an equal table", async ({
  browser,
}) => {
  const desk = await atTheDesk(browser, "investigator", "ar");
  const { page } = desk;
  const t = (key: string) => desk.t("analysis", key);
  const caseId = await caseOfKind(desk, "live"); // the training case has no places with a point
  const { id, title, code } = await aSeenIncident(desk, caseId);
  const home = `/cases/${caseId}/incidents/${id}`;
  const keys = await onlyKeys(page);
  const toRecord = async () => {
    await page.goto(home);
    await keys.tabTo("link", desk.t("ui", "shell.skip"));
    await keys.press("Enter");
  };
  const marks = page.locator("[data-mark]");

  await test.step("the timeline", async () => {
    await toRecord();
    await keys.tabTo("link", t("marked.onTimeline"));
    await keys.press("Enter");
    await page.waitForURL(`**/timeline?record=${id}`);
    const marked = page.locator('[data-mark][aria-current="true"]');
    await expect(marked).toBeInViewport();
    await keys.tabTo("link", `${title}, `);
    await expect(marked).toBeFocused();
    await keys.press("0");
    await page.waitForURL(/shown_from=/);
    await expect(marked).toBeFocused();
    await keys.press("ArrowDown");
    await expect(marked).not.toBeFocused();
    await expect(page.locator("[data-mark]:focus")).toHaveCount(1);
    const drawn = await marks.count();
    await equalTable(page, keys, t("view.table"), drawn);
    await expect(page.getByRole("row").filter({ hasText: code })).toContainText(t("marked.label"));
  });

  await test.step("the map", async () => {
    await toRecord();
    await keys.tabTo("link", t("marked.onMap"));
    await keys.press("Enter");
    await page.waitForURL(`**/map?record=${id}`);
    // A mark is a link to its place; near places share one, which is a button that looks closer.
    const named = { name: `${t("marked.label")}: ` };
    const shared = page.getByRole("button", named);
    await expect(shared.or(page.getByRole("link", named)).first()).toBeVisible();
    await keys.tabTo((await shared.count()) > 0 ? "button" : "link", named.name);
    const ground = page.locator("main svg[viewBox]").filter({ has: page.locator("circle") });
    const shown = await ground.getAttribute("viewBox");
    await keys.press("0");
    await expect(ground).not.toHaveAttribute("viewBox", shown ?? "");
    await equalTable(page, keys, t("view.table"), await ground.locator("circle").count());
    await expect(page.getByRole("row").filter({ hasText: t("marked.label") })).not.toHaveCount(0);
  });

  await test.step("its neighbours", async () => {
    await toRecord();
    await keys.tabTo("link", t("graph.name"));
    await keys.press("Enter");
    await page.waitForURL(`**/links/${id}/graph`);
    await keys.tabTo("link", title);
    await keys.press("ArrowLeft"); // the columns run from right to left here
    await expect(page.locator('[data-step="1"]:focus')).toHaveCount(1);
    await keys.press("Enter");
    await page.waitForURL((url) => !url.pathname.includes(id) && url.pathname.endsWith("/graph"));
    await expect(page.locator(`[data-node="${id}"][data-step="1"]`)).toBeVisible();
    await equalTable(page, keys, t("view.table"), (await page.locator("[data-node]").count()) - 1);
  });

  expect(await keys.pointers()).toBe(0);
  await desk.close();
});

test("the guide leads a new investigator through the training case to its end", async ({ browser }) => {
  const helper = await atTheDesk(browser, "investigator", "en");
  const caseId = await trainingCase(helper);
  await helper.close();
  const desk = await atTheDesk(browser, await aNewcomer(browser, caseId, "investigator"), "en");
  const { page, t } = desk;
  const words = (key: string) => t("testimonies", key);
  const guide = (key: string) => t("guide", key);
  const go = (step: string) =>
    page.getByRole("link", { name: `${guide("go")}: ${guide(`step.${step}.title`)}` }).first();

  await test.step("the desk says what comes first", async () => {
    await go("log").click();
    await page.waitForURL(`**/cases/${caseId}/testimonies/new`);
    await choose(page, page, words("fields.witnessId.label"), t("ui", "form.reference.createNew"));
    await page
      .getByRole("textbox", { name: words("fields.title.label"), exact: true })
      .fill("What the guide asked for");
    await answer(page, words("fields.voice.label"), t("codebook", "voice.witness.label"));
    await choose(page, page, words("fields.basis.label"), t("codebook", "basis.B2.label"));
    await choose(page, page, words("fields.originalLanguage.label"), t("codebook", "language.en.label"));
    await page
      .getByRole("textbox", { name: t("ui", "form.paragraphs.original", { number: 1 }) })
      .fill("I heard the trucks and went inside.");
    await answerTheInterview(desk);
    await pick(page, page, words("fields.incidentId.label"), "I-");
    await pick(page, page, words("fields.suspectId.label"), "A-");
    await choose(
      page,
      page,
      words("fields.suspectRole.label"),
      t("codebook", "testimonySuspectRole.named.label"),
    );
    await page.getByRole("button", { name: t("common", "save"), exact: true }).click();
    await page.waitForURL(/\/testimonies\/t_\w+$/);
  });

  await test.step("what is done is ticked, and the next step leads to the draft", async () => {
    await page.goto("/guide");
    await expect(page.getByRole("listitem").filter({ hasText: `(${guide("done")})` })).toHaveCount(3);
    await go("submit").click();
    await page.getByRole("table").getByRole("link", { name: "What the guide asked for" }).press("Enter");
    await page.getByRole("button", { name: words("submit.action"), exact: true }).click();
    await expect(page.getByText(words("stage.submitted.label"), { exact: true }).first()).toBeVisible();
  });

  await test.step("at its end it says so, and leaves the desk", async () => {
    await page.goto("/guide");
    await expect(page.getByRole("heading", { name: guide("allDone") })).toBeVisible();
    await page.goto("/cases");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("#guide")).toHaveCount(0);
  });
  await desk.close();
});

/** From a picture to the same as a table: as many rows as there was drawn. */
async function equalTable(page: Page, keys: Keys, name: string, drawn: number): Promise<void> {
  expect(drawn).toBeGreaterThan(1);
  await keys.tabTo("link", name, "Shift+Tab");
  await keys.press("Enter");
  await page.waitForURL(/as=table/);
  await expect(page.locator("tbody tr")).toHaveCount(drawn);
}

/** An incident with a date and a place on the map. */
async function aSeenIncident(desk: Desk, caseId: string) {
  const { rows } = (await desk.ask("incident.list", { caseId, page: {} })).body as {
    rows: { id: string; code: string; title: string; titleAr: string | null }[];
  };
  for (const { id, code, title, titleAr } of rows) {
    const { body } = await desk.ask("picture.list", { recordId: id });
    if (body["timeline"] && body["map"])
      return { id, code, title: desk.locale === "ar" && titleAr !== null ? titleAr : title };
  }
  throw new Error("no incident has a date and a place on the map");
}
