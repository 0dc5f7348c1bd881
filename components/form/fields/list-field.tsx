"use client";

import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type ComponentType, useId } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { FieldSpec, FieldValue, FormValues, ListSpec } from "../field-spec.ts";
import { useFieldWord } from "../field-words.tsx";
import { valuesFrom } from "../form-values.ts";
import { cardsOf } from "../read-value.ts";
import { FieldGroup, type FieldProps, useFieldFrame } from "./field-shell.tsx";
import classes from "./list-field.module.css";

/** Lays out the fields of a form or of a card. */
export interface FieldGridProps {
  readonly fields: readonly FieldSpec[];
  readonly values: FormValues;
  /** Empty for the form itself, `people.0.` in a card. */
  readonly pathPrefix: string;
  /** `fields.` for the form itself, `fields.people.fields.` in a card. */
  readonly atPrefix: string;
  /** Sets one value by its full path, so that an answer that comes late overwrites nothing typed meanwhile. */
  readonly onChange: (path: string, value: FieldValue) => void;
}

/** Repeated blocks as cards. @param Grid lays out the fields of a card; handed in, because cards hold fields of all kinds */
export function ListField({
  Grid,
  onChangeAt,
  ...props
}: FieldProps<ListSpec> & { Grid: ComponentType<FieldGridProps>; onChangeAt: FieldGridProps["onChange"] }) {
  const frame = useFieldFrame(props);
  const t = useTranslator("ui");
  const id = useId();
  const { spec, path, at, value, onChange } = props;
  const addWord = useFieldWord(at, "add");
  const cards = cardsOf(value);
  const isFull = spec.countMax !== undefined && cards.length >= spec.countMax;
  return (
    <FieldGroup frame={frame} kind="group">
      {cards.map((card, index) => (
        // A card has no id before it is saved; its place is what it is.
        <fieldset key={index} aria-labelledby={`${id}-${index}`} className={classes.card}>
          <CardHead
            id={`${id}-${index}`}
            at={at}
            number={index + 1}
            onRemove={() => onChange(cards.toSpliced(index, 1))}
          />
          <Grid
            fields={spec.fields}
            values={card}
            pathPrefix={`${path}.${index}.`}
            atPrefix={`${at}.fields.`}
            onChange={onChangeAt}
          />
        </fieldset>
      ))}
      <div>
        <Button
          mt="xs"
          size="xs"
          variant="default"
          disabled={isFull}
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          onClick={() => onChange([...cards, valuesFrom(spec.fields)])}
        >
          {addWord ?? t("form.list.add")}
        </Button>
      </div>
    </FieldGroup>
  );
}

interface HeadProps {
  id: string;
  at: string;
  number: number;
  onRemove: () => void;
}

function CardHead({ id, at, number, onRemove }: HeadProps) {
  const t = useTranslator("ui");
  const itemWord = useFieldWord(at, "item", { number });
  return (
    <div className={classes.head}>
      <span id={id}>{itemWord ?? t("form.list.item", { number })}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("form.list.remove", { number })}
        onClick={onRemove}
      >
        <IconTrash size={17} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  );
}
