import { UnstyledButton } from "@mantine/core";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./find.module.css";
import type { Search } from "./use-search.ts";

/** What there is to say when there is nothing to list. */
export function Said({
  search: { state, answer, again },
  count,
  onEverywhere,
}: {
  search: Search;
  count: number;
  onEverywhere: (() => void) | null;
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
          <span className={classes.nothing}>
            {onEverywhere === null ? t("nothing.all") : t("nothing.case")}
          </span>
          <span>{t("nothing.text")}</span>
        </>
      ) : state === "ready" && answer !== null ? (
        t("count", {
          names: answer.names.total + (answer.exact === null ? 0 : 1),
          texts: answer.texts.total,
        })
      ) : null}
      {nothing && onEverywhere !== null ? (
        <UnstyledButton className={classes.act} onClick={onEverywhere}>
          {t("nothing.everywhere")}
        </UnstyledButton>
      ) : null}
    </output>
  );
}
