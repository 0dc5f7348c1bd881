"use client";

import { Combobox, Loader, Pill, PillsInput, useCombobox } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { use, useState } from "react";
import { Code } from "#components/ui/code.tsx";
import { useProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { Reference, ReferenceSpec } from "../field-spec.ts";
import { FormContext } from "../field-words.tsx";
import { referenceOf, referencesOf } from "../read-value.ts";
import { useCommand } from "../use-command.ts";
import { useSuggestions } from "../use-suggestions.ts";
import { type FieldProps, useFieldFrame } from "./field-shell.tsx";
import classes from "./reference-field.module.css";

const CREATE = "create";
// Its aria-expanded and aria-controls come from the events target around it.
const COMBOBOX = { role: "combobox" };

/** Finds another record by typing, or makes it on the spot. */
export function ReferenceField(props: FieldProps<ReferenceSpec>) {
  const { spec, value, onChange } = props;
  const frame = useFieldFrame(props);
  const chosen = spec.many ? referencesOf(value) : [referenceOf(value)].filter((one) => one !== null);
  const choose = (reference: Reference): void => onChange(spec.many ? [...chosen, reference] : reference);
  const drop = (id: string): void => onChange(spec.many ? chosen.filter((one) => one.id !== id) : null);
  return <Picker frame={frame} spec={spec} chosen={chosen} choose={choose} drop={drop} />;
}

interface PickerProps {
  readonly frame: ReturnType<typeof useFieldFrame>;
  readonly spec: ReferenceSpec;
  readonly chosen: readonly Reference[];
  readonly choose: (reference: Reference) => void;
  readonly drop: (id: string) => void;
}

function Picker({ frame, spec, chosen, choose, drop }: PickerProps) {
  const t = useTranslator("ui");
  const { caseId } = use(FormContext);
  const [text, setText] = useState("");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { state, options } = useSuggestions(spec.query, caseId, text.trim(), combobox.dropdownOpened);
  const { make, failed } = useMaking(spec, caseId);
  const free = options.filter(({ id }) => !chosen.some((one) => one.id === id));
  const isOpen = spec.many === true || chosen.length === 0;
  const isFreeform = spec.create?.field !== undefined;
  const mayCreate = spec.create !== undefined && (!isFreeform || text.trim() !== "") && state === "ready";

  async function submit(picked: string): Promise<void> {
    const reference = picked === CREATE ? await make(text.trim()) : free.find(({ id }) => id === picked);
    if (!reference) return;
    choose(reference);
    setText("");
    combobox.closeDropdown();
  }

  return (
    <Combobox store={combobox} onOptionSubmit={(picked) => void submit(picked)} position="bottom-start">
      <Combobox.DropdownTarget>
        <PillsInput
          {...frame}
          error={frame.error ?? failed}
          rightSection={state === "loading" ? <Loader size={16} /> : null}
        >
          <Pill.Group>
            {chosen.map((reference) => (
              <ChosenRecord
                key={reference.id}
                reference={reference}
                buttonId={spec.many ? null : frame.id}
                onDrop={() => drop(reference.id)}
              />
            ))}
            {isOpen ? (
              <Combobox.EventsTarget withExpandedAttribute>
                <PillsInput.Field
                  {...COMBOBOX}
                  {...(text === "" ? {} : { dir: "auto" })}
                  autoComplete="off"
                  placeholder={chosen.length === 0 ? t("form.reference.placeholder") : ""}
                  value={text}
                  onFocus={() => combobox.openDropdown()}
                  onBlur={() => combobox.closeDropdown()}
                  onChange={(event) => {
                    setText(event.currentTarget.value);
                    combobox.openDropdown();
                    combobox.updateSelectedOptionIndex();
                  }}
                />
              </Combobox.EventsTarget>
            ) : null}
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!isOpen || state === "idle"}>
        <Combobox.Options mah={300} className={classes.options} aria-label={frame.label}>
          {free.map((option) => (
            <Combobox.Option key={option.id} value={option.id}>
              <RecordLine reference={option} />
            </Combobox.Option>
          ))}
          {mayCreate ? (
            <Combobox.Option value={CREATE}>
              {isFreeform ? t("form.reference.create", { text: text.trim() }) : t("form.reference.createNew")}
            </Combobox.Option>
          ) : null}
          {free.length === 0 && !mayCreate ? (
            <Combobox.Empty>{t(`form.reference.${emptyWord(state)}`)}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function ChosenRecord({
  reference,
  buttonId,
  onDrop,
}: {
  reference: Reference;
  buttonId: string | null;
  onDrop: () => void;
}) {
  const t = useTranslator("ui");
  return (
    <span className={classes.chosen}>
      <RecordLine reference={reference} />
      <button
        type="button"
        className={classes.drop}
        aria-label={t("form.reference.drop", { label: reference.code || reference.label || reference.id })}
        onClick={onDrop}
        {...(buttonId === null ? {} : { id: buttonId })}
      >
        <IconX size={14} stroke={2} aria-hidden />
      </button>
    </span>
  );
}

function RecordLine({ reference: { id, code, label } }: { reference: Reference }) {
  return (
    <span className={classes.line}>
      {code === "" ? null : <Code code={code} />}
      <bdi>{label === "" && code === "" ? id : label}</bdi>
    </span>
  );
}

function emptyWord(state: "idle" | "loading" | "ready" | "failed"): "searching" | "none" | "failed" {
  if (state === "failed") return "failed";
  return state === "ready" ? "none" : "searching";
}

/** Makes a record of the typed text by the command that the field names. */
function useMaking({ create }: ReferenceSpec, caseId: string | null) {
  const { send } = useCommand(create?.command ?? "");
  const problemText = useProblemText();
  const [failed, setFailed] = useState<string | null>(null);
  async function make(text: string): Promise<Reference | null> {
    if (!create) return null;
    const answer = await send({
      ...(caseId === null ? {} : { caseId }),
      ...create.fixed,
      ...(create.field === undefined ? {} : { [create.field]: text }),
    });
    setFailed(answer.ok ? null : problemText(answer.problem));
    const made = answer.ok ? referenceOf(answer.result) : null;
    return made && { ...made, label: made.label || (create.field === undefined ? "" : text) };
  }
  return { make, failed };
}
