"use client";

import { Button, Popover } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconColumns3 } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./column-chooser.module.css";
import filterClasses from "./filter-bar.module.css";
import { canHide } from "./layout.ts";
import type { ColumnView } from "./table-view.ts";
import type { TableLayout } from "./use-layout.ts";

export interface ColumnChooserProps {
  readonly columns: readonly ColumnView[];
  readonly layout: TableLayout;
}

/** Which columns are shown, and in which order; kept for the person. */
export function ColumnChooser(props: ColumnChooserProps) {
  const t = useTranslator("ui");
  if (props.columns.length < 2) return null;
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={filterClasses.filter ?? ""}
          leftSection={<IconColumns3 size={16} stroke={1.7} aria-hidden />}
        >
          {t("table.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={filterClasses.dropdown ?? ""} aria-label={t("table.columns")}>
        <Columns {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Columns({ columns, layout }: ColumnChooserProps) {
  const t = useTranslator("ui");
  const formats = useFormats();
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState("");
  const headers = new Map(columns.map(({ key, header }) => [key, header]));
  const move = (key: string, step: 1 | -1) => {
    const place = layout.move(key, step).indexOf(key) + 1;
    const values = { place: formats.number(place), total: formats.number(layout.order.length) };
    setSaid(t("columns.place", { column: headers.get(key) ?? "", ...values }));
    // The browser drops the focus when a row is put elsewhere.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-move="${key}${step}"]`)?.focus(),
    );
  };
  return (
    <>
      <ul ref={list} className={filterClasses.values}>
        {layout.order.map((key, index) => (
          <li key={key} className={classes.column}>
            <label className={filterClasses.value}>
              <input
                type="checkbox"
                checked={!layout.hidden.includes(key)}
                disabled={!canHide(columns, key)}
                onChange={(event) => layout.setShown(key, event.currentTarget.checked)}
              />
              {headers.get(key)}
            </label>
            {index === 0 ? null : (
              <span className={classes.moves}>
                <Move
                  id={key}
                  step={-1}
                  label={t("columns.back", { column: headers.get(key) ?? "" })}
                  isEnd={index === 1}
                  onMove={move}
                />
                <Move
                  id={key}
                  step={1}
                  label={t("columns.on", { column: headers.get(key) ?? "" })}
                  isEnd={index === layout.order.length - 1}
                  onMove={move}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <output className={classes.said}>{said}</output>
      <Button
        size="compact-xs"
        variant="subtle"
        mt="xs"
        disabled={layout.isUsual && !layout.isOfView}
        onClick={layout.reset}
      >
        {t(layout.isOfView ? "columns.mine" : "columns.usual")}
      </Button>
    </>
  );
}

interface MoveProps {
  readonly id: string;
  readonly step: 1 | -1;
  readonly label: string;
  /** There is nowhere to go; the button stays, so that the focus does. */
  readonly isEnd: boolean;
  readonly onMove: (key: string, step: 1 | -1) => void;
}

function Move({ id, step, label, isEnd, onMove }: MoveProps) {
  const Icon = step === 1 ? IconChevronDown : IconChevronUp;
  return (
    <button
      type="button"
      className={classes.move}
      data-move={`${id}${step}`}
      aria-label={label}
      aria-disabled={isEnd}
      onClick={() => onMove(id, step)}
    >
      <Icon size={16} stroke={1.8} aria-hidden />
    </button>
  );
}
