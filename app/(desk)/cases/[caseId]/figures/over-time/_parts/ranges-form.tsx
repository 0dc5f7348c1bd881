"use client";

import { Button, NativeSelect } from "@mantine/core";
import classes from "./ranges.module.css";

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly of: { readonly label: string; readonly chosen: string; readonly options: Option[] };
  readonly unit: { readonly label: string; readonly chosen: string; readonly options: Option[] };
  readonly submit: string;
}

/** Chooses what the chart is of; a plain form, so that the address says what it is, by ids alone. */
export function RangesForm({ of, unit, submit }: Props) {
  return (
    <form method="get" className={classes.form}>
      <NativeSelect
        key={of.chosen}
        name="incident"
        label={of.label}
        data={of.options}
        defaultValue={of.chosen}
        className={classes.of}
      />
      {unit.options.length < 2 ? null : (
        <NativeSelect
          key={unit.chosen}
          name="unit"
          label={unit.label}
          data={unit.options}
          defaultValue={unit.chosen}
        />
      )}
      <Button type="submit" variant="default">
        {submit}
      </Button>
    </form>
  );
}
