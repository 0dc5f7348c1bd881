"use client";

import type { FieldValue, FormValues } from "#components/form/field-spec.ts";
import { RecordForm, type RecordFormProps } from "#components/form/record-form.tsx";
import { dateOf, referenceOf, textOf } from "#components/form/read-value.ts";
import { PauseBar } from "./pause-bar.tsx";
import { SimilarNote } from "./similar-note.tsx";

interface Props extends RecordFormProps {
  /** Of a testimony that exists; a new one asks for it, and says when the account may be on record already. */
  readonly kind?: string;
}

/** The form of a testimony. A full statement can be paused. */
export function TestimonyForm({ kind, ...form }: Props) {
  const remark = kind === undefined ? remarkOnNew : kind === "interview" ? remarkOnInterview : null;
  return <RecordForm {...form} {...(remark === null ? {} : { remark })} />;
}

type Remark = NonNullable<RecordFormProps["remark"]>;

const remarkOnNew: Remark = (values, caseId, change) => (
  <>
    <SimilarTo values={values} caseId={caseId} />
    <Paused values={values} kind={textOf(values["kind"])} change={change} />
  </>
);
const remarkOnInterview: Remark = (values, _caseId, change) => (
  <Paused values={values} kind="interview" change={change} />
);

function Paused({
  values,
  kind,
  change,
}: {
  values: FormValues;
  kind: string;
  change: (path: string, value: FieldValue) => void;
}) {
  if (kind !== "interview" || values["form"] !== "full_statement") return null;
  return <PauseBar breaks={values["breaks"]} onChange={(breaks) => change("breaks", breaks)} />;
}

function SimilarTo({ values, caseId }: { values: FormValues; caseId: string | null }) {
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
