"use client";

import type { FieldSpec, FieldValue, FormValues } from "../field-spec.ts";
import { isShown } from "../form-values.ts";
import { AskedField, BooleanField, LanguageField, MultiselectField, SelectField } from "./choice-fields.tsx";
import { DateField } from "./date-field.tsx";
import classes from "./field.module.css";
import type { FieldProps } from "./field-shell.tsx";
import { type FieldGridProps, ListField } from "./list-field.tsx";
import { ParagraphsField } from "./paragraphs-field.tsx";
import { ReferenceField } from "./reference-field.tsx";
import { codebookListOf, TermHelp } from "./term-help.tsx";
import { DecimalField, IntegerField, TextareaField, TextField } from "./text-fields.tsx";

/** The fields of a form or of a card, in their order; those that are not asked are not there. */
export function FieldGrid({ fields, values, pathPrefix, atPrefix, onChange }: FieldGridProps) {
  return (
    <div className={classes.grid}>
      {fields
        .filter((field) => isShown(field, values))
        .map((field) => (
          <div key={field.name} className={classes.cell} data-width={field.width ?? usualWidth(field)}>
            <AnyField
              spec={field}
              path={pathPrefix + field.name}
              at={atPrefix + field.name}
              siblings={values}
              onChange={(value) => onChange(pathPrefix + field.name, value)}
              onChangeAt={onChange}
            />
            <HelpOf
              spec={field}
              path={pathPrefix + field.name}
              at={atPrefix + field.name}
              value={values[field.name]}
            />
          </div>
        ))}
    </div>
  );
}

/** The terms of the codebook are explained beside the label; any other field says all in its own help. */
function HelpOf({ spec, ...rest }: Pick<FieldProps, "spec" | "path" | "at" | "value">) {
  const list = codebookListOf(spec);
  return list === null ? null : <TermHelp spec={spec} list={list} {...rest} />;
}

interface AnyFieldProps {
  readonly spec: FieldSpec;
  readonly path: string;
  readonly at: string;
  readonly siblings: FormValues;
  readonly onChange: (value: FieldValue) => void;
  readonly onChangeAt: FieldGridProps["onChange"];
}

function AnyField({ spec, onChangeAt, ...rest }: AnyFieldProps) {
  const props = { ...rest, value: rest.siblings[spec.name] };
  switch (spec.kind) {
    case "text":
      return <TextField spec={spec} {...props} />;
    case "textarea":
      return <TextareaField spec={spec} {...props} />;
    case "select":
      return <SelectField spec={spec} {...props} />;
    case "multiselect":
      return <MultiselectField spec={spec} {...props} />;
    case "edtf":
      return <DateField spec={spec} {...props} />;
    case "boolean":
      return <BooleanField spec={spec} {...props} />;
    case "asked":
      return <AskedField spec={spec} {...props} />;
    case "integer":
      return <IntegerField spec={spec} {...props} />;
    case "decimal":
      return <DecimalField spec={spec} {...props} />;
    case "language":
      return <LanguageField spec={spec} {...props} />;
    case "reference":
      return <ReferenceField spec={spec} {...props} />;
    case "list":
      return <ListField spec={spec} {...props} Grid={FieldGrid} onChangeAt={onChangeAt} />;
    case "paragraphs":
      return <ParagraphsField spec={spec} {...props} />;
  }
}

function usualWidth({ kind }: FieldSpec): "half" | "full" {
  switch (kind) {
    case "textarea":
    case "edtf":
    case "list":
    case "paragraphs":
    case "asked":
    case "boolean":
      return "full";
    case "text":
    case "select":
    case "multiselect":
    case "integer":
    case "decimal":
    case "language":
    case "reference":
      return "half";
  }
}
