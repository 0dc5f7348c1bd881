/** A list of testimonies page by page, through the statements that are kept for it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { aSubmittedTestimony, aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { listTestimonies } from "./queries/list-testimonies.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  // Three of one day, so that a page ends between rows of one date.
  for (const takenEdtf of ["2031-02-18", "2031-02-18", "2031-02-18", "2031-01-05"])
    await aTestimony(world, { takenEdtf });
  for (const takenEdtf of ["2031-02-18", "2031-03-01", "2030"])
    await aSubmittedTestimony(world, { takenEdtf });
});
afterAll(() => world.close());

type Asked = { direction: "asc" | "desc"; stage?: "draft" | "submitted" };
const list = (asked: Asked, page: { size: number; after?: string; before?: string }) =>
  world.ask("investigator", listTestimonies, { caseId: world.caseId, ...asked, page });

it.each<Asked>([
  { direction: "desc" },
  { direction: "asc" },
  { direction: "desc", stage: "submitted" },
  { direction: "asc", stage: "draft" },
])("shows each row once, there and back: %j", async (asked) => {
  const whole = await list(asked, { size: 50 });
  const ids = whole.rows.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(2);
  expect(whole.total).toBe(ids.length);
  const sorts = whole.rows.map(({ takenSort }) => takenSort);
  expect(sorts).toEqual(asked.direction === "asc" ? sorts.toSorted() : sorts.toSorted().toReversed());

  let page = await list(asked, { size: 2 });
  const there = page.rows.map(({ id }) => id);
  while (page.next !== null) {
    page = await list(asked, { size: 2, after: page.next });
    there.push(...page.rows.map(({ id }) => id));
    expect(page.total).toBe(ids.length);
  }
  expect(there).toEqual(ids);

  const back = page.rows.map(({ id }) => id);
  while (page.previous !== null) {
    page = await list(asked, { size: 2, before: page.previous });
    back.unshift(...page.rows.map(({ id }) => id));
  }
  expect(back).toEqual(ids);
});

it("shows nobody else's case through a statement that another person's question has built", async () => {
  const mine = await list({ direction: "desc" }, { size: 50 });
  expect(mine.rows).not.toEqual([]);
  await expect(
    world.ask("stranger", listTestimonies, { caseId: world.caseId, page: { size: 50 } }),
  ).rejects.toThrow();
});
