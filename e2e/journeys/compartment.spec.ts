import { expect, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";

test("a witness put into a compartment is gone from an open browser, until two people clear its person", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const desk = await atTheDesk(browser, "investigator", "ar");
  const caseId = await trainingCase(desk);
  const { body } = await desk.command("witness.record", {
    caseId,
    ageBand: "child",
    sex: "female",
    note: null,
    protectionNote: null,
  });
  const { id, code } = body["result"] as { id: string; code: string };
  const reviewer = await atTheDesk(browser, "reviewer", "en");
  const home = `/cases/${caseId}/witnesses/${id}`;
  await reviewer.page.goto(home);
  await expect(reviewer.page.getByRole("heading", { level: 1 })).toContainText(code);

  // Whoever works with the record puts it there from its own page, in a dialog that asks why.
  const { page, t } = desk;
  const name = t("compartments", "name.children");
  await page.goto(home);
  await page.getByRole("link", { name: t("compartments", "sight.link") }).click();
  await page.getByRole("button", { name: t("compartments", "sight.place", { name }), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("تحتاج إلى حماية");
  await dialog.getByRole("button", { name: t("compartments", "sight.place", { name }), exact: true }).click();
  await page.waitForURL(`**/cases/${caseId}`);

  // To who is not cleared it does not exist: at the next request of a page that is open, and to whoever put it there.
  for (const one of [reviewer, desk]) {
    expect((await one.page.goto(home))?.status()).toBe(404);
    expect((await one.ask("witness.read", { witnessId: id })).status).toBe(404);
  }

  const admin = await atTheDesk(browser, "admin", "en");
  await admin.page.goto(`/admin/register/${caseId}`);
  const form = admin.page.locator("#clear form");
  const submit = form.getByRole("button");
  // What is chosen before the page has woken up is chosen again.
  await expect(async () => {
    const [who, what] = [form.getByRole("combobox").first(), form.getByRole("combobox").nth(1)];
    await who.selectOption({ label: "Demo reviewer one (reviewer)" });
    await what.selectOption({ label: admin.t("compartments", "name.children") });
    await expect(submit).toBeEnabled({ timeout: 500 });
  }).toPass();
  await form.getByLabel(admin.t("compartments", "clearances.why")).fill("Trained to work with children");
  await submit.click();
  const asked = admin.page.locator("#clearances");
  await expect(asked.getByText(admin.t("compartments", "clearances.waits"))).toBeVisible();
  await expect(
    asked.getByRole("button", { name: admin.t("compartments", "clearances.approve") }),
  ).toHaveCount(0);
  expect((await reviewer.page.goto(home))?.status()).toBe(404);

  const officer = await atTheDesk(browser, "protection", "en");
  await officer.page.goto(`/cases/${caseId}/members`);
  await officer.page
    .locator("#clearances")
    .getByRole("button", { name: officer.t("compartments", "clearances.approve") })
    .click();
  await officer.page
    .getByRole("dialog")
    .getByRole("button", { name: officer.t("compartments", "clearances.approve") })
    .click();
  await expect(
    officer.page
      .locator("#clearances")
      .getByText(officer.t("compartments", "clearances.live"), { exact: true }),
  ).toBeVisible();

  expect((await reviewer.page.goto(home))?.status()).toBe(200);
  await expect(
    reviewer.page.getByText(reviewer.t("compartments", "name.children"), { exact: true }),
  ).toBeVisible();
  await reviewer.page.getByRole("link", { name: reviewer.t("compartments", "sight.link") }).click();
  const people = reviewer.page.getByRole("table").getByRole("row");
  await expect(people).toHaveCount(2);
  await expect(people.last()).toContainText("Demo reviewer one");
});
