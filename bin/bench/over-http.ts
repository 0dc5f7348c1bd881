/**
 * The lines that are measured over HTTP: the built product with a signed-in session against the floor behind node:http,
 * and against itself over a smaller database.
 */
import { DEEP } from "./in-process.ts";
import { FIRST_LOAD_MAX, scriptsIn } from "./first-load.ts";
import { FILTER, type FloorInput, type FloorQuestion } from "./floor.ts";
import type { Dataset } from "./generate.ts";
import { compare, type Effort } from "./measure.ts";
import { type Figure, type Line, RATIO_MAX } from "./report.ts";
import type { Served } from "./served.ts";
import { COMMON, RARE } from "./words.ts";

const GROUP = "over HTTP";
const LINKS_RATIO_MAX = 2;
/** However many testimonies there are beside the ones that are asked for. */
const GROWTH_MAX = 1.5;
const BYTES_IN_KB = 1_000;
const STEP = 100;

/** One question: of the product and of the floor, and how many times the floor it may take. */
interface Asked {
  name: string;
  product: () => unknown;
  raw: () => unknown;
  ratioMax: number | null;
}

/** A generated database that is served, and the key of the row after which its far page begins. */
export interface Stand {
  served: Served;
  dataset: Dataset;
  deep: FloorInput;
}

const LINKS = { few: "incident with 50 links", many: "incident with 5,000 links" } as const;

async function questions({ served, dataset, deep }: Stand): Promise<Asked[]> {
  const { mainCase: caseId, some, incidentOfFew, incidentOfMany } = dataset;
  const [stage, kind] = FILTER;
  const page = { size: 50 };
  const after = await cursorAfter(served, caseId, Math.min(DEEP, Math.floor(dataset.size / 2)));
  let turn = 0;
  const next = () => some[turn++ % some.length] ?? "";
  const list = (more: object) => served.ask("testimony.list", { caseId, page, ...more });
  const floor = (question: FloorQuestion, input: FloorInput) => served.floor(question, input);
  const asked = (
    name: string,
    product: () => unknown,
    raw: () => unknown,
    ratioMax: number | null = RATIO_MAX,
  ): Asked => ({ name, product, raw, ratioMax });
  // Two questions, of the product as of the floor. Of these lines only the second against the first is asked something.
  const links = (name: string, record: { id: string }) =>
    asked(
      name,
      async () => {
        await served.ask("incident.read", { incidentId: record.id });
        return served.ask("link.listOf", { recordId: record.id, page });
      },
      async () => {
        await floor("incident", record);
        return floor("links", record);
      },
      null,
    );
  return [
    asked(
      "list, newest first",
      () => list({}),
      () => floor("list", {}),
    ),
    asked(
      "list by stage and kind",
      () => list({ stage, kind }),
      () => floor("listFiltered", {}),
    ),
    asked(
      `page after row ${DEEP.toLocaleString("en")}`,
      () => list({ page: { ...page, after } }),
      () => floor("listAfter", deep),
    ),
    asked(
      "open a testimony, with its trace",
      () => served.ask("testimony.read", { testimonyId: next() }),
      () => floor("open", { id: next() }),
    ),
    links(LINKS.few, incidentOfFew),
    links(LINKS.many, incidentOfMany),
    ...[RARE.en, RARE.ar, COMMON.en, COMMON.ar].map((text) =>
      asked(
        `search: ${text}`,
        () => served.ask("search.find", { text }),
        () => floor("search", { id: text }),
      ),
    ),
  ];
}

/** Asks each question of both servers in turn. */
export async function httpLines(stand: Stand, effort: Effort): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { name, product, raw, ratioMax } of await questions(stand)) {
    const [measured, floor] = await compare(
      [
        { name, run: product },
        { name: "floor", run: raw },
      ],
      effort,
    );
    if (measured && floor) lines.push({ group: GROUP, name, measured, floor, ratioMax });
  }
  return lines;
}

/** 5,000 links against 50. */
export function linksFigure(lines: readonly Line[]): Figure[] {
  const [few, many] = [LINKS.few, LINKS.many].map((wanted) => lines.find(({ name }) => name === wanted));
  if (!few || !many) return [];
  const value = many.measured.medianMs / few.measured.medianMs;
  return [{ group: GROUP, name: "5,000 links ÷ 50 links", value, unit: "×", max: LINKS_RATIO_MAX }];
}

/** The same questions of a large and of a small database, in turn: how an answer grows with what is there. */
export async function growthFigures(large: Stand, small: Stand, effort: Effort): Promise<Figure[]> {
  const [ofLarge, ofSmall] = [await questions(large), await questions(small)];
  const sizes = [large, small].map(({ dataset }) => dataset.size.toLocaleString("en")).join(" ÷ ");
  const figures: Figure[] = [];
  for (const { name, product } of ofLarge) {
    const other = ofSmall.find((one) => one.name === name);
    if (!other) continue;
    const [much, little] = await compare(
      [
        { name, run: product },
        { name, run: other.product },
      ],
      effort,
    );
    if (!much || !little) continue;
    const value = much.medianMs / little.medianMs;
    figures.push({ group: GROUP, name: `${name}: ${sizes}`, value, unit: "×", max: GROWTH_MAX });
  }
  return figures;
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
      max: FIRST_LOAD_MAX / BYTES_IN_KB,
    });
  }
  return figures;
}

async function firstLoadBytes(served: Served, path: string): Promise<number> {
  let sum = 0;
  for (const src of scriptsIn(await served.page(path))) sum += await served.bytes(src);
  return sum;
}
