import type { FieldSpec, FormValues } from "./field-spec.ts";
import { valuesFromDraft } from "./form-values.ts";

/** What a draft holds: what was typed, and what it was typed over. */
export interface FormDraft {
  readonly values: FormValues;
  readonly base: FormBase;
}

/** The record as it was when the typing began; without a version there was none. */
export interface FormBase {
  readonly values: FormValues;
  readonly version: number | null;
}

/** Reads the body of a draft. Null when it is not one of this form. */
export function formDraftFrom(fields: readonly FieldSpec[], body: unknown): FormDraft | null {
  if (!isPlain(body) || !isPlain(body["values"]) || !isPlain(body["base"])) return null;
  const { values, version } = body["base"];
  return {
    values: valuesFromDraft(fields, body["values"]),
    base: {
      values: valuesFromDraft(fields, isPlain(values) ? values : {}),
      version: typeof version === "number" ? version : null,
    },
  };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
