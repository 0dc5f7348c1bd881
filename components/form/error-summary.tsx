"use client";

import type { RefObject } from "react";
import { useCatalogue, useTranslator } from "#lib/i18n/client.tsx";
import type { FieldSpec } from "./field-spec.ts";
import { fieldId } from "./field-words.tsx";
import classes from "./record-form.module.css";

export interface FormFault {
  /** Path of the field in the form; null when the form has no such field. */
  readonly path: string | null;
  readonly text: string;
}

/** All that is wrong, at the top, as links to the fields. Takes the focus when it appears. */
export function ErrorSummary({
  faults,
  fields,
  formId,
  wordsAt,
  boxRef,
}: {
  faults: readonly FormFault[];
  fields: readonly FieldSpec[];
  formId: string;
  wordsAt: string;
  boxRef: RefObject<HTMLDivElement | null>;
}) {
  const t = useTranslator("problems");
  const catalogue = useCatalogue();
  return (
    <div ref={boxRef} tabIndex={-1} role="alert" className={classes.summary}>
      <p className={classes.summaryTitle}>{t("summary", { count: faults.length })}</p>
      <ul>
        {faults.map(({ path, text }) => (
          <li key={`${path} ${text}`}>
            {path === null ? (
              t("otherField")
            ) : (
              <a href={`#${fieldId(formId, path)}`} onClick={(event) => focusField(event.currentTarget.hash)}>
                {catalogue(`${wordsAt}.${wordsPathOf(path, fields)}.label`)}
              </a>
            )}
            {": "}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The control itself, or the first control of its group. */
function focusField(hash: string): void {
  const target = document.getElementById(hash.slice(1));
  const control = target?.matches("input, textarea, select, button")
    ? target
    : target?.querySelector<HTMLElement>("input, textarea, button");
  // After the browser's own jump to the anchor, which would take the focus away again.
  requestAnimationFrame(() => (control ?? target)?.focus());
}

/** Where the words of a field stand: `people.0.role` → `fields.people.fields.role`. */
function wordsPathOf(path: string, fields: readonly FieldSpec[]): string {
  const [head = "", , ...rest] = path.split(".");
  const field = fields.find(({ name }) => name === head);
  const isInner = field?.kind === "list" && rest.length > 0;
  return isInner ? `fields.${head}.${wordsPathOf(rest.join("."), field.fields)}` : `fields.${head}`;
}
