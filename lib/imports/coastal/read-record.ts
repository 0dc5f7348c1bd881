/** Reads the files of the record before anything is written, and names every fault by file, id and field. */
import type { z } from "zod";
import { parse } from "#lib/core/parse.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import {
  COASTAL_FILES,
  COASTAL_RECORDS,
  type CoastalFile,
  type CoastalRecord,
  type CoastalRow,
} from "./records.ts";

/** The files as parsed JSON: arrays of anything. */
export type CoastalFiles = { readonly [File in CoastalFile]: readonly unknown[] };

/**
 * Checks the shape of every record, that no id stands twice, that everything named is in the files, and that nothing is
 * part of itself.
 * @returns the record in our codebook
 * @throws Invalid with every fault; paths are `<file>.<id>.<field>`, without an id `#<place in the file>` stands for it
 */
export function readCoastalRecord(files: CoastalFiles): CoastalRecord {
  const faults: FieldProblem[] = [];
  const rows = <File extends CoastalFile>(file: File) => rowsOf(file, files[file], faults);
  const record: CoastalRecord = {
    sources: rows("sources"),
    places: rows("places"),
    actors: rows("actors"),
    violations: rows("violations"),
    incidents: rows("incidents"),
    figures: rows("figures"),
    media_items: rows("media_items"),
    accounts: rows("accounts"),
    proceedings: rows("proceedings"),
    chronology: rows("chronology"),
  };
  faults.push(...allegationsTwice(record), ...danglingIn(files), ...loopsIn(files));
  if (faults.length > 0) throw new Invalid(faults);
  return record;
}

function rowsOf<File extends CoastalFile>(file: File, raw: readonly unknown[], faults: FieldProblem[]) {
  const seen = new Set<string>();
  return raw.flatMap((one, index): CoastalRow<File>[] => {
    const id = maybeId(one);
    const name = `${file}.${id ?? `#${index + 1}`}`;
    if (id !== null && seen.has(id)) faults.push({ path: `${name}.id`, code: "import_twice" });
    if (id !== null) seen.add(id);
    if (!isObject(one)) {
      faults.push({ path: name, code: "wrong_type" });
      return [];
    }
    try {
      return [rowIn(file, one)];
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      faults.push(
        ...error.fields.map(({ path, ...fault }) => ({ ...fault, path: path ? `${name}.${path}` : name })),
      );
      return [];
    }
  });
}

/** Guarantee: the schema is that of the file, whose output is the file's row; the union of all schemas loses this. */
function rowIn<File extends CoastalFile>(file: File, raw: unknown): CoastalRow<File> {
  return parse<z.ZodType>(COASTAL_RECORDS[file], raw) as CoastalRow<File>;
}

const isObject = (raw: unknown): raw is object =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

function maybeId(raw: unknown): string | null {
  const id: unknown = isObject(raw) ? Reflect.get(raw, "id") : null;
  return typeof id === "string" && id !== "" ? id : null;
}

function allegationsTwice({ accounts }: CoastalRecord): FieldProblem[] {
  const seen = new Set<string>();
  return accounts.flatMap((account) =>
    account.allegations.flatMap(({ id }, index): FieldProblem[] => {
      if (!seen.has(id)) return seen.add(id) && [];
      return [{ path: `accounts.${account.id}.allegations.${index}.id`, code: "import_twice" }];
    }),
  );
}

/** What is named in the files and is not there. Looked up in the files as they came: a broken record shows all its faults. */
function danglingIn(files: CoastalFiles): FieldProblem[] {
  const known = new Set(COASTAL_FILES.flatMap((file) => files[file].map(maybeId)));
  return everyRow(files).flatMap(({ name, row }) =>
    idsNamedIn(row, "", false).flatMap(({ path, id }) =>
      known.has(id) ? [] : [{ path: `${name}.${path}`, code: "import_dangling" }],
    ),
  );
}

const everyRow = (files: CoastalFiles) =>
  COASTAL_FILES.flatMap((file) =>
    files[file].flatMap((row) => {
      const id = maybeId(row);
      return id === null ? [] : [{ file, id, name: `${file}.${id}`, row }];
    }),
  );

/** Fields that name other records. */
const NAMES_RECORDS =
  /_ids?$|^(?:ref|published_by|circulated_by|possible_duplicate_of|related_context|account_ids_about_this_date)$/;

/** Every id that a value names, with the dotted path to it. @param naming the value stands in a field that names records */
function idsNamedIn(value: unknown, path: string, naming: boolean): { path: string; id: string }[] {
  if (typeof value === "string") return naming ? [{ path, id: value }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    idsNamedIn(
      inner,
      path === "" ? key : `${path}.${key}`,
      Array.isArray(value) ? naming : NAMES_RECORDS.test(key),
    ),
  );
}

/** The file of an account, a figure or a media item. */
export function fileOfRef(ref: string): "accounts" | "figures" | "media_items" {
  if (ref.startsWith("acc_")) return "accounts";
  return ref.startsWith("fig_") ? "figures" : "media_items";
}

const PARENT = ["parent_id", "parent_incident_id", "parent_proceeding_id"] as const;

/** Records that lead back to themselves through the records that they are part of. */
function loopsIn(files: CoastalFiles): FieldProblem[] {
  const rows = everyRow(files).map(({ id, name, row }) => ({ id, name, ...parentOf(row) }));
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]));
  return rows.flatMap(({ id, name, field }) => {
    const seen = new Set<string>();
    let above = parents.get(id) ?? null;
    while (above !== null && above !== id && !seen.has(above)) {
      seen.add(above);
      above = parents.get(above) ?? null;
    }
    return above === id ? [{ path: `${name}.${field}`, code: "own_descendant" }] : [];
  });
}

function parentOf(row: unknown): { field: string; parent: string | null } {
  for (const field of PARENT) {
    const parent: unknown = isObject(row) ? Reflect.get(row, field) : null;
    if (typeof parent === "string") return { field, parent };
  }
  return { field: "", parent: null };
}

/** Rows in an order in which every parent comes before its parts. There are no loops (`readCoastalRecord`). */
export function parentsFirst<Row extends { id: string }>(
  rows: readonly Row[],
  parentOf: (row: Row) => string | null,
): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const placed = new Set<Row>();
  const place = (row: Row): void => {
    if (placed.has(row)) return;
    const parent = byId.get(parentOf(row) ?? "");
    if (parent) place(parent);
    placed.add(row);
  };
  rows.forEach(place);
  return [...placed];
}
