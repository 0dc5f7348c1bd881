import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { demoPort } from "../fixtures/demo-port.ts";
import { addressOf, deskOf, NOT_AT_A_DESK, ROUTES } from "../fixtures/routes.ts";
import { startServer } from "../fixtures/server.ts";
import { wordsOf } from "../fixtures/words.ts";
import { faultsOfFiles, faultsOfTrace, noteTyped } from "./after-run.ts";
import { canariesIn, canary } from "./canaries.ts";
import { idleReasons } from "./kept.ts";
import { keptByBrowser } from "./storage.ts";
import type { Typed } from "./typing.ts";

// A record of each step would hold every canary, and take longer than the steps.
test.use({ trace: "off" });

const own = `http://localhost:${demoPort}`;
const placesOf = (kept: Readonly<Record<string, string>>): string[] =>
  Object.keys(kept).filter((place) => canariesIn(Buffer.from(kept[place] ?? "")).length > 0);

test("a program that leaks in every way is found out in each, whatever the words are written in", async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "attest-leaky-"));
  const [trace, build] = [join(folder, "trace"), join(folder, "build")];
  mkdirSync(build);
  const env = { LEAKY_WORDS: canary(1), LEAKY_BUILD: build, ATTEST_TRACE: trace };
  const command = "node e2e/fixtures/leaky.mjs";
  const server = await startServer({ command, arguments: [], env });
  const context = await browser.newContext({ baseURL: server.baseURL });
  try {
    const page = await context.newPage();
    await page.goto("/");
    await page.getByText("kept").waitFor();
    // What was requested is noted a moment after it was answered.
    await expect
      .poll(async () => {
        const places = await keptByBrowser(page);
        return Object.keys(places).filter((place) => !placesOf(places).includes(place));
      })
      .toEqual([]);
    for (const path of ["/wrong", "/moved"]) await page.request.get(path, { maxRedirects: 0 });
    const log = new Database(join(server.dataFolder, "attest.sqlite"));
    log.exec("create table audit_events (body text, seq int)");
    log.prepare("insert into audit_events values (?, 1)").run(JSON.stringify({ reason: canary(2) }));
    log.close();
    noteTyped(trace);
    const inFiles = await faultsOfFiles({ dataFolder: server.dataFolder, build, trace, began: 0 });
    await server.stop();
    expect(inFiles).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^canaries .* in the data folder \(server\.log\)$/),
        expect.stringMatching(/^canaries .* in the build \(cache\/fetch-cache\/entry\)$/),
        expect.stringMatching(/^canary 0002 in audit_events\.body, where nobody types$/),
        expect.stringMatching(/^no canary in testimony_versions\.paragraphs/),
        expect.stringMatching(/^no canary in any attached file/),
      ]),
    );
    const traced = faultsOfTrace(trace).map((fault) => / in (.*) \(/.exec(fault)?.[1]);
    expect(new Set(traced)).toEqual(
      new Set([
        "standard output",
        "standard error",
        "an address",
        "an answer to what went wrong",
        "a temporary file",
      ]),
    );
  } finally {
    await context.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The ways in which a text may be written, of which each must be seen through. */
const WRITTEN: Readonly<Record<string, (words: string) => Buffer>> = {
  "as it was typed": (words) => Buffer.from(words),
  composed: (words) => Buffer.from(words.normalize("NFC")),
  decomposed: (words) => Buffer.from(words.normalize("NFD")),
  "with marks of direction in it": (words) => Buffer.from([...words].join("\u200f\u2068")),
  "in capitals": (words) => Buffer.from(words.toUpperCase()),
  "as JSON in ASCII": (words) => Buffer.from(inAscii(words, (code) => `\\u${code}`)),
  "as JSON within JSON": (words) => Buffer.from(JSON.stringify(inAscii(words, (code) => `\\u${code}`))),
  "as HTML in ASCII": (words) => Buffer.from(inAscii(words, (code) => `&#x${code};`)),
  "in an address": (words) => Buffer.from(encodeURIComponent(words)),
  "in an address within an address": (words) => Buffer.from(encodeURIComponent(encodeURIComponent(words))),
  "as UTF-16, little end first": (words) => Buffer.from(words, "utf16le"),
  "as UTF-16, big end first": (words) => Buffer.from(words, "utf16le").swap16(),
  "as base64": (words) => Buffer.from(Buffer.from(`a${words}`).toString("base64")),
  "as base64url of JSON": (words) => Buffer.from(Buffer.from(JSON.stringify([words])).toString("base64url")),
};

const inAscii = (words: string, escape: (code: string) => string): string =>
  words.replaceAll(/[^ -~]/g, (letter) => escape(letter.charCodeAt(0).toString(16).padStart(4, "0")));

test("a canary is seen in each script and in every way in which it may be written, and nothing else is one", () => {
  for (const number of [1, 2])
    for (const words of canary(number).split(" "))
      for (const [way, write] of Object.entries(WRITTEN))
        expect(canariesIn(Buffer.concat([Buffer.from("ab "), write(words)])), `${words} ${way}`).not.toEqual(
          [],
        );
  expect(canariesIn(Buffer.from("canary قناري q2Fuw6FyeQ== %D9%82%D9%86"))).toEqual([]);
  expect(canariesIn(Buffer.from(canary(17)))).toEqual(["0017"]);
});

test("nobody's words leave the fields they were typed into: by the page, the browser or the way back", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  expect(idleReasons()).toEqual([]);
  const { faults, caseId, cookies } = await typed();
  expect(faults).toEqual([]);
  const context = await browser.newContext({ baseURL: own });
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: own })));
  expect(await titlesOf(context, caseId)).toEqual([]);
  const page = await context.newPage();
  await writeEverywhere(page, caseId);
  expect(placesOf(await keptByBrowser(page))).toEqual([]);
  await page.goBack();
  expect(placesOf(await keptByBrowser(page))).toEqual([]);
  await context.close();
  // From here on the end of the run looks for them, and asks where each column's are (e2e/global-setup.ts).
  if (process.env["ATTEST_TRACE"]) noteTyped(process.env["ATTEST_TRACE"]);
});

