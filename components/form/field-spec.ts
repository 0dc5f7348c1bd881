/** How one option of a list reads: a value of the catalogue, or a value with a text that is already a translation. */
export type Option =
  | string
  | { readonly value: string; readonly label: string; readonly meaning?: string; readonly group?: string };

/** Another field of the same form or card, and which of its values this asks for; `given` is any. */
export interface Condition {
  readonly field: string;
  readonly is: readonly (string | boolean)[] | "given";
}

interface FieldBase {
  /** The key of the command's input; also the key of its words, `fields.<name>.label|help|example`. */
  readonly name: string;
  readonly required?: boolean;
  /** Shown when each of these conditions holds; sent empty otherwise. */
  readonly when?: Condition | readonly Condition[];
  /**
   * The object of the input in which the answer lies: `heardBefore` for `heardBefore.talked`. Sent as null where none of
   * its fields is asked. The names of a form's fields differ all the same.
   */
  readonly of?: string | undefined;
  /** The share of the form's width; what fits the kind when absent. */
  readonly width?: "half" | "full";
  /** An empty answer is left out of the input instead of being sent as null. */
  readonly omitEmpty?: boolean;
  /** Said of this one act and not of the record, such as a reason: what is stored has none to compare with. */
  readonly ofTheAct?: true;
}

export interface TextSpec extends FieldBase {
  readonly kind: "text";
  /** A calendar day, `YYYY-MM-DD`, or with a time, `YYYY-MM-DDTHH:MM`, with the browser's own picker. */
  readonly input?: "date" | "datetime-local";
  readonly lengthMax?: number;
  readonly dir?: "ltr" | "rtl" | "auto";
}

export interface TextareaSpec extends FieldBase {
  readonly kind: "textarea";
  readonly lengthMax?: number;
  readonly rows?: number;
}

interface OptionsSpec extends FieldBase {
  readonly options: readonly Option[];
  /**
   * Where the words of plain values stand, as a full key: `codebook.violation` reads `codebook.violation.<value>` or
   * its `.label` and `.definition`. Absent: `fields.<name>.options` of the form's own words.
   */
  readonly optionLabels?: string;
}

export interface SelectSpec extends OptionsSpec {
  readonly kind: "select";
  /** The values are whole numbers, and are sent and stored as such. */
  readonly numeric?: boolean;
}

export interface MultiselectSpec extends OptionsSpec {
  readonly kind: "multiselect";
}

/** An uncertain date and the source's own words for it. */
export interface DateSpec extends FieldBase {
  readonly kind: "edtf";
  /** `columns` (the default) sends `<name>Edtf` and `<name>Wording`; `object` sends `<name>: { edtf, wording } | null`; `bare` sends the date alone as `<name>`. */
  readonly as?: "columns" | "object" | "bare";
}

export interface BooleanSpec extends FieldBase {
  readonly kind: "boolean";
}

/** A question that may not have been asked: yes, no, not asked – or the answers given here. */
export interface AskedSpec extends FieldBase {
  readonly kind: "asked";
  readonly options?: readonly Option[];
  readonly optionLabels?: string;
}

export interface IntegerSpec extends FieldBase {
  readonly kind: "integer";
  readonly min?: number;
  readonly max?: number;
}

/** A decimal number that is stored as a whole one, `digits` places to the left: degrees in 1/100,000 with 5. */
export interface DecimalSpec extends FieldBase {
  readonly kind: "decimal";
  readonly digits: number;
  /** In the unit that is typed. */
  readonly min?: number;
  readonly max?: number;
}

/** A BCP 47 tag. */
export interface LanguageSpec extends FieldBase {
  readonly kind: "language";
  readonly languages?: readonly string[];
}

/** Another record: found by typing, or made on the spot. */
export interface ReferenceSpec extends FieldBase {
  readonly kind: "reference";
  /** A query that takes `{ caseId, text }` and answers `{ options: [{ id, code, label, labelAr? }] }`. */
  readonly query: string;
  readonly many?: boolean;
  /**
   * A command that makes one from `fixed`, the case and, put into `field`, the typed text; its result is `{ id, code }`.
   * Without `field` it needs no text, and is offered at once.
   */
  readonly create?: {
    readonly command: string;
    readonly field?: string;
    readonly fixed?: Readonly<Record<string, unknown>>;
  };
}

/** Repeated blocks, as cards. Words: `fields.<name>.item|add` and `fields.<name>.fields.<sub>…`. */
export interface ListSpec extends FieldBase {
  readonly kind: "list";
  readonly fields: readonly FieldSpec[];
  readonly countMax?: number;
}

/** Numbered paragraphs with their translation beside them. A number stays for life and is never used again. */
export interface ParagraphsSpec extends FieldBase {
  readonly kind: "paragraphs";
  /** Fields of this form that hold the languages; they set the directions. */
  readonly originalLanguageField?: string;
  readonly translationLanguageField?: string;
  /** The highest number ever used in this text, also by paragraphs that are gone. */
  readonly numbersUsed?: number;
  readonly withTranslation?: boolean;
}

export type FieldSpec =
  | TextSpec
  | TextareaSpec
  | SelectSpec
  | MultiselectSpec
  | DateSpec
  | BooleanSpec
  | AskedSpec
  | IntegerSpec
  | DecimalSpec
  | LanguageSpec
  | ReferenceSpec
  | ListSpec
  | ParagraphsSpec;

/** A part of a form. Words: `sections.<key>.title` and, if there is one, `sections.<key>.lead`. */
export interface SectionSpec {
  readonly key: string;
  readonly fields: readonly FieldSpec[];
  /** Several of its answers in one act, each still to be seen and changed. Words: `sections.<key>.presets.<preset>`. */
  readonly presets?: readonly { readonly key: string; readonly values: Readonly<Record<string, string>> }[];
}

export interface DateValue {
  readonly edtf: string;
  readonly wording: string;
}

export interface Reference {
  readonly id: string;
  readonly code: string;
  readonly label: string;
}

export interface ParagraphValue {
  readonly number: number;
  readonly original: string;
  readonly translation: string;
}

/** What a field holds while it is being typed. Null is: nothing chosen. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | DateValue
  | Reference
  | readonly string[]
  | readonly Reference[]
  | readonly ParagraphValue[]
  | readonly FormValues[];

export interface FormValues {
  readonly [name: string]: FieldValue;
}
