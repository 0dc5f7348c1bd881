/**
 * The four ways in which Attest says no. Each door maps them once. None ever carries a name, a narrative or an id of
 * protected material: a rule's id and the names of fields are enough for a sentence from the catalogue.
 */

/** What is wrong with one field; `code` is a key of the catalogue's `problems.field`. */
export interface FieldProblem {
  /** Dotted path into the input, e.g. `paragraphs.2.original`; empty for the whole. */
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

/** A name that a program gives to a field, or the number of an entry; anything else in its place was typed by somebody. */
const FIELD_NAME = /^[\w-]{1,40}$/;

/** A path for a problem: what was typed in place of a field's name is not repeated. */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.map((key) => (FIELD_NAME.test(String(key)) ? String(key) : "?")).join(".");

/** The input is malformed. Nothing was looked up. */
export class Invalid extends Error {
  readonly fields: FieldProblem[];
  constructor(fields: FieldProblem[]) {
    super(`invalid input: ${fields.map((field) => `${field.path} ${field.code}`).join(", ")}`);
    this.fields = fields;
  }
}

/** Absent, or out of the caller's scope: the two are never told apart. */
export class NotFound extends Error {
  constructor() {
    super("not found");
  }
}

/** The caller may see the subject but not do this. `rule` is a key of the catalogue's `problems.rule`. */
export class Refused extends Error {
  readonly rule: string;
  /** The case and the record, once the caller was found to see them: for the log alone. */
  about: { caseId: string | null; object?: { id: string; version: number } } | null = null;
  constructor(rule: string) {
    super(`refused: ${rule}`);
    this.rule = rule;
  }
}

/** The record's state does not allow this, or it moved on while the caller was typing. */
export class Conflict extends Error {
  readonly rule: string;
  /** The stored values of the fields that the caller tried to change, so that both versions can be shown. */
  readonly current: Record<string, unknown> | null;
  readonly version: number | null;
  constructor(rule: string, stored?: { current: Record<string, unknown>; version: number }) {
    super(`conflict: ${rule}`);
    this.rule = rule;
    this.current = stored?.current ?? null;
    this.version = stored?.version ?? null;
  }
}

/** True for a no that the runner records as a denial. */
export const isDenial = (error: unknown): error is Refused | NotFound =>
  error instanceof Refused || error instanceof NotFound;
