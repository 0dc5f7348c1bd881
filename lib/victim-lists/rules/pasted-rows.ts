import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import { Line, OptionalEdtf } from "#lib/core/fields.ts";
import { VICTIM_OUTCOMES } from "#lib/victims/vocabulary.ts";
import { AGE_BANDS, SEXES } from "#lib/witnesses/vocabulary.ts";
import { type Pasted, PASTED, ROWS_MAX } from "../words.ts";

/** A row of a list, read. */
export interface ReadRow {
  readonly nameAr: string | null;
  readonly nameLatin: string | null;
  readonly age: number | null;
  readonly ageBand: (typeof AGE_BANDS)[number];
  readonly sex: (typeof SEXES)[number];
  readonly place: string | null;
  readonly occurredEdtf: string | null;
  readonly outcome: (typeof VICTIM_OUTCOMES)[number] | null;
}

/** Headings by which a column is known, beside its own name. */
const HEADINGS: Readonly<Record<string, Pasted>> = {
  الاسم: "name_ar",
  "name in arabic": "name_ar",
  "name in latin": "name",
  "الاسم باللاتينية": "name",
  العمر: "age",
  الجنس: "sex",
  المكان: "place",
  التاريخ: "date",
  المصير: "outcome",
};
const WORDS: Readonly<Record<string, string>> = {
  f: "female",
  m: "male",
  أنثى: "female",
  انثى: "female",
  ذكر: "male",
  طفل: "child",
  بالغ: "adult",
  مسن: "older_person",
  قتيل: "killed",
  قتل: "killed",
  جريح: "injured",
  مفقود: "missing",
  مخطوف: "kidnapped",
  معتقل: "detained",
};
const AGE_MAX = 130;
const PROBLEMS_MAX = 50;

/**
 * Reads a pasted table: a line of headings, then a line a person, cells apart by tabs, semicolons or commas. Whatever is wrong is named
 * by row and field, never by what stands there, and then nothing of it is taken.
 * @throws Invalid
 */
export function readRows(pasted: string): ReadRow[] {
  const [head, ...lines] = cellsOf(pasted);
  const columns = (head ?? []).map(columnOf);
  if (!columns.includes("name") && !columns.includes("name_ar"))
    throw new Invalid([{ path: "rows", code: "victim_list.heading" }]);
  if (columns.includes(null) || new Set(columns).size !== columns.length)
    throw new Invalid([{ path: "rows", code: "victim_list.column" }]);
  if (lines.length === 0) throw new Invalid([{ path: "rows", code: "victim_list.no_row" }]);
  if (lines.length > ROWS_MAX)
    throw new Invalid([{ path: "rows", code: "victim_list.too_many", params: { max: ROWS_MAX } }]);
  const problems: FieldProblem[] = [];
  const rows = lines.map((cells, at) => {
    const found = (path: string, code: string) => problems.push({ path: `rows.${at + 1}.${path}`, code });
    if (cells.length > columns.length) found("row", "victim_list.too_wide");
    const cell = (name: Pasted) => cells[columns.indexOf(name)]?.trim() ?? "";
    return readRow(cell, found);
  });
  if (problems.length > 0) throw new Invalid(problems.slice(0, PROBLEMS_MAX));
  return rows;
}

function readRow(cell: (name: Pasted) => string, found: (path: string, code: string) => unknown): ReadRow {
  const line = (name: Pasted): string | null => {
    const text = cell(name);
    if (text === "") return null;
    const read = Line.safeParse(text);
    if (!read.success) found(name, "victim_list.text");
    return read.success ? read.data : null;
  };
  const word = <V extends string>(name: Pasted, values: readonly V[]): V | null => {
    const text = cell(name).toLowerCase();
    if (text === "") return null;
    const value = values.find((one) => one === (WORDS[text] ?? text));
    if (value === undefined) found(name, "bad_choice");
    return value ?? null;
  };
  const [nameAr, nameLatin] = [line("name_ar"), line("name")];
  if (nameAr === null && nameLatin === null && cell("name_ar") + cell("name") === "")
    found("name", "required");
  const age = readAge(cell("age"));
  if (age === undefined) found("age", "victim_list.age");
  const date = OptionalEdtf.safeParse(cell("date"));
  if (!date.success) found("date", "invalid_date");
  return {
    nameAr,
    nameLatin,
    age: age?.years ?? null,
    ageBand: age?.band ?? "unknown",
    sex: word("sex", SEXES) ?? "unknown",
    place: line("place"),
    occurredEdtf: date.data ?? null,
    outcome: word("outcome", VICTIM_OUTCOMES),
  };
}

/** Years or a band; undefined where it is neither. */
function readAge(text: string): { years: number | null; band: ReadRow["ageBand"] } | undefined {
  if (text === "") return { years: null, band: "unknown" };
  const plain = text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) =>
    String(digit.charCodeAt(0) & 0xf),
  );
  if (/^\d{1,3}$/.test(plain)) {
    const years = Number(plain);
    if (years > AGE_MAX) return undefined;
    return { years, band: years < 18 ? "child" : years < 60 ? "adult" : "older_person" };
  }
  const band = AGE_BANDS.find((one) => one === (WORDS[text] ?? text.toLowerCase()));
  return band === undefined ? undefined : { years: null, band };
}

function columnOf(heading: string): Pasted | null {
  const text = heading.trim().toLowerCase();
  return (
    PASTED.find((one) => one === text) ?? (Object.hasOwn(HEADINGS, text) ? HEADINGS[text] : undefined) ?? null
  );
}

/** The cells of a table, with quoted ones as they are written in CSV. Lines with nothing on them are none. */
function cellsOf(pasted: string): string[][] {
  const text = pasted
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n");
  const head = text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n"));
  const apart = ["\t", ";"].find((one) => head.includes(one)) ?? ",";
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const put = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"' && (isQuoted || cell === "")) isQuoted = !isQuoted;
    else if (!isQuoted && sign === apart) put();
    else if (!isQuoted && sign === "\n") {
      put();
      rows.push([]);
    } else cell += sign;
  }
  put();
  return rows.filter((cells) => cells.some((one) => one.trim() !== ""));
}
