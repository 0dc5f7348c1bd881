"use client";

import { Button, Popover, TextInput } from "@mantine/core";
import { IconChevronDown, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./filter-bar.module.css";
import type { CountFacet, DayFilterView, EnumFilterView, FilterView } from "./table-view.ts";
import { changedState, type DayRange, type TableState } from "./url-state.ts";
import { useFacet } from "./use-facet.ts";

// Above this many values a list of them gets a box to find one; what is typed there stays in the box.
const READABLE_OPTIONS_MAX = 8;

export interface FilterBarProps {
  readonly filters: readonly FilterView[];
  readonly state: TableState;
  readonly onChange: (state: TableState) => void;
  /** Counts the values of a filter that is opened. */
  readonly countFacet?: CountFacet | undefined;
}

/** One button for each filter; what is chosen shows at once. */
export function FilterBar({ filters, state, onChange, countFacet }: FilterBarProps) {
  const formats = useFormats();
  return (
    <>
      {filters.map((filter) => {
        const count =
          filter.kind === "enum" ? (state.chosen[filter.key]?.length ?? 0) : daysIn(state.days[filter.key]);
        return (
          <Popover key={filter.key} position="bottom-start" trapFocus>
            <Popover.Target>
              <Button
                size="xs"
                variant="default"
                data-active={count > 0 || undefined}
                className={classes.filter ?? ""}
                rightSection={<IconChevronDown size={15} stroke={1.8} aria-hidden />}
              >
                {filter.label}
                {count === 0 ? null : (
                  <span className={classes.count}>
                    <bdi>{formats.number(count)}</bdi>
                  </span>
                )}
              </Button>
            </Popover.Target>
            <Popover.Dropdown className={classes.dropdown ?? ""} aria-label={filter.label}>
              {filter.kind === "enum" ? (
                <Values
                  filter={filter}
                  state={state}
                  countFacet={countFacet}
                  chosen={state.chosen[filter.key] ?? []}
                  onChoose={(values) =>
                    onChange(changedState(state, { chosen: { ...state.chosen, [filter.key]: values } }))
                  }
                />
              ) : (
                <Days
                  filter={filter}
                  range={state.days[filter.key] ?? { from: null, to: null }}
                  onChoose={(range) =>
                    onChange(changedState(state, { days: { ...state.days, [filter.key]: range } }))
                  }
                />
              )}
            </Popover.Dropdown>
          </Popover>
        );
      })}
    </>
  );
}

const daysIn = (range: DayRange | undefined): number =>
  [range?.from ?? null, range?.to ?? null].filter((day) => day !== null).length;

interface ValuesProps {
  readonly filter: EnumFilterView;
  readonly state: TableState;
  readonly countFacet: CountFacet | undefined;
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

function Values({ filter, state, countFacet, chosen, onChoose }: ValuesProps) {
  const t = useTranslator("ui");
  const [text, setText] = useState("");
  const sought = text.trim().toLocaleLowerCase();
  const facet = useFacet(filter, state, countFacet);
  const options = facet.options.filter(({ label }) => label.toLocaleLowerCase().includes(sought));
  const toggled = (value: string): readonly string[] => {
    if (chosen.includes(value)) return chosen.filter((one) => one !== value);
    return filter.many === true ? [...chosen, value] : [value];
  };
  return (
    <>
      {facet.options.length <= READABLE_OPTIONS_MAX ? null : (
        <TextInput
          mb="xs"
          size="xs"
          data-autofocus
          leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
          aria-label={t("table.findValue", { label: filter.label })}
          placeholder={t("table.findValue", { label: filter.label })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul className={classes.values} aria-busy={facet.isPending}>
        {options.map(({ value, label, count }) => (
          <li key={value}>
            <label className={classes.value}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => onChoose(toggled(value))}
              />
              <bdi>{label}</bdi>
              {count === undefined ? null : (
                <span className={classes.valueCount}>
                  <bdi>{count}</bdi>
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {options.length === 0 ? (
        <p className={classes.none}>
          {t(facet.isPending ? "form.reference.searching" : "form.reference.none")}
        </p>
      ) : null}
    </>
  );
}

interface DaysProps {
  readonly filter: DayFilterView;
  readonly range: DayRange;
  readonly onChoose: (range: DayRange) => void;
}

function Days({ filter, range, onChoose }: DaysProps) {
  const t = useTranslator("ui");
  const [from, setFrom] = useState(range.from ?? "");
  const [to, setTo] = useState(range.to ?? "");
  const isBackwards = from !== "" && to !== "" && from > to;
  return (
    <form
      className={classes.days}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBackwards) onChoose({ from: from || null, to: to || null });
      }}
    >
      <TextInput
        type="date"
        size="xs"
        data-autofocus
        label={t("table.from", { label: filter.label })}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        size="xs"
        label={t("table.to", { label: filter.label })}
        error={isBackwards ? t("table.backwards") : null}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit" size="xs">
        {t("table.apply")}
      </Button>
    </form>
  );
}
