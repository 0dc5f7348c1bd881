"use client";

import { IconBell } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import { onNoticesRead } from "./comment.ts";
import classes from "./notices.module.css";

/** Counted no further; the number then says that there are more. */
const SHOWN_MAX = 99;

/** How much was told and not read, and the way there. Asks again on each page and when the window is looked at again. */
export function NoticeBell({ unread }: { unread: number }) {
  const t = useTranslator("teamwork");
  const formats = useFormats();
  const path = usePathname();
  const [count, setCount] = useState(unread);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    void postJson("/api/v1/ask/notice.countUnread", { input: {} }, abort.signal).then((answer) => {
      if (answer.ok && !abort.signal.aborted) setCount((before) => unreadIn(answer.result) ?? before);
    });
    return () => abort.abort();
  }, [path, asked]);
  useEffect(() => {
    const again = (): void => setAsked((times) => times + 1);
    window.addEventListener("focus", again);
    const stop = onNoticesRead(again);
    return () => {
      window.removeEventListener("focus", again);
      stop();
    };
  }, []);
  const shown = count > SHOWN_MAX ? `${formats.number(SHOWN_MAX)}+` : formats.number(count);
  return (
    <Link
      href="/notices"
      prefetch={false}
      className={classes.bell}
      aria-label={count === 0 ? t("notice.bellNone") : t("notice.bell", { count: shown })}
    >
      <IconBell size={20} stroke={1.6} aria-hidden />
      {count === 0 ? null : (
        <bdi className={classes.count} aria-hidden>
          {shown}
        </bdi>
      )}
    </Link>
  );
}

const unreadIn = (result: unknown): number | null =>
  typeof result === "object" && result !== null && "unread" in result && typeof result.unread === "number"
    ? result.unread
    : null;
