"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { useCare } from "./care-provider.tsx";
import { coversAfterMs, uncovers } from "./idle-cover.ts";
import { type CoverReason, coverWith, tellCovered } from "./privacy-door.ts";
import classes from "./privacy-screen.module.css";

const MINUTE_MS = 60_000;
const INPUT = ["keydown", "pointerdown", "pointermove", "wheel", "scroll", "touchstart"] as const;

/**
 * Covers the page when nobody has touched it for a while, so that it is not read over an empty chair. What was typed stays. It is
 * no lock: any key and any click uncovers it. The lock is the end of the session (app/(desk)/_parts/session-end.tsx), which
 * comes later, and of which nothing can be said below a cover: so the cover says it. A dialog of the browser, which lies over everything and makes all else inert.
 * @param sessionIdleMs how long the session lasts without a request
 */
export function PrivacyScreen({ sessionIdleMs }: { sessionIdleMs: number }) {
  const t = useTranslator("care");
  const { settings } = useCare();
  const afterMs = coversAfterMs(settings.idleMinutes, sessionIdleMs);
  const dialog = useRef<HTMLDialogElement>(null);
  const [why, setWhy] = useState<CoverReason | null>(null);
  const isCovered = why !== null;

  useEffect(() => coverWith(setWhy), []);
  useEffect(() => tellCovered(isCovered), [isCovered]);

  useEffect(() => {
    if (isCovered || afterMs === null) return;
    let heardAt = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    // One timer for the time that is left: it looks again only when it may be over.
    const look = (): void => {
      clearTimeout(timer);
      const leftMs = heardAt + afterMs - Date.now();
      if (leftMs <= 0) setWhy("idle");
      else timer = setTimeout(look, leftMs);
    };
    const heard = (): void => {
      heardAt = Date.now();
    };
    const shown = (): void => {
      // Timers sleep with the machine, and in a tab that is out of sight.
      if (document.visibilityState === "visible") look();
    };
    const ended = new AbortController();
    const { signal } = ended;
    for (const input of INPUT)
      document.addEventListener(input, heard, { capture: true, passive: true, signal });
    document.addEventListener("visibilitychange", shown, { signal });
    look();
    return () => {
      ended.abort();
      clearTimeout(timer);
    };
  }, [isCovered, afterMs]);

  useEffect(() => {
    const screen = dialog.current;
    if (!isCovered || screen === null) return;
    const uncover = (): void => setWhy(null);
    const pressed = (event: KeyboardEvent): void => {
      // Nothing below hears it: neither shortcuts nor a button that had the focus.
      event.stopPropagation();
      event.preventDefault();
      if (uncovers(event.key)) uncover();
    };
    const ended = new AbortController();
    const { signal } = ended;
    screen.showModal();
    screen.addEventListener("keydown", pressed, { signal });
    screen.addEventListener("click", uncover, { signal });
    screen.addEventListener("close", uncover, { signal });
    return () => {
      ended.abort();
      // The browser gives the focus back to where it was.
      screen.close();
    };
  }, [isCovered]);

  return (
    <dialog ref={dialog} className={classes.screen} aria-labelledby="covered-title">
      {why === null ? null : (
        <div className={classes.words}>
          <h2 id="covered-title">{t(`screen.${why}.title`)}</h2>
          <p>
            {t(`screen.${why}.text`)} {t("screen.session", { minutes: sessionIdleMs / MINUTE_MS })}
          </p>
          <Button>{t("screen.continue")}</Button>
        </div>
      )}
    </dialog>
  );
}
