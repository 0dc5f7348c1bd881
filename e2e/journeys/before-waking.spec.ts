import { expect, test } from "@playwright/test";
import { atTheDesk } from "../fixtures/desk.ts";
import { choose } from "../fixtures/form.ts";

test("what is chosen before the page has woken up is what is sent", async ({ browser }) => {
  const { page, t, command, close } = await atTheDesk(browser, "admin", "en");
  const name = `early-${crypto.randomUUID().slice(0, 8)}`;
  expect((await command("account.invite", { name, displayName: "Early riser" })).status).toBe(200);
  const opened = { title: "For early risers", titleAr: "للمبكرين", summary: "invented", kind: "training" };
  const { body } = await command("case.open", opened);
  const { id } = body["result"] as { id: string };

  // The page is there, and what wakes it up is still on its way.
  const { promise: morning, resolve: wake } = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await morning;
    await route.continue();
  });
  await page.goto(`/admin/register/${id}`, { waitUntil: "commit" });
  const form = page.locator("#admit");
  const role = form.getByLabel(t("cases", "members.chooseRole"));
  await role.selectOption("legal_officer");
  wake();
  await choose(page, form, t("cases", "members.chooseAccount"), name);
  await expect(role).toHaveValue("legal_officer");
  await form.getByRole("button", { name: t("cases", "members.admit") }).click();
  const row = page
    .getByRole("table", { name: t("cases", "members.title"), exact: true })
    .getByRole("row", { name });
  await expect(row.getByText(t("access", "role.legal_officer"))).toBeVisible();
  await close();
});
