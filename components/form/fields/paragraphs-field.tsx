"use client";

import { ActionIcon, Button, Textarea } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { use } from "react";
import { inputDir } from "#components/ui/input-dir.ts";
import { useFormats, useLanguageName, useTranslator } from "#lib/i18n/client.tsx";
import { directionOfLanguage } from "#lib/i18n/locales.ts";
import type { FormValues, ParagraphsSpec, ParagraphValue } from "../field-spec.ts";
import { FormContext } from "../field-words.tsx";
import { changedAt, insertedAt, pastedAt, piecesOf, removedAt } from "../paragraphs.ts";
import { paragraphsOf, textOf } from "../read-value.ts";
import { FieldGroup, type FieldProps, useFieldFrame } from "./field-shell.tsx";
import classes from "./paragraphs-field.module.css";

type Side = "original" | "translation";

/** A numbered text and its translation beside it, paragraph by paragraph. */
export function ParagraphsField(props: FieldProps<ParagraphsSpec>) {
  const frame = useFieldFrame(props);
  const t = useTranslator("ui");
  const { spec, path, value, onChange, siblings } = props;
  const numbersUsed = spec.numbersUsed ?? 0;
  const stored = paragraphsOf(value);
  const rows = stored.length > 0 ? stored : insertedAt([], 0, numbersUsed);
  const sides: readonly Side[] = spec.withTranslation === false ? ["original"] : ["original", "translation"];
  const languages = {
    original: languageIn(siblings, spec.originalLanguageField),
    translation: languageIn(siblings, spec.translationLanguageField),
  };
  return (
    <FieldGroup frame={frame} kind="group">
      <p className={classes.help}>{t("form.paragraphs.help")}</p>
      <div className={classes.text} data-sides={sides.length}>
        <Heads sides={sides} languages={languages} />
        {rows.map((row, index) => (
          <Row
            key={row.number}
            row={row}
            path={`${path}.${index}`}
            sides={sides}
            languages={languages}
            onType={(side, text) => onChange(changedAt(rows, index, { [side]: text }))}
            onPaste={(side, pieces) => onChange(pastedAt(rows, index, side, pieces, numbersUsed))}
            onAdd={() => onChange(insertedAt(rows, index + 1, numbersUsed))}
            onRemove={rows.length > 1 ? () => onChange(removedAt(rows, index, numbersUsed)) : null}
          />
        ))}
      </div>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
        onClick={() => onChange(insertedAt(rows, rows.length, numbersUsed))}
      >
        {t("form.paragraphs.add")}
      </Button>
    </FieldGroup>
  );
}

function Heads({ sides, languages }: { sides: readonly Side[]; languages: Readonly<Record<Side, string>> }) {
  const t = useTranslator("ui");
  const nameOf = useLanguageName();
  return (
    <div className={classes.heads} aria-hidden>
      <span />
      {sides.map((side) => (
        <span key={side}>
          <strong>{t(`form.paragraphs.${side}Head`)}</strong>{" "}
          {languages[side] === "" ? null : nameOf(languages[side])}
        </span>
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: ParagraphValue;
  readonly path: string;
  readonly sides: readonly Side[];
  readonly languages: Readonly<Record<Side, string>>;
  readonly onType: (side: Side, text: string) => void;
  readonly onPaste: (side: Side, pieces: readonly string[]) => void;
  readonly onAdd: () => void;
  readonly onRemove: (() => void) | null;
}

function Row({ row, path, sides, languages, onType, onPaste, onAdd, onRemove }: RowProps) {
  const t = useTranslator("ui");
  const formats = useFormats();
  const { formId, errors } = use(FormContext);
  const { number } = row;
  return (
    <div className={classes.row}>
      <span className={classes.number} aria-hidden>
        <bdi>{formats.number(number)}</bdi>
      </span>
      {sides.map((side) => (
        <Textarea
          key={side}
          id={`${formId}-${path}.${side}`}
          aria-label={t(`form.paragraphs.${side}`, { number })}
          autosize
          minRows={2}
          lang={languages[side] || undefined}
          {...inputDir(languages[side] === "" ? "auto" : directionOfLanguage(languages[side]), row[side])}
          error={errors[`${path}.${side}`] ?? (side === "original" ? errors[path] : undefined) ?? null}
          value={row[side]}
          onChange={(event) => onType(side, event.currentTarget.value)}
          onPaste={(event) => {
            const pieces = piecesOf(event.clipboardData.getData("text/plain"));
            if (pieces.length < 2) return;
            event.preventDefault();
            onPaste(side, pieces);
          }}
        />
      ))}
      <span className={classes.tools}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("form.paragraphs.addBelow", { number })}
          onClick={onAdd}
        >
          <IconPlus size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
        {onRemove === null ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("form.paragraphs.remove", { number })}
            onClick={onRemove}
          >
            <IconTrash size={17} stroke={1.6} aria-hidden />
          </ActionIcon>
        )}
      </span>
    </div>
  );
}

function languageIn(siblings: FormValues, field: string | undefined): string {
  return field === undefined ? "" : textOf(siblings[field]);
}
