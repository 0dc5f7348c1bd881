/** Between a record, what is typed, and a command's input. Pure, so that it can be tested without a screen. */
import type {
  DateSpec,
  FieldSpec,
  FieldValue,
  FormValues,
  ParagraphsSpec,
  SectionSpec,
} from "./field-spec.ts";
import {
  cardsOf,
  dateOf,
  EMPTY_DATE,
  isFormValues,
  isEmptyValue,
  numberOf,
  paragraphsOf,
  referenceOf,
  referencesOf,
  textOf,
  textsOf,
} from "./read-value.ts";

type Plain = Readonly<Record<string, unknown>>;

export const fieldsOf = (sections: readonly SectionSpec[]): readonly FieldSpec[] =>
  sections.flatMap((section) => section.fields);

/** Whether a field is asked at all, given the other answers of its form or card. */
export function isShown({ when = [] }: Pick<FieldSpec, "when">, values: FormValues): boolean {
  return [when].flat().every(({ field, is }) => {
    const value = values[field];
    if (is === "given") return !isEmptyValue(value);
    return (typeof value === "string" || typeof value === "boolean") && is.includes(value);
  });
}

/** The values a form starts with: those of a stored record (by input key), or nothing. */
export function valuesFrom(fields: readonly FieldSpec[], record: Plain = {}): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, valueFrom(field, record, storedDate)]));
}

/** The same answers with another at a path such as `title` or `people.0.role`; where there is no such card, nothing changes. */
export function valueSetAt(values: FormValues, path: string, value: FieldValue): FormValues {
  const [name = "", index, ...rest] = path.split(".");
  if (index === undefined) return { ...values, [name]: value };
  const cards = cardsOf(values[name]);
  const card = cards[Number(index)];
  if (card === undefined) return values;
  return { ...values, [name]: cards.with(Number(index), valueSetAt(card, rest.join("."), value)) };
}

/** The values of a draft, field by field; what does not fit its field any more reads as empty. */
export function valuesFromDraft(fields: readonly FieldSpec[], draft: Plain): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, valueFrom(field, draft, typedDate)]));
}

/** The fields of which the server sent the stored value; the others are absent. */
export function storedValues(fields: readonly FieldSpec[], current: Plain): Partial<FormValues> {
  const sent = fields.filter((field) => inputKeysOf(field).some((key) => key in current));
  return valuesFrom(sent, current);
}

type ReadDate = (field: DateSpec, from: Plain) => FieldValue;

function valueFrom(field: FieldSpec, from: Plain, readDate: ReadDate): FieldValue {
  const stored = storedOf(field, from);
  switch (field.kind) {
    case "text":
    case "textarea":
      return textOf(stored);
    case "select":
      return field.numeric && typeof stored === "number" ? String(stored) : textOf(stored) || null;
    case "asked":
    case "language":
      return textOf(stored) || null;
    case "multiselect":
      return textsOf(stored);
    case "edtf":
      return readDate(field, from);
    case "boolean":
      return stored === true;
    case "integer":
    case "decimal":
      return numberOf(stored);
    case "reference":
      return field.many ? referencesOf(stored) : referenceOf(stored);
    case "list":
      return cardsOf(stored).map((card) =>
        Object.fromEntries(field.fields.map((inner) => [inner.name, valueFrom(inner, card, readDate)])),
      );
    case "paragraphs":
      return paragraphsOf(stored);
  }
}

/** A record holds the answer in its object; a draft, and a form's own start, under the field's name. */
function storedOf({ name, of }: FieldSpec, from: Plain): unknown {
  if (of === undefined || !(of in from)) return from[name];
  const whole = from[of];
  return isFormValues(whole) ? whole[name] : null;
}

const typedDate: ReadDate = ({ name }, from) => dateOf(from[name]);

const storedDate: ReadDate = ({ name, as = "columns" }, from) => {
  if (as === "object") return dateOf(from[name]);
  if (as === "bare") return { ...EMPTY_DATE, edtf: textOf(from[name]) };
  return { edtf: textOf(from[`${name}Edtf`]), wording: textOf(from[`${name}Wording`]) };
};

