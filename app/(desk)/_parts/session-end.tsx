"use client";

import { Button } from "@mantine/core";
import { type MouseEvent, type ReactNode, useEffect, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { whenSignedInAgain } from "#components/form/session-door.ts";
import { notedAt, sessionNotice, type SessionNotice } from "#components/form/session-time.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./session-end.module.css";

const LOOK_EVERY_MS = 5_000;
const CHANNEL = "attest.session";

interface Props {
  /** When the session ends, by the server's clock: which session it is. */
  readonly expiresAt: number;
  /** In ms: longest time without a request, time left when the page was made, and how long a session begun anew lasts. */
  readonly idleMs: number;
  readonly endsInMs: number;
  readonly lifeMs: number;
}

/**
 * Says before a session ends that it will, and how it goes on. It takes no focus, since somebody may be typing; any key and any
 * touch is an answer, also in a dialog that lies over it.
 */
export function SessionEnd(props: Props) {
  const notice = useNotice(props);
  if (notice === "idle") return <EndsUnlessUsed />;
  if (notice === "ending") return <EndsWhatever />;
  return notice === "over" ? <Card notice="over" /> : null;
}

function EndsUnlessUsed() {
  const t = useTranslator("entrance");
  const hasFailed = useStaying();
  return (
    <Card notice="idle">
      {hasFailed ? <p>{t("end.failed")}</p> : null}
      <Button size="xs" onMouseDown={keepFocus}>
        {t("end.stay")}
      </Button>
    </Card>
  );
}

function EndsWhatever() {
  const t = useTranslator("entrance");
  const [isHidden, setHidden] = useState(false);
  if (isHidden) return null;
  return (
    <Card notice="ending">
      <Button size="xs" variant="default" onMouseDown={keepFocus} onClick={() => setHidden(true)}>
        {t("end.hide")}
      </Button>
    </Card>
  );
}

function Card({ notice, children }: { notice: SessionNotice; children?: ReactNode }) {
  const t = useTranslator("entrance");
  return (
    <div role="alert" className={classes.card}>
      <strong>{t(`end.${notice}.title`)}</strong>
      <p>{t(`end.${notice}.text`)}</p>
      {children}
    </div>
  );
}

/** The button goes away when pressed: the focus stays where the person was typing. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

/** The next key or touch asks the server something. @returns true when it had no answer; the next one tries again */
function useStaying(): boolean {
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    const heard = new AbortController();
    const stay = (): void => {
      heard.abort();
      void postJson("/api/v1/ask/notice.countUnread", { input: {} }).then((answer) => {
        if (!answer.ok) setFailures((times) => times + 1);
      });
    };
    for (const act of ["keydown", "pointerdown"] as const)
      document.addEventListener(act, stay, { capture: true, signal: heard.signal });
    return () => heard.abort();
  }, [failures]);
  return failures > 0;
}

/** When each session ends, by this browser's clock: a page from the history was made long ago. */
const ends = new Map<number, number>();

/** What there is to say now. Any answer of the server to any page of this browser begins the idle time anew. */
function useNotice({ expiresAt, idleMs, endsInMs, lifeMs }: Props): SessionNotice | null {
  const [notice, setNotice] = useState<SessionNotice | null>(null);
  useEffect(() => {
    let seenAt = Date.now();
    const endsAt = ends.get(expiresAt) ?? seenAt + endsInMs;
    ends.set(expiresAt, endsAt);
    const look = () =>
      setNotice(sessionNotice({ seenAt, idleMs, endsAt: ends.get(expiresAt) ?? endsAt }, Date.now()));
    const others = new BroadcastChannel(CHANNEL);
    others.addEventListener(
      "message",
      ({ data }: MessageEvent<{ seenAt: number; endsAt: number | null }>) => {
        seenAt = Math.max(seenAt, data.seenAt);
        if (data.endsAt !== null) ends.set(expiresAt, data.endsAt);
        look();
      },
    );
    const tell = (seen: number, end: number | null) => {
      seenAt = Math.max(seenAt, seen);
      look();
      others.postMessage({ seenAt, endsAt: end });
    };
    const answers = new PerformanceObserver((list) => {
      const noted = list.getEntries().flatMap((entry) => {
        const at = entry instanceof PerformanceResourceTiming ? notedAt(entry, Date.now()) : null;
        return at === null ? [] : [at];
      });
      if (noted.length > 0) tell(Math.max(...noted), null);
    });
    answers.observe({ type: "resource" });
    const forget = whenSignedInAgain(() => {
      const end = Date.now() + lifeMs;
      ends.set(expiresAt, end);
      tell(Date.now(), end);
    });
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      forget();
      answers.disconnect();
      others.close();
    };
  }, [expiresAt, idleMs, endsInMs, lifeMs]);
  return notice;
}
