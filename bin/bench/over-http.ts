/** The lines that are measured over HTTP: the built product with a signed-in session against the floor behind node:http. */
import { DEEP } from "./in-process.ts";
import { FILTER, type FloorInput, type FloorQuestion } from "./floor.ts";
import type { Dataset } from "./generate.ts";
import { compare, type Effort } from "./measure.ts";
import { type Figure, type Line, RATIO_MAX } from "./report.ts";
import type { Served } from "./served.ts";
import { COMMON, RARE } from "./words.ts";

const GROUP = "over HTTP";
const JS_KB_MAX = 300;
const BYTES_IN_KB = 1_000;
const STEP = 100;

/** Asks each question of both servers in turn. @param deep the key of the row after which the far page begins */
export async function httpLines(
  served: Served,
  dataset: Dataset,
  deep: FloorInput,
  effort: Effort,
): Promise<Line[]> {
  const { mainCase: caseId, some, incidentOfFew, incidentOfMany } = dataset;
  const [stage, kind] = FILTER;
  const page = { size: 50 };
  const after = await cursorAfter(served, caseId, Math.min(DEEP, Math.floor(dataset.size / 2)));
  let turn = 0;
  const next = () => some[turn++ % some.length] ?? "";
  const list = (more: object) => served.ask("testimony.list", { caseId, page, ...more });
  const links = async (recordId: string) => {
    await served.ask("incident.read", { incidentId: recordId });
    return served.ask("link.listOf", { recordId, page });
  };
  const floor = (question: FloorQuestion, input: FloorInput) => served.floor(question, input);
  /** Two questions, as of the product. */
  const floorLinks = async (input: FloorInput) => {
    await floor("incident", input);
    return floor("links", input);
  };
  const search = (text: string): [string, () => unknown, () => unknown] => [
    `search: ${text}`,
    () => served.ask("search.find", { text }),
    () => floor("search", { id: text }),
  ];
  const pairs: [string, () => unknown, () => unknown][] = [
    ["list, newest first", () => list({}), () => floor("list", {})],
    ["list by stage and kind", () => list({ stage, kind }), () => floor("listFiltered", {})],
    [`page after row ${DEEP}`, () => list({ page: { ...page, after } }), () => floor("listAfter", deep)],
    [
      "open a testimony, with its trace",
      () => served.ask("testimony.read", { testimonyId: next() }),
      () => floor("open", { id: next() }),
    ],
    ["incident with 50 links", () => links(incidentOfFew.id), () => floorLinks(incidentOfFew)],
    ["incident with 5,000 links", () => links(incidentOfMany.id), () => floorLinks(incidentOfMany)],
    ...[RARE.en, RARE.ar, COMMON.en, COMMON.ar].map(search),
  ];
  const lines: Line[] = [];
  for (const [name, product, raw] of pairs) {
    const [measured, below] = await compare(
      [
        { name, run: product },
        { name: "floor", run: raw },
      ],
      effort,
    );
    if (measured && below) lines.push({ group: GROUP, name, measured, floor: below, ratioMax: RATIO_MAX });
  }
  return lines;
}

/** The cursor of the product for the page after so many rows, found as a person would: page by page. */
async function cursorAfter(served: Served, caseId: string, rows: number): Promise<string | undefined> {
  let after: string | undefined;
  for (let seen = 0; seen < rows; seen += STEP) {
    const answer = (await served.ask("testimony.list", { caseId, page: { size: STEP, after } })) as {
      next: string | null;
    };
    if (answer.next === null) break;
    after = answer.next;
  }
  return after;
}

/** How long whole pages take, and how many bytes of JavaScript each brings at first. */
export async function pageFigures(served: Served, dataset: Dataset, effort: Effort): Promise<Figure[]> {
  const inCase = `/cases/${dataset.mainCase}`;
  const pages: Record<string, string> = {
    "sign-in": "/sign-in",
    desk: "/cases",
    "a case": inCase,
    testimonies: `${inCase}/testimonies`,
    "new testimony": `${inCase}/testimonies/new`,
    "a testimony": `${inCase}/testimonies/${dataset.some[0] ?? ""}`,
    incidents: `${inCase}/incidents`,
    "incident with 5,000 links": `${inCase}/incidents/${dataset.incidentOfMany.id}`,
    review: `${inCase}/review`,
    findings: `${inCase}/findings`,
    timeline: `${inCase}/timeline`,
    map: `${inCase}/map`,
  };
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const group = "page";
    const [timing] = await compare([{ name, run: () => served.page(path) }], effort);
    if (timing) figures.push({ group, name: `${name}: HTML`, value: timing.medianMs, unit: "ms" });
    const kb = (await firstLoadBytes(served, path)) / BYTES_IN_KB;
    figures.push({
      group,
      name: `${name}: first-load JavaScript, gzipped`,
      value: kb,
      unit: "kB",
      max: JS_KB_MAX,
    });
  }
  return figures;
}

/**
 * All scripts that the page's HTML names; what it loads later, when needed, is not counted, nor what is marked `nomodule`,
 * which no browser fetches that knows modules (WHATWG HTML §4.12.1).
 */
async function firstLoadBytes(served: Served, path: string): Promise<number> {
  const html = await served.page(path);
  const tags = [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/\snomodule\b/i.test(tag),
  );
  const scripts = new Set(tags.map(([, src]) => src ?? ""));
  let sum = 0;
  for (const src of scripts) sum += await served.bytes(src);
  return sum;
}
