"use client";

import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { inputDir } from "#components/ui/input-dir.ts";
import type { DecimalSpec, IntegerSpec, TextareaSpec, TextSpec } from "../field-spec.ts";
import { numberOf, textOf } from "../read-value.ts";
import { type FieldProps, useFieldFrame } from "./field-shell.tsx";

export function TextField(props: FieldProps<TextSpec>) {
  const frame = useFieldFrame(props);
  const { spec, value, onChange } = props;
  return (
    <TextInput
      {...frame}
      {...(spec.input ? { type: spec.input } : {})}
      {...inputDir(spec.dir ?? "auto", textOf(value))}
      autoComplete="off"
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function TextareaField(props: FieldProps<TextareaSpec>) {
  const frame = useFieldFrame(props);
  const { spec, value, onChange } = props;
  return (
    <Textarea
      {...frame}
      {...inputDir("auto", textOf(value))}
      autosize
      minRows={spec.rows ?? 3}
      maxRows={24}
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** A whole number. Takes the digits of Arabic keyboards too; what is no digit does not enter. */
export function IntegerField(props: FieldProps<IntegerSpec>) {
  const frame = useFieldFrame(props);
  const { value, onChange } = props;
  const number = numberOf(value);
  const [typed, setTyped] = useState(number === null ? "" : String(number));
  const isMinusAlone = typed === "-" && number === null;
  return (
    <TextInput
      {...frame}
      {...inputDir("ltr")}
      inputMode="numeric"
      autoComplete="off"
      className="tabular"
      value={isMinusAlone ? typed : number === null ? "" : String(number)}
      onChange={(event) => {
        const text = event.currentTarget.value
          .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf)) // both blocks start at a multiple of 16
          .replace("−", "-")
          .replace(/(?!^-)[^\d]/g, "")
          .slice(0, 12);
        setTyped(text);
        onChange(/\d/.test(text) ? Number(text) : null);
      }}
    />
  );
}

/** A decimal number, kept as a whole one so that no digit is invented or lost. */
export function DecimalField(props: FieldProps<DecimalSpec>) {
  const frame = useFieldFrame(props);
  const { spec, value, onChange } = props;
  const scaled = numberOf(value);
  const shown = scaled === null ? "" : String(scaled / 10 ** spec.digits);
  const [typed, setTyped] = useState(shown);
  return (
    <TextInput
      {...frame}
      {...inputDir("ltr")}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      value={scaledOf(typed, spec.digits) === scaled ? typed : shown}
      onChange={(event) => {
        const text = event.currentTarget.value
          .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
          .replace("−", "-")
          .replace(/[٫,]/, ".")
          .replace(/(?!^-)[^\d.]/g, "")
          .slice(0, 14);
        setTyped(text);
        onChange(scaledOf(text, spec.digits));
      }}
    />
  );
}

const scaledOf = (text: string, digits: number): number | null =>
  /\d/.test(text) && Number.isFinite(Number(text)) ? Math.round(Number(text) * 10 ** digits) : null;
