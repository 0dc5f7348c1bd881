import { stringify } from "csv-stringify/sync";
import type { Dossier } from "../dossier.ts";
import { neutralised } from "./csv/cell.ts";
import type { Cell, TableOf } from "./csv/table.ts";
import { TABLES } from "./csv/tables.ts";

/** A finished table: its file name and its content. */
export interface CsvFile {
  readonly name: string;
  readonly content: string;
}

/**
 * A dossier as tables: comma-separated (RFC 4180), UTF-8 with byte order mark, CR LF, every cell quoted. Cells that a
 * spreadsheet could run are made harmless in a way that can be undone (`csv/cell.ts`); `README.txt` of the tables says
 * how. Every table is there, even when it has no row.
 */
export function dossierTables(dossier: Dossier): CsvFile[] {
  return TABLES.map((table) => ({ name: `${table.name}.csv`, content: written(table, dossier) }));
}

const written = ({ columns, rows }: TableOf, dossier: Dossier): string => tableText(columns, rows(dossier));

/** One table as it is written. */
export function tableText(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => neutralised(cellText(cell)))),
    {
      header: true,
      columns: [...columns],
      bom: true,
      quoted: true,
      quoted_empty: true,
      record_delimiter: "windows",
    },
  );
}

/** Several values share a cell with a bar between them, as no code holds one. */
function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? cell.join("|") : String(cell);
}
