"use client";

import { use } from "react";
import { Code } from "#components/ui/code.tsx";
import { useCatalogue, useFormats, useLanguageName, useTranslator } from "#lib/i18n/client.tsx";
import type { FieldSpec, FieldValue } from "./field-spec.ts";
import { FormContext, useOptionTexts } from "./field-words.tsx";
import {
  cardsOf,
  dateOf,
  isEmptyValue,
  numberOf,
  paragraphsOf,
  referenceOf,
  referencesOf,
  textOf,
  textsOf,
} from "./read-value.ts";
import classes from "./conflict-view.module.css";

/** What a field holds, to be read and compared. */
export function ValueText({
  spec,
  at,
  value,
}: {
  spec: FieldSpec;
  at: string;
  value: FieldValue | undefined;
}) {
  const t = useTranslator("ui");
  const formats = useFormats();
  const nameOf = useLanguageName();
  if (spec.kind === "boolean") return <>{value === true ? t("form.conflict.yes") : t("form.conflict.no")}</>;
  if (isEmptyValue(value)) return <span className={classes.empty}>{t("form.conflict.empty")}</span>;
  switch (spec.kind) {
    case "text":
    case "textarea":
      return (
        <p dir="auto" className={classes.long}>
          {textOf(value)}
        </p>
      );
    case "select":
    case "multiselect":
    case "asked":
      return <Choices spec={spec} at={at} value={value} />;
    case "edtf": {
      const { edtf, wording } = dateOf(value);
      return (
        <>
          <bdi dir="ltr">{edtf}</bdi> {wording === "" ? null : <q dir="auto">{wording}</q>}
        </>
      );
    }
    case "integer":
      return <bdi>{formats.number(numberOf(value) ?? 0)}</bdi>;
    case "decimal":
      return <bdi dir="ltr">{(numberOf(value) ?? 0) / 10 ** spec.digits}</bdi>;
    case "language":
      return <>{nameOf(textOf(value))}</>;
    case "reference":
      return <References spec={spec} value={value} />;
    case "list":
      return <Cards spec={spec} at={at} value={value} />;
    case "paragraphs":
      return <Paragraphs value={value} />;
  }
}

function Choices({
  spec,
  at,
  value,
}: {
  spec: Extract<FieldSpec, { kind: "select" | "multiselect" | "asked" }>;
  at: string;
  value: FieldValue | undefined;
}) {
  const ownLabels = spec.kind === "asked" && spec.options === undefined && spec.optionLabels === undefined;
  const chosen = spec.kind === "multiselect" ? textsOf(value) : [textOf(value)];
  const given = (spec.options ?? []).filter(
    (option) => typeof option !== "string" && chosen.includes(option.value),
  );
  const plain = chosen.filter(
    (one) => !given.some((option) => typeof option !== "string" && option.value === one),
  );
  const texts = useOptionTexts([...given, ...plain], ownLabels ? "ui.form.asked" : spec.optionLabels, at);
  const formats = useFormats();
  return <>{formats.list(texts.map(({ label }) => label))}</>;
}

function References({
  spec,
  value,
}: {
  spec: Extract<FieldSpec, { kind: "reference" }>;
  value: FieldValue | undefined;
}) {
  const chosen = spec.many ? referencesOf(value) : [referenceOf(value)].filter((one) => one !== null);
  return (
    <ul className={classes.items}>
      {chosen.map(({ id, code, label }) => (
        <li key={id}>
          <Code code={code || id} /> <bdi>{label}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Cards({
  spec,
  at,
  value,
}: {
  spec: Extract<FieldSpec, { kind: "list" }>;
  at: string;
  value: FieldValue | undefined;
}) {
  return (
    <ol className={classes.items}>
      {cardsOf(value).map((card, index) => (
        <li key={index}>
          {spec.fields.map((field) => (
            <div key={field.name}>
              <Label at={`${at}.fields.${field.name}`} />{" "}
              <ValueText spec={field} at={`${at}.fields.${field.name}`} value={card[field.name]} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

function Paragraphs({ value }: { value: FieldValue | undefined }) {
  const formats = useFormats();
  return (
    <>
      {paragraphsOf(value).map(({ number, original, translation }) => (
        <div key={number} className={classes.paragraph}>
          <bdi>{formats.number(number)}</bdi>
          <p dir="auto">{original}</p>
          {translation === "" ? null : <p dir="auto">{translation}</p>}
        </div>
      ))}
    </>
  );
}

/** The label of a field. @param at its place below the form's words */
export function Label({ at }: { at: string }) {
  const { wordsAt } = use(FormContext);
  const t = useCatalogue();
  return <span className={classes.label}>{t(`${wordsAt}.${at}.label`)}</span>;
}
