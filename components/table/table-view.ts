import type { ReactNode } from "react";

/** A column as the page describes it: plain data, so that it can come from the server. */
export interface ColumnView {
  readonly key: string;
  readonly header: string;
  /** How its cells read: codes and dates on one line, numbers at the end of their column. */
  readonly kind?: "text" | "code" | "number" | "date" | "pill";
  /** Whether it may be hidden (it may), and whether it is to begin with. The first column always stays. */
  readonly hiding?: "never" | "allowed" | "at-first";
  /** Leaves on narrow screens. */
  readonly isSecondary?: boolean;
}

export interface RowView {
  readonly id: string;
  /** Where the row leads. */
  readonly href: string;
  /** By column key. Texts are formatted already; null shows as a dash. */
  readonly cells: Readonly<Record<string, ReactNode>>;
}

export interface EnumFilterView {
  readonly kind: "enum";
  /** A key of the list's `enums`. */
  readonly key: string;
  readonly label: string;
  /** How many rows each value has is asked for when the filter is opened; values that are records come with it. */
  readonly isCounted?: boolean;
  /** Several values may be chosen at once. */
  readonly many?: boolean;
  /** `count` is formatted already. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly count?: string }[];
}

export interface DayFilterView {
  readonly kind: "days";
  /** A key of the list's `days`. */
  readonly key: string;
  readonly label: string;
}

/** How many rows each value of a filter has, under the other filters. */
export interface FacetAnswer {
  /** `label` for values that are records; null where the list's own words say it. `count` is formatted. */
  readonly values: readonly {
    readonly value: string;
    readonly label: string | null;
    readonly count: string;
  }[];
  /** The count of every value that is not listed; null where it is not known. */
  readonly others: string | null;
}

/** Asks the server to count the values of a filter. @param query of the list's address */
export type CountFacet = (key: string, query: string) => Promise<FacetAnswer | null>;

export type FilterView = EnumFilterView | DayFilterView;

/** What the panel beside a list shows of one record. */
export interface Preview {
  /** Taken back, or not there for the caller: nothing of it is shown. */
  readonly state: "shown" | "retracted" | "gone";
  /** The record's own page. */
  readonly href: string | null;
  readonly view: ReactNode;
}

/** Asks the server for the panel of one record. */
export type ShowPreview = (recordId: string) => Promise<Preview>;
