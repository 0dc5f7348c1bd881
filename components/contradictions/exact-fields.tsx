"use client";

import { useId, useMemo, useState } from "react";
import type { FormValues, SectionSpec } from "#components/form/field-spec.ts";
import { FormContext } from "#components/form/field-words.tsx";
import { FieldGrid } from "#components/form/fields/field.tsx";
import { fieldPathOf, fieldsOf, toInput, valueSetAt, valuesFrom } from "#components/form/form-values.ts";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

interface Props {
  readonly caseId: string;
  readonly sections: readonly SectionSpec[];
  readonly problem: Problem | null;
  /** Told of what is to be sent, each time an answer changes. */
  readonly onInput: (input: Readonly<Record<string, unknown>>) => void;
}

/** What a claim says exactly, as a part of another form. */
export function ExactFields({ caseId, sections, problem, onInput }: Props) {
  const t = useTranslator("contradictions");
  const textOf = useFieldProblemText();
  const formId = useId();
  const fields = useMemo(() => fieldsOf(sections), [sections]);
  const [values, setValues] = useState<FormValues>(() => valuesFrom(fields));
  const surroundings = useMemo(
    () => ({
      formId,
      wordsAt: "contradictions.exact",
      caseId,
      errors: Object.fromEntries(
        (problem?.fields ?? []).map((one) => [fieldPathOf(one.path, fields) ?? "", textOf(one)]),
      ),
    }),
    [formId, caseId, problem, fields, textOf],
  );
  return (
    <FormContext value={surroundings}>
      <p>{t("exact.lead")}</p>
      <FieldGrid
        fields={fields}
        values={values}
        pathPrefix=""
        atPrefix="fields."
        onChange={(path, value) => {
          const next = valueSetAt(values, path, value);
          setValues(next);
          onInput(toInput(fields, next));
        }}
      />
    </FormContext>
  );
}
