"use client";

import { Button, Modal } from "@mantine/core";
import { IconCut } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { CitedWords } from "#components/ui/bilingual-text.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import { selectedWords } from "./selected-words.ts";
import { CutForm, type CutProps } from "./statement-cutter.tsx";
import classes from "./testimony.module.css";

/** A text from which a statement is cut by selecting its words: the way to do it appears once some are. */
export function WordsCutter({ children, ...of }: CutProps & { children: ReactNode }) {
  const t = useTranslator("testimonies");
  const text = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<readonly CitedWords[]>([]);
  const [cutting, setCutting] = useState<readonly CitedWords[] | null>(null);
  useEffect(() => {
    const changed = () => {
      if (text.current) setSelected(selectedWords(text.current, document.getSelection()));
    };
    document.addEventListener("selectionchange", changed);
    return () => document.removeEventListener("selectionchange", changed);
  }, []);
  const close = () => setCutting(null);
  return (
    <div ref={text}>
      {children}
      {selected.length === 0 ? null : (
        <div className={classes.cutBar}>
          <Button
            size="xs"
            leftSection={<IconCut size={15} aria-hidden />}
            // A press would take the selection away before the click is heard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setCutting(selected)}
          >
            {t("cut.fromWords")}
          </Button>
        </div>
      )}
      <Modal opened={cutting !== null} onClose={close} title={t("cut.action")} size="xl">
        {cutting === null ? null : <CutForm {...of} spans={cutting} onDone={close} />}
      </Modal>
    </div>
  );
}
