"use client";

import { Modal } from "@mantine/core";
import Link from "next/link";
import { usePreferences, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./key-list.module.css";

interface Line {
  readonly keys: readonly string[];
  readonly word: string;
  readonly isSingle?: true;
}

const GROUPS: readonly { readonly word: string; readonly lines: readonly Line[] }[] = [
  {
    word: "everywhere",
    lines: [
      { keys: ["Ctrl", "K"], word: "find" },
      { keys: ["/"], word: "find", isSingle: true },
      { keys: ["?"], word: "list", isSingle: true },
      { keys: ["Esc"], word: "close" },
      { keys: ["Esc", "Esc", "Esc"], word: "leave" },
    ],
  },
  {
    word: "lists",
    lines: [
      { keys: ["↓"], word: "next" },
      { keys: ["↑"], word: "previous" },
      { keys: ["J"], word: "next", isSingle: true },
      { keys: ["K"], word: "previous", isSingle: true },
      { keys: ["Space"], word: "preview" },
      { keys: ["Enter"], word: "open" },
    ],
  },
  { word: "forms", lines: [{ keys: ["Ctrl", "Enter"], word: "save" }] },
];

/** The keys of the program, in words. */
export function KeyList({ opened, onClose }: { opened: boolean; onClose: (hasLeft: boolean) => void }) {
  const t = useTranslator("search");
  const { singleKeys } = usePreferences();
  const shown = (line: Line): boolean => singleKeys || line.isSingle !== true;
  return (
    <Modal
      opened={opened}
      onClose={() => onClose(false)}
      returnFocus={false} // whoever opened it does
      title={t("keys.title")}
      closeButtonProps={{ "aria-label": t("close") }}
      size="md"
    >
      {GROUPS.map(({ word, lines }) => (
        <section key={word} aria-labelledby={`keys-${word}`}>
          <h3 id={`keys-${word}`} className={classes.group}>
            {t(`keys.group.${word}`)}
          </h3>
          <dl className={classes.lines}>
            {lines.filter(shown).map(({ keys, word: what }) => (
              <div key={keys.join()} className={classes.line}>
                <dt dir="ltr">
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(`keys.act.${what}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className={classes.note}>
        {singleKeys ? t("keys.single") : t("keys.off")}{" "}
        <Link href="/account" prefetch={false} onClick={() => onClose(true)}>
          {t("keys.profile")}
        </Link>
      </p>
    </Modal>
  );
}
