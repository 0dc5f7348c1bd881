/** The records behind hits, read anew for the page that is shown: what the index holds is never shown itself. */
import { and, eq, getTableColumns, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { compartmentsOfRow } from "#db/hidden-by.ts";
import { inList } from "#db/in-list.ts";
import { testimonies, testimonyVersions } from "#db/schema/index.ts";
import { type Searchable, searchables, textsOf } from "#db/searchable.ts";
import type { AskContext } from "#lib/core/query.ts";
import { hiddenAmong } from "#lib/core/blind-review.ts";
import { isNewestVersion } from "#lib/testimonies/find/newest.ts";
import { ASKED, asList, type SearchedCase, seenAs, sightOfType, visible } from "../find.ts";
import { fitOf, marked, snippetOf } from "../rules/snippet.ts";
import type { SoughtWord } from "../rules/sought.ts";
import type { FoundType, Marked, SearchSection } from "../vocabulary.ts";

type Context = Pick<AskContext, "read" | "scope" | "now">;

/** One record that was found. */
export interface Hit {
  type: FoundType;
  id: string;
  code: string;
  caseId: string;
  /** What it is called, in English or the language of the record; null where a code is all it has. */
  label: Marked | null;
  labelAr: Marked | null;
  /** Where the words stand, when it is not in the label. */
  snippet: Marked | null;
  /** The paragraph of the newest version of a testimony. */
  paragraph: number | null;
  /** Whoever told it has said that it is not to be used. */
  isTakenBack: boolean;
  /** It is in a compartment. */
  isApart: boolean;
}

export interface Found {
  type: FoundType;
  recordId: string;
}

type RecordRow = Record<string, unknown> & {
  id: string;
  code: string;
  caseId: string;
  compartments: number;
};
interface Passage {
  text: string;
  paragraph: number | null;
}

/** The hits for records, in their order; a record that is gone meanwhile is left out. */
export async function hitsOf(
  ctx: Context,
  searched: readonly SearchedCase[],
  found: readonly Found[],
  section: SearchSection,
  sought: readonly SoughtWord[],
): Promise<Hit[]> {
  const hits = new Map<string, Hit>();
  for (const type of new Set(found.map((one) => one.type))) {
    const ids = found.filter((one) => one.type === type).map(({ recordId }) => recordId);
    const values = { asked: asList(ids), ...seenAs(ctx, searched, type) };
    const rows = await recordsById(ctx, type, values);
    const passages = section === "texts" && type === "testimony" ? await paragraphsOf(ctx, values) : null;
    for (const row of rows) {
      const texts = passages?.get(row.id) ?? plainPassages(row, type, section);
      hits.set(row.id, hitOf(type, row, texts, sought));
    }
  }
  return found.map(({ recordId }) => hits.get(recordId)).filter((hit) => hit !== undefined);
}

/** The record with a code, of whichever type, if the caller may see it. */
export async function hitByCode(
  ctx: Context,
  searched: readonly SearchedCase[],
  code: string,
): Promise<Hit | null> {
  for (const type of TYPES_BY_PREFIX[code.slice(0, code.indexOf("-"))] ?? []) {
    const values = { asked: code, ...seenAs(ctx, searched, type) };
    const [row] = await rowsOf(ctx, "code", type, ({ code: column }) => eq(column, ASKED), values);
    if (row) return hitOf(type, row, [], []);
  }
  return null;
}

const TYPES_BY_PREFIX: Readonly<Record<string, readonly FoundType[]>> = {
  A: ["actor"],
  AL: ["allegation"],
  C: ["case"],
  F: ["figure", "finding"],
  FI: ["finding"],
  I: ["incident"],
  M: ["media"],
  P: ["place"],
  PR: ["proceeding"],
  SO: ["source"],
  T: ["testimony"],
  TN: ["note"],
  V: ["victim"],
  W: ["witness"],
};

function hitOf(
  type: FoundType,
  row: RecordRow,
  passages: readonly Passage[],
  sought: readonly SoughtWord[],
): Hit {
  const { id, code, caseId } = row;
  const [title, titleAr, ...others] = titlesOf(type, row);
  const label = title === null || title === undefined ? headOf(type, row, passages) : marked(title, sought);
  const labelAr = titleAr === null || titleAr === undefined ? null : marked(titleAr, sought);
  const best = bestOf(
    [...others.map((text) => ({ text: text ?? "", paragraph: null })), ...passages],
    sought,
  );
  const inLabel = Math.max(...[title, titleAr].map((text) => fitOf(text ?? "", sought)));
  const snippet =
    best !== null && fitOf(best.text, sought) > 0 && (passages.length > 0 || inLabel < sought.length);
  return {
    type,
    id,
    code,
    caseId,
    label,
    labelAr,
    snippet: snippet ? snippetOf(best.text, sought) : null,
    paragraph: snippet ? best.paragraph : null,
    isTakenBack: row["consentInternal"] === "no",
    isApart: row.compartments !== 0,
  };
}

/** What has no name is shown by how its text begins, unless a stretch of the text is shown anyway. */
function headOf(type: FoundType, row: RecordRow, passages: readonly Passage[]): Marked | null {
  const [first] = passages.length > 0 ? [] : textsOf(row, nameOf(type).text);
  return first === undefined ? null : snippetOf(first, []);
}

/** The text with the most of the sought words; the first of two alike. */
function bestOf(passages: readonly Passage[], sought: readonly SoughtWord[]): Passage | null {
  let best: Passage | null = null;
  let bestFit = 0;
  for (const passage of passages) {
    const fit = fitOf(passage.text, sought);
    if (fit > bestFit) [best, bestFit] = [passage, fit];
    if (bestFit === sought.length) break;
  }
  return best;
}

/** A record's title, its title in Arabic, and its other names; a code is no name. */
function titlesOf(type: FoundType, row: RecordRow): (string | null)[] {
  const [first, ...more] = nameOf(type).name.filter((property) => property !== "code");
  const valueOf = (property: string | undefined): string | null => {
    const value = property === undefined ? null : row[property];
    return typeof value === "string" ? value : null;
  };
  const arabic = more.find((property) => property.endsWith("Ar"));
  return [first, arabic, ...more.filter((property) => property !== arabic)].map(valueOf);
}

const plainPassages = (row: RecordRow, type: FoundType, section: SearchSection): Passage[] =>
  section === "names" ? [] : textsOf(row, nameOf(type).text).map((text) => ({ text, paragraph: null }));

function nameOf(type: FoundType): Searchable {
  const one = searchables.find((some) => some.type === type && some.parts.includes("name"));
  if (!one) throw new Error(`nothing names a ${type}`);
  return one;
}

const recordsById = (ctx: Context, type: FoundType, values: Asked) =>
  rowsOf(ctx, "id", type, ({ id }) => inList(id, ASKED), values);

/** What a kept statement is filled with. */
interface Asked extends Record<string, string> {
  asked: string;
  seen: string;
}

/** Guarantee: every table that names a type has these columns, and only its names and its texts are read besides. */
async function rowsOf(
  ctx: Context,
  by: "id" | "code",
  type: FoundType,
  condition: (columns: NamedColumns) => SQL,
  values: Asked,
): Promise<RecordRow[]> {
  const { read, scope } = ctx;
  const kept = read.kept(`search.${type} by ${by}`, (from) => {
    const one = nameOf(type);
    const { retractedAt, ...columns } = columnsOf(one);
    return from
      .select({ ...columns, compartments: compartmentsOfRow(one.table as PgTable) })
      .from(one.table as PgTable)
      .where(and(condition({ ...columns, retractedAt }), visible(columns.caseId, retractedAt)));
  });
  const rows = (await kept.execute(values)) as RecordRow[];
  const seen = rows.filter((row) => scope.sees(row.caseId, sightOfType(type), row.compartments));
  return type === "finding" ? withoutReasoning(ctx, seen) : seen;
}

/** A conclusion that the caller may not see yet does not head a hit either. */
async function withoutReasoning(ctx: Context, rows: RecordRow[]): Promise<RecordRow[]> {
  const hidden = await hiddenAmong(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => (hidden.has(row.id) ? { ...row, reasoning: null } : row));
}

type NamedColumns = Record<"id" | "code" | "caseId" | "retractedAt", AnyPgColumn>;

function columnsOf(one: Searchable): NamedColumns & Record<string, AnyPgColumn> {
  const all: Record<string, AnyPgColumn> = getTableColumns(one.table);
  const wanted = ["id", "code", "retractedAt", "consentInternal", ...one.name, ...one.text];
  const columns = Object.fromEntries(Object.entries(all).filter(([property]) => wanted.includes(property)));
  return { ...columns, caseId: all[one.caseId] } as NamedColumns & Record<string, AnyPgColumn>;
}

/** The paragraphs of the newest versions, each as its original and its translation. */
async function paragraphsOf({ read }: Context, values: Asked): Promise<Map<string, Passage[]>> {
  const kept = read.kept("search.paragraphs", (from) =>
    from
      .select({ id: testimonies.id, paragraphs: testimonyVersions.paragraphs })
      .from(testimonies)
      .innerJoin(testimonyVersions, isNewestVersion())
      .where(and(inList(testimonies.id, ASKED), visible(testimonies.caseId, testimonies.retractedAt))),
  );
  return new Map(
    (await kept.execute(values)).map(({ id, paragraphs }) => [
      id,
      paragraphs.flatMap(({ number, original, translation }) =>
        [original, translation].filter((text) => text !== null).map((text) => ({ text, paragraph: number })),
      ),
    ]),
  );
}
