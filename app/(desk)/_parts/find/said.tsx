import { UnstyledButton } from "@mantine/core";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./find.module.css";
import type { Search } from "./use-search.ts";

/** What there is to say when there is nothing to list. */
export function Said({
  search: { state, answer, again },
  count,
  limit,
  onWiden,
}: {
  search: Search;
  count: number;
  /** Where alone was looked; null: everywhere, among everything. */
  limit: "case" | "type" | null;
  /** Takes that limit back. */
  onWiden: () => void;
}) {
  const t = useTranslator("search");
  if (state === "failed") {
    return (
      <div className={classes.said} role="alert">
        <p>{t("failed")}</p>
        <UnstyledButton className={classes.act} onClick={again}>
          {t("again")}
        </UnstyledButton>
      </div>
    );
  }
  if (state === "idle") return <p className={classes.said}>{t("help")}</p>;
  const nothing = state === "ready" && answer !== null && count === 0;
  return (
    <output className={nothing ? classes.said : classes.unseen}>
      {nothing ? (
        <>
          <span className={classes.nothing}>{t(`nothing.${limit ?? "all"}`)}</span>
          <span>{t("nothing.text")}</span>
        </>
      ) : state === "ready" && answer !== null ? (
        t("count", {
          names: answer.names.total + (answer.exact === null ? 0 : 1),
          texts: answer.texts.total,
        })
      ) : null}
      {nothing && limit !== null ? (
        <UnstyledButton className={classes.act} onClick={onWiden}>
          {limit === "case" ? t("nothing.everywhere") : t("nothing.everyType")}
        </UnstyledButton>
      ) : null}
    </output>
  );
}
