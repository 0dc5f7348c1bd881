"use client";

import { CloseButton } from "@mantine/core";
import { useEffect, useState } from "react";
import { useCatalogue, useInterfaceLocale, useTranslator } from "#lib/i18n/client.tsx";
import { type Glossary, loadGlossary, termHelp } from "#lib/i18n/glossary.ts";
import classes from "./term-help.module.css";

// So many terms are read at a glance; of a longer list, the ones chosen are explained and the rest is in the glossary.
const EXPLAINED_MAX = 8;

/** The help of one list: how to choose, and what its terms mean. The words come when it is first opened. */
export function TermHelpText({
  list,
  options,
  chosen,
  onClose,
}: {
  list: string;
  options: readonly string[];
  chosen: readonly string[];
  onClose: () => void;
}) {
  const t = useTranslator("glossary");
  const catalogue = useCatalogue();
  const locale = useInterfaceLocale();
  const [glossary, setGlossary] = useState<Glossary | "failed" | null>(null);
  useEffect(() => {
    let gone = false;
    loadGlossary(locale).then(
      (loaded) => gone || setGlossary(loaded),
      () => gone || setGlossary("failed"),
    );
    return () => {
      gone = true;
    };
  }, [locale]);

  if (glossary === null) return <output>{t("loading")}</output>;
  if (glossary === "failed") return <p role="alert">{t("failed")}</p>;
  const help = glossary.lists[list];
  const explained = chosen.length > 0 ? chosen : options.length <= EXPLAINED_MAX ? options : [];
  return (
    <div className={classes.text}>
      <div className={classes.head}>
        <h3>{help?.title}</h3>
        <CloseButton size="sm" aria-label={t("close")} onClick={onClose} />
      </div>
      <p>{help?.entering}</p>
      <p className={classes.example}>
        <b>{t("example")}:</b> {help?.example}
      </p>
      {explained.length === 0 ? null : (
        <dl>
          {explained.map((id) => {
            const own = glossary.terms[list]?.[id] === undefined ? null : termHelp(glossary, list, id);
            const label = catalogue(`codebook.${list}.${id}.label`);
            return (
              <div key={id}>
                <dt>
                  <bdi>{chosen.includes(id) ? t("chosen", { label }) : label}</bdi>
                </dt>
                <dd>
                  {catalogue(`codebook.${list}.${id}.definition`)}
                  {own === null ? null : (
                    <>
                      {" "}
                      {own.entering}
                      <span className={classes.example}>
                        <b>{t("example")}:</b> {own.example}
                      </span>
                    </>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      <p>
        {/* In a tab of its own: the form with what was typed stays where it is. */}
        <a href={`/glossary#${list}`} target="_blank" rel="noreferrer">
          {t("all", { count: options.length })}
        </a>{" "}
        <span className={classes.quiet}>{t("newTab")}</span>
      </p>
    </div>
  );
}
