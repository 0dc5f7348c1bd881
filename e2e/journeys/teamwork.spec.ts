import { expect, test } from "@playwright/test";
import { trainingCase } from "../fixtures/case-work.ts";
import { atTheDesk } from "../fixtures/desk.ts";
import { aDraft } from "../fixtures/draft.ts";
import { pick } from "../fixtures/form.ts";
import { inTurn } from "../fixtures/lane.ts";

const COLLEAGUE = "Demo reviewer two";
const SAID = "Were there one or two engines?";
const ANSWER = "Two, she says so in the fourth line.";

for (const locale of ["en", "ar"] as const) {
  test(`a colleague is given a record and called, finds the comment, answers, and has read all (${locale})${inTurn(locale, "en")}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const [one, other] = await Promise.all([
      atTheDesk(browser, "investigator", locale),
      atTheDesk(browser, "reviewer2", locale),
    ]);
    const { page, t } = one;
    const word = (key: string, values?: Record<string, string>) => t("teamwork", key, values);
    const caseId = await trainingCase(one);
    const { id } = await aDraft(one, caseId);

    await page.goto(`/cases/${caseId}/testimonies/${id}`);
    await page
      .locator("#assignment")
      .getByRole("button", { name: word("assignment.assign") })
      .click();
    const dialog = page.getByRole("dialog", { name: word("assignment.assign") });
    await pick(page, dialog, word("assignment.fields.assigneeId.label"), "reviewer2");
    await dialog.getByRole("button", { name: word("assignment.assign"), exact: true }).click();
    await expect(page.locator("#assignment").getByText(COLLEAGUE)).toBeVisible();

    // Typed with the keyboard alone: the name is offered, Enter takes it, a reload loses nothing, Ctrl+Enter sends.
    const box = page.getByRole("textbox", { name: word("comment.label") });
    await box.click();
    await page.keyboard.type("@Demo reviewer t");
    // Narrowed to what was typed: Enter takes the first of those offered.
    await expect(page.getByRole("option").first()).toContainText(COLLEAGUE);
    await page.keyboard.press("Enter");
    await expect(box).toHaveValue(`@${COLLEAGUE} `);
    await page.keyboard.type(SAID);
    await expect(page.getByText(t("ui", "form.draft.saved", { time: "" }).trim())).toBeVisible();
    await page.reload();
    await expect(box).toHaveValue(`@${COLLEAGUE} ${SAID}`);
    await box.press("Control+Enter");
    await expect(page.locator("#comments ol").getByText(SAID)).toBeVisible();

    const theirs = other.page;
    await theirs.reload();
    const bell = theirs.locator('header a[href="/notices"]');
    await expect(bell).toHaveAccessibleName(/\d/);
    await bell.click();
    await theirs
      .getByRole("link", { name: word("notice.kind.mentioned", { by: "\u2068Demo investigator one\u2069" }) })
      .first()
      .click();
    await theirs.waitForURL(/#co_/);
    const comment = theirs.locator("#comments li").filter({ hasText: SAID });
    await expect(comment).toBeFocused();
    await comment.getByRole("button", { name: word("comment.reply"), exact: true }).click();
    await theirs.getByRole("textbox", { name: word("comment.replyLabel") }).fill(ANSWER);
    await theirs.keyboard.press("Control+Enter");
    await expect(theirs.locator("#comments ol").getByText(ANSWER)).toBeVisible();

    // Opening the record has read what was told of it; what is left is read at once.
    await bell.click();
    const all = theirs.getByRole("button", { name: word("notice.readAll") });
    await expect(theirs.getByRole("heading", { level: 1, name: word("notice.title") })).toBeVisible();
    await expect(theirs.locator("main ol > li").first()).not.toHaveAttribute("data-unread");
    if (await all.isVisible()) await all.click();
    await expect(bell).toHaveAccessibleName(word("notice.bellNone"));

    await page.goto("/notices");
    await expect(
      page
        .getByRole("link", { name: word("notice.kind.commented", { by: `\u2068${COLLEAGUE}\u2069` }) })
        .first(),
    ).toBeVisible();
    await Promise.all([one.close(), other.close()]);
  });
}
