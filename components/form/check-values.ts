import type { FieldProblem } from "#components/ui/problem.ts";
import type { FieldSpec, FormValues, SectionSpec } from "./field-spec.ts";
import { isShown } from "./form-values.ts";
import { cardsOf, isEmptyValue, numberOf, textOf } from "./read-value.ts";

/**
 * What can be said before the server is asked: missing answers, lengths, bounds. Paths are those of the form.
 * The server checks all of it again, and more.
 */
export function checkValues(fields: readonly FieldSpec[], values: FormValues): FieldProblem[] {
  return fields.filter((field) => isShown(field, values)).flatMap((field) => checkField(field, values));
}

function checkField(field: FieldSpec, values: FormValues): FieldProblem[] {
  const value = values[field.name];
  const path = field.name;
  if (field.required === true && field.kind !== "boolean" && isEmptyValue(value))
    return [{ path, code: "required" }];
  switch (field.kind) {
    case "text":
    case "textarea": {
      const { lengthMax } = field;
      const tooLong = lengthMax !== undefined && textOf(value).trim().length > lengthMax;
      return tooLong ? [{ path, code: "too_long", params: { max: lengthMax } }] : [];
    }
    case "integer":
      return checkNumber(path, numberOf(value), field);
    case "decimal":
      // Typed 35.5, held 3550000: the bounds are those of what is typed.
      return checkNumber(path, numberOf(value), {
        ...(field.min === undefined ? {} : { min: field.min * 10 ** field.digits }),
        ...(field.max === undefined ? {} : { max: field.max * 10 ** field.digits }),
      }).map((problem) => ({ ...problem, params: boundsIn(field) }));
    case "list":
      return cardsOf(value).flatMap((card, index) =>
        checkValues(field.fields, card).map((problem) => ({
          ...problem,
          path: `${path}.${index}.${problem.path}`,
        })),
      );
    case "select":
    case "multiselect":
    case "edtf":
    case "boolean":
    case "asked":
    case "language":
    case "reference":
    case "paragraphs":
      return [];
  }
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

function checkNumber(path: string, value: number | null, { min, max }: Bounds): FieldProblem[] {
  if (value === null) return [];
  if (!Number.isInteger(value)) return [{ path, code: "wrong_type" }];
  if (min !== undefined && value < min) return [{ path, code: "too_low", params: { min } }];
  if (max !== undefined && value > max) return [{ path, code: "too_high", params: { max } }];
  return [];
}

function boundsIn({ min, max }: Bounds): Record<string, number> {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

export type Completeness = "empty" | "partial" | "complete" | "faulty";

/** How far a section is: `complete` when something is answered and nothing required is missing. */
export function completenessOf(
  section: SectionSpec,
  values: FormValues,
  faultyPaths: readonly string[],
): Completeness {
  const shown = section.fields.filter((field) => isShown(field, values));
  const isFaulty = shown.some(({ name }) =>
    faultyPaths.some((path) => path === name || path.startsWith(`${name}.`)),
  );
  if (isFaulty) return "faulty";
  const answered = shown.filter(({ name }) => !isEmptyValue(values[name]));
  if (answered.length === 0) return "empty";
  const missing = shown.some(({ name, required }) => required === true && isEmptyValue(values[name]));
  return missing ? "partial" : "complete";
}
