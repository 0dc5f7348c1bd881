import { isId, SELECTED } from "./selection.ts";

/**
 * What a list shows, as its address says it: sort, filters and place. An address is kept in histories and logs, so it
 * holds enums, ids, dates and cursors only; whatever else stands in it is not read.
 */
export type SortDirection = "asc" | "desc";

/** What may stand in the address of one list. */
export interface TableUrlSpec {
  /** Keys of the columns that the server sorts by. */
  readonly sorts: readonly string[];
  readonly defaultSort: { readonly key: string; readonly dir: SortDirection };
  /** The values that each choice may take. */
  readonly enums?: Readonly<Record<string, readonly string[]>>;
  /** Choices of one record each, by the prefix of its ids: `{ witness: "w" }`; `unset` stands for rows without one. */
  readonly ids?: Readonly<Record<string, string>>;
  /** Keys of the day ranges: `taken` reads `taken_from` and `taken_to`. */
  readonly days?: readonly string[];
}

export interface DayRange {
  /** `YYYY-MM-DD`, both included. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface TableState {
  readonly sort: string;
  readonly dir: SortDirection;
  /** Every key of `enums` and `ids`, with the chosen values. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  /** Every key of `days`. */
  readonly days: Readonly<Record<string, DayRange>>;
  /** Rows on a page. */
  readonly size: PageSize;
  /** The cursor of a page; at most one of the two. */
  readonly after: string | null;
  readonly before: string | null;
  /** Keys of the columns shown, in their order; null: as the person likes the list. */
  readonly columns: readonly string[] | null;
  /** The id of the saved view that is open. */
  readonly view: string | null;
}

/** Stands in an address for rows without a value. */
const UNSET = "unset";

export const PAGE_SIZES = [25, 50, 100] as const;
export type PageSize = (typeof PAGE_SIZES)[number];
/** Left out of an address. */
export const USUAL_SIZE: PageSize = 50;

/** `searchParams` of a page, or those of the browser. */
export type UrlParams = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

const CURSOR = /^[\w-]{1,1600}$/; // base64url
const VIEW_ID = /^sv_[0-9A-Za-z]{22}$/;
const COLUMN_KEY = /^[A-Za-z_]{1,40}$/;
const COLUMNS_MAX = 60;

/** Reads an address. What the list does not know, or cannot mean, is as if it were not there. */
export function parseTableUrl(params: UrlParams, spec: TableUrlSpec): TableState {
  const first = (key: string): string | null => valuesOf(params, key)[0] ?? null;
  const asked = first("sort");
  const sort = asked !== null && spec.sorts.includes(asked) ? asked : spec.defaultSort.key;
  const dir = first("dir");
  const after = cursorIn(first("after"));
  return {
    sort,
    dir: dir === "asc" || dir === "desc" ? dir : spec.defaultSort.dir,
    chosen: {
      ...Object.fromEntries(
        Object.entries(spec.enums ?? {}).map(([key, known]) => {
          const wanted = valuesOf(params, key);
          return [key, known.filter((value) => wanted.includes(value))];
        }),
      ),
      ...Object.fromEntries(
        Object.entries(spec.ids ?? {}).map(([key, prefix]) => [
          key,
          valuesOf(params, key)
            .filter((value) => value === UNSET || (isId(value) && value.startsWith(`${prefix}_`)))
            .slice(0, 1),
        ]),
      ),
    },
    days: Object.fromEntries(
      (spec.days ?? []).map((key) => [
        key,
        { from: dayIn(first(`${key}_from`)), to: dayIn(first(`${key}_to`)) },
      ]),
    ),
    size: PAGE_SIZES.find((size) => String(size) === first("size")) ?? USUAL_SIZE,
    after,
    before: after === null ? cursorIn(first("before")) : null,
    columns: columnsIn(first("columns")),
    view: VIEW_ID.test(first("view") ?? "") ? first("view") : null,
  };
}

/**
 * The query of an address for this state: empty, or beginning with `?`. What is as usual is left out.
 * @param others the present query; its parameters that are not this list's own stay
 */
export function formatTableUrl(
  state: TableState,
  spec: TableUrlSpec,
  others: URLSearchParams = new URLSearchParams(),
): string {
  const own = ownKeys(spec);
  const params = new URLSearchParams([...others].filter(([key]) => !own.has(key)));
  for (const key of choicesOf(spec)) for (const value of state.chosen[key] ?? []) params.append(key, value);
  for (const key of spec.days ?? []) {
    const { from = null, to = null } = state.days[key] ?? {};
    if (from !== null) params.set(`${key}_from`, from);
    if (to !== null) params.set(`${key}_to`, to);
  }
  const { key, dir } = spec.defaultSort;
  if (state.sort !== key || state.dir !== dir) {
    params.set("sort", state.sort);
    params.set("dir", state.dir);
  }
  if (state.size !== USUAL_SIZE) params.set("size", String(state.size));
  if (state.after !== null) params.set("after", state.after);
  else if (state.before !== null) params.set("before", state.before);
  if (state.columns !== null) params.set("columns", state.columns.join("."));
  if (state.view !== null) params.set("view", state.view);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** The first page of the same list under another order or other filters. */
export function changedState(
  state: TableState,
  change: Partial<Omit<TableState, "after" | "before">>,
): TableState {
  return { ...state, ...change, after: null, before: null };
}

/** The same order, without any filter. */
export function clearedState(state: TableState): TableState {
  return changedState(state, {
    chosen: Object.fromEntries(Object.keys(state.chosen).map((key) => [key, []])),
    days: Object.fromEntries(Object.keys(state.days).map((key) => [key, { from: null, to: null }])),
  });
}

export function isFiltered({ chosen, days }: TableState): boolean {
  const anyChosen = Object.values(chosen).some((values) => values.length > 0);
  return anyChosen || Object.values(days).some(({ from, to }) => from !== null || to !== null);
}

const choicesOf = (spec: TableUrlSpec): string[] => [
  ...Object.keys(spec.enums ?? {}),
  ...Object.keys(spec.ids ?? {}),
];

function ownKeys(spec: TableUrlSpec): Set<string> {
  const days = (spec.days ?? []).flatMap((key) => [`${key}_from`, `${key}_to`]);
  // Another page or another filter shows other rows: what was chosen among the old ones is let go.
  const always = ["sort", "dir", "size", "after", "before", "columns", "view", SELECTED];
  return new Set([...always, ...choicesOf(spec), ...days]);
}

function valuesOf(params: UrlParams, key: string): readonly string[] {
  if (params instanceof URLSearchParams) return params.getAll(key);
  const value = params[key];
  return typeof value === "string" ? [value] : (value ?? []);
}

const cursorIn = (text: string | null): string | null => (text !== null && CURSOR.test(text) ? text : null);

/** Keys joined by dots. Which of them the list has is for the list to say. */
function columnsIn(text: string | null): readonly string[] | null {
  const keys = [...new Set((text ?? "").split("."))].filter((key) => COLUMN_KEY.test(key));
  return keys.length === 0 ? null : keys.slice(0, COLUMNS_MAX);
}

function dayIn(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}
