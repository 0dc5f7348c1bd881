"use client";

import type { ReactNode } from "react";
import type { FormValues } from "#components/form/field-spec.ts";
import { RecordForm, type RecordFormProps } from "#components/form/record-form.tsx";
import { dateOf, referenceOf, textOf } from "#components/form/read-value.ts";
import { SimilarNote } from "./similar-note.tsx";

/** The form of a new testimony, which says when the account may be on record already. */
export function TestimonyForm(form: RecordFormProps) {
  return <RecordForm {...form} remark={similarTo} />;
}

function similarTo(values: FormValues, caseId: string | null): ReactNode {
  const isPublished = values["kind"] === "published_account";
  const origin = (name: string): string | null => referenceOf(values[name])?.id ?? null;
  return caseId === null ? null : (
    <SimilarNote
      caseId={caseId}
      witnessId={isPublished ? null : origin("witnessId")}
      sourceId={isPublished ? origin("sourceId") : null}
      title={textOf(values["title"]).trim()}
      takenEdtf={dateOf(values["taken"]).edtf.trim()}
    />
  );
}