/** The input of the command: trimmed, ids for references, null for what is empty (or nothing, where the field says so). */
export function toInput(fields: readonly FieldSpec[], values: FormValues): Record<string, unknown> {
  const groups = Map.groupBy(fields, ({ of }) => of);
  const inner = [...groups].flatMap(([of, some]): [string, unknown][] =>
    of === undefined
      ? []
      : [[of, some.some((field) => isShown(field, values)) ? flatInput(some, values) : null]],
  );
  return { ...flatInput(groups.get(undefined) ?? [], values), ...Object.fromEntries(inner) };
}

function flatInput(fields: readonly FieldSpec[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = isShown(field, values) ? values[field.name] : undefined;
      return inputEntries(field, value).filter(
        ([, sent]) => !(field.omitEmpty === true && isEmptyValue(sent)),
      );
    }),
  );
}

function inputEntries(field: FieldSpec, value: FieldValue | undefined): [string, unknown][] {
  const { name } = field;
  switch (field.kind) {
    case "select": {
      const chosen = textOf(value) || null;
      return [[name, field.numeric && chosen !== null ? Number(chosen) : chosen]];
    }
    case "text":
    case "textarea":
    case "asked":
    case "language":
      return [[name, textOf(value).trim() || null]];
    case "multiselect":
      return [[name, textsOf(value)]];
    case "edtf":
      return dateEntries(field, value);
    case "boolean":
      return [[name, value === true]];
    case "integer":
    case "decimal":
      return [[name, numberOf(value)]];
    case "reference":
      return [
        [name, field.many ? referencesOf(value).map(({ id }) => id) : (referenceOf(value)?.id ?? null)],
      ];
    case "list":
      return [[name, cardsOf(value).map((card) => toInput(field.fields, card))]];
    case "paragraphs":
      return [[name, paragraphsInput(field, value)]];
  }
}

function dateEntries({ name, as = "columns" }: DateSpec, value: FieldValue | undefined): [string, unknown][] {
  const typed = dateOf(value);
  const edtf = typed.edtf.trim() || null;
  const wording = typed.wording.trim() || null;
  if (as === "object")
    return [[name, edtf === null && wording === null ? null : { edtf: edtf ?? "", wording }]];
  if (as === "bare") return [[name, edtf]];
  return [
    [`${name}Edtf`, edtf],
    [`${name}Wording`, wording],
  ];
}

function paragraphsInput({ withTranslation = true }: ParagraphsSpec, value: FieldValue | undefined) {
  return paragraphsOf(value)
    .filter(({ original, translation }) => original.trim() !== "" || translation.trim() !== "")
    .map(({ number, original, translation }) => ({
      number,
      original: original.trim(),
      ...(withTranslation ? { translation: translation.trim() || null } : {}),
    }));
}

/** The keys under which a field is sent and stored. */
export function inputKeysOf(field: FieldSpec): readonly string[] {
  if (field.of !== undefined) return [field.of];
  if (field.kind === "edtf" && (field.as ?? "columns") === "columns")
    return [`${field.name}Edtf`, `${field.name}Wording`];
  return [field.name];
}

/**
 * The field of the form to which a path of the input belongs: `takenEdtf` → `taken`, `people.0.placeId` stays.
 * Null when the form has no such field.
 */
export function fieldPathOf(inputPath: string, fields: readonly FieldSpec[]): string | null {
  const [head = "", index, ...rest] = inputPath.split(".");
  const within = fields.filter(({ of }) => of === head);
  if (within.length > 0) {
    const plain = within.map((one) => ({ ...one, of: undefined }));
    return fieldPathOf([index, ...rest].join("."), plain);
  }
  const field = fields.find((one) => inputKeysOf(one).includes(head) || one.name === head);
  if (!field) return null;
  if (field.kind === "list" && index !== undefined && rest.length > 0) {
    const inner = fieldPathOf(rest.join("."), field.fields);
    return inner === null ? `${field.name}.${index}` : `${field.name}.${index}.${inner}`;
  }
  if (field.kind === "paragraphs" && index !== undefined) return [field.name, index, ...rest].join(".");
  return field.name;
}
