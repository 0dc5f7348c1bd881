"use client";

import { IconDoorExit } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { escapePressed } from "./escape-presses.ts";
import { leaveNow, neverBroughtBack, whenAnotherLeaves } from "./leave-now.ts";
import classes from "./quick-exit.module.css";

/**
 * Leaves the program at one touch, or by Escape pressed three times. Before the page has woken up it is a plain form that ends
 * the session and leads to the empty page.
 */
export function QuickExit() {
  const t = useTranslator("care");
  useEffect(() => {
    const [stop, forget] = [whenAnotherLeaves(), neverBroughtBack()];
    return () => {
      stop();
      forget();
    };
  }, []);
  useEffect(() => {
    let presses: readonly number[] = [];
    const heard = (event: KeyboardEvent): void => {
      const counted = escapePressed(presses, event, performance.now());
      presses = counted.presses;
      if (!counted.leaves) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      void leaveNow();
    };
    // Before dialogs hear it: each of them takes Escape for itself.
    window.addEventListener("keydown", heard, { capture: true });
    return () => window.removeEventListener("keydown", heard, { capture: true });
  }, []);
  return (
    <form
      method="post"
      action="/api/leave"
      onSubmit={(event) => {
        event.preventDefault();
        void leaveNow();
      }}
    >
      <button type="submit" className={classes.leave} aria-label={t("leave.act")} title={t("leave.help")}>
        <IconDoorExit size={20} stroke={1.7} aria-hidden />
        <span className={classes.word}>{t("leave.act")}</span>
      </button>
    </form>
  );
}
