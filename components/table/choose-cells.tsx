import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./choose-cells.module.css";
import type { Chosen } from "./use-chosen.ts";

/** Ticks every row of the page; half ticked while only some are. */
export function ChooseAllCell({ chosen, count }: { chosen: Chosen; count: number }) {
  const t = useTranslator("bulk");
  const some = chosen.ids.length;
  return (
    <th scope="col" data-kind="choose" className={classes.cell}>
      <input
        type="checkbox"
        className={classes.choose}
        aria-label={t("chooseAll")}
        checked={some > 0 && some === count}
        ref={(input) => {
          if (input) input.indeterminate = some > 0 && some < count;
        }}
        onChange={chosen.toggleAll}
      />
    </th>
  );
}

/** Ticks one row, by whose name it is called; with Shift, all from the one that was ticked before. */
export function ChooseCell({ chosen, id }: { chosen: Chosen; id: string }) {
  return (
    <td data-kind="choose" className={classes.cell}>
      <input
        type="checkbox"
        className={classes.choose}
        aria-labelledby={rowNameId(id)}
        checked={chosen.has(id)}
        onChange={({ nativeEvent }) =>
          chosen.toggle(id, nativeEvent instanceof MouseEvent ? nativeEvent : undefined)
        }
      />
    </td>
  );
}

/** The id of the element that names a row. */
export const rowNameId = (id: string): string => `row-${id}`;