/** In a process of its own, which loads half of the program as it is. */
async function typed(): Promise<Typed> {
  const { stdout } = await promisify(execFile)(process.execPath, ["e2e/leaks/typing.ts", own]);
  return JSON.parse(stdout) as Typed;
}

/** Asks for each page of the case, and for one that is not there. @returns pages with somebody's words in their title */
async function titlesOf({ request }: BrowserContext, caseId: string): Promise<string[]> {
  const ask = async (name: string, input: unknown) => {
    const answer = await request.post(`/api/v1/ask/${name}`, { data: { input } });
    return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> };
  };
  const routes = ROUTES.filter((route) => !(route in NOT_AT_A_DESK) && deskOf(route) === "investigator");
  const telling: string[] = [];
  let words = 0;
  for (const route of [...routes, "/cases/[caseId]/none"]) {
    const html = await (await request.get((await addressOf({ ask }, route, caseId)) ?? "/")).text();
    words += canariesIn(Buffer.from(html)).length;
    const titles = [...html.matchAll(/<title[^>]*>([^<]*)/g)].map(([, title = ""]) => title).join("\n");
    if (canariesIn(Buffer.from(titles)).length > 0) telling.push(route);
  }
  expect(words, "canaries in the pages, where they belong").toBeGreaterThan(100);
  return telling;
}

/** Fills a form, which keeps a draft of it, has it refused, and searches. */
async function writeEverywhere(page: Page, caseId: string): Promise<void> {
  const t = wordsOf("ar"); // the specimens have set it so for the investigator
  await page.goto(`/cases/${caseId}/testimonies`);
  await page.goto(`/cases/${caseId}/testimonies/new`);
  const saved = page.waitForResponse((answer) => answer.url().includes("/api/drafts/") && answer.ok());
  for (const field of await page.getByRole("main").getByRole("textbox").all()) await field.fill(canary(3));
  await saved;
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert").first()).toBeVisible();
  const box = page.getByRole("combobox", { name: t("search", "label") });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await box.fill(canary(4), { timeout: 3_000 });
  }).toPass();
}
