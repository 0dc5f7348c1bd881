import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { atTheDesk } from "../fixtures/desk.ts";
import { trainingCase } from "../fixtures/case-work.ts";

const LISTS = [
  "",
  "/testimonies",
  "/testimonies/new",
  "/witnesses",
  "/victims",
  "/incidents",
  "/actors",
  "/places",
  "/sources",
  "/figures",
  "/media",
  "/proceedings",
  "/allegations",
  "/findings",
  "/members",
];

for (const locale of ["en", "ar"] as const) {
  test(`every list of a case opens, and axe finds nothing serious (${locale})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const desk = await atTheDesk(browser, "investigator", locale);
    const caseId = await trainingCase(desk);
    for (const path of LISTS) {
      const answer = await desk.page.goto(`/cases/${caseId}${path}`);
      expect(answer?.status(), path).toBe(200);
      await expect(desk.page.getByRole("heading", { level: 1 }), path).toBeVisible();
      expect(await desk.page.locator("body").innerText(), path).not.toContain("⟦");
      const { violations } = await new AxeBuilder({ page: desk.page })
        .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
        .analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(
        serious.map(({ id, nodes }) => [id, nodes[0]?.html]),
        path,
      ).toEqual([]);
    }
    await desk.close();
  });
}
