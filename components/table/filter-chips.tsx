"use client";

import { IconX } from "@tabler/icons-react";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./record-table.module.css";
import type { FilterView } from "./table-view.ts";
import { changedState, clearedState, isFiltered, type TableState } from "./url-state.ts";

export interface FilterChipsProps {
  readonly filters: readonly FilterView[];
  readonly state: TableState;
  readonly onChange: (state: TableState) => void;
}

interface Chip {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly without: TableState;
}

/** What is filtered by, each with a way to take it back. */
export function FilterChips({ filters, state, onChange }: FilterChipsProps) {
  const t = useTranslator("ui");
  const chips = useChips(filters, state);
  if (!isFiltered(state)) return null;
  return (
    <ul className={classes.chips} aria-label={t("table.activeFilters")}>
      {chips.map(({ key, label, text, without }) => (
        <li key={key} className={classes.chip}>
          <span>
            {label}: <bdi>{text}</bdi>
          </span>
          <button
            type="button"
            aria-label={t("table.removeFilter", { label, value: text })}
            onClick={() => onChange(without)}
          >
            <IconX size={14} stroke={2} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={classes.clear} onClick={() => onChange(clearedState(state))}>
          {t("table.clearAll")}
        </button>
      </li>
    </ul>
  );
}

function useChips(filters: readonly FilterView[], state: TableState): readonly Chip[] {
  const t = useTranslator("ui");
  const formats = useFormats();
  return filters.flatMap((filter): Chip[] => {
    const { key, label } = filter;
    if (filter.kind === "enum") {
      const chosen = state.chosen[key] ?? [];
      return chosen.map((value) => ({
        key: `${key}=${value}`,
        label,
        text: filter.options.find((option) => option.value === value)?.label ?? value,
        without: changedState(state, {
          chosen: { ...state.chosen, [key]: chosen.filter((one) => one !== value) },
        }),
      }));
    }
    const { from = null, to = null } = state.days[key] ?? {};
    if (from === null && to === null) return [];
    const parts = [
      from === null ? null : t("table.since", { day: formats.dayShort(from) }),
      to === null ? null : t("table.until", { day: formats.dayShort(to) }),
    ];
    const text = parts.filter((part) => part !== null).join(" ");
    return [
      {
        key,
        label,
        text,
        without: changedState(state, { days: { ...state.days, [key]: { from: null, to: null } } }),
      },
    ];
  });
}
