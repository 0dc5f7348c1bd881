"use client";

import { Button, Popover } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./filter-bar.module.css";
import type { TableModel } from "./use-table-model.tsx";

/** Which columns are shown; remembered in this browser. */
export function ColumnChooser({ table }: { table: TableModel }) {
  const t = useTranslator("ui");
  const hideable = table.getAllLeafColumns().filter((column) => column.getCanHide());
  if (hideable.length === 0) return null;
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={classes.filter ?? ""}
          leftSection={<IconColumns3 size={16} stroke={1.7} aria-hidden />}
        >
          {t("table.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ""} aria-label={t("table.columns")}>
        <ul className={classes.values}>
          {hideable.map((column) => (
            <li key={column.id}>
              <label className={classes.value}>
                <input
                  type="checkbox"
                  checked={column.getIsVisible()}
                  onChange={(event) => column.toggleVisibility(event.currentTarget.checked)}
                />
                {String(column.columnDef.header)}
              </label>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
