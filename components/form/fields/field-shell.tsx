"use client";

import { Input } from "@mantine/core";
import { type ReactNode, use } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { FieldSpec, FieldValue, FormValues } from "../field-spec.ts";
import { FormContext, fieldId, useFieldWords } from "../field-words.tsx";

/** What every kind of field is given. */
export interface FieldProps<S extends FieldSpec = FieldSpec> {
  readonly spec: S;
  /** Where the field stands in the form: `people.0.role`. */
  readonly path: string;
  /** Where its words stand: `fields.people.fields.role`. */
  readonly at: string;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  /** The other answers of the same form or card. */
  readonly siblings: FormValues;
}

/** The label, help and error of a field, as an input of the component library takes them. */
export function useFieldFrame({ spec, path, at }: Pick<FieldProps, "spec" | "path" | "at">) {
  const { formId, errors } = use(FormContext);
  const { label, help, example } = useFieldWords(at);
  const t = useTranslator("ui");
  return {
    id: fieldId(formId, path),
    label,
    description:
      help === null && example === null ? null : (
        <Help help={help} example={example} exampleText={t("form.example", { example: example ?? "" })} />
      ),
    error: errors[path] ?? null,
    required: spec.required === true,
    withAsterisk: spec.required === true,
  };
}

function Help({
  help,
  example,
  exampleText,
}: {
  help: string | null;
  example: string | null;
  exampleText: string;
}) {
  return (
    <>
      {help}
      {example === null ? null : <span style={{ display: "block" }}>{exampleText}</span>}
    </>
  );
}

/** A group of controls under one label: a date with its wording, a question with its answers. */
export function FieldGroup({
  frame,
  kind,
  children,
}: {
  frame: ReturnType<typeof useFieldFrame>;
  kind: "group" | "radiogroup";
  children: ReactNode;
}) {
  const { id, label, description, error, withAsterisk } = frame;
  const describedBy = [
    description === null ? null : `${id}-help`,
    error === null ? null : `${id}-error`,
  ].filter((one) => one !== null);
  return (
    <div
      id={id}
      role={kind}
      tabIndex={-1}
      aria-labelledby={`${id}-label`}
      {...(describedBy.length > 0 ? { "aria-describedby": describedBy.join(" ") } : {})}
      {...(kind === "radiogroup" ? { "aria-required": withAsterisk, "aria-invalid": error !== null } : {})}
    >
      <Input.Label component="div" display="block" id={`${id}-label`} required={withAsterisk}>
        {label}
      </Input.Label>
      {description === null ? null : <Input.Description id={`${id}-help`}>{description}</Input.Description>}
      {error === null ? null : <Input.Error id={`${id}-error`}>{error}</Input.Error>}
      {children}
    </div>
  );
}
