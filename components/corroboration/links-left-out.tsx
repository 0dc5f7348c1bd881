import { translator } from "#lib/i18n/server.ts";
import classes from "./corroboration.module.css";

/** Says that there are more links than a page shows; nothing when it shows all. */
export async function LinksLeftOut({ shown, total }: { shown: number; total: number }) {
  if (shown >= total) return null;
  const t = await translator("corroboration");
  return (
    <p role="note" className={classes.plain}>
      {t("facetBlock.leftOut", { shown, total })}
    </p>
  );
}
