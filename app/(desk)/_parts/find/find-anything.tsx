"use client";

import { IconSearch } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useCallback, useEffect, useRef, useState } from "react";
import { announce } from "#components/ui/announce.ts";
import { usePreferences, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./find-button.module.css";
import { useFindKeys } from "./find-keys.ts";
import { keepTyping, takeTyped } from "./typed-ahead.ts";

const PARTS = { find: () => import("./find-palette.tsx"), keys: () => import("./key-list.tsx") } as const;
const FindPalette = dynamic(() => PARTS.find().then((file) => file.FindPalette), { ssr: false });
const KeyList = dynamic(() => PARTS.keys().then((file) => file.KeyList), { ssr: false });

const KEYS = "Ctrl K";
const LOAD_AFTER_MS = 2_000;

/** The box in the header that opens the search, and the keys that open it from everywhere. */
export function FindAnything({ caseId }: { caseId: string | null }) {
  const t = useTranslator("search");
  const unavailable = useTranslator("problems")("title.unavailable");
  const { singleKeys } = usePreferences();
  const [shown, setShown] = useState<"find" | "keys" | null>(null);
  // Loaded when they are first asked for. They open as they are loaded, too late to know where the focus was.
  const [loaded, setLoaded] = useState({ find: false, keys: false });
  const from = useRef<Element | null>(null);
  const show = useCallback(
    (what: "find" | "keys") => {
      from.current = document.activeElement;
      if (what === "find") keepTyping();
      PARTS[what]().then(
        () => {
          setLoaded((before) => ({ ...before, [what]: true }));
          setShown(what);
        },
        () => {
          takeTyped();
          announce(unavailable, "red");
        },
      );
    },
    [unavailable],
  );
  const find = useCallback(() => show("find"), [show]);
  const keys = useCallback(() => show("keys"), [show]);
  const close = useCallback((hasLeft: boolean) => {
    setShown(null);
    takeTyped();
    const { current } = from;
    if (!hasLeft && current instanceof HTMLElement) setTimeout(() => current.focus({ preventScroll: true }));
  }, []);
  useFindKeys(singleKeys, find, keys);
  useEffect(() => {
    // After the page, so that the key works at once on a slow line too; what fails is tried again when it is asked for.
    const timer = setTimeout(() => void PARTS.find().catch(() => undefined), LOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
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
