"use client";

import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { whenSignedInAgain } from "#components/form/session-door.ts";
import { sessionNotice, type SessionNotice } from "#components/form/session-time.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./session-end.module.css";

const LOOK_EVERY_MS = 5_000;

interface Props {
  /** In ms: longest time without a request, time left from now, and how long one begun anew lasts. */
  readonly idleMs: number;
  readonly endsInMs: number;
  readonly lifeMs: number;
}

/** Says before a session ends that it will, and how it goes on. It takes no focus: somebody may be typing. */
export function SessionEnd(props: Props) {
  const t = useTranslator("entrance");
  const notice = useNotice(props);
  const [isHidden, setHidden] = useState(false);
  if (notice === null || (notice === "ending" && isHidden)) return null;
  return (
    <div role="alert" className={classes.card}>
      <strong>{t(`end.${notice}.title`)}</strong>
      <p>{t(`end.${notice}.text`)}</p>
      {notice === "idle" ? (
        <Button size="xs" onClick={() => void postJson("/api/v1/ask/notice.countUnread", { input: {} })}>
          {t("end.stay")}
        </Button>
      ) : notice === "ending" ? (
        <Button size="xs" variant="default" onClick={() => setHidden(true)}>
          {t("end.hide")}
        </Button>
      ) : null}
    </div>
  );
}

/** What there is to say now. Any answer of the server to any page of this browser begins the idle time anew. */
function useNotice({ idleMs, endsInMs, lifeMs }: Props): SessionNotice | null {
  const [notice, setNotice] = useState<SessionNotice | null>(null);
  useEffect(() => {
    let seenAt = Date.now();
    let endsAt = seenAt + endsInMs;
    const look = () => setNotice(sessionNotice({ seenAt, idleMs, endsAt }, Date.now()));
    const seen = () => {
      seenAt = Date.now();
      look();
    };
    const others = new BroadcastChannel("attest.session");
    others.addEventListener("message", seen);
    const answers = new PerformanceObserver((list) => {
      if (!list.getEntries().some(isAnswer)) return;
      seen();
      others.postMessage(null);
    });
    answers.observe({ type: "resource" });
    const forget = whenSignedInAgain(() => {
      endsAt = Date.now() + lifeMs;
      seen();
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
  }, [idleMs, endsInMs, lifeMs]);
  return notice;
}

/** Pages, doors and drafts are fetched; files of the program are not, and ask for no session. */
const isAnswer = (entry: PerformanceEntry): boolean =>
  entry instanceof PerformanceResourceTiming &&
  entry.initiatorType === "fetch" &&
  entry.responseStatus !== 401;
