import type { Dossier } from "../../dossier.ts";

/** A value of a cell before it is written; null is an empty cell. */
export type Cell = string | number | boolean | null | readonly string[];

/** One table: its file name without ending, its columns, and how its rows come from the dossier. */
export interface TableOf {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: (dossier: Dossier) => readonly (readonly Cell[])[];
}

export const table = (name: string, columns: string, rows: TableOf["rows"]): TableOf => ({
  name,
  columns: columns.split(" "),
  rows,
});

/** The cells of what a link rests on. */
export const grounds = ({
  basis,
  note,
  held,
}: Pick<Dossier["links"][number], "basis" | "note" | "held">): Cell[] => [
  basis,
  note,
  held.edtf,
  held.wording,
];
