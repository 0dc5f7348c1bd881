"use client";

import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./glossary.module.css";

/** Narrows the terms that the server has drawn; what is typed stays in the browser. */
export function GlossaryFilter({ children }: { children: ReactNode }) {
  const t = useTranslator("glossary");
  const terms = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [count, setCount] = useState<number | null>(null);

  function narrow(typed: string): void {
    setText(typed);
    const words = folded(typed).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const list of terms.current?.querySelectorAll<HTMLElement>("[data-list]") ?? []) {
      const title = folded(list.querySelector("h2")?.textContent ?? "");
      let inList = 0;
      for (const term of list.querySelectorAll<HTMLElement>("[data-term]")) {
        const own = `${title} ${folded(term.textContent)}`;
        term.hidden = !words.every((word) => own.includes(word));
        if (!term.hidden) inList += 1;
      }
      list.hidden = inList === 0;
      shown += inList;
    }
    setCount(words.length === 0 ? null : shown);
  }

  return (
    <>
      <search className={classes.search}>
        <TextInput
          type="search"
          label={t("search")}
          description={t("searchHelp")}
          leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
          autoComplete="off"
          value={text}
          onChange={(event) => narrow(event.currentTarget.value)}
        />
        <output>{count === null ? null : t("found", { count })}</output>
      </search>
      <div ref={terms} data-narrowed={count !== null || undefined} className={classes.all}>
        {children}
      </div>
    </>
  );
}

/** One form for spellings of one word: no marks, one alef, one ya, small letters. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/\u0649/g, "\u064a")
    .replace(/\u0629/g, "\u0647")
    .toLowerCase();
}
