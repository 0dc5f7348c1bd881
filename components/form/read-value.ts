/**
 * Reads what a field holds as one kind. A value of another kind, such as one from an older draft, reads as empty: a
 * draft is data of unknown age, never trusted.
 */
import type { DateValue, FormValues, ParagraphValue, Reference } from "./field-spec.ts";

export const EMPTY_DATE: DateValue = { edtf: "", wording: "" };

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const numberOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

export function dateOf(value: unknown): DateValue {
  if (!isRecord(value)) return EMPTY_DATE;
  return { edtf: textOf(value["edtf"]), wording: textOf(value["wording"]) };
}

export function referenceOf(value: unknown): Reference | null {
  if (typeof value === "string" && value !== "") return { id: value, code: "", label: "" };
  if (!isRecord(value) || typeof value["id"] !== "string") return null;
  return { id: value["id"], code: textOf(value["code"]), label: textOf(value["label"]) };
}

export const referencesOf = (value: unknown): readonly Reference[] =>
  Array.isArray(value) ? value.map(referenceOf).filter((one) => one !== null) : [];

export const paragraphsOf = (value: unknown): readonly ParagraphValue[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map((item, index) => ({
        number: numberOf(item["number"]) ?? index + 1,
        original: textOf(item["original"]),
        translation: textOf(item["translation"]),
      }))
    : [];

export const cardsOf = (value: unknown): readonly FormValues[] =>
  Array.isArray(value) ? value.filter(isFormValues) : [];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Guarantee: each field reads its own value through this file, so any record may pass for values. */
export function isFormValues(value: unknown): value is FormValues {
  return isRecord(value);
}

/** True when nothing was typed or chosen. A paragraph's number and an unticked box alone say nothing. */
export function isEmptyValue(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.every(isEmptyValue);
  if (!isRecord(value)) return false;
  return Object.entries(value).every(([key, inner]) => key === "number" || isEmptyValue(inner));
}
