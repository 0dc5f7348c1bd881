"use client";

import { Checkbox, MultiSelect, Select } from "@mantine/core";
import { useMemo } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { AskedSpec, BooleanSpec, LanguageSpec, MultiselectSpec, SelectSpec } from "../field-spec.ts";
import { type OptionText, useLanguageTexts, useOptionTexts } from "../field-words.tsx";
import { textOf, textsOf } from "../read-value.ts";
import classes from "./choice-fields.module.css";
import { FieldGroup, type FieldProps, useFieldFrame } from "./field-shell.tsx";

// Above this many options a list is searched rather than read.
const READABLE_OPTIONS_MAX = 8;

export function SelectField(props: FieldProps<SelectSpec>) {
  const options = useOptionTexts(props.spec.options, props.spec.optionLabels, props.at);
  return <OneOf {...props} options={options} />;
}

export function LanguageField(props: FieldProps<LanguageSpec>) {
  const options = useLanguageTexts(props.spec.languages);
  return <OneOf {...props} options={options} />;
}

function OneOf(props: FieldProps<SelectSpec | LanguageSpec> & { options: readonly OptionText[] }) {
  const frame = useFieldFrame(props);
  const t = useTranslator("ui");
  const { options, value, onChange, spec } = props;
  const meanings = useMeanings(options);
  return (
    <Select
      {...frame}
      data={useGrouped(options)}
      renderOption={({ option }) => (
        <OptionRow label={option.label} meaning={meanings.get(option.value) ?? null} />
      )}
      value={textOf(value) || null}
      onChange={(chosen) => onChange(chosen)}
      searchable={options.length > READABLE_OPTIONS_MAX}
      clearable={spec.required !== true}
      allowDeselect={spec.required !== true}
      clearButtonProps={{ "aria-label": t("form.clear") }}
      nothingFoundMessage={t("form.reference.none")}
      maxDropdownHeight={320}
    />
  );
}

export function MultiselectField(props: FieldProps<MultiselectSpec>) {
  const frame = useFieldFrame(props);
  const t = useTranslator("ui");
  const { spec, value, onChange, at } = props;
  const options = useOptionTexts(spec.options, spec.optionLabels, at);
  const meanings = useMeanings(options);
  return (
    <MultiSelect
      {...frame}
      data={useGrouped(options)}
      renderOption={({ option }) => (
        <OptionRow label={option.label} meaning={meanings.get(option.value) ?? null} />
      )}
      value={[...textsOf(value)]}
      onChange={(chosen) => onChange(chosen)}
      searchable={options.length > READABLE_OPTIONS_MAX}
      clearable
      clearButtonProps={{ "aria-label": t("form.clear") }}
      nothingFoundMessage={t("form.reference.none")}
      maxDropdownHeight={320}
    />
  );
}

export function BooleanField(props: FieldProps<BooleanSpec>) {
  const { required: _required, withAsterisk: _asterisk, ...frame } = useFieldFrame(props);
  return (
    <Checkbox
      {...frame}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

const ASKED = ["yes", "no", "not_asked"];

/** A question whose not being asked is an answer of its own, as one row of choices. */
export function AskedField(props: FieldProps<AskedSpec>) {
  const frame = useFieldFrame(props);
  const { spec, value, onChange, at } = props;
  const ownLabels = spec.options === undefined && spec.optionLabels === undefined;
  const options = useOptionTexts(spec.options ?? ASKED, ownLabels ? "ui.form.asked" : spec.optionLabels, at);
  return (
    <FieldGroup frame={frame} kind="radiogroup">
      <div className={classes.segments}>
        {options.map((option) => (
          <label key={option.value} className={classes.segment} title={option.meaning ?? undefined}>
            <input
              type="radio"
              name={frame.id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

function OptionRow({ label, meaning }: { label: string; meaning: string | null }) {
  return (
    <span>
      <bdi>{label}</bdi>
      {meaning === null ? null : <span className={classes.meaning}>{meaning}</span>}
    </span>
  );
}

function useMeanings(options: readonly OptionText[]): Map<string, string | null> {
  return useMemo(() => new Map(options.map(({ value, meaning }) => [value, meaning])), [options]);
}

function useGrouped(options: readonly OptionText[]) {
  return useMemo(() => {
    const item = ({ value, label }: OptionText) => ({ value, label });
    const groups = new Map<string, OptionText[]>();
    for (const option of options) {
      if (option.group !== null) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
    }
    const loose = options.filter(({ group }) => group === null).map(item);
    return [...loose, ...[...groups].map(([group, items]) => ({ group, items: items.map(item) }))];
  }, [options]);
}
