/**
 * What somebody might read next is not what they read: neither a page that is asked for ahead nor a list with its links leaves a
 * reading in the log, and a record that is opened does. Which questions leave one stands in lib/registry-events.db.test.ts.
 */
import { expect, test } from "@playwright/test";
import { queries } from "#lib/registry.ts";
import { trainingCase } from "../fixtures/case-work.ts";
import { openDatabase } from "../fixtures/database.ts";
import { atTheDesk, type Desk } from "../fixtures/desk.ts";
import { addressOf, deskOf, NOT_AT_A_DESK, ROUTES } from "../fixtures/routes.ts";

const TRACED = queries.filter(({ traceOf }) => traceOf !== undefined).map(({ name }) => name);

/** What the router asks with for what may be opened next (next-router-prefetch), and how a browser marks what it fetches so. */
const AHEAD: readonly Readonly<Record<string, string>>[] = [
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-router-prefetch": "2" },
  { "sec-purpose": "prefetch" },
];

/** Whose desks have pages that show what is on record as read. */
const READERS = ["investigator", "protection", "reviewer", "legal", "auditor"];

/** Lists whose links lead to such pages. */
const LISTS = ["testimonies", "witnesses", "victim-lists", "findings", "contradictions", "appeals"];

/** The log of the demonstration, as its own machine sees it. */
function theLog() {
  const database = openDatabase(process.env["ATTEST_E2E_DATA"] ?? "", { readonly: true });
  const newest = database.prepare("select coalesce(max(seq), 0) from audit_events").pluck();
  const since = database.prepare("select act from audit_events where seq > ?").pluck();
  return {
    newest: () => Number(newest.get()),
    readSince: (seq: number) => since.all(seq).filter((act) => TRACED.includes(String(act))),
    close: () => database.close(),
  };
}

/** The pages of a desk, with records of the training case. */
async function pagesOf(desk: Desk): Promise<string[]> {
  const caseId = desk.account === "auditor" ? "" : await trainingCase(desk);
  const routes = ROUTES.filter((one) => !(one in NOT_AT_A_DESK) && deskOf(one) === desk.account);
  const found: string[] = [];
  for (const route of routes) {
    const path = await addressOf(desk, route, caseId);
    if (path !== null) found.push(path);
  }
  return found;
}

for (const account of READERS)
  test(`no page that is asked for ahead is on record as read (${account})`, async ({ browser }) => {
    const desk = await atTheDesk(browser, account, "en");
    const pages = await pagesOf(desk);
    const log = theLog();
    const read: string[] = [];
    for (const path of pages)
      for (const headers of AHEAD) {
        const before = log.newest();
        await desk.page.request.get(path, { headers, maxRedirects: 0 });
        const acts = log.readSince(before);
        if (acts.length > 0) read.push(`${path} ${JSON.stringify(headers)}: ${acts.join(", ")}`);
      }
    expect(read).toEqual([]);

    // The same pages, opened: without these the list above would prove nothing.
    const before = log.newest();
    for (const path of pages) await desk.page.request.get(path, { maxRedirects: 0 });
    expect(log.readSince(before).length).toBeGreaterThan(0);
    log.close();
    await desk.close();
  });

test("no list is on record as read, whatever link is pointed at", async ({ browser }) => {
  const desk = await atTheDesk(browser, "investigator", "en");
  const { page } = desk;
  const caseId = await trainingCase(desk);
  const log = theLog();
  const before = log.newest();
  for (const list of LISTS) {
    await page.goto(`/cases/${caseId}/${list}`);
    const links = page.getByRole("main").getByRole("link");
    for (const link of (await links.all()).slice(0, 12)) if (await link.isVisible()) await link.hover();
    await page.waitForLoadState("networkidle");
  }
  expect(log.readSince(before)).toEqual([]);

  await page.goto((await addressOf(desk, "/cases/[caseId]/testimonies/[testimonyId]", caseId)) ?? "");
  expect(log.readSince(before)).toContain("testimony.read");
  log.close();
  await desk.close();
});
