"use client";

import { ActionIcon, Popover } from "@mantine/core";
import { IconHelp } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { use, useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { FieldSpec, FieldValue } from "../field-spec.ts";
import { FormContext, fieldId, useFieldWords } from "../field-words.tsx";
import { textOf, textsOf } from "../read-value.ts";
import classes from "./term-help.module.css";

const TermHelpText = dynamic(async () => (await import("./term-help-text.tsx")).TermHelpText, { ssr: false });

const CODEBOOK = "codebook.";

/** The list of the codebook from which a field takes its answers, or null. */
export function codebookListOf(spec: FieldSpec): string | null {
  const labels = "optionLabels" in spec ? spec.optionLabels : undefined;
  return labels?.startsWith(CODEBOOK) ? labels.slice(CODEBOOK.length) : null;
}

/** A button beside the label of a field: what its terms mean, how to enter them, and an example. */
export function TermHelp({
  spec,
  list,
  at,
  path,
  value,
}: {
  spec: FieldSpec;
  list: string;
  at: string;
  path: string;
  value: FieldValue | undefined;
}) {
  const t = useTranslator("glossary");
  const { formId } = use(FormContext);
  const { label } = useFieldWords(at);
  const [isOpen, setOpen] = useState(false);
  const offered = "options" in spec && spec.options ? spec.options : [];
  const options = offered.map((option) => (typeof option === "string" ? option : option.value));
  const chosen = spec.kind === "multiselect" ? textsOf(value) : [textOf(value)].filter((one) => one !== "");
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={360}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          className={classes.button ?? ""}
          id={`${fieldId(formId, path)}-terms`}
          variant="subtle"
          size={24}
          radius="xl"
          aria-label={t("open", { field: label })}
          onClick={() => setOpen(!isOpen)}
        >
          <IconHelp size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("open", { field: label })} className={classes.dropdown ?? ""}>
        {isOpen ? (
          <TermHelpText list={list} options={options} chosen={chosen} onClose={() => setOpen(false)} />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
