"use client";

import { IconSearch } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useCallback, useRef, useState } from "react";
import { usePreferences, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./find-button.module.css";
import { useFindKeys } from "./find-keys.ts";

const FindPalette = dynamic(() => import("./find-palette.tsx").then((file) => file.FindPalette), {
  ssr: false,
});
const KeyList = dynamic(() => import("./key-list.tsx").then((file) => file.KeyList), { ssr: false });

const KEYS = "Ctrl K";

/** The box in the header that opens the search, and the keys that open it from everywhere. */
export function FindAnything({ caseId }: { caseId: string | null }) {
  const t = useTranslator("search");
  const { singleKeys } = usePreferences();
  const [shown, setShown] = useState<"find" | "keys" | null>(null);
  // Loaded when they are first asked for. They open as they are loaded, too late to know where the focus was.
  const [loaded, setLoaded] = useState({ find: false, keys: false });
  const from = useRef<Element | null>(null);
  const show = useCallback((what: "find" | "keys") => {
    from.current = document.activeElement;
    setLoaded((before) => ({ ...before, [what]: true }));
    setShown(what);
  }, []);
  const find = useCallback(() => show("find"), [show]);
  const keys = useCallback(() => show("keys"), [show]);
  const close = useCallback((hasLeft: boolean) => {
    setShown(null);
    const { current } = from;
    if (!hasLeft && current instanceof HTMLElement) setTimeout(() => current.focus({ preventScroll: true }));
  }, []);
  useFindKeys(singleKeys, find, keys);
  return (
    <>
      <button
        type="button"
        className={classes.button}
        aria-haspopup="dialog"
        aria-keyshortcuts={singleKeys ? "Control+K Meta+K /" : "Control+K Meta+K"}
        onClick={find}
      >
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <span className={classes.words}>{t("open")}</span>
        <kbd className={classes.key} dir="ltr" aria-hidden>
          {KEYS}
        </kbd>
      </button>
      {loaded.find ? <FindPalette opened={shown === "find"} caseId={caseId} onClose={close} /> : null}
      {loaded.keys ? <KeyList opened={shown === "keys"} onClose={close} /> : null}
    </>
  );
}
