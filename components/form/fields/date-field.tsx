"use client";

import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { inputDir } from "#components/ui/input-dir.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { DateSpec } from "../field-spec.ts";
import { dateOf } from "../read-value.ts";
import classes from "./date-field.module.css";
import { FieldGroup, type FieldProps, useFieldFrame } from "./field-shell.tsx";

/** An uncertain date (EDTF, ISO 8601-2) and how the source put it. */
export function DateField(props: FieldProps<DateSpec>) {
  const frame = useFieldFrame(props);
  const t = useTranslator("ui");
  const { spec, value, onChange } = props;
  const date = dateOf(value);
  return (
    <FieldGroup frame={frame} kind="group">
      <div className={classes.pair} data-bare={spec.as === "bare" || undefined}>
        <TextInput
          id={`${frame.id}-edtf`}
          label={t("form.date.edtf")}
          description={t.rich("form.date.help", { x: Sample })}
          inputWrapperOrder={["label", "input", "description"]}
          classNames={{ label: classes.sub ?? "" }}
          {...inputDir("ltr")}
          autoComplete="off"
          spellCheck={false}
          error={frame.error !== null}
          required={frame.required}
          withAsterisk={false}
          value={date.edtf}
          onChange={(event) => onChange({ ...date, edtf: event.currentTarget.value })}
        />
        {spec.as === "bare" ? null : (
          <TextInput
            id={`${frame.id}-wording`}
            label={t("form.date.wording")}
            description={t("form.date.wordingHelp")}
            inputWrapperOrder={["label", "input", "description"]}
            classNames={{ label: classes.sub ?? "" }}
            {...inputDir("auto", date.wording)}
            autoComplete="off"
            value={date.wording}
            onChange={(event) => onChange({ ...date, wording: event.currentTarget.value })}
          />
        )}
      </div>
    </FieldGroup>
  );
}

/** A way of writing a date, never broken over two lines. */
function Sample(text: ReactNode) {
  return (
    <bdi dir="ltr" className={classes.sample}>
      {text}
    </bdi>
  );
}
