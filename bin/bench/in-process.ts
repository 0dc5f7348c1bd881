/**
 * The lines that are measured inside one process: a question asked of the product, and the same as plain SQL. They tell the
 * work from what the server costs; what is asked of the product is asked over HTTP.
 */
import { encodeCursor } from "#lib/core/cursor.ts";
import { ask } from "#lib/core/ask.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";
import { listLinksOf } from "#lib/links/queries/list-links-of.ts";
import { findAnything } from "#lib/search/queries/find-anything.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { FILTER, type Floor, type FloorInput } from "./floor.ts";
import type { Dataset } from "./generate.ts";
import { compare, type Effort } from "./measure.ts";
import type { Person } from "./people.ts";
import { IN_PROCESS, type Line } from "./report.ts";
import { COMMON, RARE } from "./words.ts";

/** Rows that lie before the page that is asked for. */
export const DEEP = 10_000;

/** Each question by name, as it is asked of the product and as plain SQL. */
export function questionsOf(
  dataset: Dataset,
  person: Person,
  floor: Floor,
): [string, () => unknown, () => unknown][] {
  const { mainCase, some, incidentOfFew, incidentOfMany } = dataset;
  const page = { size: 50 };
  const list = (more: object = {}) => ask(listTestimonies, person, { caseId: mainCase, page, ...more });
  const deep = floor.keyAt(Math.min(DEEP, Math.floor(dataset.size / 2)));
  const cursor = encodeCursor({ key: deep.key ?? "", id: deep.id ?? "" });
  const [stage, kind] = FILTER;
  let turn = 0;
  const next = () => some[turn++ % some.length] ?? "";
  const links = (id: string) => async () => [
    await ask(readIncident, person, { incidentId: id }),
    await ask(listLinksOf, person, { recordId: id, page }),
  ];
  const floorLinks = (input: FloorInput) => [floor.ask.incident(input), floor.ask.links(input)];
  return [
    ["list, newest first", () => list(), () => floor.ask.list({})],
    ["list by stage and kind", () => list({ stage, kind }), () => floor.ask.listFiltered({})],
    [
      `page after row ${DEEP.toLocaleString("en")}`,
      () => list({ page: { ...page, after: cursor } }),
      () => floor.ask.listAfter(deep),
    ],
    [
      "open a testimony, with its trace",
      () => ask(readTestimony, person, { testimonyId: next() }),
      () => floor.ask.open({ id: next() }),
    ],
    ["incident with 50 links", links(incidentOfFew.id), () => floorLinks(incidentOfFew)],
    ["incident with 5,000 links", links(incidentOfMany.id), () => floorLinks(incidentOfMany)],
    ...[RARE.en, RARE.ar, COMMON.en, COMMON.ar].map((text): [string, () => unknown, () => unknown] => [
      `search: ${text}`,
      () => ask(findAnything, person, { text }),
      () => floor.ask.search({ id: text }),
    ]),
  ];
}

/** Asks each question of the product and of the floor, in turn. @param seen gets one answer of each */
export async function inProcessLines(
  dataset: Dataset,
  person: Person,
  floor: Floor,
  effort: Effort,
  seen?: (name: string, product: unknown, floor: unknown) => void,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, product, raw] of questionsOf(dataset, person, floor)) {
    seen?.(name, await product(), await raw());
    const asJson = (work: () => unknown) => async () => JSON.stringify(await work());
    const [measured, below] = await compare(
      [
        { name, run: asJson(product) },
        { name: "floor", run: asJson(raw) },
      ],
      effort,
    );
    if (measured && below) lines.push({ group: IN_PROCESS, name, measured, floor: below, ratioMax: null });
  }
  return lines;
}
